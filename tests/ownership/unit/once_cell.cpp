// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/once_cell.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/sharing_std.hpp"

using tenure::once_cell;
using tenure::shared;
using tenure::unique;

TEST_CASE("the first one writes, all others read") {
  once_cell<std::string> c;
  shared const s{c};
  auto const t = s;
  CHECK(!s.get());
  CHECK(s.set("one").has_value());
  auto const refused = t.set("two");
  REQUIRE(!refused);
  CHECK(refused.error() == "two");
  CHECK(**t.get() == "one");
}

TEST_CASE("the value is made when it is asked for, and once") {
  once_cell<int> c;
  shared const s{c};
  int made = 0;
  auto const make = [&] { return ++made; };
  CHECK(*s.get_or_init(make) == 1);
  auto const first = s.get_or_init(make);
  CHECK(*first == 1);
  CHECK(made == 1);
  CHECK(first.get() == s.get()->get());  // it stays where it is
}

TEST_CASE("a maker that throws leaves the cell empty") {
  once_cell<int> c;
  shared const s{c};
  CHECK_THROWS_AS(s.get_or_init([]() -> int { throw std::runtime_error{"no"}; }), std::runtime_error);
  CHECK(!s.get());
  CHECK(*s.get_or_init([] { return 2; }) == 2);
}

TEST_CASE("a maker that fills the cell itself ends the program") {
  CHECK(tenure::test::traps("[ownership.once]", [] {
    once_cell<int> c;
    shared const s{c};
    static_cast<void>(s.get_or_init([&] {
      static_cast<void>(s.set(1));
      return 2;
    }));
  }));
}

TEST_CASE("the owner may write again, and take the value") {
  once_cell<std::unique_ptr<int>> c;
  CHECK(!once_cell<std::unique_ptr<int>>::get_mut(unique{c}));
  CHECK(shared{c}.set(std::make_unique<int>(1)).has_value());
  auto mine = once_cell<std::unique_ptr<int>>::get_mut(unique{c});
  REQUIRE(mine);
  **mine = std::make_unique<int>(2);
  auto const value = std::move(c).into_inner();
  REQUIRE(value);
  CHECK(**value == 2);
}
