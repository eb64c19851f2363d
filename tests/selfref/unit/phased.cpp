// SPDX-License-Identifier: BSL-1.0
// Initialisation step by step: in place, in order, and undone in reverse when it is given up.
#include <expected>
#include <stdexcept>
#include <string>
#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/selfref/phased.hpp"
#include "tenure/selfref/self_slice.hpp"

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;
using tenure::test::diary;
using tenure::test::noted;
using tenure::test::traps;
using tenure::test::untracked;

namespace {

struct row {
  noted a;
  tenure::test::pinned b;
  noted const c;
};
struct nothing_in_it {};
// Empty fields share addresses; fields of one type do not.
struct crowded {
  [[no_unique_address]] nothing_in_it first;
  int second;
  int third;
  [[no_unique_address]] struct other {
  } fourth;
};
static_assert(detail::position_of<crowded, &crowded::first> == 0);
static_assert(detail::position_of<crowded, &crowded::third> == 2);
static_assert(detail::position_of<crowded, &crowded::fourth> == 3);

auto first_two(slot<row>& place, diary& in) {
  return phased{place}.init<&row::a>(in, 1).init_with<&row::b>([&] { return tenure::test::pinned{in, 2}; });
}

}  // namespace

TEST_CASE("each field is made where it stays, and the value ends as any other") {
  diary in;
  slot<row> place;
  {
    auto begun = first_two(place, in);
    noted const* const a = &begun.get<&row::a>();
    auto made = std::move(begun).init_with<&row::c>(
        [&](auto ready) { return noted{in, ready.template get<&row::b>().id() + 1}; });
    own<row> const whole = std::move(made).finish();
    CHECK(&whole->a == a);
    CHECK(whole->b.is_where_it_was_made());
    CHECK(whole->c.id() == 3);
    CHECK(in.moves == 0);
    CHECK(in.dropped());
  }
  CHECK(in.dropped(3, 2, 1));
  CHECK(in.alive == 0);
}

TEST_CASE("given up, it ends what was made, the last first, and the slot is free") {
  diary in;
  slot<row> place;
  {
    auto const begun = first_two(place, in);
    CHECK(in.alive == 2);
  }
  CHECK(in.dropped(2, 1));
  {
    auto const again = first_two(place, in);
  }
  CHECK(in.dropped(2, 1, 2, 1));
}

TEST_CASE("a step that throws leaves the phase as it was") {
  diary in;
  slot<row> place;
  {
    auto begun = first_two(place, in);
    auto fails = [&]() -> noted { throw std::runtime_error{"no"}; };
    CHECK_THROWS_AS(std::move(untracked(begun)).template init_with<&row::c>(fails), std::exception);
  }
  CHECK(in.dropped(2, 1));
}

TEST_CASE("a step that fails ends what was made and hands out its error") {
  diary in;
  slot<row> place;
  for (bool const fails : {true, false}) {
    auto last = [&](auto ready) -> std::expected<noted, int> {
      if (fails) return std::unexpected(ready.template get<&row::b>().id());
      return std::expected<noted, int>{std::in_place, in, 3};
    };
    auto made = first_two(place, in).try_init_with<&row::c>(last);
    CHECK(made.has_value() == !fails);
    if (!made) {
      CHECK(made.error() == 2);
      CHECK(in.dropped(2, 1));
    } else {
      CHECK(std::move(*made).finish()->c.id() == 3);
    }
  }
  CHECK(in.alive == 0);
}

TEST_CASE("the slot counts as lent meanwhile") {
  if constexpr (tenure::is_checked) {
    CHECK(traps("[ownership.lent]", [] {
      slot<crowded> place;
      auto const begun = phased{place};
      auto const second = phased{place};
    }));
    CHECK(traps("[ownership.affine]", [] {
      slot<crowded> place;
      auto begun = phased{place}.init<&crowded::first>();
      auto const moved = std::move(begun);
      static_cast<void>(untracked(begun).template get<&crowded::first>());
    }));
  }
}
