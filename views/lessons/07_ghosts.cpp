// SPDX-License-Identifier: BSL-1.0
// Ghost fields: state that one reasons about and does not store.
#include <tenure/views.hpp>

#include <cstdint>
#include <cstdio>
#include <type_traits>

namespace v = tenure::views;
using v::mut;

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [beans]
class BeanCounter {
  [[no_unique_address]] v::ghost<std::uint32_t, struct a> a_;  // two numbers that an argument needs ..
  [[no_unique_address]] v::ghost<std::uint32_t, struct b> b_;
  std::uint32_t sum_;  // .. and the one that the program needs

 public:
  // A ghost has an initialiser: it is compiled, so it goes on making sense, and it is never run.
  constexpr BeanCounter(std::uint32_t x, std::uint32_t y)
      : a_{[&] { return x; }}, b_{[&] { return y; }}, sum_{x + y} {}
  constexpr std::uint32_t sum() const { return sum_; }

  // A ghost leads to no byte: who holds a view of it may reason about it while somebody else writes the rest.
  using ghosts = v::field<&BeanCounter::a_>;
  using real = v::field<&BeanCounter::sum_>;
};
static_assert(v::Disjoint<BeanCounter, mut<BeanCounter::ghosts>, mut<BeanCounter::real>>);
static_assert(sizeof(BeanCounter) == sizeof(std::uint32_t));
static_assert(!std::is_default_constructible_v<v::ghost<int>>);  // leaving it out is [views.ghost]
// [/beans]

// [phantom]
// An anonymous one: the class has to do with a T and holds none. It is Send when a T is.
template <class T>
struct handle {
  int number;
  [[no_unique_address]] v::phantom<T> of;
};
static_assert(tenure::Send<handle<int>>);
static_assert(!tenure::Send<handle<int*>>);
static_assert(sizeof(handle<int*>) == sizeof(int));
// [/phantom]

int main() {
  constexpr BeanCounter counter{1, 2};
  expect(counter.sum() == 3, "three beans");
  return failures;
}
