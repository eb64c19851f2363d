// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/forget.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/std.hpp"

namespace {

int destroyed = 0;

/// Counts its ends, except the ends of shells that were moved from.
struct tracked {
  int value = 0;
  bool full = true;

  explicit tracked(int v) : value{v} {}
  tracked(tracked&& other) noexcept : value{other.value}, full{std::exchange(other.full, false)} {}
  tracked& operator=(tracked&&) = delete;
  ~tracked() { destroyed += full ? 1 : 0; }
};

struct immovable {
  int value;
  explicit immovable(int v) : value{v} {}
  immovable(immovable const&) = delete;
  ~immovable() { ++destroyed; }
};

struct throws_on_move {
  throws_on_move() = default;
  throws_on_move(throws_on_move&&) { throw std::runtime_error{"moved"}; }
  ~throws_on_move() { ++destroyed; }
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::leak, tracked> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::leak, immovable> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::leak, throws_on_move> : tenure::yes {};

namespace {

TEST_CASE("forget: the destructor does not run") {
  destroyed = 0;
  {
    tracked kept{1};
    tenure::forget(tracked{2});
    tracked third{3};
    tenure::forget(std::move(third));
  }
  REQUIRE(destroyed == 1);  // `kept` alone
}

TEST_CASE("forget: what a pointer owns stays") {
  auto owner = std::make_unique<int>(7);
  int* const raw = owner.get();
  tenure::forget(std::move(owner));
  REQUIRE(*raw == 7);
  std::unique_ptr<int> const again{raw};
}

TEST_CASE("forget: an own ends its loan, so that the slot can be filled again") {
  destroyed = 0;
  {
    tenure::slot<immovable> storage;
    tenure::forget(storage.emplace(1));
    auto const second = storage.emplace(2);
    REQUIRE(second->value == 2);
  }
  REQUIRE(destroyed == 1);
}

TEST_CASE("forget: a slot may end after its value was forgotten") {
  auto const end = tenure::test::dies([] {
    tenure::slot<immovable> storage;
    tenure::forget(storage.emplace(1));
  });
  REQUIRE_FALSE(end.died);
}

TEST_CASE("manually_drop: the destructor runs only if it is asked for") {
  destroyed = 0;
  {
    tenure::manually_drop<tracked> const left{tracked{1}};
  }
  REQUIRE(destroyed == 0);
  {
    tenure::manually_drop<tracked> dropped{std::in_place, 2};
    dropped.drop();
    REQUIRE(destroyed == 1);
  }
  REQUIRE(destroyed == 1);
}

TEST_CASE("manually_drop: into_inner gives the value back to where it is destroyed") {
  destroyed = 0;
  {
    tenure::manually_drop<tracked> held{std::in_place, 5};
    tracked const out = std::move(held).into_inner();
    REQUIRE(out.value == 5);
    REQUIRE(destroyed == 0);
  }
  REQUIRE(destroyed == 1);
}

TEST_CASE("manually_drop: moving it moves the value") {
  destroyed = 0;
  tenure::manually_drop<tracked> first{std::in_place, 5};
  tenure::manually_drop<tracked> second = std::move(first);
  REQUIRE(second->value == 5);
  REQUIRE(destroyed == 0);
  second.drop();
  REQUIRE(destroyed == 1);
}

TEST_CASE("manually_drop: an immovable value is made in place") {
  destroyed = 0;
  tenure::manually_drop<immovable> held{std::in_place, 3};
  held->value += 1;
  REQUIRE((*held).value == 4);
  held.drop();
  REQUIRE(destroyed == 1);
}

TEST_CASE("manually_drop: a value that throws when it is moved out is destroyed once") {
  destroyed = 0;
  tenure::manually_drop<throws_on_move> held{std::in_place};
  REQUIRE_THROWS_AS(static_cast<void>(std::move(held).into_inner()), std::runtime_error);
  REQUIRE(destroyed == 1);
}

TEST_CASE("manually_drop: a second drop, and access after it, trap in checked builds") {
  if (!tenure::is_checked) return;
  // Through pointers, which Clang's analysis does not follow: named variables would be compile errors.
  REQUIRE(tenure::test::traps("[ownership.affine]", [] {
    tenure::manually_drop<int> held{1};
    auto* const alias = &held;
    alias->drop();
    alias->drop();
  }));
  REQUIRE(tenure::test::traps("[ownership.affine]", [] {
    tenure::manually_drop<int> held{1};
    auto* const alias = &held;
    tenure::manually_drop<int> const taken = std::move(*alias);
    static_cast<void>(alias->get());
  }));
}

constexpr int dropped_in_a_constant_expression() {
  tenure::manually_drop<int> held{4};
  tenure::manually_drop<int> moved = std::move(held);
  *moved += 1;
  int const result = std::move(moved).into_inner();
  tenure::forget(9);
  tenure::slot<int> storage;
  tenure::forget(storage.emplace(3));
  return result;
}
static_assert(dropped_in_a_constant_expression() == 5);

}  // namespace
