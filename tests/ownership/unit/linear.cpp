// SPDX-License-Identifier: BSL-1.0
// Correct programs, which must pass the consumed-typestate analysis without a false alarm, and what checked
// builds trap on where it cannot see. The faulty programs are in compile_fail/linear_*.cpp.
#include "tenure/ownership/linear.hpp"

#include <any>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

constexpr linear<int> open(int n) { return linear<int>{n}; }

constexpr int close(linear<int> ticket TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) {
  return std::move(ticket).consume();
}

constexpr bool consumed_once() {
  auto t = open(3);
  ensure(t.peek() == 3);
  int const n = std::move(t).consume();
  ensure(n == 3);
  return true;
}

constexpr bool handed_on() {
  auto t = open(3);
  auto u = std::move(t);
  ensure(close(std::move(u)) == 3);
  return true;
}

constexpr int branches(int n) {
  auto t = open(n);
  if (n > 2) return std::move(t).consume();  // early return
  int result = 0;
  if (n == 1) {
    result = close(std::move(t));
  } else {
    result = 10 * std::move(t).consume();
  }
  return result;
}

constexpr int switches(int n) {
  auto t = open(n);
  switch (n) {
    case 0:
      return std::move(t).consume();
    case 1:
      return close(std::move(t)) + 1;
    default:
      break;
  }
  return std::move(t).consume() + 2;
}

constexpr int loops(int rounds) {
  int sum = 0;
  for (int i = 0; i < rounds; ++i) {
    auto t = open(i);
    sum += std::move(t).consume();
  }
  return sum;
}

constexpr int reassigned_in_a_loop(int rounds) {
  auto t = open(0);
  for (int i = 1; i <= rounds; ++i) {
    int const before = std::move(t).consume();
    t = open(before + i);
  }
  return std::move(t).consume();
}

template <class T>
constexpr T in_template(T value) {
  linear<T> t{std::move(value)};
  return std::move(t).consume();
}

constexpr int in_generic_lambda(int n) {
  auto use = [](auto value) {
    linear<decltype(value)> t{value};
    return std::move(t).consume();
  };
  return use(n) + static_cast<int>(use(2L));
}

constexpr int out_of_a_member(int n) {
  struct holder {
    linear<int> ticket;
  } h{open(n)};
  auto t = adopt(std::move(h.ticket));
  return std::move(t).consume();
}

constexpr int out_of_a_binding(int n) {
  struct both {
    linear<int> left, right;
  };
  auto [l, r] = both{open(n), open(2 * n)};
  auto left = adopt(std::move(l));
  auto right = adopt(std::move(r));
  return std::move(left).consume() + std::move(right).consume();
}

}  // namespace

TEST_CASE("A linear value is used up once") {
  static_assert(consumed_once() && handed_on());
  CHECK(consumed_once());
  CHECK(handed_on());
}

TEST_CASE("On every path of branches, switches and early returns") {
  static_assert(branches(1) == 1 && branches(2) == 20 && branches(3) == 3);
  static_assert(switches(0) == 0 && switches(1) == 2 && switches(2) == 4);
  CHECK(branches(1) + branches(2) + branches(3) == 24);
  CHECK(switches(0) + switches(1) + switches(2) == 6);
}

TEST_CASE("In loops, and assigned again after use") {
  static_assert(loops(4) == 6 && reassigned_in_a_loop(4) == 10);
  CHECK(loops(4) == 6);
  CHECK(reassigned_in_a_loop(4) == 10);
}

TEST_CASE("In templates and generic lambdas") {
  static_assert(in_template(3) == 3 && in_generic_lambda(3) == 5);
  CHECK(in_template(std::string{"abc"}) == "abc");
  CHECK(in_generic_lambda(3) == 5);
}

TEST_CASE("adopt brings a value back that the analysis had lost") {
  static_assert(out_of_a_member(3) == 3 && out_of_a_binding(3) == 9);
  CHECK(out_of_a_member(3) == 3);
  CHECK(out_of_a_binding(3) == 9);
  auto in_lambda = [ticket = open(4)]() mutable {
    auto t = adopt(std::move(ticket));
    return std::move(t).consume();
  };
  CHECK(in_lambda() == 4);
  std::vector<linear<int>> row;
  row.push_back(open(5));
  auto t = adopt(std::move(row.back()));
  int const n = std::move(t).consume();  // outside CHECK, which names its argument three times
  CHECK(n == 5);
}

TEST_CASE("A linear value holds what it is given, and no more") {
  linear<std::vector<std::any>> row{std::vector<std::any>(3)};
  CHECK(row.peek().size() == 3);
  auto const values = std::move(row).consume();
  CHECK(values.size() == 3);
  linear<std::unique_ptr<int>> p{std::make_unique<int>(6)};
  auto const taken = std::move(p).consume();
  CHECK(*taken == 6);
}

#if TENURE_CHECKED

namespace {

/// The analysis does not follow members.
struct holder {
  linear<int> ticket;
  int use() { return std::move(ticket).consume(); }
  int look() const { return ticket.peek(); }
};

constexpr auto linear_rule = "tenure: [ownership.linear]";

}  // namespace

TEST_CASE("Dropped where the analysis does not look, a linear value traps") {
  auto dropped = [] { holder h{open(1)}; };
  auto used = [] {
    holder h{open(1)};
    static_cast<void>(h.use());
  };
  CHECK(traps(linear_rule, dropped));
  CHECK_FALSE(dies(used).died);
}

TEST_CASE("Used twice where the analysis does not look, a linear value traps") {
  auto twice = [] {
    holder h{open(1)};
    static_cast<void>(h.use());
    static_cast<void>(h.use());
  };
  auto after_move = [] {
    holder h{open(1)};
    holder g{std::move(h)};
    static_cast<void>(g.use());
    static_cast<void>(h.use());
  };
  auto moved = [] {
    holder h{open(1)};
    holder g{std::move(h)};
    static_cast<void>(g.use());
  };
  CHECK(traps(linear_rule, twice));
  CHECK(traps(linear_rule, after_move));
  CHECK_FALSE(dies(moved).died);
}

TEST_CASE("Looked at after use where the analysis does not look, a linear value traps") {
  auto late = [] {
    holder h{open(1)};
    static_cast<void>(h.use());
    static_cast<void>(h.look());
  };
  auto in_time = [] {
    holder h{open(1)};
    static_cast<void>(h.look());
    static_cast<void>(h.use());
  };
  CHECK(traps(linear_rule, late));
  CHECK_FALSE(dies(in_time).died);
}

TEST_CASE("Overwritten while it is live, a linear value traps") {
  auto live = [] {
    holder h{open(1)}, g{open(2)};
    h = std::move(g);
    static_cast<void>(h.use());
  };
  auto used_up = [] {
    holder h{open(1)}, g{open(2)};
    static_cast<void>(h.use());
    h = std::move(g);
    static_cast<void>(h.use());
  };
  CHECK(traps(linear_rule, live));
  CHECK_FALSE(dies(used_up).died);
}

TEST_CASE("A container of linear values is to be emptied") {
  auto left = [] {
    std::vector<linear<int>> row;
    row.push_back(open(1));
  };
  CHECK(traps(linear_rule, left));
}

#endif
