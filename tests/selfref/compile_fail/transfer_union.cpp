// SPDX-License-Identifier: BSL-1.0
// Which member of a union lives, nobody can see.
// expect-error: [selfref.transfer] tagged cannot be relocated
// expect-error: cannot be read (a base, C array, bit-field or union)
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct numbers {
  bool is_second;
  union {
    int first;
    long second;
  } value;
};
struct tagged {
  bool is_pointer;
  union {
    int number;
    int* to;
  } value;
};
template <>
struct tenure::selfref::relocate_traits<numbers> : relocates_by<tier::realloc> {};

void move(numbers* from, numbers* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(tagged* from, tagged* to) { relocate_n(from, 1, to); }
#endif

int main() {}
