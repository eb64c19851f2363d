// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.leak] tenure::mutex_guard<int> is not Leak
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/slot.hpp"

int main() {
  tenure::mutex<int> number{1};
  tenure::slot<int> fine;
  tenure::forget(fine.emplace(1));
  tenure::slot<tenure::mutex_guard<int>> place;
  auto held = place.emplace(tenure::shared{number}.lock());
#if EXPECT_COMPILE_FAIL
  tenure::forget(std::move(held));
#endif
}
