// SPDX-License-Identifier: BSL-1.0
// Five other ways to write the same function out, and what each forbids.

#include "give_pats.hpp"

#include <concepts>

using namespace pats;
using tenure::own;
using tenure::slot;

// [who_moves]
static_assert(std::movable<by_place> && Transfer<by_place>);
static_assert(!std::movable<in_place> && !Transfer<in_place>);  // made in its place, and stays
static_assert(std::movable<on_the_heap>);  // a pointer moves; 1 allocation, 1 indirection
static_assert(!std::movable<with_hook> && Transfer<with_hook>);  // not moved, relocated
static_assert(std::movable<two_phase>);                          // as the compiler thinks
static_assert(std::movable<coroutine>);                          // 1 allocation, unless it is elided
// [/who_moves]

int main() {
  // !Move. The future is constructed in `pinned` by the call itself; no move of it is written or done.
  // [stays]
  in_place pinned = give_pats<in_place>().into_future();
  if (finish(pinned) != as_it_should_be) return 1;
  // [/stays]

  // On the heap.
  context with;
  on_the_heap first = give_pats<on_the_heap>().into_future();
  if (first.poll_with(with) != poll::pending) return 2;
  on_the_heap second = std::move(first);
  if (finish(second, with) != as_it_should_be) return 3;

  // With a hook. The future is relocated from slot to slot; it has no moved-from state.
  // [hook]
  context noted;
  slot<with_hook> here, there;
  own<with_hook> future = here.emplace_with([] { return give_pats<with_hook>().into_future(); });
  if (future->poll_with(noted) != poll::pending) return 4;
  own<with_hook> relocated = relocate_at(std::move(future), there);
  if (finish(*relocated, noted) != as_it_should_be) return 5;
  // [/hook]

  // In two phases. This move is right, since the future was not polled; the next one would not be.
  two_phase fresh = give_pats<two_phase>().into_future();
  two_phase polled = std::move(fresh);
  if (finish(polled) != as_it_should_be) return 6;

  // As a coroutine. Moving it moves a handle.
  context seen;
  coroutine begun = give_pats<coroutine>().into_future();
  if (begun.poll_with(seen) != poll::pending) return 7;
  coroutine moved = std::move(begun);
  return finish(moved, seen) == as_it_should_be ? 0 : 8;
}
