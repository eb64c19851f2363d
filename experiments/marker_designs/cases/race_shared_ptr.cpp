// SPDX-License-Identifier: BSL-1.0
// Each thread has its own copy of the pointer: Rust's Arc<i32> would be Send.
#include <memory>

#include "race.hpp"

struct handle {
  std::shared_ptr<int> value;
  int read() const { return *value; }
  void write() const { ++*value; }
};

int main() {
  handle const mine{std::make_shared<int>(0)};
  handle const theirs{mine};
  touch_from_two_threads(mine, theirs);
}
