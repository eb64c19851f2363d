// SPDX-License-Identifier: BSL-1.0
// A device maps its own address into the hardware, and so keeps every board that has one where it is.
// expect-error: [selfref.transfer] board cannot be relocated: its part device
// expect-error: is declared not to be Transfer; keep it where it is
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct device {
  int number;
};
template <>
struct tenure::declare<tenure::marker::transfer, device> : tenure::no {};
struct number {
  int value;
};

void move(number* from, number* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
struct board {
  int slots;
  device one;
};
void move(board* from, board* to) { relocate_n(from, 1, to); }
#endif

int main() {}
