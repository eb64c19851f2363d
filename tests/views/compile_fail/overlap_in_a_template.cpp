// SPDX-License-Identifier: BSL-1.0
// The object is known to a template only by what it lends.
// expect-error: acquiring [views.overlap] loan
// expect-error: data::experiments_
// only: clang
#include "views/compile_fail/lent.hpp"

template <class T>
void work(place<T>& object) {
  auto const names = object.template lend<shr<typename T::experiments>>();
#if EXPECT_COMPILE_FAIL
  auto const all_of_it = object.template lend<mut<typename T::everything>>();
#else
  auto const rest = object.template lend<mut<typename T::successful>>();
#endif
}

int main() {
  place<data> object;
  work(object);
}
