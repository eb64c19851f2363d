// SPDX-License-Identifier: BSL-1.0
// A struct must not leak when one of its fields must not; the message names the field's type.
// expect-error: [ownership.leak] session is not Leak
// expect-error: its part guard is declared not to be Leak
#include "tenure/ownership/forget.hpp"

struct guard {
  ~guard() {}
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

struct session {
  int id;
  guard open;
};
struct request {
  int id;
  long size;
};

int main() {
  tenure::forget(request{1, 2});
#if EXPECT_COMPILE_FAIL
  tenure::forget(session{1, {}});
#endif
}
