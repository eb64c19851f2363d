// SPDX-License-Identifier: BSL-1.0
// The same with a synchronised field: its author may say so.
#include <atomic>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

struct table {
  int key = 7;
  mutable std::atomic<int> lookups = 0;
  int find() const { return ++lookups, key; }
};
template <>
struct tenure::declare<tenure::marker::sync, table> : tenure::yes {};
static_assert(tenure::Sync<table>);

int main() {
  table const shared;
  auto ask = [&shared] {
    for (int i = 0; i < 1000; ++i) shared.find();
  };
  std::thread other{ask};
  ask();
  other.join();
  return shared.lookups == 2000 ? 0 : 1;
}
