// SPDX-License-Identifier: BSL-1.0
// The search for what clients can do: what it finds, what it must not find, and the algebra below it.
#include "tenure/ownership/model/law.hpp"
#include "tenure/ownership/model/lifetime_logic.hpp"
#include "tenure/ownership/model/modes.hpp"

#include <string>

#include "support/catch.hpp"

namespace m = tenure::model;
using m::gate;
using m::opening;

namespace {
m::permission one(m::address at, std::vector<gate> gates) {
  return m::region(at, 1, m::every(1), m::use::scalar, std::move(gates));
}
}  // namespace

TEST_CASE("model: what may be had at once") {
  m::permission const owned = one(4, {}), elsewhere = one(5, {});
  m::permission const read = one(4, {{opening::fraction, m::a}}), local = one(4, {{opening::local, m::a, 0}});
  m::permission const lender = one(4, {{opening::after, m::a}}), borrow = one(4, {{opening::borrow, m::a}});
  CHECK(compatible(owned, elsewhere));
  CHECK_FALSE(compatible(owned, owned));
  CHECK_FALSE(compatible(owned, read));
  CHECK(compatible(read, read));
  CHECK(compatible(local, local));
  CHECK_FALSE(compatible(local, read));
  CHECK_FALSE(compatible(local, one(4, {{opening::local, m::a, 1}})));
  CHECK(compatible(lender, borrow));
  CHECK(compatible(lender, read));
  CHECK_FALSE(compatible(lender, one(4, {{opening::borrow, m::b}})));
  CHECK(m::join({read}, {read}) == m::resource{read});
  CHECK_FALSE(m::join({borrow}, {borrow}));
}

TEST_CASE("model: what is compatible on two threads does not race, what is not does") {
  std::vector<m::permission> const all{one(4, {}),
                                       one(5, {}),
                                       one(4, {{opening::borrow, m::a}}),
                                       one(4, {{opening::fraction, m::a}}),
                                       one(4, {{opening::local, m::a, 1}}),
                                       one(4, {{opening::atomic, m::a}}),
                                       one(4, {{opening::after, m::a}})};
  for (m::permission const& p : all) {
    for (m::permission const& q : all) {
      INFO(text(p) << " and " << text(q));
      m::outcome const o = m::run({{{p}, {q}}, {m::heap{}}, m::a});
      bool const misnamed = m::has_gate(p, opening::local);  // thread 0 cannot open it

      if (compatible(p, q)) CHECK_FALSE(o.found);
      if (!compatible(p, q) && !misnamed) CHECK(o.found);
    }
  }
}

TEST_CASE("model: locks exclude, and a lifetime waits for a lock") {
  m::type const lock = m::mutex(m::integer());
  CHECK_FALSE(m::detail::share_among(lock, 3, {}, m::quick_bound).found);
  CHECK(m::detail::share_among(lock, 2, {m::fault::lock_is_not_checked}, m::quick_bound).found);
  m::outcome const local = m::detail::share_among(m::ref_cell(m::integer()), 2, {}, m::quick_bound);
  REQUIRE(local.found);  // two threads at one RefCell
  CHECK(local.found->what.starts_with("data race"));
  CHECK_FALSE(m::detail::share_among(m::ref_cell(m::integer()), 1, {}, m::quick_bound).found);
}

TEST_CASE("model: a witness of the lifetime logic leads from the first state to the wrong one") {
  m::outcome const o = m::run_lifetimes({.fracture = true}, {m::fault::end_while_read}, m::quick_bound);
  REQUIRE(o.found);
  CHECK(o.found->before == "x:0 y:0; 'a unborn; 'b unborn; {x,y} owned");
  CHECK(o.found->steps.back() == "thread 0 ends 'a");
  CHECK(o.found->what == "somebody is inside a loan whose lifetime has ended");
  CHECK(m::run_lifetimes({.fracture = true}, {}, m::quick_bound).states == 260);
}

TEST_CASE("model: the mode cell lies between unique and shared, for plain data") {
  auto const can = [](m::mode from, m::mode to, m::type const& t) {
    bool const allowed = m::may_convert(from, to, t, {}, m::quick_bound).holds;
    bool const safe = !m::convert(from, to, t, {}, m::quick_bound).found;
    CHECK((safe || !allowed));
    return std::pair{allowed, safe};
  };
  using enum m::mode;
  m::type const i = m::integer();
  CHECK(can(unique, cell, i) == std::pair{true, true});
  CHECK(can(unique, shared, i) == std::pair{true, true});
  CHECK(can(cell, shared, i) == std::pair{false, false});
  CHECK(can(cell, unique, i) == std::pair{false, false});
  CHECK(can(shared, cell, i) == std::pair{false, false});
  CHECK(can(shared, unique, i) == std::pair{false, false});
  // What is shared as a Cell anyway may go from the one to the other.
  CHECK(can(cell, shared, m::cell(i)) == std::pair{true, true});
  CHECK(can(shared, cell, m::cell(i)) == std::pair{true, true});
}
