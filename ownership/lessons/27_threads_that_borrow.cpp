// SPDX-License-Identifier: BSL-1.0
// Threads that borrow.
//
// A thread may work on its caller's variables if the caller surely waits. In 2015 Rust had a guard whose
// destructor waited, and removed it, because a guard could be leaked: in a circle of counted handles, its
// destructor never runs. Here the guard is not Leak, so every such door is closed to it. The other way out is
// the one Rust took: no guard at all, but a function that waits before it returns.

#include <tenure/ownership/join_guard.hpp>
#include <tenure/ownership/scope.hpp>
#include <tenure/ownership/sharing_std.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <type_traits>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [task]
static int sum_of(tenure::shared<std::vector<int>> numbers) {
  int sum = 0;
  for (auto const number : numbers) sum += *number;
  return sum;
}
// [/task]

static void guards() {
  // [guard]
  std::vector<int> const numbers{1, 2, 3};
  int counted = 0;
  {
    auto sum = tenure::spawn_scoped(sum_of, tenure::shared{numbers});
    auto const counting =
        tenure::spawn_scoped([](tenure::unique<int> n) { *n = 3; }, tenure::unique{counted});
    expect(std::move(sum).join() == 6, "joined by hand");
  }  // counting is joined here
  expect(counted == 3, "its destructor waited");
  // [/guard]
}

// [stays]
static_assert(!tenure::Leak<tenure::join_guard<int>>);
static_assert(!std::is_move_constructible_v<tenure::join_guard<int>>);  // it ends in the frame it was made in
// [/stays]

static void scopes() {
  // [scope]
  std::vector<int> const numbers{1, 2, 3};
  std::vector<int> squares(3);
  int const sum = tenure::scope([&](tenure::scope_handle& threads) {
    for (auto& one : squares) threads.spawn([](tenure::unique<int> n) { *n = 4; }, tenure::unique{one});
    auto adding = threads.spawn(sum_of, tenure::shared{numbers});
    return std::move(adding).join().value();
  });  // all have ended here
  expect(sum == 6 && squares == std::vector{4, 4, 4}, "a scope waits for as many as there are");
  // [/scope]
}

int main() {
  guards();
  scopes();
  return failures;
}
