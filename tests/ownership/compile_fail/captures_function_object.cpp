// SPDX-License-Identifier: BSL-1.0
// An empty class may still be more than a function: only one that converts to a function pointer is taken.
// expect-error: [ownership.captures] nobody can see what job
#include "tenure/ownership/spawn.hpp"

struct job {
  void operator()() const {}
};

int main() {
  static_cast<void>(tenure::spawn([] { job{}(); }));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(tenure::spawn(job{}));
#endif
}
