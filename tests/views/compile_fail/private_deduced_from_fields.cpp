// SPDX-License-Identifier: BSL-1.0
// No pattern is matched with a declaration that is private.
// expect-error: XX
#include "classes.hpp"

int main() {
  Data d;
#if EXPECT_COMPILE_FAIL
  []<auto... M>(fields<M...> (*)(Data::experiments*)) {}(&Data::tenure_fields);
#else
  Data::add_successful(lend<mut<all>>(d));
#endif
}
