// SPDX-License-Identifier: BSL-1.0
// A pointer to anything may be one to itself, unless the author says otherwise.
// expect-error: [selfref.transfer] context cannot be relocated: its part void
// expect-error: may lead into the object itself
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct context {
  int value;
  void* user;
};
struct known {
  int value;
  void* user;
};
template <>
struct tenure::declare<tenure::marker::transfer, known> : tenure::yes {};

void move(known* from, known* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(context* from, context* to) { relocate_n(from, 1, to); }
#endif

int main() {}
