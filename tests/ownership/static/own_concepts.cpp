// SPDX-License-Identifier: BSL-1.0
// What the types of the module can do at all, each refusal beside something that is allowed.
#include <concepts>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>

#include "tenure/ownership/arena.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/own_array.hpp"
#include "tenure/ownership/slot.hpp"

namespace {

struct plain {
  int a, b;
};
struct owning {
  std::string name;
  std::unique_ptr<int> more;
};
struct copyable {
  std::string name;
};
struct trivial_by_hand {
  int a;
  ~trivial_by_hand() = default;
};
struct ended {
  int a;
  ~ended() {}
};
struct ended_but_owning {
  std::unique_ptr<int> a;
  ~ended_but_owning() {}
};
struct ended_but_string {
  std::string a;
  ~ended_but_string() {}
};
struct spoken_for {
  int a;
  ~spoken_for() {}
};
struct denied {
  int a;
};
struct derived_from_plain : plain {
  int c;
};
class hides {
  int a = 0;

 public:
  int get() const { return a; }
};
struct with_array {
  int a[2];
};
struct with_bits {
  int a : 3;
};
union either {
  int a;
  char b;
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::destructure, spoken_for> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::destructure, denied> : tenure::no {};

namespace tenure {

template <class T>
concept Affine = std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T> &&
                 !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T>;
static_assert(Affine<own<int>> && Affine<own<int const>> && Affine<own<std::mutex>> && Affine<own<int[]>>);
static_assert(Affine<box<int>> && Affine<box<std::mutex>> && Affine<vacant_box<int>>);
static_assert(!Affine<int>);

template <class T>
concept Stays = !std::is_move_constructible_v<T> && !std::is_copy_constructible_v<T> &&
                !std::is_move_assignable_v<T> && !std::is_copy_assignable_v<T>;
static_assert(Stays<slot<int>> && Stays<slot<int[2]>> && Stays<arena<16>>);
static_assert(!Stays<own<int>>);

// An own is never null: it is made by a storage or by from_raw, and by nothing else.
static_assert(!std::is_default_constructible_v<own<int>> && !std::is_constructible_v<own<int>, int*>);
static_assert(!std::is_constructible_v<own<int>, std::nullptr_t> && !std::is_constructible_v<own<int>, int&>);
static_assert(std::is_default_constructible_v<vacant_box<int>> && !std::is_default_constructible_v<box<int>>);

// There is no conversion behind one's back, to const or to a base: `into` says it.
static_assert(!std::is_convertible_v<own<int>, own<int const>> && !std::is_convertible_v<own<int>, int>);
static_assert(std::is_same_v<decltype(std::declval<own<int>>().into<int const>()), own<int const>>);

// What consumes can be called on an rvalue only.
template <class O>
concept ConsumesLvalue = requires(O o) { o.take(); } || requires(O o) { o.split(); } || requires(O o) {
  o.release();
} || requires(O o) { o.take_out(); } || requires(O o) { o.leak(); } || requires(O o) { o.split_at(1); };
template <class O>
concept ConsumesRvalue = requires(O o) { std::move(o).take(); };
static_assert(!ConsumesLvalue<own<plain>> && !ConsumesLvalue<box<int>> && !ConsumesLvalue<own<int[]>>);
static_assert(ConsumesRvalue<own<int>> && ConsumesRvalue<box<int>>);

// Through a const own or box the value is const.
template <class O>
concept WritesWhenConst = requires(O const& o) { *o = 1; };
template <class O>
concept Writes = requires(O& o) { *o = 1; };
static_assert(Writes<own<int>> && !WritesWhenConst<own<int>>);
static_assert(Writes<box<int>> && !WritesWhenConst<box<int>>);
static_assert(!Writes<own<int const>>);

// split: provable absence of a destructor, or the author's word.
static_assert(Destructure<plain> && Destructure<owning> && Destructure<copyable>);
static_assert(Destructure<plain const> && Destructure<owning const>);
static_assert(Destructure<trivial_by_hand>);
static_assert(!Destructure<ended> && !Destructure<ended_but_owning> && !Destructure<ended_but_string>);
static_assert(Destructure<spoken_for> && !Destructure<denied>);
static_assert(Destructure<spoken_for const> && !Destructure<denied const>);
static_assert(!Destructure<derived_from_plain> && !Destructure<hides> && !Destructure<with_array>);
static_assert(!Destructure<with_bits> && !Destructure<either> && !Destructure<int> &&
              !Destructure<own<plain>>);

// The markers: moving an own or a box moves no value; otherwise it is as its value is.
static_assert(Move<own<std::mutex>> && Move<box<std::mutex>> && !Move<slot<int>> && Move<own<int>>);
static_assert(Send<own<int>> && !Send<own<int*>> && Sync<own<int>> && !Sync<own<int*>>);
static_assert(Send<box<plain>> && !Send<box<int*>> && Send<own<own<int>>>);
static_assert(Leak<own<int>> && Leak<box<int>>);

}  // namespace tenure
