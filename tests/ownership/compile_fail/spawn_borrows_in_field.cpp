// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.static] job is not Static, for its part tenure
#include "tenure/ownership/spawn.hpp"

struct job {
  int number;
  tenure::shared<int> input;
};
struct own_job {
  int number;
  int input;
};

int main() {
  static_cast<void>(tenure::spawn([](own_job) {}, own_job{1, 2}));
#if EXPECT_COMPILE_FAIL
  int const number = 1;
  static_cast<void>(tenure::spawn([](job) {}, job{1, tenure::shared{number}}));
#endif
}
