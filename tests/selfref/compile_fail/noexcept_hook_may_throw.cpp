// SPDX-License-Identifier: BSL-1.0
// Half a relocation leaves two half values.
// expect-error: [selfref.noexcept] the hook in relocate_traits<loud> must be noexcept
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct quiet {
  quiet* self = this;
};
struct loud {
  loud* self = this;
};
template <>
struct tenure::selfref::relocate_traits<quiet> {
  static own<quiet> relocate(own<quiet>, void* to) noexcept { return own<quiet>::from_raw(::new (to) quiet); }
};
template <>
struct tenure::selfref::relocate_traits<loud> {
  static own<loud> relocate(own<loud>, void* to) { return own<loud>::from_raw(::new (to) loud); }
};

void move(quiet* from, quiet* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(loud* from, loud* to) { relocate_n(from, 1, to); }
#endif

int main() {}
