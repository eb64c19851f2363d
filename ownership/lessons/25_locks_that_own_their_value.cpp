// SPDX-License-Identifier: BSL-1.0
// Locks that own their value.
//
// A std::mutex stands beside what it guards, and nothing ties the two together but a comment. A tenure::mutex
// holds its value, and the only way to it is a guard: whoever forgets to lock has no value to write to.

#include <tenure/ownership/cell.hpp>
#include <tenure/ownership/mutex.hpp>
#include <tenure/ownership/rw_lock.hpp>

#include <cstdio>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

static void lock_and_guard() {
  // [guard]
  tenure::mutex<int> balance{10};
  tenure::shared const account{balance};  // what others get: they may lock, and nothing else
  {
    auto held = account.lock();
    *held += 5;
  }  // unlocked
  *account.lock() -= 3;  // for one expression
  // [/guard]
  // [alone]
  *tenure::mutex<int>::get_mut(tenure::unique{balance}) += 1;  // nobody else has it: no lock is taken
  expect(std::move(balance).into_inner() == 13, "all three wrote");
  // [/alone]
}

static void readers() {
  // [readers]
  tenure::rw_lock<int> limit{100};
  tenure::shared const all{limit};
  {
    auto const first = all.read();
    expect(*first == 100, "readers read");  // and could do so at once, from several threads
  }
  *all.write() = 200;
  expect(*all.read() == 200, "a writer writes alone");
  // [/readers]
}

// [markers]
// A guard is unlocked by the thread that locked, and it is unlocked: neither Send nor Leak.
static_assert(!tenure::Send<tenure::mutex_guard<int>> && !tenure::Leak<tenure::mutex_guard<int>>);
// A mutex makes a cell safe for many threads, since it shows it to one at a time. Readers are many at a time.
static_assert(!tenure::Sync<tenure::cell<int>>);
static_assert(tenure::Sync<tenure::mutex<tenure::cell<int>>>);
static_assert(!tenure::Sync<tenure::rw_lock<tenure::cell<int>>>);
// [/markers]

int main() {
  lock_and_guard();
  readers();
  return failures;
}
