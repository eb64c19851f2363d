// SPDX-License-Identifier: BSL-1.0
#include "stress.hpp"

#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/scope.hpp"

#if FAULT
/// The fault: a cell for one thread, declared to be for many.
template <>
struct tenure::declare<tenure::marker::sync, tenure::cell<long>> : tenure::yes {};
using held = tenure::cell<long>;
static void add_one(tenure::shared<held> sum) { sum.set(sum.get() + 1); }
#else
using held = tenure::atomic_cell<long>;
static void add_one(tenure::shared<held> sum) {
  if (long const now = sum.load(); sum.compare_exchange(now, now + 1)) return;
  sum.fetch_add(1);
}
#endif

static void add(tenure::shared<held> sum, long times) {
  for (long i = 0; i != times; ++i) add_one(sum);
}

int main() {
  constexpr long each = 500'000, threads_count = 4;
  held sum{0};
  tenure::scope([&](tenure::scope_handle& threads) {
    for (int i = 0; i != threads_count; ++i) threads.spawn(add, tenure::shared{sum}, each);
  });
  return stress::verdict("atomic_cell", each * threads_count, std::move(sum).into_inner(),
                         each * threads_count);
}
