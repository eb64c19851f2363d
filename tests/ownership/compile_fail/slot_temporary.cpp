// SPDX-License-Identifier: BSL-1.0
// only: clang
// A slot that is a temporary ends before the own that it gave.
#include <tenure/ownership.hpp>

int main() {
  tenure::slot<int> storage;
  auto kept = storage.emplace(1);
#if EXPECT_COMPILE_FAIL
  auto lost = tenure::slot<int>{}.emplace(2);  // expect-error: [-Werror,-Wdangling]
#endif
  return *kept == 1 ? 0 : 1;
}
