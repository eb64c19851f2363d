// SPDX-License-Identifier: BSL-1.0
// What converts into what, what is disjoint, which places are one: each refusal beside its neighbour.
#include <array>
#include <atomic>
#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenure/views.hpp"

using namespace tenure::views;

struct inner {
  int left;
  int right;
};
struct no_bytes {};
struct also_no_bytes {};
struct outer {
  int x;
  std::string s;
  inner in;
  [[no_unique_address]] no_bytes e;
  [[no_unique_address]] also_no_bytes f;
  std::tuple<int, std::string> t;
  std::pair<int, inner> p;
};
using fx = field<&outer::x>;
using fs = field<&outer::s>;
using fin = field<&outer::in>;
using left = path<&outer::in, &inner::left>;
using right = path<&outer::in, &inner::right>;

// One place has one set of bytes, however it is written (the plan of this module; V5).
static_assert(std::same_as<fx, path<&outer::x>> && std::same_as<nth<0>, path<std::size_t{0}>>);
static_assert(places<outer, fx> == places<outer, nth<0>>);
static_assert(places<outer, fs> == places<outer, nth<1>>);
static_assert(places<outer, right> == places<outer, path<2, 1>>);
static_assert(places<outer, fx> != places<outer, fs>);
static_assert(places<outer, path<&outer::p, &std::pair<int, inner>::second>> == places<outer, path<6, 1>>);
static_assert(subset(places<outer, left>, places<outer, fin>) &&
              !subset(places<outer, fin>, places<outer, left>));
static_assert(disjoint(places<outer, left>, places<outer, right>));
static_assert(subset(places<outer, fx, fs, fin>, places<outer, all>));
static_assert(places<outer, fx, left> == (places<outer, left> | places<outer, nth<0>>));
static_assert(places<outer, all_but<fx>> == places<outer, all> - places<outer, fx>);
static_assert(places<outer, except<fin, left>> == places<outer, right>);
static_assert(disjoint(places<outer, field<&outer::e>>, places<outer, field<&outer::f>>));
static_assert(places<outer, field<&outer::e>> == places<outer, nth<3>>);

// What is a place at all.
static_assert(PathIn<outer, &outer::x> && !PathIn<outer, &inner::left>);
static_assert(PathIn<outer, 6> && !PathIn<outer, 7> && !PathIn<outer, -1>);
static_assert(PathIn<outer, 5, 1> && !PathIn<outer, 5, 2>);
struct refers {
  int& r;
  int y;
};
static_assert(!PathIn<refers, 0> && PathIn<refers, &refers::y>);
static_assert(!PathIn<std::tuple<int&, int>, 0> && PathIn<std::tuple<int&, int>, 1>);
struct base {
  int in_base;
};
struct derived : base {
  int own;
};
static_assert(PathIn<derived, &base::in_base> && PathIn<derived, &derived::own> && !PathIn<derived, 0>);
static_assert(Disjoint<derived, mut<field<&derived::in_base>>, mut<field<&derived::own>>>);
struct shape {
  int id;
  inner at;
  virtual double area() const = 0;

 protected:
  ~shape() = default;
};
static_assert(Disjoint<shape, mut<field<&shape::id>>, mut<field<&shape::at>>>);
static_assert(!Disjoint<shape, mut<path<&shape::at, &inner::left>>, mut<field<&shape::at>>>);
static_assert(Disjoint<shape, mut<path<&shape::at, &inner::left>>, mut<path<&shape::at, &inner::right>>>);
struct either {
  union {
    int i;
    float f;
  };
  int beside;
};
static_assert(!Disjoint<either, mut<field<&either::i>>, mut<field<&either::f>>>);
static_assert(Disjoint<either, mut<field<&either::i>>, mut<field<&either::beside>>>);
struct large {
  std::array<char, 100'000'000> first;
  int last;
};
static_assert(places<large, nth<1>> == places<large, field<&large::last>>);
static_assert(places<std::array<int, 3>, nth<2>>[0].begin == 2 * sizeof(int));

// V9: a view converts into a view of no more.
template <class From, class To>
concept Becomes = std::convertible_to<view<outer, From>, view_of<outer, To>>;
static_assert(Becomes<mut<fx, fs>, mut<fx>> && !Becomes<mut<fx>, mut<fx, fs>>);
static_assert(Becomes<mut<fx>, shr<fx>> && !Becomes<shr<fx>, mut<fx>>);
static_assert(Becomes<mut<fin>, shr<left>> && !Becomes<mut<left>, shr<fin>>);
static_assert(Becomes<mut<all>, grants<shr<fx>, mut<fs>>> &&
              !Becomes<mut<all_but<fx>>, grants<shr<fx>, mut<fs>>>);
static_assert(Becomes<mut<fx>, mut<nth<0>>> && Becomes<mut<nth<0>>, mut<fx>>);
static_assert(Becomes<mut<left, right>, mut<fin>>);  // they are all there is in it

// V10, V11, V37: a view of all and the object, explicitly; a view of some, by lend only.
static_assert(std::constructible_from<view<outer, mut<all>>, outer&>);
static_assert(!std::convertible_to<outer&, view<outer, mut<all>>>);
static_assert(!std::constructible_from<view<outer, mut<all>>, outer const&>);
static_assert(!std::constructible_from<view<outer, mut<all>>, outer>);
static_assert(std::constructible_from<view<outer, shr<all>>, outer const&>);
static_assert(std::constructible_from<view<outer, shr<all>>, outer&>);
static_assert(!std::constructible_from<view<outer, mut<fx>>, outer&>);
static_assert(std::constructible_from<outer&, view<outer, mut<all>>>);
static_assert(!std::convertible_to<view<outer, mut<all>>, outer&>);
static_assert(std::constructible_from<outer const&, view<outer, shr<all>>>);
static_assert(!std::constructible_from<outer&, view<outer, shr<all>>>);
static_assert(!std::constructible_from<outer const&, view<outer, mut<fx>>>);

// What may live together.
static_assert(Disjoint<outer, mut<fx>, mut<fs>, shr<fin>> && !Disjoint<outer, mut<fx>, mut<fs>, shr<fs>>);
static_assert(Disjoint<outer, shr<fx>, shr<fx, fs>> && !Disjoint<outer, shr<fx>, mut<fx>>);
static_assert(Disjoint<outer, mut<left>, mut<right>> && !Disjoint<outer, mut<left>, mut<fin>>);
static_assert(Disjoint<outer, mut<fx>, mut<all_but<fx>>> && !Disjoint<outer, mut<fx>, shr<all>>);

// lend
template <class T, class... G>
concept Lends = requires(T object) { lend<G...>(static_cast<T>(object)); };
static_assert(Lends<outer&, mut<fx>> && Lends<outer const&, shr<fx>> && !Lends<outer&&, shr<fx>>);

// Generic code over sets (V12 goes further than the post).
template <class... A>
constexpr bool reads(view<outer, shr<A...>>) {
  return Grants<view<outer, shr<A...>>, shr<fx>>;
}
static_assert(std::is_invocable_v<decltype(reads<fs>), view<outer, shr<fs>>>);
static_assert(Grants<view<outer, mut<fx, fs>>, shr<fx>> && !Grants<view<outer, mut<fs>>, shr<fx>>);
static_assert(!Grants<outer, shr<fx>>);

// What is read through shr is const all the way down.
struct shallow {
  int* raw;
  std::unique_ptr<int> unique;
  std::shared_ptr<int> shared;
  std::reference_wrapper<int> wrapped;
  std::span<int> span;
  std::vector<std::unique_ptr<int>> many;
  std::map<int, int*> map;
  std::atomic<int> atomic;
  int const* already;
  void (*function)();
  std::string plain;
};
template <auto Member>
using read_as = decltype(std::declval<view<shallow, shr<all>>>()[at<Member>]);
template <auto Member>
using written_as = decltype(std::declval<view<shallow, mut<all>>>()[at<Member>]);
static_assert(std::same_as<read_as<&shallow::raw>, int const*> &&
              std::same_as<written_as<&shallow::raw>, int*&>);
static_assert(std::same_as<read_as<&shallow::unique>, int const*>);
static_assert(std::same_as<read_as<&shallow::shared>, int const*>);
static_assert(std::same_as<read_as<&shallow::wrapped>, int const&>);
static_assert(std::same_as<decltype(std::declval<read_as<&shallow::span>>()[0]), int const&>);
static_assert(std::same_as<decltype(std::declval<read_as<&shallow::many>>()[0]), int const*>);
static_assert(std::same_as<decltype((*std::declval<read_as<&shallow::map>>().begin()).second), int const*>);
static_assert(std::same_as<read_as<&shallow::atomic>, std::atomic<int> const&>);
static_assert(std::same_as<read_as<&shallow::already>, int const* const&>);
static_assert(std::same_as<read_as<&shallow::function>, void (*const&)()>);
static_assert(std::same_as<read_as<&shallow::plain>, std::string const&>);

// V33
template <class V>
concept StdSwappable = requires(V& v, V& w) { std::swap(v, w); };
static_assert(StdSwappable<int*> && !StdSwappable<view<outer, mut<fx>>>);

// Abstract fields (V13, V17, V19): in a class of their own names, and in a trait's.
struct data1;
struct data2;
class one_counter {
  int counter = 0;
  friend struct tenure::views::access;
  static auto tenure_fields(data1*) -> fields<&one_counter::counter>;
  static auto tenure_fields(data2*) -> fields<>;
  static auto tenure_fields(struct counter*) -> fields<&one_counter::counter>;  // shares the field's name

 public:
  static int get1(view<one_counter, shr<data1>> self) { return self[at<&one_counter::counter>]; }
  static int get2(view<one_counter, shr<data2>>) { return 0; }
  static int get3(view<one_counter, shr<field<&one_counter::counter>>> self) {  // an impl may spell the field
    return self[at<&one_counter::counter>];
  }
};
template <class T>
concept Interface = AbstractField<T, data1> && AbstractField<T, data2> &&
                    requires(view<T, shr<data1>> v1, view<T, shr<data2>> v2) {
                      { T::get1(v1) } -> std::same_as<int>;
                      { T::get2(v2) } -> std::same_as<int>;
                      { T::get3(v1) } -> std::same_as<int>;
                    };
static_assert(Interface<one_counter> && !Interface<outer>);
static_assert(AbstractField<one_counter, data1> && !AbstractField<one_counter, inner>);
static_assert(Disjoint<one_counter, mut<data1>, mut<data2>, mut<data2>> &&
              !Disjoint<one_counter, mut<data1>, shr<all>>);
static_assert(!PathIn<one_counter, 0>);

// One word; in unchecked builds nothing but a pointer.
static_assert(sizeof(view<outer, shr<fx>, mut<fs, left>>) == sizeof(void*));
static_assert(std::is_trivially_copyable_v<view<outer, mut<all>>> != tenure::is_checked);
