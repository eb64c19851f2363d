// SPDX-License-Identifier: BSL-1.0
// Both threads have a const reference to an aggregate of an int, one field of which is mutable.
#include "race.hpp"

struct handle {
  mutable int value;
  int read() const { return value; }
  void write() const { ++value; }
};

int main() {
  handle const ours{0};
  touch_from_two_threads(ours, ours);
}
