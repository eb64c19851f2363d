// SPDX-License-Identifier: BSL-1.0
// Writers keep two numbers equal, readers see them equal.
#include "stress.hpp"

#include "tenure/ownership/rw_lock.hpp"
#include "tenure/ownership/scope.hpp"

struct pair {
  long first;
  long second;
};
using held = tenure::rw_lock<pair, stress::rw_lock_lock>;

static long write_pairs(tenure::shared<held> numbers, long times) {
  for (long i = 0; i != times; ++i) {
    auto now = numbers.write();
    now->first += 1;
    now->second += 1;
  }
  return 0;
}
static long read_pairs(tenure::shared<held> numbers, long times) {
  long unequal = 0;
  for (long i = 0; i != times; ++i) {
    auto const now = numbers.read();
    unequal += now->first != now->second;
  }
  return unequal;
}

int main() {
  constexpr long each = 500'000;
  held numbers{pair{0, 0}};
  long const unequal = tenure::scope([&](tenure::scope_handle& threads) {
    threads.spawn(write_pairs, tenure::shared{numbers}, each);
    threads.spawn(write_pairs, tenure::shared{numbers}, each);
    auto r1 = threads.spawn(read_pairs, tenure::shared{numbers}, each);
    auto r2 = threads.spawn(read_pairs, tenure::shared{numbers}, each);
    return std::move(r1).join().value() + std::move(r2).join().value();
  });
  long const written = std::move(numbers).into_inner().second;
  return stress::verdict("rw_lock, unequal pairs", 4 * each, unequal, 0) +
         stress::verdict("rw_lock, written", 4 * each, written, 2 * each);
}
