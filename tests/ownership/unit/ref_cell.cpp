// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/ref_cell.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "support/property.hpp"

using tenure::ref_cell;
using tenure::shared;
using tenure::unique;
using tenure::test::ensure;
using tenure::test::traps;

namespace {

constexpr bool many_read_or_one_writes() {
  ref_cell<int> c{1};
  shared const s{c};
  {
    auto const a = s.borrow();
    auto const b = s.borrow();
    ensure(*a == 1 && *b == 1 && a.share().get() == &*b);
    ensure(!s.try_borrow_mut());
    ensure(s.try_borrow().has_value());
  }
  {
    auto w = s.borrow_mut();
    *w = 2;
    ensure(!s.try_borrow() && !s.try_borrow_mut());
    auto moved = std::move(w);
    *moved += 1;
    ensure(!s.try_borrow());
  }
  ensure(*s.borrow() == 3);
  {
    auto w = s.try_borrow_mut();
    ensure(w.has_value());
    w.reset();
    ensure(s.try_borrow_mut().has_value());
  }
  ensure(s.replace(4) == 3);
  *ref_cell<int>::get_mut(unique{c}) += 1;
  auto d = std::move(c);
  ensure(std::move(d).into_inner() == 5);
  return true;
}
#if defined(__clang__) || __GNUC__ > 12
static_assert(many_read_or_one_writes());
#endif

}  // namespace

TEST_CASE("many read, or one writes") { CHECK(many_read_or_one_writes()); }

TEST_CASE("who breaks the rule ends the program, in every build") {
  ref_cell<int> c{1};
  shared const s{c};
  CHECK(traps("[ownership.borrowed] borrow_mut()", [&] {
    auto const reader = s.borrow();
    auto const writer = s.borrow_mut();
  }));
  CHECK(traps("[ownership.borrowed] borrow_mut()", [&] {
    auto const first = s.borrow_mut();
    auto const second = s.borrow_mut();
  }));
  CHECK(traps("[ownership.borrowed] borrow()", [&] {
    auto const writer = s.borrow_mut();
    auto const reader = s.borrow();
  }));
  CHECK(traps("[ownership.borrowed] borrow_mut()", [&] {
    auto const reader = s.borrow();
    static_cast<void>(s.replace(2));
  }));
  CHECK(traps("[ownership.borrowed] a ref_cell was moved", [&] {
    auto const reader = s.borrow();
    auto const elsewhere = std::move(c);
  }));
  CHECK(*s.borrow() == 1);
}

#if TENURE_CHECKED
TEST_CASE("checked builds trap on a guard that outlives its cell, and on one that was moved from") {
  CHECK(traps("[ownership.outlives]", [] {
    std::optional<ref_cell<int>::ref> kept;
    {
      ref_cell<int> c{1};
      kept = shared{c}.borrow();
    }
  }));
  CHECK(traps("[ownership.affine]", [] {
    ref_cell<int> c{1};
    auto first = shared{c}.borrow();
    auto const second = std::move(first);
    static_cast<void>(*tenure::test::untracked(first));
  }));
}
#endif

// A state machine of borrows against a table of who has borrowed.
TEST_CASE("ref_cell against a model of loans") {
  rc::prop("any sequence of borrows", [](std::vector<std::pair<unsigned char, unsigned char>> const& steps) {
    constexpr std::size_t hands = 5;
    ref_cell<int> c{0};
    shared const s{c};
    std::optional<ref_cell<int>::ref> readers[hands];
    std::optional<ref_cell<int>::ref_mut> writers[hands];
    int value = 0;
    for (auto const& [what, who] : steps) {
      std::size_t const hand = who % hands;
      std::size_t reading = 0, writing = 0;
      for (std::size_t i = 0; i < hands; ++i) {
        reading += readers[i].has_value();
        writing += writers[i].has_value();
      }
      RC_ASSERT(writing == 0 || (writing == 1 && reading == 0));
      switch (what % 6) {
        case 0:
          if (!readers[hand]) {
            readers[hand] = s.try_borrow();
            RC_ASSERT(readers[hand].has_value() == (writing == 0));
          }
          break;
        case 1:
          if (!writers[hand]) {
            writers[hand] = s.try_borrow_mut();
            RC_ASSERT(writers[hand].has_value() == (writing + reading == 0));
          }
          break;
        case 2:
          readers[hand].reset();
          break;
        case 3:
          writers[hand].reset();
          break;
        case 4:  // a guard changes hands, and stays one guard
          if (readers[hand] && !readers[(hand + 1) % hands]) {
            readers[(hand + 1) % hands] = std::move(readers[hand]);
            readers[hand].reset();
          }
          break;
        case 5:
          if (writers[hand]) **writers[hand] = ++value;
          break;
      }
      for (auto const& each : readers) {
        if (each) RC_ASSERT(**each == value);
      }
    }
  });
}
