// SPDX-License-Identifier: BSL-1.0
// unique and shared references as they run; what they refuse is in static/modes.cpp and compile_fail.
#include "tenure/ownership/reference.hpp"

#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/slot.hpp"

using tenure::shared;
using tenure::unique;
using tenure::test::ensure;

namespace {

struct point {
  int x, y;
};

constexpr bool unique_writes() {
  point p{1, 2};
  unique u{p};
  u->x = 3;
  {
    auto shorter = u.reborrow();
    shorter->x += 1;
  }
  (*u).y = 5;
  ensure(u.get() == &p && p.x == 4 && p.y == 5);
  auto v = std::move(u);
  int other = 0;
  unique first{other};
  first = unique{p.y};  // refers to something else now
  *first = 6;
  ensure(other == 0 && p.y == 6 && v->y == 6);
  return true;
}
static_assert(unique_writes());

constexpr bool unique_becomes_shared() {
  point p{1, 2};
  auto const s = unique{p}.share();
  shared<point> const t{unique<point>{p}};
  ensure(&*s == &p && &*t == &p);
  return true;
}
static_assert(unique_becomes_shared());

constexpr bool shared_reads_deeply() {
  point p{1, 2};
  shared const s{p};
  auto const copy = s;
  p.x = 7;
  ensure(s->x == 7 && copy.get() == &p);
  ensure(*s.field<0>() == 7 && *s.field(&point::y) == 2);
  ensure(s.field<1>().get() == &p.y);
  unique u{p};
  shared<unique<point>> const through{u};
  ensure(through->x == 7 && &**through == &p);
  shared<shared<point>> const twice{s};
  ensure(twice->y == 2 && &**twice == &p);
  return true;
}
static_assert(shared_reads_deeply());

constexpr bool shared_sequence() {
  point all[] = {{1, 2}, {3, 4}, {5, 6}};
  shared const s{all};
  int sum = 0;
  for (auto const each : s) sum += each->x * each->y;
  ensure(s.size() == 3 && sum == 2 + 12 + 30 && s[1]->y == 4);
  return true;
}
static_assert(shared_sequence());

}  // namespace

TEST_CASE("references, at run time") {
  CHECK(unique_writes());
  CHECK(unique_becomes_shared());
  CHECK(shared_reads_deeply());
  CHECK(shared_sequence());
}

TEST_CASE("a unique and a shared of what an own and a box own") {
  tenure::slot<point> storage;
  auto o = storage.emplace(1, 2);
  unique u{o};
  u->x = 9;
  shared const s{o};
  CHECK(s->x == 9);
  CHECK((*s).get() == o.get());

  auto b = tenure::box<point>::make(3, 4);
  shared const t{b};
  CHECK(t->y == 4);
  CHECK((*t).get() == b.get());
}

TEST_CASE("a reference does not end what it refers to") {
  tenure::test::diary in;
  {
    tenure::test::noted value{in, 1};
    {
      unique u{value};
      auto v = std::move(u);
      CHECK(v->id() == 1);
    }
    CHECK(in.alive == 1);
  }
  CHECK(in.dropped(1));
}

#if TENURE_CHECKED
TEST_CASE("checked builds trap on misuse") {
  int value = 1;
  CHECK(tenure::test::traps("[ownership.affine]", [&] {
    unique u{value};
    [[maybe_unused]] auto v = std::move(u);
    *tenure::test::untracked(u) = 2;
  }));
  CHECK(tenure::test::traps("[ownership.affine]", [&] {
    unique u{value};
    static_cast<void>(std::move(u).share());
    static_cast<void>(tenure::test::untracked(u).reborrow());
  }));
  CHECK(tenure::test::traps("[ownership.bounds]", [] {
    int const all[] = {1, 2};
    static_cast<void>(shared{all}[2]);
  }));
}
#endif
