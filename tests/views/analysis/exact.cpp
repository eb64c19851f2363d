// SPDX-License-Identifier: BSL-1.0
// What the analysis of Clang 22 knows beyond that of Clang 19: readers of one field live together, and a
// place inside a place, the place, and the whole object are told apart. EXPECT_COMPILE_FAIL numbers the
// faults.
#include "views/compile_fail/lent.hpp"

int main() {
  place<data> object;
  auto const one = object.lend<shr<data::experiments>>();
  auto const two = object.lend<shr<data::everything>>();
  place<outer> nested;
  auto const b = nested.lend<mut<path<&outer::a, &inner::b>>>();
  auto const c = nested.lend<mut<path<&outer::a, &inner::c>>>();
  auto const d = nested.lend<shr<field<&outer::d>>>();
  auto const e = nested.lend<shr<field<&outer::d>>>();
#if EXPECT_COMPILE_FAIL == 0
  auto const whole = object.lend<shr<all>>();
#elif EXPECT_COMPILE_FAIL == 1  // a field that two read
  auto const fault = object.lend<mut<data::successful>>();
#elif EXPECT_COMPILE_FAIL == 2  // an object of which something is read
  auto const fault = object.lend<mut<all>>();
#elif EXPECT_COMPILE_FAIL == 3  // a place inside of which something may be written
  auto const fault = nested.lend<shr<field<&outer::a>>>();
#elif EXPECT_COMPILE_FAIL == 4  // an object inside of which something may be written
  auto const fault = nested.lend<shr<all>>();
#elif EXPECT_COMPILE_FAIL == 5  // a field of an object that is read as a whole
  auto const whole = object.lend<shr<all>>();
  auto const fault = object.lend<mut<data::successful>>();
#elif EXPECT_COMPILE_FAIL == 6  // a place that may be written
  auto const fault = nested.lend<shr<path<&outer::a, &inner::c>>>();
#endif
}
