// SPDX-License-Identifier: BSL-1.0
// Why C++ is not Rust here.
//
// The two questions come from Rust, but some of the answers cannot. In C++ `const` is shallow: a const
// pointer still writes to what it points to. And copies share: two threads may each hold a `shared_ptr` to
// one int and both write it. So the library's verdicts are C++'s own, and the types of tenure, whose access
// is deep, follow Rust's table.

#include <tenure/ownership/arc.hpp>
#include <tenure/ownership/box.hpp>
#include <tenure/ownership/std.hpp>

#include <atomic>
#include <cstdio>
#include <memory>
#include <span>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [shallow]
// Compiles: the pointer is const, the int is not. Two threads that do this race.
void bump(std::unique_ptr<int> const& p) { *p += 1; }

static_assert(tenure::Send<std::unique_ptr<int>>);               // one owner: another thread may take it over
static_assert(!tenure::Sync<std::unique_ptr<int>>);              // but reading it is enough to write the int
static_assert(tenure::Sync<std::unique_ptr<int const>>);         // unless that is const
static_assert(tenure::Sync<std::unique_ptr<std::atomic<int>>>);  // or bears it
// [/shallow]

// [sharing]
// Compiles as well: the copy shares, and the copy may be in another thread.
std::shared_ptr<int> second_owner(std::shared_ptr<int> const& p) { return p; }

static_assert(!tenure::Send<std::shared_ptr<int>>);
static_assert(tenure::Send<std::shared_ptr<int const>>);
static_assert(tenure::Send<std::shared_ptr<std::atomic<int>>>);
static_assert(!tenure::Send<std::span<int>>);  // a span is a pointer, and the array is somebody's
// [/sharing]

// [mutable]
struct cached_sum {
  int a, b;
  mutable int sum;  // written through const: "several readers" would be several writers
};
static_assert(!tenure::Sync<cached_sum>);
static_assert(tenure::Send<cached_sum>);  // one at a time is fine
// [/mutable]

// [deep]
// Through a const box the value is const, and an arc gives const access only. So these are as in Rust.
static_assert(tenure::Sync<tenure::box<int>>);
static_assert(tenure::Send<tenure::arc<int>>);
static_assert(!tenure::Send<tenure::arc<cached_sum>>);  // its owners read the same value at once
// [/deep]

int main() {
  // [run]
  std::unique_ptr<int> const fixed = std::make_unique<int>(1);
  bump(fixed);
  expect(*fixed == 2, "const did not protect the int");

  std::shared_ptr<int> const first = std::make_shared<int>(1);
  *second_owner(first) = 7;
  expect(*first == 7, "the copy shares");

  tenure::box<int> const boxed = tenure::box<int>::make(1);
  static_assert(std::is_same_v<decltype(*boxed), int const&>);
  expect(*boxed == 1, "a const box is read only, all the way");
  // [/run]
  return failures;
}
