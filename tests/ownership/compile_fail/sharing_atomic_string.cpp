// SPDX-License-Identifier: BSL-1.0
// expect-error: is not read and written in one step
#include <string>

#include "tenure/ownership/atomic_cell.hpp"

int main() {
  tenure::atomic_cell<int> const fine{1};
#if EXPECT_COMPILE_FAIL
  tenure::atomic_cell<std::string>* text = nullptr;
  return sizeof(*text) == 0;
#endif
  return tenure::shared{fine}.load() - 1;
}
