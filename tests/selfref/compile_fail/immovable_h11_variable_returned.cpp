// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.immovable]
#include <utility>

#include "tenure/selfref/immovable.hpp"

struct job : tenure::selfref::immovable {
  int id;
  explicit job(int i) : id{i} {}
};

job make(int id) { return job{id}; }
job make_next(int id) { return make(id + 1); }
#if EXPECT_COMPILE_FAIL
job make_named(int id) {
  job made{id};
  return made;  // may be elided, but only what must be needs no move
}
#endif

int main() { return make_next(1).id - 2; }
