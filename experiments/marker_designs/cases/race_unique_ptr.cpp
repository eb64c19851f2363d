// SPDX-License-Identifier: BSL-1.0
// Both threads have a const reference: Rust's Box<i32> would be Sync.
#include <memory>

#include "race.hpp"

struct handle {
  std::unique_ptr<int> value;
  int read() const { return *value; }
  void write() const { ++*value; }
};

int main() {
  handle const ours{std::make_unique<int>(0)};
  touch_from_two_threads(ours, ours);
}
