// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

int main() {
#if EXPECT_COMPILE_FAIL
  Data{}.call(&Data::add_successful);  // expect-error: [views.temporary]
#else
  Data d;
  d.call(&Data::add_successful);
#endif
}
