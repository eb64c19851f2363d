// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/own.hpp"

#include <memory>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/diary.hpp"
#include "tenure/ownership/slot.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

constexpr bool drops_its_value() {
  diary d;
  slot<noted> s;
  {
    auto o = s.emplace(d, 1);
    ensure(d.alive == 1 && o->id() == 1);
  }
  ensure(d.alive == 0 && d.dropped(1));
  return true;
}

constexpr bool moving_moves_no_value() {
  diary d;
  slot<pinned> s;
  auto first = s.emplace(d, 1);
  pinned* const where = first.get();
  auto second = std::move(first);
  auto third = std::move(second);
  ensure(third.get() == where && third->is_where_it_was_made());
  ensure(d.alive == 1 && d.count == 0);
  return true;
}

constexpr bool move_assignment_drops_the_old_value_first_of_all() {
  diary d;
  slot<noted> s, t;
  {
    auto a = s.emplace(d, 1);
    auto b = t.emplace(d, 2);
    a = std::move(b);
    ensure(d.dropped(1) && a->id() == 2);
    auto c = s.emplace(d, 3);  // the first slot is free again
    a = std::move(c);
    ensure(d.dropped(1, 2) && a->id() == 3);
  }
  ensure(d.dropped(1, 2, 3) && d.alive == 0);
  return true;
}

constexpr bool a_moved_from_own_may_be_assigned() {
  diary d;
  slot<noted> s, t;
  auto a = s.emplace(d, 1);
  auto b = std::move(a);
  a = t.emplace(d, 2);
  ensure(a->id() == 2 && b->id() == 1 && d.count == 0);
  return true;
}

constexpr bool self_assignment_changes_nothing() {
  diary d;
  slot<noted> s;
  auto a = s.emplace(d, 1);
  a = std::move(untracked(a));
  ensure(untracked(a)->id() == 1 && d.count == 0);
  return true;
}

constexpr bool access_is_deep() {
  slot<int> s;
  auto o = s.emplace(3);
  *o += 1;
  auto const& frozen = o;
  static_assert(std::is_same_v<decltype(*frozen), int const&>);
  static_assert(std::is_same_v<decltype(frozen.get()), int const*>);
  static_assert(std::is_same_v<decltype(frozen.operator->()), int const*>);
  static_assert(std::is_same_v<decltype(*o), int&>);
  ensure(*frozen == 4 && frozen.get() == o.get());
  return true;
}

constexpr int id_of(own<noted> o) { return o->id(); }

constexpr bool a_callee_ends_what_it_is_given() {
  diary d;
  slot<noted> s;
  int const first = id_of(s.emplace(d, 1));
  ensure(first == 1 && d.dropped(1));
  auto o = s.emplace(d, 2);
  int const second = id_of(std::move(o));
  ensure(second == 2 && d.dropped(1, 2));
  return true;
}

constexpr bool take_moves_once_and_ends_the_value_in_the_slot() {
  diary d;
  slot<noted> s;
  auto o = s.emplace(d, 1);
  noted v = std::move(o).take();
  ensure(v.id() == 1 && d.moves == 1 && d.alive == 1 && d.count == 0);
  auto again = s.emplace(d, 2);
  ensure(again->id() == 2);
  return true;
}

constexpr bool take_of_const_copies() {
  slot<int> s;
  auto k = s.emplace(7).into<int const>();
  static_assert(std::is_same_v<decltype(std::move(k).take()), int>);
  int v = std::move(k).take();
  ensure(v == 7);
  return true;
}

constexpr bool const_is_added_without_touching_the_value() {
  diary d;
  slot<pinned> s;
  {
    auto o = s.emplace(d, 1);
    auto const* where = o.get();
    own<pinned const> k = std::move(o).into<pinned const>();
    static_assert(std::is_same_v<decltype(*k), pinned const&>);
    ensure(k.get() == where && k->is_where_it_was_made());
    own<pinned const> same = std::move(k).into<pinned const>();
    ensure(d.count == 0 && same->id() == 1);
  }
  ensure(d.dropped(1));
  return true;
}

constexpr bool released_values_live_until_owned_again() {
  diary d;
  slot<noted> s;
  noted* raw = nullptr;
  {
    auto o = s.emplace(d, 1);
    raw = std::move(o).release();
  }
  ensure(d.alive == 1 && raw->id() == 1);
  {
    auto o = own<noted>::from_raw(raw);
    ensure(o.get() == raw);
  }
  ensure(d.dropped(1));
  auto again = s.emplace(d, 2);
  ensure(again->id() == 2);
  return true;
}

struct parent {
  virtual ~parent() = default;
  virtual int name() const { return 1; }
  int p = 10;
};
struct second_parent {
  virtual ~second_parent() = default;
  int q = 20;
};
struct child : parent, second_parent {
  diary* in;
  explicit child(diary& d) : in{&d} { ++in->alive; }
  child(child const&) = delete;
  ~child() override { --in->alive; }
  int name() const override { return 2; }
};
struct late_child : virtual parent, virtual second_parent {
  diary* in;
  explicit late_child(diary& d) : in{&d} { ++in->alive; }
  late_child(late_child const&) = delete;
  ~late_child() override { --in->alive; }
};

/// Says in its type whether a move can throw.
struct throws_when_moved {
  diary* in;
  explicit throws_when_moved(diary& d) : in{&d} { ++in->alive; }
  throws_when_moved(throws_when_moved&&) { throw 5; }
  ~throws_when_moved() { --in->alive; }
};

}  // namespace

TEST_CASE("An own drops its value") {
  static_assert(drops_its_value());
  CHECK(drops_its_value());
}

TEST_CASE("Moving an own moves no value") {
  static_assert(moving_moves_no_value());
  CHECK(moving_moves_no_value());
}

TEST_CASE("Assigning an own drops the old value, and only that") {
  static_assert(move_assignment_drops_the_old_value_first_of_all());
  static_assert(a_moved_from_own_may_be_assigned());
  static_assert(self_assignment_changes_nothing());
  CHECK(move_assignment_drops_the_old_value_first_of_all());
  CHECK(a_moved_from_own_may_be_assigned());
  CHECK(self_assignment_changes_nothing());
}

TEST_CASE("Access through an own is deep") {
  static_assert(access_is_deep());
  CHECK(access_is_deep());
}

TEST_CASE("A function ends the own it is given") {
  static_assert(a_callee_ends_what_it_is_given());
  CHECK(a_callee_ends_what_it_is_given());
}

TEST_CASE("take moves the value out, once") {
  static_assert(take_moves_once_and_ends_the_value_in_the_slot());
  static_assert(take_of_const_copies());
  CHECK(take_moves_once_and_ends_the_value_in_the_slot());
  CHECK(take_of_const_copies());

  slot<std::unique_ptr<int>> s;
  std::unique_ptr<int> const taken = s.emplace(std::make_unique<int>(3)).take();
  CHECK(*taken == 3);

  static_assert(noexcept(std::declval<own<int>>().take()));
  static_assert(!noexcept(std::declval<own<throws_when_moved>>().take()));
}

TEST_CASE("A value whose move throws in take is destroyed where it was") {
  diary d;
  slot<throws_when_moved> s;
  auto o = s.emplace(d);
  CHECK_THROWS_AS(std::move(o).take(), int);
  CHECK(d.alive == 0);
  auto again = s.emplace(d);  // and the slot is free
  CHECK(d.alive == 1);
}

TEST_CASE("An own becomes an own of const") {
  static_assert(const_is_added_without_touching_the_value());
  CHECK(const_is_added_without_touching_the_value());
}

TEST_CASE("An own becomes an own of a base, at whatever address that is") {
  diary d;
  slot<child> s;
  {
    auto o = s.emplace(d);
    auto b = std::move(o).into<parent>();
    CHECK(b->name() == 2);
    CHECK(d.alive == 1);
  }
  CHECK(d.alive == 0);
  {
    auto o = s.emplace(d);
    auto const* whole = o.get();
    auto b = std::move(o).into<second_parent>();
    CHECK(static_cast<void const*>(b.get()) != static_cast<void const*>(whole));
    CHECK(b->q == 20);
    auto k = std::move(b).into<second_parent const>();
    CHECK(d.alive == 1);
  }
  CHECK(d.alive == 0);
  {
    auto k = s.emplace(d).into<parent const>();  // base and const in one step
    CHECK(k->name() == 2);
  }
  CHECK(d.alive == 0);
}

TEST_CASE("An own becomes an own of a virtual base") {
  diary d;
  slot<late_child> s;
  for (int round = 0; round < 2; ++round) {
    {
      auto b = s.emplace(d).into<second_parent>();
      CHECK(b->q == 20);
    }
    CHECK(d.alive == 0);
  }
}

TEST_CASE("A released value lives until it is owned again") {
  static_assert(released_values_live_until_owned_again());
  CHECK(released_values_live_until_owned_again());
}

TEST_CASE("from_raw owns values that no slot knows") {
  diary d;
  auto const storage = std::make_unique<std::byte[]>(sizeof(noted));
  {
    auto o = own<noted>::from_raw(::new (storage.get()) noted{d, 1});
    CHECK(o->id() == 1);
  }
  CHECK(d.dropped(1));
}

TEST_CASE("Owns are held by containers") {
  diary d;
  slot<noted> a, b, c;
  std::vector<own<noted>> all;
  all.push_back(a.emplace(d, 1));
  all.push_back(b.emplace(d, 2));
  all.push_back(c.emplace(d, 3));
  all.erase(all.begin());
  CHECK(d.dropped(1));
  CHECK(all.front()->id() == 2);
  all.clear();
  CHECK(d.alive == 0);
}

TEST_CASE("An own is an own's value") {
  diary d;
  slot<noted> inner;
  slot<own<noted>> outer;
  {
    auto o = outer.emplace(inner.emplace(d, 1));
    own<noted> taken = std::move(o).take();
    CHECK(taken->id() == 1);
    CHECK(d.count == 0);
    auto again = outer.emplace(std::move(taken));
    CHECK((*again)->id() == 1);
  }
  CHECK(d.dropped(1));
}

TEST_CASE("A value in this frame is ended by another thread") {
  slot<std::string> s;
  std::string seen;
  for (int round = 0; round < 3; ++round) {
    auto o = s.emplace(30, 'x');
    std::thread other([&seen, mine = std::move(o)]() mutable { seen = std::move(mine).take(); });
    other.join();
    CHECK(seen == std::string(30, 'x'));
  }
}

TEST_CASE("Threads lend and end at the same time") {
  auto work = [] {
    for (int i = 0; i < 500; ++i) {
      slot<int> s;
      auto o = s.emplace(i);
      slot<long> t;
      auto p = t.emplace(*o);
      if (std::move(p).take() != i) std::abort();
    }
  };
  std::thread first(work), second(work);
  first.join();
  second.join();
}
