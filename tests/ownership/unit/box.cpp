// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/box.hpp"

#include <any>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/diary.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

constexpr bool a_box_drops_its_value() {
  diary d;
  {
    auto b = box<noted>::make(d, 1);
    ensure(b->id() == 1 && (*b).id() == 1 && d.alive == 1);
  }
  ensure(d.dropped(1) && d.alive == 0);
  return true;
}

constexpr bool a_box_is_moved_and_assigned() {
  diary d;
  {
    auto a = box<noted>::make(d, 1);
    auto const* where = a.get();
    auto b = std::move(a);
    ensure(b.get() == where);
    b = box<noted>::make(d, 2);
    ensure(d.dropped(1));
    a = std::move(b);
    ensure(a->id() == 2 && d.dropped(1));
    a = std::move(untracked(a));
    ensure(untracked(a)->id() == 2);
  }
  ensure(d.dropped(1, 2) && d.alive == 0);
  return true;
}

constexpr bool a_box_is_deep() {
  auto b = box<int>::make(1);
  auto const& frozen = b;
  static_assert(std::is_same_v<decltype(*frozen), int const&>);
  static_assert(std::is_same_v<decltype(frozen.get()), int const*>);
  static_assert(std::is_same_v<decltype(*b), int&>);
  *b = 2;
  ensure(*frozen == 2);
  return true;
}

constexpr bool immovable_values_are_boxed() {
  diary d;
  {
    auto b = box<pinned>::make_with([&] { return pinned{d, 1}; });
    ensure(b->is_where_it_was_made());
    auto [home, content] = std::move(b).take_out();
    ensure(content->is_where_it_was_made());
    auto full = std::move(home).put_back(std::move(content));
    ensure(full->is_where_it_was_made() && d.moves == 0);
  }
  ensure(d.dropped(1));
  return true;
}

constexpr bool the_content_is_taken_out_and_something_else_put_in() {
  diary d;
  {
    auto b = box<noted>::make(d, 1);
    auto const* where = b.get();
    auto [home, content] = std::move(b).take_out();
    static_assert(std::is_same_v<decltype(home), vacant_box<noted>>);
    static_assert(std::is_same_v<decltype(content), own<noted>>);
    noted taken = std::move(content).take();
    auto next = std::move(home).emplace(d, 2);
    ensure(next.get() == where && next->id() == 2);
    auto [empty, second] = std::move(next).take_out();
    {
      own<noted> gone = std::move(second);
    }
    ensure(d.dropped(2));
    auto third = std::move(empty).emplace_with([&] { return noted{d, 3}; });
    ensure(third.get() == where && taken.id() == 1);
  }
  ensure(d.dropped(2, 3, 1) && d.alive == 0);
  return true;
}

constexpr bool take_moves_out_and_frees() {
  diary d;
  noted v = box<noted>::make(d, 1).take();
  ensure(v.id() == 1 && d.moves == 1 && d.alive == 1);
  return true;
}

struct may_fail {
  noted part;
  may_fail(diary& d, bool fail) : part{d, 1} {
    if (fail) throw 1;
  }
};
struct throws_when_moved {
  diary* in;
  explicit throws_when_moved(diary& d) : in{&d} { ++in->alive; }
  throws_when_moved(throws_when_moved&&) { throw 5; }
  ~throws_when_moved() { --in->alive; }
};
struct alignas(4096) page {
  int value;
};

noted* leaked = nullptr;  // global, so that the leak checker finds it

struct list {
  int value;
  box<std::vector<list>> rest;
};

}  // namespace

TEST_CASE("A box drops its value and frees its storage") {
  static_assert(a_box_drops_its_value());
  CHECK(a_box_drops_its_value());
}

TEST_CASE("A box is moved and assigned") {
  static_assert(a_box_is_moved_and_assigned());
  CHECK(a_box_is_moved_and_assigned());
}

TEST_CASE("Access through a box is deep") {
  static_assert(a_box_is_deep());
  CHECK(a_box_is_deep());
}

TEST_CASE("Immovable values are boxed, taken out and put back") {
  static_assert(immovable_values_are_boxed());
  CHECK(immovable_values_are_boxed());
}

TEST_CASE("An emptied box is filled again without an allocation") {
  static_assert(the_content_is_taken_out_and_something_else_put_in());
  CHECK(the_content_is_taken_out_and_something_else_put_in());
}

TEST_CASE("take moves the value out of a box") {
  static_assert(take_moves_out_and_frees());
  CHECK(take_moves_out_and_frees());
  diary d;
  auto b = box<throws_when_moved>::make(d);
  CHECK_THROWS_AS(std::move(b).take(), int);
  CHECK(d.alive == 0);
}

TEST_CASE("What was taken out drops before its storage") {
  diary d;
  {
    auto [home, content] = box<noted>::make(d, 1).take_out();
    CHECK(content->id() == 1);
  }
  CHECK(d.dropped(1));
  static_cast<void>(box<noted>::make(d, 2).take_out());
  CHECK(d.dropped(1, 2));
}

TEST_CASE("A constructor that throws frees the storage") {
  diary d;
  CHECK_THROWS_AS((box<may_fail>::make(d, true)), int);
  CHECK_THROWS_AS((box<may_fail>::make_with([&]() -> may_fail { return {d, true}; })), int);
  vacant_box<may_fail> v;
  CHECK_THROWS_AS(std::move(v).emplace(d, true), int);
  CHECK(d.alive == 0);
}

TEST_CASE("A vacant box holds no value") {
  diary d;
  {
    vacant_box<noted> v;
    vacant_box<noted> w = std::move(v);
    vacant_box<noted> x;
    x = std::move(w);
    auto full = std::move(x).emplace(d, 1);
    CHECK(full->id() == 1);
  }
  CHECK(d.dropped(1));
}

TEST_CASE("A leaked value lives on") {
  diary d;
  {
    auto b = box<noted>::make(d, 1);
    leaked = &std::move(b).leak();
  }
  CHECK(d.alive == 1);
  CHECK(leaked->id() == 1);
}

TEST_CASE("Boxes of std::any, of over-aligned values, of themselves") {
  auto b = box<std::any>::make_with([] { return std::any{3}; });
  CHECK(std::any_cast<int>(*b) == 3);
  auto p = box<page>::make(4);
  CHECK(reinterpret_cast<std::uintptr_t>(p.get()) % 4096 == 0);
  list l{1, box<std::vector<list>>::make()};
  l.rest->push_back(list{2, box<std::vector<list>>::make()});
  CHECK(l.rest->front().value == 2);
  auto bb = box<box<std::string>>::make(box<std::string>::make("deep"));
  CHECK(**bb == "deep");
  std::string const taken = std::move(*bb).take();
  CHECK(taken == "deep");
}
