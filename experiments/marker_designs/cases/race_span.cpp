// SPDX-License-Identifier: BSL-1.0
// Both threads have a const reference: Rust's &mut [i32] would be Sync.
#include <span>

#include "race.hpp"

struct handle {
  std::span<int> value;
  int read() const { return value.front(); }
  void write() const { ++value.front(); }
};

int main() {
  int numbers[] = {0};
  handle const ours{numbers};
  touch_from_two_threads(ours, ours);
}
