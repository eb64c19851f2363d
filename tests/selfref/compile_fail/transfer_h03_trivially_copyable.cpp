// SPDX-License-Identifier: BSL-1.0
// Every compiler calls it trivially copyable, and some relocatable. It points to itself.
// expect-error: [selfref.transfer] buffer cannot be relocated
// expect-error: may hold a pointer to itself
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct buffer {
  char bytes[8];
  char* at;
};
static_assert(std::is_trivially_copyable_v<buffer>);
struct counted {
  char bytes[8];
  unsigned at;
};

void move(counted* from, counted* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(buffer* from, buffer* to) { relocate_n(from, 1, to); }
#endif

int main() {}
