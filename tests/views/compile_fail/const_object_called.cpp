// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
  Data d;
  Data const& k = d;
#if EXPECT_COMPILE_FAIL
  k.call(&Data::add_successful);  // expect-error: [views.const]
#else
  static_cast<void>(k.call(&Data::names));
#endif
}
