// SPDX-License-Identifier: BSL-1.0
// What checked builds trap on, by rule, and beside each the neighbour that must not trap.
#include "tenure/ownership/loans.hpp"

#include <expected>
#include <source_location>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/ownership/arena.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/own_array.hpp"

#if TENURE_CHECKED

using namespace tenure;
using namespace tenure::test;

namespace {

struct couple {
  int a;
  std::string b;
};
struct none {};
struct refers {
  int& r;
  int n;
};
struct parent {
  virtual ~parent() = default;
};
struct other_parent {
  virtual ~other_parent() = default;
};
struct child : parent, other_parent {};

/// Functions, because CHECK names its argument three times, and each lambda would be compiled as often.
template <class F>
void must_trap(char const* rule, F f, std::source_location where = std::source_location::current()) {
  auto const end = dies(std::move(f));
  INFO("line " << where.line() << " said: " << end.said);
  CHECK(end.died);
  CHECK(end.said.find(rule) != std::string::npos);
}

template <class F>
void must_survive(F f, std::source_location where = std::source_location::current()) {
  auto const end = dies(std::move(f));
  INFO("line " << where.line() << " said: " << end.said);
  CHECK(!end.died);
}

constexpr auto affine_rule = "tenure: [ownership.affine]";
constexpr auto lent_rule = "tenure: [ownership.lent]";
constexpr auto outlives_rule = "tenure: [ownership.outlives]";
constexpr auto null_rule = "tenure: [ownership.null]";

}  // namespace

TEST_CASE("Every use of an own that was moved from traps") {
  slot<couple> s;
  auto moved_from = [&](auto use) {
    return [&s, use] {
      auto o = s.emplace(1, "b");
      auto p = std::move(o);
      use(untracked(o));
    };
  };
  must_trap(affine_rule, moved_from([](auto& o) { o->a = 2; }));
  must_trap(affine_rule, moved_from([](auto& o) { static_cast<void>(*o); }));
  must_trap(affine_rule, moved_from([](auto& o) { static_cast<void>(o.get()); }));
  must_trap(affine_rule, moved_from([](auto const& o) { static_cast<void>(*o); }));
  must_trap(affine_rule, moved_from([](auto const& o) { static_cast<void>(o->a); }));
  must_trap(affine_rule, moved_from([](auto const& o) { static_cast<void>(o.get()); }));
  must_trap(affine_rule, moved_from([](auto& o) { static_cast<void>(std::move(o).take()); }));
  must_trap(affine_rule, moved_from([](auto& o) { static_cast<void>(std::move(o).split()); }));
  must_trap(affine_rule,
            moved_from([](auto& o) { static_cast<void>(std::move(o).template into<couple const>()); }));
  must_survive(moved_from([](auto& o) {
    slot<couple> t;
    o = t.emplace(2, "c");
    auto end = std::move(o);
  }));
  must_survive(moved_from([](auto& o) { auto p = std::move(o); }));  // passes emptiness on, reads nothing
}

TEST_CASE("An own is spent by take, into, split and release") {
  slot<int> s;
  must_trap(affine_rule, [&] {
    auto o = s.emplace(1);
    static_cast<void>(std::move(o).take());
    static_cast<void>(*untracked(o));
  });
  must_trap(affine_rule, [&] {
    auto o = s.emplace(1);
    auto k = std::move(o).into<int const>();
    static_cast<void>(*untracked(o));
  });
  must_trap(affine_rule, [&] {
    auto o = s.emplace(1);
    static_cast<void>(std::move(o).release());
    static_cast<void>(std::move(untracked(o)).release());
  });
  slot<couple> t;
  must_trap(affine_rule, [&] {
    auto o = t.emplace(1, "b");
    auto [a, b] = std::move(o).split();
    static_cast<void>(*untracked(o));
  });
}

TEST_CASE("Boxes and owns of arrays that were moved from trap") {
  must_trap(affine_rule, [] {
    auto b = box<int>::make(1);
    auto c = std::move(b);
    static_cast<void>(*untracked(b));
  });
  must_trap(affine_rule, [] {
    auto b = box<int>::make(1);
    auto [home, content] = std::move(b).take_out();
    static_cast<void>(std::move(untracked(b)).leak());
  });
  must_trap(affine_rule, [] {
    auto b = box<int>::make(1);
    static_cast<void>(std::move(b).take());
    static_cast<void>(std::move(untracked(b)).take_out());
  });
  must_trap(affine_rule, [] {
    vacant_box<int> v;
    auto b = std::move(v).emplace(1);
    static_cast<void>(std::move(untracked(v)).emplace(2));
  });
  must_trap(affine_rule, [] {
    slot<int[2]> s;
    auto o = s.emplace(1);
    auto p = std::move(o);
    static_cast<void>(untracked(o).get());
  });
  must_trap(affine_rule, [] {
    slot<int[2]> s;
    auto o = s.emplace(1);
    auto p = std::move(o);
    static_cast<void>(std::move(untracked(o)).split_at(1));
  });
}

TEST_CASE("A slot whose value is lent is not filled") {
  must_trap(lent_rule, [] {
    slot<int> s;
    auto o = s.emplace(1);
    auto p = s.emplace(2);
  });
  must_trap(lent_rule, [] {
    slot<int> s;
    auto o = s.emplace(1);
    auto p = s.emplace_with([] { return 2; });
  });
  must_trap(lent_rule, [] {
    slot<int> s;
    auto o = s.emplace(1);
    auto p = s.try_emplace_with([]() -> std::expected<int, int> { return std::unexpected{2}; });
  });
  must_trap(lent_rule, [] {
    slot<int> s;
    auto o = s.emplace(1);
    auto p = std::move(o);  // handing on ends no loan
    auto k = std::move(p).into<int const>();
    auto q = s.emplace(2);
  });
  must_survive([] {
    slot<int> s;
    for (int i = 0; i < 3; ++i) auto o = s.emplace(i);
    static_cast<void>(s.emplace(3).take());
    slot<int> t;
    auto o = s.emplace(4);
    o = t.emplace(5);
    auto p = s.emplace(6);  // the assignment ended what was in s
  });
}

TEST_CASE("A slot stays lent while one piece is left") {
  must_trap(lent_rule, [] {
    slot<couple> s;
    auto [a, b] = s.emplace(1, "b").split();
    static_cast<void>(std::move(a).take());
    auto again = s.emplace(2, "c");
  });
  must_trap(lent_rule, [] {
    slot<couple> s;
    auto [a, b] = s.emplace(1, "b").split();
    static_cast<void>(std::move(b).take());
    auto again = s.emplace(2, "c");
  });
  must_survive([] {
    slot<couple> s;
    auto [a, b] = s.emplace(1, "b").split();
    static_cast<void>(std::move(b).take());
    static_cast<void>(std::move(a).take());
    auto again = s.emplace(2, "c");
  });
  // A field that is a reference holds no loan, and a value without fields is over when it is split.
  must_survive([] {
    int outside = 0;
    slot<refers> s;
    auto [r, n] = s.emplace(outside, 1).split();
    static_cast<void>(std::move(n).take());
    auto again = s.emplace(outside, 2);
    slot<none> t;
    static_cast<void>(t.emplace().split());
    auto more = t.emplace();
  });
}

TEST_CASE("A slot stays lent while its value is released") {
  must_trap(lent_rule, [] {
    slot<int> s;
    static_cast<void>(s.emplace(1).release());
    auto o = s.emplace(2);
  });
  must_trap(lent_rule, [] {
    slot<int> s;
    auto o = own<int>::from_raw(s.emplace(1).release());
    auto p = s.emplace(2);
  });
  must_survive([] {
    slot<int> s;
    {
      auto o = own<int>::from_raw(s.emplace(1).release());
    }
    auto p = s.emplace(2);
  });
}

TEST_CASE("A slot stays lent while its value is owned as a base") {
  must_trap(lent_rule, [] {
    slot<child> s;
    auto o = s.emplace().into<other_parent>();
    auto p = s.emplace();
  });
  must_survive([] {
    slot<child> s;
    for (int i = 0; i < 2; ++i) auto o = s.emplace().into<other_parent>();
    for (int i = 0; i < 2; ++i) auto o = s.emplace().into<parent const>();
  });
}

TEST_CASE("A slot of an array stays lent while one part is left") {
  must_trap(lent_rule, [] {
    slot<int[3]> s;
    auto o = s.emplace(1);
    auto p = s.emplace(2);
  });
  must_trap(lent_rule, [] {
    slot<int[3]> s;
    auto [front, back] = s.emplace(1).split_at(1);
    {
      auto gone = std::move(front);
    }
    auto again = s.emplace(2);
  });
  must_trap(lent_rule, [] {
    slot<int[3]> s;
    auto [front, back] = s.emplace(1).split_at(0);
    auto [no, ne] = std::move(front).split_at(0);  // what owns nothing ends no loan
    auto again = s.emplace(2);
  });
  must_survive([] {
    slot<int[3]> s;
    for (std::size_t at = 0; at <= 3; ++at) {
      auto [front, back] = s.emplace(1).split_at(at);
    }
    auto again = s.emplace(2);
  });
  must_trap("[ownership.bounds]", [] {
    slot<int[3]> s;
    static_cast<void>(s.emplace(1).split_at(4));
  });
  must_trap("[ownership.bounds]", [] {
    slot<int[3]> s;
    auto o = s.emplace(1);
    static_cast<void>(o[3]);
  });
}

TEST_CASE("A slot does not end while its value is lent") {
  slot<int> elsewhere;
  must_trap(outlives_rule, [&] {
    auto kept = elsewhere.emplace(0);
    {
      slot<int> s;
      kept = s.emplace(1);
    }
  });
  must_trap(outlives_rule, [] {
    slot<int> s;
    static_cast<void>(s.emplace(1).release());
  });
  must_trap(outlives_rule, [] {
    slot<std::string> elsewhere_too;
    auto kept = elsewhere_too.emplace("a");
    {
      slot<couple> s;
      auto [a, b] = s.emplace(1, "b").split();
      kept = std::move(b);
    }
  });
  must_trap(outlives_rule, [] {
    slot<int[2]> elsewhere_too;
    auto kept = elsewhere_too.emplace(1);
    {
      slot<int[2]> s;
      kept = s.emplace(2);
    }
  });
  must_trap(outlives_rule, [] {  // the slot is a member of the value that ends
    slot<slot<int>> outer;
    auto house = outer.emplace();
    static_cast<void>(house->emplace(1).release());
  });
  must_survive([&] {
    auto kept = elsewhere.emplace(0);
    {
      slot<int> s;
      auto o = s.emplace(1);
      *kept = std::move(o).take();
    }
  });
}

TEST_CASE("A slot does not end while another thread owns its value") {
  must_trap(outlives_rule, [] {
    std::thread t;
    {
      slot<int> s;
      auto o = s.emplace(1);
      t = std::thread([raw = std::move(o).release()] {
        while (true) std::this_thread::yield();
        static_cast<void>(own<int>::from_raw(raw));
      });
    }
    t.join();
  });
  must_survive([] {
    slot<int> s;
    std::thread t([o = s.emplace(1)]() mutable { static_cast<void>(std::move(o).take()); });
    t.join();
  });
}

TEST_CASE("The storage of a box does not end while its content is lent") {
  must_trap(outlives_rule, [] {
    slot<int> elsewhere;
    auto kept = elsewhere.emplace(0);
    {
      auto [home, content] = box<int>::make(1).take_out();
      kept = std::move(content);
    }
  });
  must_trap(lent_rule, [] {
    auto [home, content] = box<int>::make(1).take_out();
    auto again = std::move(home).emplace(2);
  });
  must_survive([] {
    auto [home, content] = box<int>::make(1).take_out();
    {
      auto gone = std::move(content);
    }
    auto again = std::move(home).emplace(2);
  });
}

TEST_CASE("A box gets back only what was taken out of it") {
  constexpr auto rule = "tenure: [ownership.box]";
  must_trap(rule, [] {
    slot<int> s;
    auto [home, content] = box<int>::make(1).take_out();
    auto b = std::move(home).put_back(s.emplace(2));
  });
  must_trap(rule, [] {
    auto [home, content] = box<int>::make(1).take_out();
    auto [other_home, other_content] = box<int>::make(2).take_out();
    auto b = std::move(home).put_back(std::move(other_content));
  });
  must_survive([] {
    auto [home, content] = box<int>::make(1).take_out();
    auto [other_home, other_content] = box<int>::make(2).take_out();
    auto b = std::move(home).put_back(std::move(content));
    auto c = std::move(other_home).put_back(std::move(other_content));
  });
}

TEST_CASE("An arena is not reset and does not end while a value is lent") {
  must_trap(lent_rule, [] {
    arena<64> room;
    auto a = room.emplace<int>(1);
    auto b = room.emplace<int>(2);
    {
      auto gone = std::move(a);
    }
    room.reset();
  });
  must_trap(outlives_rule, [] {
    slot<int> elsewhere;
    auto kept = elsewhere.emplace(0);
    {
      arena<64> room;
      kept = room.emplace<int>(1);
    }
  });
  must_trap("tenure: [ownership.arena]", [] {
    arena<8> room;
    auto a = room.emplace<long>(1);
    auto b = room.emplace<char>('x');
  });
  must_survive([] {
    arena<64> room;
    {
      auto a = room.emplace<int>(1);
      auto b = room.emplace<couple>(1, "b");
      auto [x, y] = std::move(b).split();
    }
    room.reset();
    auto c = room.emplace<int>(3);
  });
}

TEST_CASE("from_raw takes no null pointer") {
  must_trap(null_rule, [] { static_cast<void>(own<int>::from_raw(nullptr)); });
  must_trap(null_rule, [] { static_cast<void>(own<int[]>::from_raw(nullptr, 2)); });
  must_survive([] {
    int value = 1;
    auto o = own<int>::from_raw(&value);
  });
}

TEST_CASE("A storage inside a storage: each knows its own loans") {
  must_trap(lent_rule, [] {
    slot<slot<int>> outer;
    auto house = outer.emplace();
    auto guest = house->emplace(1);
    auto other = house->emplace(2);
  });
  must_trap(lent_rule, [] {
    slot<slot<int>> outer;
    auto house = outer.emplace();
    {
      auto guest = house->emplace(1);
    }
    auto other = outer.emplace();
  });
  must_trap(lent_rule, [] {
    arena<512> room;
    auto s = room.emplace<slot<int>>();
    {
      auto guest = s->emplace(1);
    }
    room.reset();
  });
  must_survive([] {
    arena<512> room;
    for (int i = 0; i < 2; ++i) {
      {
        auto s = room.emplace<slot<int>>();
        auto guest = s->emplace(1);
      }
      room.reset();
    }
  });
}

TEST_CASE("A slot is not filled by the function that makes its value") {
  must_trap(lent_rule, [] {
    slot<int> s;
    slot<int> t;
    auto kept = t.emplace(0);
    auto o = s.emplace_with([&] {
      kept = s.emplace(1);
      return 2;
    });
  });
  must_trap(lent_rule, [] {
    slot<int[2]> s;
    slot<int[2]> t;
    auto kept = t.emplace(0);
    auto o = s.emplace_each([&](std::size_t i) {
      if (i == 0) kept = s.emplace(1);
      return 2;
    });
  });
}

#endif
