// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/slot.hpp"

#include <any>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "support/diary.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

struct plain {
  int a;
  int b = 5;
};
struct empty {};

/// Its constructor fails when it is told to.
struct may_fail {
  noted part;
  may_fail(diary& d, bool fail) : part{d, 1} {
    if (fail) throw 1;
  }
};

/// Takes anything in its constructor: what would swallow a lazily converting object whole.
struct greedy {
  int taken = 0;
  constexpr greedy() = default;
  template <class T>
  constexpr greedy(T&&) : taken{1} {}
  constexpr greedy(greedy const&) = default;
  constexpr greedy(greedy&&) = default;
};

constexpr bool emplace_hands_on_its_arguments() {
  slot<plain> s;
  {
    auto o = s.emplace(1, 2);
    ensure(o->a == 1 && o->b == 2);
  }
  auto o = s.emplace(3);
  ensure(o->a == 3 && o->b == 5);
  return true;
}

constexpr bool a_slot_is_used_again_and_again() {
  diary d;
  slot<noted> s;
  noted const* where = nullptr;
  for (int i = 1; i <= 3; ++i) {
    auto o = s.emplace(d, i);
    ensure(where == nullptr || where == o.get());
    where = o.get();
  }
  ensure(d.dropped(1, 2, 3));
  return true;
}

constexpr bool emplace_with_makes_immovable_values_in_place() {
  diary d;
  slot<pinned> s;
  {
    auto o = s.emplace_with([&] { return pinned{d, 1}; });
    ensure(o->is_where_it_was_made() && o->id() == 1 && d.moves == 0);
  }
  ensure(d.dropped(1));
  return true;
}

constexpr bool values_drop_in_reverse_order_of_the_owns() {
  diary d;
  {
    slot<noted> s, t, u;
    auto a = t.emplace(d, 1);
    auto b = u.emplace(d, 2);
    auto c = s.emplace(d, 3);
  }
  ensure(d.dropped(3, 2, 1));
  return true;
}

constexpr bool try_emplace_with_gives_a_movable_value() {
  diary d;
  slot<noted> s;
  auto make = [&](int id) -> std::expected<noted, int> {
    if (id < 0) return std::unexpected{id};
    return noted{d, id};
  };
  {
    auto good = s.try_emplace_with([&] { return make(1); });
    static_assert(std::is_same_v<decltype(good), std::expected<own<noted>, int>>);
    ensure(good.has_value() && (*good)->id() == 1);
  }
  ensure(d.dropped(1) && d.alive == 0);
  auto bad = s.try_emplace_with([&] { return make(-4); });
  ensure(!bad.has_value() && bad.error() == -4 && d.dropped(1) && d.alive == 0);
  auto o = s.emplace(d, 2);  // nothing is lent after an error
  ensure(o->id() == 2);
  return true;
}

constexpr bool try_emplace_with_makes_an_immovable_value_last() {
  diary d;
  slot<pinned> s;
  auto prepare = [&](int id) {
    auto init = [&d, id] { return pinned{d, id}; };
    using result = std::expected<decltype(init), char>;
    return id < 0 ? result{std::unexpect, 'n'} : result{init};
  };
  {
    auto good = s.try_emplace_with([&] { return prepare(1); });
    static_assert(std::is_same_v<decltype(good), std::expected<own<pinned>, char>>);
    ensure(good.has_value() && (*good)->is_where_it_was_made());
  }
  ensure(d.dropped(1));
  auto bad = s.try_emplace_with([&] { return prepare(-1); });
  ensure(!bad.has_value() && bad.error() == 'n' && d.alive == 0);
  auto o = s.emplace(d, 2);
  ensure(o->id() == 2);
  return true;
}

constinit slot<std::string> in_static_memory;

struct holder {  // a slot as a member, filled from outside
  slot<noted> room;
};

struct alignas(64) line {
  int value;
};
struct alignas(4096) page {
  int value;
};

template <class T>
bool is_aligned(T const* at) {
  return reinterpret_cast<std::uintptr_t>(at) % alignof(T) == 0;
}

}  // namespace

TEST_CASE("emplace constructs from its arguments, aggregates too") {
  static_assert(emplace_hands_on_its_arguments());
  CHECK(emplace_hands_on_its_arguments());
  slot<std::unique_ptr<int>> s;
  auto o = s.emplace(std::make_unique<int>(4));
  CHECK(**o == 4);
}

TEST_CASE("A slot is used again at the same address") {
  static_assert(a_slot_is_used_again_and_again());
  CHECK(a_slot_is_used_again_and_again());
}

TEST_CASE("emplace_with makes an immovable value in place") {
  static_assert(emplace_with_makes_immovable_values_in_place());
  CHECK(emplace_with_makes_immovable_values_in_place());
}

TEST_CASE("Values in a frame drop in reverse order of their owns") {
  static_assert(values_drop_in_reverse_order_of_the_owns());
  CHECK(values_drop_in_reverse_order_of_the_owns());
}

TEST_CASE("try_emplace_with makes a value or gives the error") {
  static_assert(try_emplace_with_gives_a_movable_value());
  static_assert(try_emplace_with_makes_an_immovable_value_last());
  CHECK(try_emplace_with_gives_a_movable_value());
  CHECK(try_emplace_with_makes_an_immovable_value_last());
}

TEST_CASE("An error may be a type that only moves") {
  slot<int> s;
  auto bad = s.try_emplace_with(
      []() -> std::expected<int, std::unique_ptr<int>> { return std::unexpected{std::make_unique<int>(9)}; });
  REQUIRE(!bad.has_value());
  CHECK(*bad.error() == 9);
}

TEST_CASE("A constructor that throws leaves the slot as it was") {
  diary d;
  slot<may_fail> s;
  CHECK_THROWS_AS(s.emplace(d, true), int);
  CHECK(d.alive == 0);
  CHECK_THROWS_AS(s.emplace_with([&]() -> may_fail { return {d, true}; }), int);
  CHECK_THROWS_AS(s.try_emplace_with([&]() -> std::expected<may_fail, int> { throw 2; }), int);
  auto init = [&] { return may_fail{d, true}; };
  CHECK_THROWS_AS(s.try_emplace_with([&] { return std::expected<decltype(init), int>{init}; }), int);
  CHECK(d.alive == 0);
  auto o = s.emplace(d, false);
  CHECK(d.alive == 1);
}

TEST_CASE("Constructors that take anything do not swallow what makes the value") {
  slot<std::any> any;
  {
    auto o = any.emplace_with([] { return std::any{42}; });
    CHECK(std::any_cast<int>(*o) == 42);
  }
  {
    auto o = any.try_emplace_with([]() -> std::expected<std::any, int> { return std::any{43}; });
    CHECK(std::any_cast<int>(**o) == 43);
  }
  {
    auto init = [] { return std::any{44}; };
    auto o = any.try_emplace_with([&] { return std::expected<decltype(init), int>{init}; });
    CHECK(std::any_cast<int>(**o) == 44);
  }
  CHECK(std::any_cast<int>(any.emplace(45).take()) == 45);

  slot<greedy> g;
  {
    auto o = g.emplace_with([] { return greedy{}; });
    CHECK(o->taken == 0);
  }
  CHECK(g.emplace().take().taken == 0);

  slot<std::function<int()>> f;
  auto call = f.emplace_with([] { return std::function<int()>{[] { return 5; }}; });
  CHECK((*call)() == 5);
  slot<std::variant<std::any, int>> v;
  auto o = v.emplace_with([] { return std::variant<std::any, int>{3}; });
  CHECK(o->index() == 1);
  slot<std::vector<std::any>> row;
  CHECK(row.emplace_with([] { return std::vector<std::any>(3); }).take().size() == 3);
}

TEST_CASE("A slot in static memory needs no start-up code") {
  auto o = in_static_memory.emplace("here");
  CHECK(*o == "here");
}

TEST_CASE("A slot on the heap and a slot as a member") {
  diary d;
  auto heap = std::make_unique<slot<noted>>();
  auto member = std::make_unique<holder>();
  {
    auto o = heap->emplace(d, 1);
    auto p = member->room.emplace(d, 2);
    CHECK(o->id() + p->id() == 3);
  }
  CHECK(d.dropped(2, 1));
}

TEST_CASE("A slot lies in a value that lies in a slot") {
  diary d;
  slot<holder> outer;
  {
    auto house = outer.emplace();
    {
      auto guest = house->room.emplace(d, 1);
      CHECK(guest->id() == 1);
    }
    CHECK(d.dropped(1));
    auto guest = house->room.emplace(d, 2);
    CHECK(guest->id() == 2);
  }
  CHECK(d.dropped(1, 2));
  auto again = outer.emplace();
  CHECK(d.alive == 0);

  slot<slot<noted>> direct;  // the inner value has the outer value's very address
  {
    auto inner = direct.emplace();
    auto guest = inner->emplace(d, 3);
    CHECK(static_cast<void*>(guest.get()) == static_cast<void*>(inner.get()));
  }
  auto inner = direct.emplace();
  auto guest = inner->emplace(d, 4);
  CHECK(guest->id() == 4);
}

TEST_CASE("Alignment is kept") {
  slot<line> a[2];
  for (auto& s : a) {
    auto o = s.emplace(3);
    CHECK(is_aligned(o.get()));
    line const taken = std::move(o).take();  // outside CHECK, which names its argument twice
    CHECK(taken.value == 3);
  }
  auto p = std::make_unique<slot<page>>();
  auto o = p->emplace(4);
  CHECK(is_aligned(o.get()));
  slot<page> here;
  auto q = here.emplace(5);
  CHECK(is_aligned(q.get()));
  static_assert(alignof(slot<line>) == 64 && alignof(slot<page>) == 4096);
}

TEST_CASE("Empty values are values") {
  slot<empty> s;
  {
    auto o = s.emplace();
    static_cast<void>(std::move(o).take());
  }
  auto o = s.emplace_with([] { return empty{}; });
  CHECK(o.get() != nullptr);
}
