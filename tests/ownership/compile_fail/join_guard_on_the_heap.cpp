// SPDX-License-Identifier: BSL-1.0
// A guard that is made by new is as easily forgotten.
// expect-error: operator new
#include "tenure/ownership/join_guard.hpp"

int main() {
  auto const fine = tenure::spawn_scoped([] {});
#if EXPECT_COMPILE_FAIL
  auto* const forgotten = new tenure::join_guard<void>(tenure::spawn_scoped([] {}));
  static_cast<void>(forgotten);
#endif
}
