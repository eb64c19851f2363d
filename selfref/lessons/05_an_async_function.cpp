// SPDX-License-Identifier: BSL-1.0
// An async function, written out.
//
// Between two polls an async function is an object that holds its variables. `data` is one of them, and
// `name` refers to it: the object refers to itself. In Rust this alone is why a future must be pinned before
// it is polled. Here the name is a self_slice, so the future is an ordinary value: it is moved between its
// polls.

#include "give_pats.hpp"

#include <vector>

using namespace pats;

int main() {
  // What the function returns has not begun. It becomes a future only when somebody wants to poll it.
  auto call = give_pats<by_place>();
  auto stored = std::move(call);

  // [moved]
  by_place future = std::move(stored).into_future();  // no pin!
  context with;
  if (future.poll_with(with) != poll::pending) return 1;

  by_place moved = std::move(future);  // "chashu tuna" lies in the object itself, and is somewhere else now
  if (moved.poll_with(with) != poll::ready) return 2;
  if (with.done != as_it_should_be) return 3;
  // [/moved]

  // Many of them, in a vector that grows while they run.
  // [vector]
  std::vector<by_place> running;
  std::vector<context> contexts(100);
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    running.push_back(give_pats<by_place>().into_future());
    if (running[i].poll_with(contexts[i]) != poll::pending) return 4;
  }
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    if (finish(running[i], contexts[i]) != as_it_should_be) return 5;
  }
  // [/vector]

  // Given up half way, it drops what it holds.
  by_place abandoned =
      give_pats<by_place>("Momo, whose name is followed by enough for the heap").into_future();
  return abandoned.poll_with(with) == poll::pending ? 0 : 6;
}
