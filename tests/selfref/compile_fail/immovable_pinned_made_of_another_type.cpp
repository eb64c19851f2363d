// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.immovable] this makes a int where a job is to be constructed in place
#include "tenure/selfref/pinned.hpp"

using tenure::selfref::pinned;

struct job {
  int id;
};

int main() {
  auto const p = pinned<job>::with([] { return job{1}; });
#if EXPECT_COMPILE_FAIL
  auto const q = pinned<job>::with([] { return 1; });
#endif
  return p->id - 1;
}
