// SPDX-License-Identifier: BSL-1.0
// What references cost, what they are made of, and what they do in constant expressions.
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/diary.hpp"
#include "tenure/selfref.hpp"

using namespace tenure::selfref;
using tenure::test::ensure;

struct record {
  std::array<int, 4> numbers{1, 2, 3, 4};
  int raw[3]{5, 6, 7};
  int one = 8;
  self_tag<&record::one> single{};
  self_slice<&record::numbers, std::uint32_t> some{1, 2};
  self_slice<&record::raw> tail{1, 2};
  [[no_unique_address]] self_field<&record::one> known{};
};
struct more : record {};
struct stranger {
  int one;
};

struct bare {
  std::uint32_t one;
};
struct fielded {
  std::uint32_t one;
  [[no_unique_address]] self_field<&fielded::one> known;
};
static_assert(sizeof(fielded) == sizeof(bare) && std::is_empty_v<self_field<&fielded::one>>);
static_assert(sizeof(self_tag<&record::one>) == 1 && sizeof(self_ptr<record>) == 4 &&
              sizeof(self_ptr_or_null<int>) == 4);
static_assert(sizeof(self_slice<&record::numbers, std::uint32_t>) == 8 &&
              sizeof(self_slice<&record::raw>) == 2 * sizeof(std::size_t));
static_assert(sizeof(rel_ptr<int>) == sizeof(void*) && sizeof(unsafe_ref<int>) == sizeof(void*));

// Trivial where the bytes are the value, and only there.
template <class T>
concept Trivial = std::is_trivially_copyable_v<T>;
static_assert(Trivial<self_field<&fielded::one>> && Trivial<self_tag<&record::one>> &&
              Trivial<self_slice<&record::raw>>);
static_assert(Trivial<self_ptr<int>> && Trivial<self_ptr_or_null<int>> && !Trivial<rel_ptr<int>> &&
              !Trivial<unsafe_ref<int>>);

// Never null but by request.
template <class T>
concept Nullable = std::default_initializable<T> || std::constructible_from<T, std::nullptr_t>;
static_assert(!Nullable<self_ptr<int>> && !Nullable<rel_ptr<int>> && !Nullable<unsafe_ref<int>>);
static_assert(Nullable<self_ptr_or_null<int>>);
static_assert(!std::constructible_from<rel_ptr<int const>, int> &&
              !std::constructible_from<unsafe_ref<int const>, int>);
static_assert(std::constructible_from<rel_ptr<int const>, int&> &&
              std::constructible_from<unsafe_ref<int const>, int&>);

// Const where the owner is.
template <class Owner>
using known_in = decltype(std::declval<record&>().known.in(std::declval<Owner&>()));
template <class Owner>
using single_in = decltype(std::declval<record&>().single.in(std::declval<Owner&>()));
template <class Owner>
using some_in = decltype(std::declval<record&>().some.in(std::declval<Owner&>()));
static_assert(std::same_as<known_in<record>, int&> && std::same_as<known_in<record const>, int const&>);
static_assert(std::same_as<single_in<record>, int&> && std::same_as<single_in<record const>, int const&>);
static_assert(std::same_as<some_in<record>, std::span<int>> &&
              std::same_as<some_in<record const>, std::span<int const>>);
static_assert(std::same_as<known_in<more>, int&>);
static_assert(std::same_as<decltype(*std::declval<self_ptr<int>&>()), int&>);
static_assert(std::same_as<decltype(*std::declval<self_ptr<int> const&>()), int const&>);
static_assert(std::same_as<decltype(*std::declval<rel_ptr<int> const&>()), int&>);

// Text is seen as text, whatever it is wrapped in.
struct texts {
  std::string plain;
  std::optional<std::u16string> maybe;
  std::vector<char> bytes;
  self_slice<&texts::plain> a;
  self_slice<&texts::maybe> b;
  self_slice<&texts::bytes> c;
};
static_assert(std::same_as<decltype(std::declval<texts&>().a.in(std::declval<texts&>())), std::string_view>);
static_assert(
    std::same_as<decltype(std::declval<texts&>().b.in(std::declval<texts&>())), std::u16string_view>);
static_assert(std::same_as<decltype(std::declval<texts&>().c.in(std::declval<texts&>())), std::span<char>>);
static_assert(
    std::same_as<decltype(std::declval<texts&>().a.span_in(std::declval<texts&>())), std::span<char>>);

struct pick {
  int a = 1;
  int b = 2;
  self_tag<&pick::a, &pick::b> which{};
};
struct unlike {
  int a = 1;
  double b = 2.5;
  self_tag<&unlike::a, &unlike::b> which{};
};

constexpr bool places_are_constant_expressions() {
  record r;
  record copy = r;
  copy.known.in(copy) = 80;
  ensure(r.one == 8 && copy.one == 80);
  ensure(copy.some.in(copy)[0] == 2 && copy.tail.in(copy)[1] == 7);
  copy.numbers[1] = 20;
  ensure(r.some.in(r)[0] == 2 && copy.some.in(copy)[0] == 20);
  copy.some = decltype(copy.some)::of(copy, std::span{copy.numbers}.last(1));
  ensure(copy.some.position() == 3 && copy.some.size() == 1);
  r = copy;
  ensure(r.some.in(r)[0] == 4 && &r.some.in(r)[0] == &r.numbers[3]);

  pick p;
  ensure(p.which.is<&pick::a>() && p.which.in(p) == 1);
  p.which.set<&pick::b>();
  pick q;
  std::swap(p, q);
  ensure(q.which.index() == 1 && &q.which.in(q) == &q.b && &p.which.in(p) == &p.a);
  unlike u;
  u.which.set<&unlike::b>();
  auto const twice = [](auto each) { return 2.0 * each; };
  ensure(u.which.visit(u, twice) == 5.0);
  u.which = decltype(u.which)::to<&unlike::a>();
  ensure(u.which.visit(u, twice) == 2.0);
  return true;
}
static_assert(places_are_constant_expressions());

// `-> super Self` through three levels, for a type that knows its address and cannot move.
struct fixed : immovable {
  int value;
  fixed const* self = this;
  constexpr explicit fixed(int v) : value{v} {}
};
constexpr fixed inner(int v) { return fixed{v}; }
constexpr fixed middle(int v) { return inner(v + 1); }
constexpr fixed outer(int v) { return middle(v + 1); }
constexpr bool super_self() {
  tenure::slot<fixed> place;
  auto const o = place.emplace_with([] { return outer(40); });
  return o->value == 42 && o->self == &*o;
}
static_assert(super_self());
static_assert(!tenure::Move<fixed> && !Transfer<fixed>);
