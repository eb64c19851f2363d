// SPDX-License-Identifier: BSL-1.0
// A ref_cell and a cell of its own for each thread, taken over from the thread that made them.
#include "stress.hpp"

#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/scope.hpp"

struct counters {
  tenure::ref_cell<long> borrowed;
  tenure::cell<long> copied;
};
#if FAULT
/// The fault: what is for one thread is declared to be for many, and shared.
template <>
struct tenure::declare<tenure::marker::sync, counters> : tenure::yes {};
#endif

static void count(tenure::shared<counters> mine, long times) {
  auto const borrowed = mine.field<0>();
  auto const copied = mine.field<1>();
  for (long i = 0; i != times; ++i) {
    if (auto place = borrowed.try_borrow_mut()) **place += 1;
    if (auto place = borrowed.try_borrow()) copied.set(copied.get() + **place - **place + 1);
  }
}
static long count_own(counters mine, long times) {
  count(tenure::shared{mine}, times);
  return std::move(mine.borrowed).into_inner() + std::move(mine.copied).into_inner();
}

int main() {
  constexpr long each = 500'000, threads_count = 4;
  long found = 0;
#if FAULT
  counters all{tenure::ref_cell<long>{0}, tenure::cell<long>{0}};
  tenure::scope([&](tenure::scope_handle& threads) {
    for (int i = 0; i != threads_count; ++i) threads.spawn(count, tenure::shared{all}, each);
  });
  static_cast<void>(count_own);
#else
  tenure::scope([&](tenure::scope_handle& threads) {
    auto const start = [&] {
      return threads.spawn(count_own, counters{tenure::ref_cell<long>{0}, tenure::cell<long>{0}}, each);
    };
    auto first = start(), second = start(), third = start(), fourth = start();
    found = std::move(first).join().value() + std::move(second).join().value() +
            std::move(third).join().value() + std::move(fourth).join().value();
  });
#endif
  return stress::verdict("ref_cell and cell", 2 * each * threads_count, found, 2 * each * threads_count);
}
