// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.unique] a temporary
// expect-error: ends before its unique reference: give it a name
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> storage;
#if EXPECT_COMPILE_FAIL
  tenure::unique<int> u{storage.emplace(1)};
#else
  auto o = storage.emplace(1);
  tenure::unique<int> u{o};
#endif
  return *u - 1;
}
