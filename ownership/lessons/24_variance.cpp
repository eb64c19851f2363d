// SPDX-License-Identifier: BSL-1.0
// Why a shared cell is not covariant.
//
// A cat is an animal, and a pointer to a cat is a pointer to an animal. Is a cell of cats a cell of animals?
// Owned, yes: nobody else knows of it. Shared, no: who sees a cell of animals may put a dog there, and who
// still sees the cell of cats will find it. So subtyping asks both invariants of a type, the owned one and
// the shared one.

#include <tenure/ownership/cell.hpp>

#include <cstdio>
#include <type_traits>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [animals]
struct animal {
  int legs = 4;
};
struct cat : animal {
  int lives = 9;
};
struct dog : animal {};

template <>
struct tenure::sharing<cat> : tenure::read_only<cat> {};
// [/animals]

static void owned() {
  // [owned]
  cat tom;
  dog rex;
  tenure::cell<cat*> cats{&tom};
  tenure::cell<animal*> animals = std::move(cats);  // owned: nobody is left who expects a cat there
  tenure::shared{animals}.set(&rex);
  expect(tenure::shared{animals}.get() == &rex, "a dog among animals");
  // [/owned]
}

static void read_only() {
  // [read_only]
  cat const tom;
  tenure::shared<cat> seen{tom};
  tenure::shared<animal> wider = seen;  // read-only: nobody can put a dog there
  expect(wider->legs == 4 && seen->lives == 9, "the same cat");
  // [/read_only]
}

// [shared]
template <class From, class To>
inline constexpr bool owned_converts = std::is_convertible_v<From, To>;
template <class From, class To>
inline constexpr bool shared_converts = std::is_convertible_v<tenure::shared<From>, tenure::shared<To>>;

static_assert(owned_converts<cat*, animal*>);
static_assert(owned_converts<tenure::cell<cat*>, tenure::cell<animal*>>);    // covariant
static_assert(!shared_converts<tenure::cell<cat*>, tenure::cell<animal*>>);  // [ownership.variance]
static_assert(!shared_converts<tenure::cell<animal*>, tenure::cell<cat*>>);
static_assert(shared_converts<cat, animal> && !shared_converts<animal, cat>);
// [/shared]

int main() {
  owned();
  read_only();
  return failures;
}
