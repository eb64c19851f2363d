// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/arena.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/diary.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

struct alignas(64) line {
  int value;
};
struct alignas(4096) page {
  int value;
};
struct may_fail {
  noted part;
  may_fail(diary& d, bool fail) : part{d, 1} {
    if (fail) throw 1;
  }
};

template <class T>
bool is_aligned(T const* at) {
  return reinterpret_cast<std::uintptr_t>(at) % alignof(T) == 0;
}

/// Its constructor makes its leaf in the arena in which it is being made itself.
struct branch {
  own<noted> leaf;
  int id;
  branch(arena<256>& room, diary& d) : leaf{room.emplace<noted>(d, 1)}, id{2} {}
  branch(arena<256>& room, diary& d, int fail) : leaf{room.emplace<noted>(d, 1)}, id{2} { throw fail; }
};

}  // namespace

TEST_CASE("Values of several types lie in an arena, apart and aligned") {
  diary d;
  arena<512> room;
  CHECK(room.capacity() == 512);
  CHECK(room.used() == 0);
  {
    auto c = room.emplace<char>('x');
    auto s = room.emplace<std::string>(40, 'y');
    auto n = room.emplace<noted>(d, 1);
    auto l = room.emplace<line>(2);
    CHECK(*c == 'x');
    CHECK(s->size() == 40);
    CHECK(is_aligned(s.get()));
    CHECK(is_aligned(n.get()));
    CHECK(is_aligned(l.get()));
    CHECK(room.used() >= 1 + sizeof(std::string) + sizeof(noted) + sizeof(line));
    CHECK(room.used() <= 512);
    std::string const taken = std::move(s).take();
    CHECK(taken.size() == 40);
    CHECK(n->id() == 1);
  }
  CHECK(d.dropped(1));
}

TEST_CASE("A full arena answers with what is missing") {
  arena<64> room;
  auto a = room.try_emplace<std::uint64_t>(1u);
  REQUIRE(a.has_value());
  auto b = room.try_emplace<page>(1);
  REQUIRE(!b.has_value());
  CHECK(b.error().left == 56);
  CHECK(b.error().needed >= sizeof(page));
  CHECK(room.used() == 8);
  std::vector<own<std::uint64_t>> all;
  for (auto each = room.try_emplace<std::uint64_t>(7u); each; each = room.try_emplace<std::uint64_t>(7u)) {
    all.push_back(*std::move(each));
  }
  CHECK(all.size() == 7);
  CHECK(room.used() == 64);
  CHECK(!room.try_emplace<char>().has_value());
  CHECK(**a == 1);
}

TEST_CASE("Room comes back all at once") {
  diary d;
  arena<64> room;
  noted const* where = nullptr;
  for (int i = 1; i <= 3; ++i) {
    {
      auto o = room.emplace<noted>(d, i);
      CHECK((where == nullptr || where == o.get()));
      where = o.get();
    }
    CHECK(room.used() > 0);
    room.reset();
    CHECK(room.used() == 0);
  }
  CHECK(d.dropped(1, 2, 3));
}

TEST_CASE("A constructor that throws leaves the arena as it was") {
  diary d;
  arena<256> room;
  auto first = room.emplace<int>(1);
  auto const before = room.used();
  CHECK_THROWS_AS(room.emplace<may_fail>(d, true), int);
  CHECK(room.used() == before);
  CHECK(d.alive == 0);
  auto o = room.emplace<may_fail>(d, false);
  CHECK(d.alive == 1);
}

TEST_CASE("A constructor may make further values in the same arena") {
  diary d;
  arena<256> room;
  {
    auto o = room.emplace<branch>(room, d);
    CHECK(o->id == 2);
    CHECK(o->leaf->id() == 1);
    auto const* leaf = reinterpret_cast<char const*>(o->leaf.get());
    auto const* whole = reinterpret_cast<char const*>(o.get());
    CHECK((leaf + sizeof(noted) <= whole || whole + sizeof(branch) <= leaf));
  }
  CHECK(d.dropped(1));
  CHECK_THROWS_AS(room.emplace<branch>(room, d, 5), int);
  CHECK(d.dropped(1, 1));
  room.reset();
  CHECK(room.used() == 0);
}

TEST_CASE("Over-aligned values find their place or are refused") {
  arena<8192> room;
  auto p = room.try_emplace<page>(1);
  REQUIRE(p.has_value());
  CHECK(is_aligned(p->get()));
  auto l = room.try_emplace<line>(1);
  if (l) CHECK(is_aligned(l->get()));
}
