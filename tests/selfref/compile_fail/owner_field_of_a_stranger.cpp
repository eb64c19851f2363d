// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.owner] this refers to a member of ring, so it cannot be resolved in a wheel
#include "tenure/selfref/self_field.hpp"

using tenure::selfref::self_field;

struct ring {
  int slots[8];
  int head;
  [[no_unique_address]] self_field<&ring::head> cursor;
};
struct wheel {
  int slots[8];
  int head;
};

int main() {
  ring r{};
  wheel w{};
  w.head = r.cursor.in(r);
#if EXPECT_COMPILE_FAIL
  w.head = r.cursor.in(w);
#endif
  return w.head;
}
