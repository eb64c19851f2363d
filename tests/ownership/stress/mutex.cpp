// SPDX-License-Identifier: BSL-1.0
#include "stress.hpp"

#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/scope.hpp"

using held = tenure::mutex<long, stress::mutex_lock>;

static void add(tenure::shared<held> sum, long times) {
  for (long i = 0; i != times; ++i) {
    if (i % 8 == 0) {
      if (auto now = sum.try_lock()) {
        **now += 1;
        continue;
      }
    }
    *sum.lock() += 1;
  }
}

int main() {
  constexpr long each = 500'000, threads_count = 4;
  held sum{0};
  tenure::scope([&](tenure::scope_handle& threads) {
    for (int i = 0; i != threads_count; ++i) threads.spawn(add, tenure::shared{sum}, each);
  });
  return stress::verdict("mutex", each * threads_count, std::move(sum).into_inner(), each * threads_count);
}
