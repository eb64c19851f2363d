// SPDX-License-Identifier: BSL-1.0
// What the class declares is its own.
// expect-error: private
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  auto f = static_cast<decltype(Data::tenure_fields(static_cast<Data::experiments*>(nullptr)))*>(nullptr);
  static_cast<void>(f);
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
