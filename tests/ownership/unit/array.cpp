// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"
#include "support/diary.hpp"
#include "tenure/ownership/own_array.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

/// Throws when the third one is made.
struct third_fails {
  noted part;
  explicit third_fails(diary& d) : part{d, d.alive + 1} {
    if (part.id() == 3) throw 3;
  }
};

struct empty {};

auto numbered(diary& d) {
  return [&d](std::size_t i) { return noted{d, static_cast<int>(i) + 1}; };
}

}  // namespace

TEST_CASE("The values of an array drop in reverse order") {
  diary d;
  slot<noted[3]> s;
  {
    auto o = s.emplace_each(numbered(d));
    static_assert(std::is_same_v<decltype(o), own<noted[]>>);
    CHECK(o.size() == 3);
    CHECK(!o.empty());
    CHECK(o[0].id() == 1);
    CHECK(o[2].id() == 3);
    int sum = 0;
    for (auto const& each : o) sum += each.id();
    CHECK(sum == 6);
  }
  CHECK(d.dropped(3, 2, 1));
}

TEST_CASE("emplace gives every value the same arguments") {
  slot<std::string[2]> s;
  auto o = s.emplace(3u, 'x');
  o[1] += "y";
  CHECK(o[0] == "xxx");
  auto const& frozen = o;
  static_assert(std::is_same_v<decltype(frozen[0]), std::string const&>);
  CHECK(frozen[1] == "xxxy");
  CHECK(frozen.end() - frozen.begin() == 2);
  CHECK(frozen.get() == o.get());
}

TEST_CASE("Immovable values are made each in its place") {
  diary d;
  slot<pinned[3]> s;
  auto o = s.emplace_each([&](std::size_t i) { return pinned{d, static_cast<int>(i) + 1}; });
  for (auto const& each : o) CHECK(each.is_where_it_was_made());
  CHECK(d.moves == 0);
}

TEST_CASE("When a constructor throws, the values made so far drop in reverse order") {
  diary d;
  slot<third_fails[4]> s;
  CHECK_THROWS_AS(s.emplace_each([&](std::size_t) { return third_fails{d}; }), int);
  CHECK(d.dropped(3, 2, 1));  // 3 is the part of the value that failed
  CHECK(d.alive == 0);

  slot<noted[2]> t;
  CHECK_THROWS_AS(t.emplace_each([&](std::size_t i) -> noted {
    if (i == 1) throw 1;
    return {d, 7};
  }),
                  int);
  CHECK(d.dropped(3, 2, 1, 7));
  auto o = t.emplace_each(numbered(d));  // the slot is free
  CHECK(o[1].id() == 2);
}

TEST_CASE("An array is split in two, and the back drops first") {
  diary d;
  slot<noted[4]> s;
  {
    auto o = s.emplace_each(numbered(d));
    auto [front, back] = std::move(o).split_at(1);
    CHECK(front.size() == 1);
    CHECK(back.size() == 3);
    auto [middle, last] = std::move(back).split_at(2);
    CHECK(middle[0].id() == 2);
    CHECK(last[0].id() == 4);
    {
      own<noted[]> gone = std::move(middle);
    }
    CHECK(d.dropped(3, 2));
  }
  CHECK(d.dropped(3, 2, 4, 1));
  auto again = s.emplace_each(numbered(d));
  CHECK(again.size() == 4);
}

TEST_CASE("A part of no values owns none, however often it is split") {
  diary d;
  slot<noted[2]> s;
  for (std::size_t at : {std::size_t{0}, std::size_t{2}}) {
    {
      auto [front, back] = s.emplace_each(numbered(d)).split_at(at);
      CHECK(front.size() == at);
      CHECK(back.size() == 2 - at);
      CHECK(front.empty() == (at == 0));
      auto& none = front.empty() ? front : back;
      auto [no, ne] = std::move(none).split_at(0);
      CHECK(no.empty());
      CHECK(ne.empty());
    }
    CHECK(d.alive == 0);
  }
}

TEST_CASE("An own of an array is moved, assigned, released") {
  diary d;
  slot<noted[2]> s, t;
  {
    auto a = s.emplace_each(numbered(d));
    auto b = t.emplace_each([&](std::size_t) { return noted{d, 9}; });
    a = std::move(b);
    CHECK(d.dropped(2, 1));
    auto c = std::move(a);
    CHECK(c[0].id() == 9);
    noted* raw = std::move(c).release();
    CHECK(d.dropped(2, 1));
    a = own<noted[]>::from_raw(raw, 2);
  }
  CHECK(d.dropped(2, 1, 9, 9));
  auto again = t.emplace_each(numbered(d));
  CHECK(again.size() == 2);
}

TEST_CASE("Arrays of empty and of over-aligned values") {
  slot<empty[3]> s;
  auto o = s.emplace();
  CHECK(o.size() == 3);
  struct alignas(64) line {
    int value;
  };
  slot<line[2]> t;
  auto p = t.emplace(1);
  CHECK(reinterpret_cast<std::uintptr_t>(&p[0]) % 64 == 0);
  CHECK(reinterpret_cast<std::uintptr_t>(&p[1]) % 64 == 0);
}
