// SPDX-License-Identifier: BSL-1.0
// Interfaces with abstract fields, code that is generic over sets of fields, places inside places.
#include <tenure/views.hpp>

#include <concepts>
#include <cstdint>
#include <cstdio>

namespace v = tenure::views;
using v::at, v::field, v::mut, v::path, v::shr, v::view;

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [interface]
// A trait of the post: two names, and functions that need one each. Whoever uses it knows the names only.
template <class I>
concept Interface = v::AbstractField<I, typename I::data1> && v::AbstractField<I, typename I::data2> &&
                    requires(view<I, shr<typename I::data1>> one, view<I, mut<typename I::data2>> two) {
                      { I::get_data1(one) } -> std::same_as<std::uint32_t>;
                      { I::bump_data2(two) } -> std::same_as<std::uint32_t>;
                    };

template <Interface I>
std::uint32_t both(I& object) {
  auto [one, two] =
      v::lend<mut<v::all>>(object).template split<shr<typename I::data1>, mut<typename I::data2>>();
  return I::get_data1(one) + I::bump_data2(two);
}
// [/interface]

// [implementation]
class OneCounter {
  std::uint32_t counter_ = 7;
  friend struct v::access;

 public:
  struct data1;
  struct data2;

 private:
  static auto tenure_fields(data1*) -> v::fields<&OneCounter::counter_>;
  static auto tenure_fields(data2*) -> v::fields<>;  // it has none

 public:
  static std::uint32_t get_data1(view<OneCounter, shr<data1>> self) {
    return self[at<&OneCounter::counter_>];
  }
  static std::uint32_t bump_data2(view<OneCounter, mut<data2>>) { return 0; }
};
// [/implementation]

// [sets]
struct particle {
  float x, y, z;
  float mass;
};
using x = field<&particle::x>;
using y = field<&particle::y>;
using z = field<&particle::z>;

/// The set of fields is a parameter, which Rust's view types do not offer.
template <class T, class... Axis>
void scale(view<T, mut<Axis...>> v, float by) {
  ((v[Axis{}] *= by), ...);
}

/// A constraint on two sets: what is written is not what is read.
template <class From, class To, class T>
  requires v::Disjoint<T, shr<From>, mut<To>>
void copy_to(view<T, shr<From>, mut<To>> v) {
  v[To{}] = v[From{}];
}

static_assert(v::Covers<particle, mut<v::all>, shr<x, y>>);
static_assert(!v::Covers<particle, shr<v::all>, mut<x>>);
static_assert(v::Disjoint<particle, mut<x, y>, mut<v::all_but<x, y>>>);
// [/sets]

// [nested]
struct inner {
  int foo, bar;
};
struct Baz {
  inner in;
  int other;
};
using foo = path<&Baz::in, &inner::foo>;
using bar = path<&Baz::in, &inner::bar>;

void follow(view<Baz, shr<foo>, mut<bar>> self) {
  self[at<&Baz::in, &inner::bar>] = self[at<&Baz::in, &inner::foo>];
}

static_assert(v::Disjoint<Baz, shr<foo>, mut<bar>>);
static_assert(!v::Disjoint<Baz, shr<foo>, mut<field<&Baz::in>>>);  // a part and its whole
static_assert(
    v::Covers<Baz, mut<field<&Baz::in>>, v::grants<shr<foo>, mut<bar>>>);  // and the whole covers its parts
// [/nested]

int main() {
  OneCounter c;
  expect(both(c) == 7, "the counter");
  particle p{1, 2, 3, 4};
  scale(v::lend<mut<x, z>>(p), 2);
  copy_to(v::lend<shr<z>, mut<y>>(p));
  expect(p.x == 2 && p.y == 6 && p.z == 6 && p.mass == 4, "two axes scaled, one copied");
  Baz b{{1, 2}, 3};
  follow(v::lend<mut<v::all>>(b));
  expect(b.in.bar == 1, "one part follows the other");
  return failures;
}
