// SPDX-License-Identifier: BSL-1.0
// A type that must not leak.
//
// C++ promises to run the destructor of a local variable, and most code relies on it. But a value can escape
// that promise: released to a raw pointer, forgotten, or held in a circle of counted owners. A type whose
// destructor must run says so in one line, and then every door through which it could escape is closed.

#include <tenure/ownership/box.hpp>
#include <tenure/ownership/forget.hpp>
#include <tenure/ownership/manually_drop.hpp>
#include <tenure/ownership/rc.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <numeric>
#include <string>
#include <thread>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [helper]
// A thread that works on its caller's variables. It is safe only because the destructor waits: were that
// skipped, the thread would go on writing into a frame that is gone.
class helper {
  std::thread thread_;

 public:
  helper(std::vector<int> const& numbers, int& sum)
      : thread_{[&] { sum = std::accumulate(numbers.begin(), numbers.end(), 0); }} {}
  ~helper() { thread_.join(); }
  helper(helper const&) = delete;
  helper& operator=(helper const&) = delete;
};
// [/helper]

// [declare]
template <>
struct tenure::declare<tenure::marker::leak, helper> : tenure::no {};
// [/declare]

// [spreads]
struct report {
  std::string title;
  tenure::own<helper> adding;
};
static_assert(!tenure::Leak<helper>);
static_assert(!tenure::Leak<report>);  // whatever contains one must not leak either
static_assert(!tenure::Leak<std::vector<report>>);
static_assert(!tenure::Leak<tenure::box<helper>>);
static_assert(tenure::Leak<std::string>);  // a string that leaks is only a waste
// [/spreads]

static void waited_for() {
  // [use]
  std::vector<int> const numbers{1, 2, 3, 4};
  int sum = 0;
  {
    tenure::slot<helper> place;
    report r{"quarterly", place.emplace(numbers, sum)};  // every ordinary use is open
    report moved = std::move(r);
  }
  expect(sum == 10, "the destructor waited for the thread");
  // [/use]
}

static void may_leak() {
  // [forget]
  tenure::slot<std::vector<int*>> place;
  tenure::own<std::vector<int*>> plain = place.emplace();
  tenure::forget(std::move(plain));  // allowed: std::vector<int*> is Leak
  expect(place.emplace(3u)->size() == 3, "its storage may be used again");
  // [/forget]
}

static void dropped_by_hand() {
  // [manually_drop]
  auto const watch = tenure::rc<std::string>::make("log");
  {
    tenure::manually_drop shared{watch.clone()};  // its destructor runs only if somebody asks for it
    tenure::manually_drop ended{watch.clone()};
    ended.drop();
    expect(watch.strong_count() == 2, "one was dropped by hand");
    static_cast<void>(std::move(shared).into_inner());  // back under the usual rule
  }
  expect(watch.strong_count() == 1, "and so this one has ended too");
  // [/manually_drop]
}

int main() {
  waited_for();
  may_leak();
  dropped_by_hand();
  return failures;
}
