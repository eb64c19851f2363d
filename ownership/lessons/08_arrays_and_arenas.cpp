// SPDX-License-Identifier: BSL-1.0
// Arrays and arenas.
//
// One own can own a run of values: `own<T[]>`, two words. It can be divided at any point, and each part goes
// its own way. An arena is storage for values of any types, made one after the other; room in it comes back
// only all at once. Neither uses the heap.

#include <tenure/ownership/arena.hpp>
#include <tenure/ownership/own_array.hpp>

#include <cstdio>
#include <numeric>
#include <string>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [sum]
static int sum(tenure::own<int[]> numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0); }
// [/sum]

static void rows() {
  // [array]
  tenure::slot<int[6]> row;
  tenure::own<int[]> numbers = row.emplace_each([](std::size_t i) { return static_cast<int>(i * i); });
  expect(numbers.size() == 6 && numbers[5] == 25, "each element was made in its place");

  auto [front, back] = std::move(numbers).split_at(3);
  expect(sum(std::move(front)) == 0 + 1 + 4, "the first three go one way");
  expect(sum(std::move(back)) == 9 + 16 + 25, "the others another");
  // [/array]
}

// [token]
struct name {
  std::string text;
};
struct number {
  long value;
};
// [/token]

static void arena() {
  // [arena]
  tenure::arena<256> memory;
  {
    tenure::own<name> variable = memory.emplace<name>("x");
    tenure::own<number> value = memory.emplace<number>(42L);
    expect(variable->text == "x" && value->value == 42, "different types, one storage");
  }  // the values end here, the room stays used

  expect(memory.used() >= sizeof(name) + sizeof(number), "nothing comes back one by one");
  memory.reset();
  expect(memory.used() == 0, "all of it comes back at once");
  // [/arena]
}

static void full() {
  // [full]
  tenure::arena<sizeof(number)> tiny;
  auto first = tiny.try_emplace<number>(1L);
  auto second = tiny.try_emplace<number>(2L);
  expect(first.has_value(), "the first fits");
  expect(!second && second.error().left == 0, "the second is told how much room is left");
  // [/full]
}

int main() {
  rows();
  arena();
  full();
  return failures;
}
