// SPDX-License-Identifier: BSL-1.0
// Verdicts without the standard library: what the language itself defines, declarations, structure.
#include "tenure/ownership/markers.hpp"

#include <cstddef>
#include <type_traits>
#include <utility>

namespace markers_static {
using namespace tenure;

template <class M, class T>
inline constexpr bool has = derived<M, T> == verdict::yes;
template <class M, class T>
inline constexpr bool lacks = derived<M, T> == verdict::no;
template <class M, class T>
inline constexpr bool open = derived<M, T> == verdict::unknown;
template <class T>
inline constexpr bool all_four = Send<T> && Sync<T> && Move<T> && Leak<T>;

enum class choice { left, right };
struct point {
  int x, y;
};

// Plain values.
static_assert(all_four<int> && all_four<double> && all_four<bool> && all_four<choice> &&
              all_four<std::nullptr_t> && all_four<int point::*> && all_four<std::byte>);
static_assert(lacks<marker::synchronised, int> && Synchronised<int const>);
static_assert(Send<void> && Leak<void>);

// Arrays are as their elements, constness is looked through.
static_assert(all_four<int[3]> && all_four<point[2][2]> && !Send<int* [3]> && Leak<int* [3]>);
static_assert(Send<int[]> && !Send<int*[]>);
static_assert(all_four<int const> && all_four<point const> && !Send<int* const> && Leak<int* const>);
static_assert(open<marker::send, int volatile> && open<marker::leak, point volatile>);

// Pointers: whoever made one may use it meanwhile. To move or leak a pointer does nothing to its target.
static_assert(lacks<marker::send, int*> && lacks<marker::sync, int*> && lacks<marker::send, int const*> &&
              lacks<marker::sync, int const*> && lacks<marker::send, void*>);
static_assert(Move<int*> && Leak<int*> && Move<void*> && Leak<void const*>);
static_assert(all_four<void (*)()> && all_four<int (*)(int*)> && Send<void()> && Send<void (&)()>);

// References: `T const&` is Send exactly when `T` is Sync. Nothing takes away what a `T&` was made from.
static_assert(Send<int const&> && Sync<int const&> && !Send<int&> && !Sync<int&> && !Send<int&&>);
static_assert(!Send<int* const&> && Send<point const&> && !Send<point&>);
static_assert(Move<int&> && Leak<int&> && Move<point const&> && Leak<point&&>);

template <class T>
inline constexpr bool sync_is_send_of_const_reference =
    derived<marker::sync, T> == derived<marker::send, T const&>;

// Aggregates are as their fields are.
struct of_point {
  point p;
  choice c;
};
struct of_pointer {
  int n;
  int* p;
};
struct of_nested_pointer {
  of_point a;
  of_pointer b;
};
struct of_reference {
  int& r;
};
struct of_const_reference {
  int const& r;
  int const n;
};
struct of_function {
  void (*f)();
};
struct empty {};
static_assert(all_four<point> && all_four<of_point> && all_four<empty> && all_four<of_function> &&
              all_four<of_const_reference>);
static_assert(lacks<marker::send, of_pointer> && lacks<marker::sync, of_pointer> && Move<of_pointer> &&
              Leak<of_pointer>);
static_assert(lacks<marker::send, of_nested_pointer> && Leak<of_nested_pointer>);
static_assert(lacks<marker::send, of_reference> && lacks<marker::sync, of_reference> && Leak<of_reference>);
static_assert(lacks<marker::synchronised, point> && Synchronised<empty> && Synchronised<of_const_reference>);

// A class that hides its fields is unknown until it says, but it runs its own code when it is moved.
class hiding {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};
struct of_hiding {
  int n;
  hiding h;
};
struct of_hiding_and_pointer {
  hiding h;
  int* p;
};
static_assert(open<marker::send, hiding> && open<marker::sync, hiding> && open<marker::leak, hiding> &&
              open<marker::synchronised, hiding> && Move<hiding>);
static_assert(!Send<hiding> && !Sync<hiding> && !Leak<hiding>);
static_assert(open<marker::send, of_hiding> && open<marker::leak, of_hiding> && Move<of_hiding>);
static_assert(lacks<marker::send, of_hiding_and_pointer> && open<marker::leak, of_hiding_and_pointer>);

// What cannot be read is unknown.
struct with_array {
  int xs[3];
  int n;
};
struct with_bits {
  int a : 3;
};
struct with_base : point {};
union either {
  int a;
  float b;
};
struct shape {
  virtual ~shape() = default;
  virtual void draw() = 0;
};
static_assert(open<marker::send, with_array> && open<marker::leak, with_bits> &&
              open<marker::send, with_base> && open<marker::leak, either> && open<marker::move, either> &&
              open<marker::leak, shape> && open<marker::send, shape>);

// A mutable field may be written through a `T const&`.
struct caching {
  int n;
  mutable int cache;
};
struct of_caching {
  caching c;
};
static_assert(open<marker::sync, caching> && Send<caching> && Leak<caching> && Move<caching>);
static_assert(open<marker::sync, of_caching> && Send<of_caching> && open<marker::send, caching const&>);

// Moving: a class that cannot be moved, and one that holds it.
struct immovable {
  immovable() = default;
  immovable(immovable&&) = delete;
};
struct of_immovable {
  immovable i;
};
struct pinning {
  immovable& i;
};
class move_only {
 public:
  move_only(move_only&&) noexcept {}
  int get() const { return x_; }

 private:
  int x_ = 0;
};
struct of_move_only {
  move_only m;
  int n;
};
struct of_const_move_only {
  move_only const m;
};
static_assert(lacks<marker::move, immovable> && lacks<marker::move, of_immovable> && Move<pinning>);
static_assert(Move<move_only> && Move<of_move_only> && lacks<marker::move, of_const_move_only> &&
              lacks<marker::move, move_only const> && Move<point const>);
static_assert(lacks<marker::move, immovable[2]> && Move<move_only[2]>);

// Lambdas: without captures they are functions; what they captured cannot be read.
inline auto plain_lambda = [] { return 1; };
inline auto capturing = [n = 1] { return n; };
static_assert(all_four<decltype(plain_lambda)> && open<marker::send, decltype(capturing)> &&
              open<marker::leak, decltype(capturing)> && Move<decltype(capturing)>);

// Declarations come before structure, and reach through it.
struct guard {
  int n;
};
struct of_guard {
  int n;
  guard g;
};
struct by_word {
  int* p;
};
struct by_doubt {
  int n;
};
template <class T>
class handle {
 public:
  explicit handle(T*) {}
  handle(handle&&) noexcept {}

 private:
  T* p_ = nullptr;
};
template <class T>
class counted {
 public:
  explicit counted(T*) {}

 private:
  T* p_ = nullptr;
};
}  // namespace markers_static

template <>
struct tenure::declare<tenure::marker::leak, markers_static::guard> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::move, markers_static::guard> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::send, markers_static::by_word> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::send, markers_static::by_doubt> : tenure::unknown {};
template <class M, class T>
struct tenure::declare<M, markers_static::handle<T>> : tenure::like<T> {};
template <class T>
struct tenure::declare<tenure::marker::send, markers_static::counted<T>>
    : tenure::when<tenure::is<tenure::marker::send, T>, tenure::is<tenure::marker::sync, T>> {};

namespace markers_static {

static_assert(lacks<marker::leak, guard> && lacks<marker::move, guard> && Send<guard> && Sync<guard>);
static_assert(lacks<marker::leak, of_guard> && lacks<marker::move, of_guard> && Send<of_guard> &&
              lacks<marker::leak, guard const> && lacks<marker::leak, guard[2]> && Leak<guard&>);
static_assert(Send<by_word> && lacks<marker::sync, by_word> && open<marker::send, by_doubt> &&
              Sync<by_doubt>);
static_assert(Send<handle<int>> && lacks<marker::send, handle<int*>> && lacks<marker::leak, handle<guard>> &&
              Leak<handle<int*>> && lacks<marker::move, handle<guard>> && open<marker::send, handle<hiding>>);
static_assert(Send<counted<int>> && lacks<marker::send, counted<int*>> &&
              open<marker::send, counted<caching>> && open<marker::leak, counted<int>>);

// Recursion, whatever it goes through.
struct list {
  int value;
  handle<list> next;
};
struct bad_list {
  int value;
  handle<bad_list> next;
  int* extra;
};
struct unknown_list {
  handle<unknown_list> next;
  hiding h;
};
struct odd;
struct even {
  handle<odd> next;
};
struct odd {
  handle<even> next;
  handle<odd> self;
};
struct bad_odd;
struct bad_even {
  handle<bad_odd> next;
};
struct bad_odd {
  handle<bad_even> next;
  guard g;
  int* p;
};
static_assert(Send<list> && Sync<list> && Leak<list> && Move<list>);
static_assert(lacks<marker::send, bad_list> && Leak<bad_list> && open<marker::send, unknown_list>);
static_assert(Send<even> && Send<odd> && Leak<even> && Leak<odd>);
// Asked in both orders: no verdict depends on what was asked before.
static_assert(lacks<marker::leak, bad_even> && lacks<marker::leak, bad_odd>);
static_assert(lacks<marker::send, bad_odd> && lacks<marker::send, bad_even>);
// A pointer to oneself needs no complete type, and ends the question.
struct ring {
  ring* next;
  int n;
};
static_assert(lacks<marker::send, ring> && Leak<ring> && Move<ring>);
struct forward;
static_assert(Leak<forward*> && lacks<marker::send, forward*> && Leak<forward&>);

// A deep chain and a wide graph.
template <int N>
struct chain {
  handle<chain<N - 1>> next;
  handle<chain> self;
  int n;
};
template <>
struct chain<0> {
  handle<chain<0>> self;
  void (*f)();
};
static_assert(Send<chain<60>>);
template <int N, int M>
struct wide {
  handle<wide<N - 1, 2 * M>> left;
  handle<wide<N - 1, 2 * M + 1>> right;
};
template <int M>
struct wide<0, M> {
  handle<wide<0, M>> self;
  std::conditional_t<M == 40, int*, int> last;
};
static_assert(Send<wide<5, 0>> && lacks<marker::send, wide<6, 0>> && Leak<wide<6, 0>>);

// Taking apart is never derived.
static_assert(open<marker::destructure, point> && open<marker::destructure, int>);

static_assert(sync_is_send_of_const_reference<int> && sync_is_send_of_const_reference<int*> &&
              sync_is_send_of_const_reference<point> && sync_is_send_of_const_reference<caching> &&
              sync_is_send_of_const_reference<hiding> && sync_is_send_of_const_reference<of_reference> &&
              sync_is_send_of_const_reference<list> && sync_is_send_of_const_reference<bad_even> &&
              sync_is_send_of_const_reference<by_word> && sync_is_send_of_const_reference<shape> &&
              sync_is_send_of_const_reference<int&> && sync_is_send_of_const_reference<int[3]>);

// A marker of one's own.
struct cheap {
  static constexpr text word{"Cheap"};
  static constexpr text rule{"markers_static.cheap"};
  static constexpr text advice{"make it smaller"};
  static constexpr verdict pointer = verdict::yes;
  template <class T>
  static constexpr verdict hidden = sizeof(T) <= 8 ? verdict::yes : verdict::no;
};
static_assert(has<cheap, point> && has<cheap, hiding> && has<cheap, int*>);

}  // namespace markers_static
