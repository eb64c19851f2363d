// SPDX-License-Identifier: BSL-1.0
// How many fields an aggregate has, and which: surely, or not at all.
#include "tenure/ownership/fields.hpp"

#include <any>
#include <array>
#include <atomic>
#include <condition_variable>
#include <expected>
#include <filesystem>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// An aggregate that says it is a tuple, and of another size.
struct tuple_like {
  int a, b;
};
template <>
struct std::tuple_size<tuple_like> {
  static constexpr std::size_t value = 1;
};
static_assert(!tenure::Structured<tuple_like>);

namespace fields_static {

using tenure::field_count;
using tenure::field_types;
using tenure::has_mutable_field;
using tenure::PfrSafe;
using tenure::Structured;
using tenure::type_list;

template <class T, class... Field>
concept Has = Structured<T> && std::is_same_v<field_types<T>, type_list<Field...>>;

int somewhere = 0;
struct empty {};
struct two {
  int a, b;
};

// Each kind of field, alone, before another one and behind it: none shifts the count.
template <class F>
struct alone {
  F f;
};
template <class F>
struct before {
  F f;
  int n;
};
template <class F>
struct behind {
  int n;
  F f;
};
template <class F>
struct nested {
  alone<F> f;
  two n;
};
template <class F>
inline constexpr bool readable =
    Has<alone<F>, F> && Has<before<F>, F, int> && Has<behind<F>, int, F> && Has<nested<F>, alone<F>, two>;

enum class choice { left, right };
struct immovable {
  explicit immovable(int);
  immovable(immovable&&) = delete;
};
struct choosy {
  choosy(int);
  choosy(char const*);
};
struct explicit_default {
  explicit explicit_default();
};
class hiding {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};

static_assert(readable<int> && readable<choice> && readable<std::nullptr_t> && readable<int*> &&
              readable<void (*)()> && readable<int two::*> && readable<int volatile> && readable<int const>);
static_assert(readable<int&> && readable<int const&> && readable<std::unique_ptr<int>&> &&
              readable<int (&)[3]> && readable<void (&)()> && readable<hiding const&>);
static_assert(readable<empty> && readable<two> && readable<hiding> && readable<immovable> &&
              readable<choosy> && readable<explicit_default> && readable<std::allocator<int>>);
static_assert(readable<std::string> && readable<std::string_view> && readable<std::span<int>> &&
              readable<std::filesystem::path> && readable<std::initializer_list<int>>);
static_assert(readable<std::pair<int, std::string>> && readable<std::tuple<>> && readable<std::tuple<int>> &&
              readable<std::tuple<int, std::unique_ptr<int>>> && readable<std::tuple<std::any>> &&
              readable<std::array<int, 3>>);
static_assert(readable<std::optional<int>> && readable<std::optional<std::any>> &&
              readable<std::optional<std::optional<int>>> && readable<std::variant<int, std::string>> &&
              readable<std::variant<std::monostate, std::any>> && readable<std::expected<int, std::string>> &&
              readable<std::any> && readable<std::function<void()>>);
static_assert(readable<std::unique_ptr<int>> && readable<std::shared_ptr<int>> &&
              readable<std::reference_wrapper<int>> && readable<std::atomic<int>> && readable<std::mutex> &&
              readable<std::condition_variable> && readable<std::lock_guard<std::mutex>> &&
              readable<std::unique_lock<std::mutex>> && readable<std::thread> && readable<std::jthread> &&
              readable<std::future<int>> && readable<std::packaged_task<int()>>);
// Boost.PFR's own counter is a hard error for these.
static_assert(readable<std::vector<std::unique_ptr<int>>> && readable<std::map<int, std::unique_ptr<int>>> &&
              readable<std::optional<std::unique_ptr<int>>> && readable<std::list<std::any>>);

// Constructors that take everything.
struct greedy {
  template <class T>
  greedy(T&&) {}
};
struct greedy_with_default {
  greedy_with_default() {}
  template <class T>
  greedy_with_default(T&&) {}
};
static_assert(Has<behind<greedy>, int, greedy> && Has<behind<greedy_with_default>, int, greedy_with_default>);
// In front, it may as well be a base: not known.
static_assert(!Structured<before<greedy>>);

// Defaults do not hide fields.
struct with_defaults {
  int a = 1;
  int& r = somewhere;
  choosy c = 1;
  greedy g = 1;
  int const last = 4;
};
static_assert(Has<with_defaults, int, int&, choosy, greedy, int const>);
struct required_in_the_middle {
  int a = 1;
  int const& r;
  std::string s = "";
};
static_assert(Has<required_in_the_middle, int, int const&, std::string>);

static_assert(Has<empty> && field_count<empty> == 0 && field_count<two> == 2);
static_assert(field_count<two const> == 2 && field_count<two&> == 2 &&
              Has<two const, int const, int const> == false);

struct with_empty_parts {
  [[no_unique_address]] empty e;
  [[no_unique_address]] std::allocator<int> a;
  int n;
};
static_assert(Has<with_empty_parts, empty, std::allocator<int>, int>);

struct with_destructor {
  std::unique_ptr<int> p;
  ~with_destructor() {}
};
static_assert(Has<with_destructor, std::unique_ptr<int>>);

// Recursive, and mutually so.
struct tree {
  int value;
  std::vector<tree> children;
  std::unique_ptr<tree> parent;
  tree* root;
};
static_assert(Has<tree, int, std::vector<tree>, std::unique_ptr<tree>, tree*>);
struct odd;
struct even {
  std::vector<odd> next;
};
struct odd {
  std::vector<even> next;
  even* last;
};
static_assert(Has<even, std::vector<odd>> && Has<odd, std::vector<even>, even*>);

// Not known.
struct with_array {
  int xs[3];
  int n;
};
struct with_array_of_one {
  int xs[1];
};
struct with_array_last {
  int n;
  two xs[2];
};
struct with_bits {
  int a : 3;
  int b : 5;
};
struct with_const_bits {
  int n;
  int const a : 3;
};
struct derived_from_empty : empty {
  int n;
};
struct derived_from_two : two {
  int n;
};
struct only_base : two {};
union either {
  int a;
  float b;
};
struct with_union {
  either e;
  int n;
};
struct with_anonymous_union {
  union {
    int a;
    float b;
  };
  int n;
};
struct undestroyable {
  int n;
  ~undestroyable() = delete;
};
class half_hiding {
 public:
  int a;
  int get() const { return b_; }

 private:
  int b_ = 0;
};
struct polymorphic {
  virtual void f();
  int n;
};
static_assert(!Structured<with_array> && !Structured<with_array_of_one> && !Structured<with_array_last>);
static_assert(!Structured<with_bits> && !Structured<with_const_bits>);
static_assert(!Structured<derived_from_empty> && !Structured<derived_from_two> && !Structured<only_base>);
static_assert(!Structured<either> && !Structured<with_union> && !Structured<with_anonymous_union>);
static_assert(!Structured<undestroyable> && !Structured<half_hiding> && !Structured<polymorphic>);
static_assert(!Structured<hiding> && !Structured<std::string> && !Structured<std::array<int, 3>> &&
              !Structured<std::pair<int, int>>);
static_assert(!Structured<int> && !Structured<int*> && !Structured<void> && !Structured<void()> &&
              !Structured<int[3]> && !Structured<choice> && !Structured<decltype([] {})>);

// The neighbour of an array that is known, and a nested one.
struct with_std_array {
  std::array<int, 3> xs;
  int n;
};
struct around_array {
  with_array inner;
  int n;
};
static_assert(Has<with_std_array, std::array<int, 3>, int> && Has<around_array, with_array, int>);

// Mutable fields.
struct caching {
  int n;
  mutable int cache;
};
struct caching_class {
  mutable std::mutex m;
};
struct unchanging {
  int n;
  int const c;
  int& r;
  int* p;
};
static_assert(has_mutable_field<caching> && has_mutable_field<caching_class>);
static_assert(!has_mutable_field<unchanging> && !has_mutable_field<empty>);

// Classes that overload what is asked of them, or have more than fields.
struct no_address {
  int x;
  int* operator&() const = delete;
};
struct no_comma {
  int x;
  template <class T>
  void operator,(T&&) const = delete;
};
struct listed {
  listed(std::initializer_list<int>);
};
struct with_statics {
  static int s;
  int a;
  static constexpr int t = 3;
  int f();
  using type = int;
};
struct alignas(64) aligned {
  char c;
};
static_assert(readable<no_address> && readable<no_comma> && readable<listed> && readable<aligned>);
static_assert(Has<with_statics, int>);

// A hundred fields, and one more.
template <int N>
struct ten {
  int a, b, c, d, e;
  std::string f, g, h;
  std::unique_ptr<int> i, j;
};
struct fifty {
  int a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
  std::string c0, c1, c2, c3, c4, c5, c6, c7, c8, c9;
  std::unique_ptr<int> d0, d1, d2, d3, d4, d5, d6, d7, d8, d9;
  double e0, e1, e2, e3, e4, e5, e6, e7, e8, e9;
};
struct hundred {
  int a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
  int c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9;
  int e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, f0, f1, f2, f3, f4, f5, f6, f7, f8, f9;
  int g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, h0, h1, h2, h3, h4, h5, h6, h7, h8, h9;
  std::string i0, i1, i2, i3, i4, i5, i6, i7, i8, i9;
  int j0, j1, j2, j3, j4, j5, j6, j7, j8;
  int const& last;
};
struct hundred_and_one {
  int a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
  int c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9;
  int e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, f0, f1, f2, f3, f4, f5, f6, f7, f8, f9;
  int g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, h0, h1, h2, h3, h4, h5, h6, h7, h8, h9;
  int i0, i1, i2, i3, i4, i5, i6, i7, i8, i9, j0, j1, j2, j3, j4, j5, j6, j7, j8, j9, one_more;
};
static_assert(field_count<ten<0>> == 10 && field_count<fifty> == 50 && field_count<hundred> == 100);
static_assert(!Structured<hundred_and_one>);

// Local classes and templates.
constexpr bool of_a_local_class() {
  struct local {
    int a;
    std::unique_ptr<int> b;
  };
  return Has<local, int, std::unique_ptr<int>>;
}
static_assert(of_a_local_class());

// Access in constant expressions.
constexpr int doubled_sum() {
  struct {
    int a, b, c;
  } t{1, 2, 3};
  int sum = 0;
  tenure::for_each_field(t, [&sum](int& field) { sum += field *= 2; });
  tenure::field_at<1>(t) += 100;
  return sum + tenure::with_fields(std::as_const(t), [](int const&, int const& b, int const&) { return b; });
}
static_assert(doubled_sum() == 12 + 104);

// What PFR is asked about.
static_assert(PfrSafe<two> && PfrSafe<empty> && PfrSafe<before<std::string>> && PfrSafe<with_std_array> &&
              PfrSafe<before<std::optional<int>>>);
static_assert(!PfrSafe<before<int&>> && !PfrSafe<before<std::vector<std::unique_ptr<int>>>> &&
              !PfrSafe<with_array> && !PfrSafe<either> && !PfrSafe<derived_from_empty>);
static_assert(tenure::fields_equal(two{1, 2}, two{1, 2}) && !tenure::fields_equal(two{1, 2}, two{1, 3}));
static_assert(tenure::fields_less(two{1, 2}, two{1, 3}) && !tenure::fields_less(two{1, 3}, two{1, 3}));

template <class T>
concept Comparable = requires(T const& t) { tenure::fields_equal(t, t); };
template <class T>
concept Hashable = requires(T const& t) { tenure::hash_fields(t); };
static_assert(Comparable<two> && Hashable<two>);
static_assert(!Comparable<before<two>> && !Hashable<before<two>> && !Comparable<before<int&>>);

}  // namespace fields_static
