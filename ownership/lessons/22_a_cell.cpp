// SPDX-License-Identifier: BSL-1.0
// A cell: written while it is shared.
//
// That is sound because nobody ever holds a reference into it. Values go in and out: get copies, set and
// replace put another one there. And because two threads would still meet in it, a shared cell stays in its
// thread.

#include <tenure/ownership/cell.hpp>

#include <cstdio>
#include <memory>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [visits]
struct visitor {
  char const* name;
  tenure::shared<tenure::cell<int>> count;  // all visitors count in one place
};
static void visit(visitor const& who) {
  who.count.update([](int n) { return n + 1; });
}
// [/visits]

static void counting() {
  // [count]
  tenure::cell<int> count{0};
  visitor ada{"Ada", tenure::shared{count}};
  visitor charles{"Charles", tenure::shared{count}};
  visit(ada);
  visit(charles);
  visit(ada);
  expect(ada.count.get() == 3, "three visits");
  expect(std::move(count).into_inner() == 3, "the owner takes the value back");
  // [/count]
}

static void no_copies() {
  // [replace]
  // Copying a unique_ptr is out of the question, so nobody can get it. It can be exchanged for another.
  tenure::cell<std::unique_ptr<int>> c{std::make_unique<int>(1)};
  tenure::shared s{c};
  auto const former = s.replace(std::make_unique<int>(2));
  expect(*former == 1, "what was there comes out");
  expect(*s.take() == 2, "and what is there too, when something is left behind");
  // [/replace]
}

static void from_unique() {
  // [from_mut]
  // Who has a value for himself may share it as a cell for a while. Nothing is copied.
  int value = 1;
  {
    auto one = tenure::cell<int>::from_mut(tenure::unique{value});
    auto two = one;
    one.set(two.get() + 1);
  }
  expect(value == 2, "afterwards it is a plain int again");
  // [/from_mut]
}

// [threads]
static_assert(tenure::Send<tenure::cell<int>>);                   // owned: like an int
static_assert(!tenure::Send<tenure::shared<tenure::cell<int>>>);  // shared: in one thread
static_assert(sizeof(tenure::cell<int>) == sizeof(int));
// [/threads]

int main() {
  counting();
  no_copies();
  from_unique();
  return failures;
}
