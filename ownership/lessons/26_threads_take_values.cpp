// SPDX-License-Identifier: BSL-1.0
// Threads take values.
//
// Nobody has to wait for a thread that was spawned. So it is given values of its own: what may cross threads
// (Send) and borrows from no frame (Static). A callable's captures cannot be checked, so it captures nothing.

#include <tenure/ownership/arc.hpp>
#include <tenure/ownership/mutex.hpp>
#include <tenure/ownership/rc.hpp>
#include <tenure/ownership/spawn.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

static void give_and_get() {
  // [spawn]
  std::string name = "tenure";
  auto handle = tenure::spawn([](std::string s) { return s.size(); }, std::move(name));
  auto const length = std::move(handle).join();
  expect(length == 6u, "the result comes back");
  // [/spawn]
  // [throws]
  auto failing = tenure::spawn([](int n) -> int { throw std::runtime_error("no " + std::to_string(n)); }, 3);
  auto const nothing = std::move(failing).join();  // std::expected<int, std::exception_ptr>
  expect(!nothing.has_value(), "so does what it threw");
  // [/throws]
}

static void shared_by_threads() {
  // [arc]
  auto const sum = tenure::arc<tenure::mutex<int>>::make(0);
  auto add = [](tenure::arc<tenure::mutex<int>> all) {
    for (int i = 0; i != 100; ++i) *tenure::shared{*all}.lock() += 1;
  };
  auto first = tenure::spawn(add, sum.clone());
  auto second = tenure::spawn(add, sum.clone());
  expect(std::move(first).join() && std::move(second).join(), "both ended");
  expect(*tenure::shared{*sum}.lock() == 200, "they wrote in turn");
  // [/arc]
}

// [bounds]
static_assert(!tenure::Send<tenure::rc<int>>);        // its counts are plain numbers
static_assert(!tenure::Static<tenure::shared<int>>);  // it borrows from a frame that may end first
static_assert(tenure::Static<tenure::arc<tenure::mutex<int>>>);
// [/bounds]

int main() {
  give_and_get();
  shared_by_threads();
  return failures;
}
