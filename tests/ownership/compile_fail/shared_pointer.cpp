// SPDX-License-Identifier: BSL-1.0
// Const stops at a plain pointer, so there is no sharing of one.
// expect-error: [ownership.shared]
// expect-error: cannot be shared: whoever reads a plain pointer may write
#include "tenure/ownership/reference.hpp"

struct entry {
  int key;
  int* value;
};

int main() {
  entry const e{1, nullptr};
  tenure::shared const s{e};
#if EXPECT_COMPILE_FAIL
  return s.field(&entry::value).get() == nullptr;
#else
  return *s.field(&entry::key) - 1;
#endif
}
