// SPDX-License-Identifier: BSL-1.0
// Copying a string runs code, in the midst of which the cell could be set.
// expect-error: [ownership.copy]
// expect-error: cannot be copied out of a shared cell
#include <string>

#include "tenure/ownership/cell.hpp"

int main() {
  tenure::cell<std::string> c{"one"};
  tenure::shared const s{c};
#if EXPECT_COMPILE_FAIL
  return s.get() != "one";
#else
  return s.take() != "one";
#endif
}
