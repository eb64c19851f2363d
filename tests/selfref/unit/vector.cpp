// SPDX-License-Identifier: BSL-1.0
#include "tenure/selfref/vector.hpp"

#include <cstdint>
#include <iterator>
#include <memory>
#include <memory_resource>
#include <ranges>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "selfref/elements.hpp"
#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/box.hpp"

#if defined(__SANITIZE_THREAD__)
#define TENURE_THREAD_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TENURE_THREAD_SANITIZER 1
#endif
#endif

namespace {

using namespace tenure;
using namespace tenure::test;
using selfref::relocation_tier;
using selfref::tier;
using selfref::transfer_vector;

/// Immovable, and refers to itself by address: only its hook can relocate it. Works in constant expressions.
class anchored {
  int value_;
  anchored* self_ = this;
  friend selfref::relocate_traits<anchored>;

 public:
  constexpr explicit anchored(int value) : value_{value} {}
  anchored(anchored const&) = delete;
  anchored& operator=(anchored const&) = delete;
  constexpr int value() const { return self_ == this ? value_ : -1; }
};

struct alignas(64) wide {
  int value;
  friend constexpr bool operator==(wide const&, wide const&) = default;
};

struct tree {
  int value = 0;
  transfer_vector<tree> children{};  // of an incomplete type here
};

constexpr transfer_vector<int> numbers(int first, int beyond) {
  transfer_vector<int> made;
  for (; first < beyond; ++first) made.push_back(first);
  return made;
}

}  // namespace

template <>
struct tenure::selfref::relocate_traits<anchored> {
  static constexpr anchored relocate(own<anchored> from) noexcept { return anchored{from->value()}; }
};

namespace {

static_assert(relocation_tier<transfer_vector<anchored>> == tier::realloc, "its elements lie elsewhere");
static_assert(relocation_tier<transfer_vector<int, allocator_of<int, true, false>>> == tier::realloc);
static_assert(Move<transfer_vector<anchored>> && !Move<anchored>);
static_assert(Send<transfer_vector<int>> && !Send<transfer_vector<int*>>);
static_assert(std::contiguous_iterator<transfer_vector<int>::iterator>);
static_assert(std::ranges::contiguous_range<transfer_vector<int>>);
static_assert(std::is_nothrow_move_constructible_v<transfer_vector<anchored>>);
static_assert(std::is_nothrow_move_assignable_v<transfer_vector<anchored>>);
static_assert(std::is_nothrow_swappable_v<transfer_vector<anchored>>);
static_assert(!std::equality_comparable<transfer_vector<anchored>>);
static_assert(sizeof(transfer_vector<int>) == 3 * sizeof(void*));

/// What follows runs in constant expressions as well, and under the sanitizers.

constexpr bool grows_and_shrinks() {
  auto v = numbers(0, 20);
  ensure(v.size() == 20 && v.capacity() >= 20 && v.front() == 0 && v.back() == 19 && v.at(7) == 7);
  v.reserve(100);
  ensure(v.capacity() == 100 && v == numbers(0, 20));
  v.resize(3);
  v.shrink_to_fit();
  ensure(v.capacity() == 3 && v == numbers(0, 3));
  v.resize(5);
  ensure(v == transfer_vector<int>{0, 1, 2, 0, 0});
  v.resize(6, 9);
  ensure(v.back() == 9);
  v.pop_back();
  v.clear();
  ensure(v.empty());
  v.shrink_to_fit();
  return v.capacity() == 0;
}

constexpr bool inserts_and_erases() {
  auto v = numbers(0, 4);
  ensure(*v.insert(v.begin() + 1, 7) == 7);
  ensure(v.insert(v.end(), {8, 9}) == v.begin() + 5);
  ensure(v == transfer_vector<int>{0, 7, 1, 2, 3, 8, 9});
  ensure(*v.erase(v.begin()) == 7);
  ensure(v.erase(v.begin() + 1, v.begin() + 3) == v.begin() + 1);
  ensure(v.erase(v.end(), v.end()) == v.end());
  ensure(v == transfer_vector<int>{7, 3, 8, 9});
  ensure(*v.emplace(v.begin(), 5) == 5);
  v.assign(3, 4);
  ensure(v == transfer_vector<int>{4, 4, 4});
  v = {1, 2, 3, 4, 5, 6};
  ensure(erase_if(v, [](int n) { return n % 2 == 0; }) == 3 && v == transfer_vector<int>{1, 3, 5});
  ensure(erase(v, 3) == 1 && erase(v, 3) == 0);
  return v.take(v.begin()) == 1 && v == transfer_vector<int>{5};
}

/// Arguments that are elements, at every size between two growths.
constexpr bool takes_arguments_from_itself() {
  for (int n = 1; n <= 9; ++n) {
    for (int i = 0; i < n; ++i) {
      auto const whole = numbers(0, n);
      auto const element = [i](auto& v) -> auto& { return v[static_cast<std::size_t>(i)]; };
      auto a = whole, b = whole, c = whole, d = whole, e = whole, f = whole;
      a.push_back(element(a));
      ensure(a.back() == i);
      b.insert(b.begin(), element(b));
      ensure(b.front() == i && b[1] == 0 && b.back() == n - 1);
      c.insert(c.begin() + 1, 3, element(c));
      ensure(c[0] == 0 && c[1] == i && c[3] == i && (n == 1 || c[4] == 1));
      d.emplace(d.begin(), std::move(element(d)));
      ensure(d.front() == i);
      e.assign(12, element(e));
      ensure(e.size() == 12 && e.front() == i && e.back() == i);
      f.resize(30, element(f));
      ensure(f.back() == i && f.size() == 30);
    }
  }
  return true;
}

constexpr bool copies_moves_and_swaps() {
  auto a = numbers(0, 5);
  auto b = a;
  ensure(a == b);
  b[0] = 1;
  ensure(a < b && a != b && (a <=> b) < 0 && (numbers(0, 4) <=> a) < 0);
  auto const* const where = a.data();
  auto c = std::move(a);
  ensure(a.empty() && c.data() == where);
  swap(b, c);
  ensure(b.data() == where && c[0] == 1);
  a = b;
  a = *&a;
  ensure(a == b && a.data() != b.data());
  b = std::move(c);
  ensure(b[0] == 1 && c.empty());
  return true;
}

constexpr bool holds_what_cannot_be_moved() {
  transfer_vector<anchored> v;
  for (int i = 0; i < 9; ++i) v.emplace_back(i);
  v.emplace(v.begin(), 10);
  v.emplace_with(v.begin() + 5, [] { return anchored{11}; });
  v.emplace_back_with([] { return anchored{12}; });
  v.erase(v.begin() + 1, v.begin() + 3);
  slot<anchored> out;
  auto taken = v.take_into(out, v.begin());
  ensure(taken->value() == 10);
  v.relocate_in(v.begin() + 1, std::move(taken));
  auto const last = v.take(v.end() - 1);
  ensure(last.value() == 12 && v.size() == 9);
  int const expected[] = {2, 10, 3, 11, 4, 5, 6, 7, 8};
  for (std::size_t i = 0; i < v.size(); ++i) ensure(v[i].value() == expected[i]);
  return erase_if(v, [](anchored const& each) { return each.value() % 2 == 1; }) == 4 && v[1].value() == 10;
}

static_assert(grows_and_shrinks());
static_assert(inserts_and_erases());
static_assert(takes_arguments_from_itself());
static_assert(copies_moves_and_swaps());
static_assert(holds_what_cannot_be_moved());

TEST_CASE("transfer_vector at run time as in constant expressions") {
  CHECK(grows_and_shrinks());
  CHECK(inserts_and_erases());
  CHECK(takes_arguments_from_itself());
  CHECK(copies_moves_and_swaps());
  CHECK(holds_what_cannot_be_moved());
}

TEST_CASE("transfer_vector from ranges") {
  std::vector<std::string> const words{"a", "b", "c"};
  transfer_vector<std::string> v(words.begin(), words.end());
  v.insert_range(v.begin() + 1, words | std::views::reverse);
  CHECK(v == transfer_vector<std::string>{"a", "c", "b", "a", "b", "c"});
  v.assign_range(words | std::views::filter([](auto& word) { return word != "b"; }));
  CHECK(v == transfer_vector<std::string>{"a", "c"});
  std::istringstream in{"x y z"};
  v.insert(v.begin() + 1, std::istream_iterator<std::string>{in}, {});
  CHECK(v == transfer_vector<std::string>{"a", "x", "y", "z", "c"});
  char const* const literals[] = {"1", "2"};
  v.append_range(literals);
  CHECK(v.back() == "2");
  std::vector<std::unique_ptr<int>> owners(3);
  transfer_vector<std::unique_ptr<int>> w(std::move_iterator{owners.begin()},
                                          std::move_iterator{owners.end()});
  CHECK(w.size() == 3);
  transfer_vector deduced(words.begin(), words.end());
  CHECK(std::is_same_v<decltype(deduced), transfer_vector<std::string>>);
  CHECK(std::vector<std::string>(v.rbegin(), v.rend()).front() == "2");
}

TEST_CASE("transfer_vector says what is not there") {
  transfer_vector<int> v{1, 2, 3};
  CHECK_THROWS_AS(v.at(3), std::out_of_range);
  CHECK_THROWS_AS(std::as_const(v).at(3), std::out_of_range);
  CHECK_THROWS_AS(v.reserve(v.max_size() + 1), std::length_error);
  CHECK_THROWS_AS(v.resize(v.max_size() + 1), std::length_error);
  CHECK_THROWS_AS(v.resize(static_cast<std::size_t>(-1)), std::length_error);
  CHECK(v == transfer_vector<int>{1, 2, 3});
#if !defined(TENURE_ADDRESS_SANITIZER) && !defined(TENURE_THREAD_SANITIZER)  // they end the program instead
  CHECK_THROWS_AS(v.reserve(v.max_size()), std::bad_alloc);
  CHECK_THROWS_AS(transfer_vector<wide>{}.reserve(v.max_size() / 32), std::bad_alloc);
#endif
  CHECK(v == transfer_vector<int>{1, 2, 3});
#if TENURE_CHECKED
  char const* const bounds = "[selfref.bounds]";
  CHECK(traps(bounds, [] { static_cast<void>(transfer_vector<int>{1}[1]); }));
  CHECK(traps(bounds, [] { static_cast<void>(transfer_vector<int>{}.front()); }));
  CHECK(traps(bounds, [] { static_cast<void>(transfer_vector<int>{}.back()); }));
  CHECK(traps(bounds, [] { transfer_vector<int>{}.pop_back(); }));
  CHECK(traps(bounds, [&] { v.erase(v.end()); }));
  CHECK(traps(bounds, [&] { v.erase(v.begin() + 2, v.begin() + 1); }));
  CHECK(traps(bounds, [&] { v.insert(v.begin() + 4, 0); }));
  CHECK(traps(bounds, [&] { v.take(v.end()); }));
#endif
}

TEST_CASE("transfer_vector of what is aligned beyond malloc") {
  transfer_vector<wide> v;
  for (int i = 0; i < 100; ++i) {
    v.push_back({i});
    v.insert(v.begin(), {-i});
    REQUIRE(reinterpret_cast<std::uintptr_t>(v.data()) % alignof(wide) == 0);
  }
  CHECK((v.size() == 200 && v.front() == wide{-99} && v.back() == wide{99}));
  CHECK(relocation_tier<wide> == tier::memcpy);
}

TEST_CASE("a large transfer_vector of bytes grows where it is, or moves as a whole") {
  transfer_vector<std::uint64_t> v;
  for (std::uint64_t i = 0; i < 300'000; ++i) v.push_back(i);
  v.insert(v.begin() + 100, 1000, 7);
  bool right = v.size() == 301'000 && v[99] == 99 && v[100] == 7 && v[1100] == 100;
  for (std::uint64_t i = 1100; i < v.size(); ++i) right = right && v[i] == i - 1000;
  CHECK(right);
}

TEST_CASE("transfer_vector of a type that holds a transfer_vector of it") {
  tree root{1};
  for (int i = 0; i < 5; ++i) root.children.push_back({i, {{}, {}}});
  root.children.insert(root.children.begin(), root.children[3]);
  CHECK((root.children.size() == 6 && root.children[0].value == 3 && root.children[0].children.size() == 2));
}

TEST_CASE("transfer_vector leaves the elements that a throwing predicate has not seen") {
  noted_elements = {};
  transfer_vector<element<by::hook>> v;
  for (int i = 0; i < 10; ++i) v.emplace_back(i);
  CHECK_THROWS_AS(erase_if(v,
                           [](auto const& each) {
                             if (each.value() == 6) throw boom{};
                             return each.value() % 2 == 0;
                           }),
                  boom);
  int const expected[] = {1, 3, 5, 6, 7, 8, 9};
  REQUIRE(v.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) CHECK(v[i].value() == expected[i]);
  CHECK(noted_elements.alive == 7);
}

TEST_CASE("transfer_vector moves no element that it can relocate") {
  noted_elements = {};
  transfer_vector<element<by::move>> moved;
  for (int i = 0; i < 100; ++i) moved.insert(moved.begin(), i);
  CHECK(noted_elements.moves > 0);
  auto const moves = noted_elements.moves;
  auto const other = std::move(moved);
  CHECK(noted_elements.moves == moves);
}

template <bool Tells, bool Propagates>
void with_allocator() {
  using T = element<by::move>;
  using allocator = allocator_of<T, Tells, Propagates>;
  using vector = transfer_vector<T, allocator>;
  noted_elements = {};
  int balance = 0;
  {
    allocator const left{1, &balance}, right{2, &balance};
    vector a(3, 7, left);
    vector b({1, 2, 3, 4}, right);
    CHECK(a.get_allocator() == left);
    for (int i = 0; i < 20; ++i) a.insert(a.begin() + 1, a.back());
    erase_if(a, [](T const& each) { return each.value() == 7; });
    CHECK(balance == (Tells ? noted_elements.alive : 0));
    vector copy(b);
    CHECK(copy.get_allocator() == right);
    vector copied_left(b, left);
    CHECK((copied_left == b && copied_left.get_allocator() == left));
    vector moved_left(std::move(copy), left);  // unequal: each element goes over
    CHECK((moved_left == b && copy.empty()));
    auto const* const where = b.data();
    a = std::move(b);
    CHECK((a == moved_left && b.empty() && (a.data() == where) == Propagates));
    CHECK(a.get_allocator() == (Propagates ? right : left));
    vector c(right);
    c = a;
    CHECK((c == a && c.get_allocator() == right));
    if constexpr (Propagates) {
      vector d(2, 1, left);
      d.swap(c);
      CHECK((c.get_allocator() == left && d == a));
    }
    CHECK(balance == (Tells ? noted_elements.alive : 0));
  }
  CHECK((noted_elements.alive == 0 && balance == 0));
}

TEST_CASE("transfer_vector with other allocators") {
  with_allocator<false, false>();
  with_allocator<false, true>();
  with_allocator<true, false>();
  with_allocator<true, true>();

  std::pmr::monotonic_buffer_resource pool;
  transfer_vector<std::pmr::string, std::pmr::polymorphic_allocator<std::pmr::string>> v(&pool);
  for (int i = 0; i < 50; ++i) v.emplace(v.begin(), std::string(40, 'x') + std::to_string(i));
  CHECK((v.size() == 50 && v.front().ends_with("x49")));
  CHECK(v[7].get_allocator().resource() == &pool);
#if TENURE_CHECKED
  using pmr = transfer_vector<int, std::pmr::polymorphic_allocator<int>>;
  CHECK(traps("[selfref.bounds]", [&] {
    pmr a(&pool), b;
    a.swap(b);
  }));
#endif
}

/// Poisons the end of its own bytes while it does not use it, as libc++'s string does.
class shy {
  char used_[24] = {};
  char unused_[8] = {};

 public:
  explicit shy(char c) noexcept {
    used_[0] = c;
#if defined(TENURE_ADDRESS_SANITIZER)
    __asan_poison_memory_region(unused_, sizeof(unused_));
#endif
  }
  shy(shy const&) = delete;
  shy& operator=(shy const&) = delete;
  ~shy() { selfref::detail::lift_poison(unused_, sizeof(unused_)); }
  char first() const { return used_[0]; }
};

}  // namespace

template <>
struct tenure::selfref::relocate_traits<shy> : relocates_by<tier::realloc> {};

TEST_CASE("transfer_vector of elements that poison their own bytes") {
  transfer_vector<shy> v;
  for (char c = 'a'; c <= 'z'; ++c) v.emplace(v.begin(), c);
  v.erase(v.begin() + 3, v.begin() + 7);
  v.shrink_to_fit();
  slot<shy> out;
  auto const taken = v.take_into(out, v.begin());
  CHECK((v.size() == 21 && taken->first() == 'z' && v.front().first() == 'y' && v.back().first() == 'a'));
}
