// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/exchange.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/std.hpp"

namespace {

struct point {
  int x = 0;
  int y = 0;
};

/// Has a swap of its own, which leaves a trace.
class with_own_swap {
  int value_;

 public:
  int swapped = 0;
  explicit with_own_swap(int value) : value_{value} {}
  int value() const { return value_; }
  friend void swap(with_own_swap& a, with_own_swap& b) {
    std::swap(a.value_, b.value_);
    ++a.swapped;
  }
};

struct no_default_today {
  static inline bool fails = false;
  int value = 1;
  no_default_today() {
    if (fails) throw std::runtime_error{"no default value today"};
  }
  explicit no_default_today(int v) : value{v} {}
};

TEST_CASE("swap exchanges two values") {
  int a = 1;
  int b = 2;
  tenure::swap(a, b);
  REQUIRE(a == 2);
  REQUIRE(b == 1);

  std::vector<std::string> full{"x"};
  std::vector<std::string> empty;
  std::string const* const first = full.data();
  tenure::swap(full, empty);
  REQUIRE(full.empty());
  REQUIRE(empty.data() == first);
}

TEST_CASE("swap uses the type's own swap") {
  with_own_swap a{1};
  with_own_swap b{2};
  tenure::swap(a, b);
  REQUIRE(a.value() == 2);
  REQUIRE(a.swapped == 1);
}

TEST_CASE("swap exchanges what two owns own, not the values") {
  tenure::slot<int> first;
  tenure::slot<int> second;
  auto a = first.emplace(1);
  auto b = second.emplace(2);
  int const* const one = a.get();
  tenure::swap(a, b);
  REQUIRE(*a == 2);
  REQUIRE(b.get() == one);
}

TEST_CASE("unqualified swap still finds std::swap, for this library's types too") {
  using std::swap;
  auto a = tenure::rc<int>::make(1);
  auto b = tenure::rc<int>::make(2);
  swap(a, b);
  REQUIRE(*a == 2);
  auto c = tenure::box<point>::make(1, 2);
  auto d = tenure::box<point>::make(3, 4);
  swap(c, d);
  REQUIRE(c->x == 3);
}

TEST_CASE("both can be named where namespace tenure is used") {
  using namespace tenure;
  int a = 1;
  int b = 2;
  swap(a, b);
  std::swap(a, b);
  REQUIRE(replace(a, 5) == 1);
  REQUIRE(take(a) == 5);
}

TEST_CASE("replace returns what was there") {
  std::string place = "old";
  REQUIRE(tenure::replace(place, "new") == "old");
  REQUIRE(place == "new");

  auto owner = std::make_unique<int>(1);
  auto const former = tenure::replace(owner, std::make_unique<int>(2));
  REQUIRE(*former == 1);
  REQUIRE(*owner == 2);

  point at{1, 2};
  REQUIRE(tenure::replace(at, {3, 4}).x == 1);
  REQUIRE(at.y == 4);
}

TEST_CASE("take leaves a default value") {
  auto owner = std::make_unique<int>(1);
  REQUIRE(*tenure::take(owner) == 1);
  REQUIRE(owner == nullptr);

  point at{1, 2};
  REQUIRE(tenure::take(at).y == 2);
  REQUIRE(at.x == 0);
  REQUIRE(at.y == 0);
}

TEST_CASE("take changes nothing when the default value cannot be made") {
  no_default_today place{7};
  no_default_today::fails = true;
  REQUIRE_THROWS_AS(static_cast<void>(tenure::take(place)), std::runtime_error);
  no_default_today::fails = false;
  REQUIRE(place.value == 7);
}

constexpr int exchanged_in_a_constant_expression() {
  point a{1, 2};
  point b{3, 4};
  tenure::swap(a, b);
  point const c = tenure::replace(a, point{5, 6});
  point const d = tenure::take(b);
  return ((a.x * 10 + b.x) * 10 + c.x) * 10 + d.x;
}
static_assert(exchanged_in_a_constant_expression() == 5031);

}  // namespace
