// SPDX-License-Identifier: BSL-1.0
// A const member function may write a mutable field, so const is no promise to other threads: unknown.
#include <thread>

#include "tenure/ownership/std_threads.hpp"

struct table {
  int key = 7;
  mutable int lookups = 0;
  int find() const { return ++lookups, key; }
};
static_assert(tenure::derived<tenure::marker::sync, table> == tenure::verdict::unknown);

int main() {
  table const shared;
  auto ask = [&shared] {
    for (int i = 0; i < 1000; ++i) shared.find();
  };
  std::thread other{ask};
  ask();
  other.join();
}
