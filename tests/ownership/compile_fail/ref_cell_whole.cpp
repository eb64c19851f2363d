// SPDX-License-Identifier: BSL-1.0
// A reader of a ref_cell shares its content, in the content's own way.
// expect-error: [ownership.shared]
// expect-error: gives no const reference to the whole of it
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/ref_cell.hpp"

struct counter {
  int id;
  tenure::cell<int> hits;
};

int main() {
  tenure::ref_cell<counter> c{counter{1, tenure::cell<int>{0}}};
  auto const reader = tenure::shared{c}.borrow();
#if EXPECT_COMPILE_FAIL
  return reader->id - 1;
#else
  reader.share().field<1>().set(1);
  return *reader.share().field<0>() - 1;
#endif
}
