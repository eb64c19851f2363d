// SPDX-License-Identifier: BSL-1.0
// What hides its fields is made by its own constructor.
// expect-error: [selfref.phase] hidden cannot be made step by step
#include "tenure/selfref/phased.hpp"

class hidden {
  int field_ = 1;

 public:
  int get() const { return field_; }
};

int main() {
  tenure::slot<hidden> place;
  auto const made = place.emplace();
#if EXPECT_COMPILE_FAIL
  tenure::slot<hidden> other;
  auto begun = tenure::selfref::phased{other};
#endif
}
