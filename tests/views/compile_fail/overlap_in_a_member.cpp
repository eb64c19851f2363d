// SPDX-License-Identifier: BSL-1.0
// The place is a member of a class.
// expect-error: cannot call function 'call' while [views.overlap] loan 'data_.operator
// expect-error: data::experiments_
// only: clang
#include "views/compile_fail/lent.hpp"

class report {
  place<data> data_;

 public:
  void fill() {
    auto const names = data_.lend<shr<data::experiments>>();
    data_.call(data::add_successful);
#if EXPECT_COMPILE_FAIL
    data_.call(data::add);
#endif
  }
};

int main() { report{}.fill(); }
