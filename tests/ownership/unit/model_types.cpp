// SPDX-License-Identifier: BSL-1.0
// What values claim, and the verdicts that follow: they are those of rustc, for nobody typed them in.
#include "tenure/ownership/model/interior.hpp"
#include "tenure/ownership/model/judgements.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace m = tenure::model;

namespace {

m::heap with(std::vector<std::pair<std::size_t, m::byte>> const& cells) {
  m::heap h{};
  for (auto const& [at, value] : cells) h[at] = value;
  return h;
}
std::string owned(m::type const& t, m::heap const& h) {
  m::claim const c = m::owned_at(t, 0, m::frame, h);
  return c ? text(*c) : "not valid";
}
std::string shared(m::type const& t, m::heap const& h) {
  m::claim const c = t.shr(m::a, 0, m::frame, h);
  return c ? text(*c) : "not valid";
}
m::type const i = m::integer(), f = m::boolean();

}  // namespace

TEST_CASE("model: owned values") {
  CHECK(owned(i, with({{4, 3}})) == "cell 4 in any, owned");
  CHECK(owned(f, with({{4, 1}})) == "cell 4 in {0,1}, owned");
  CHECK(owned(f, with({{4, 2}})) == "not valid");
  CHECK(owned(m::cell(f), with({{4, 1}})) == owned(f, with({{4, 1}})));
  CHECK(owned(m::box(f), with({{4, 2}, {2, 1}})) == "cell 2 in {0,1}, owned; cell 4 in any, owned");
  CHECK(owned(m::box(f), with({{4, 2}, {2, 3}})) == "not valid");
  CHECK(owned(m::box(m::box(i)), with({{4, 2}, {2, 2}})) == "not valid");  // it would own itself
  CHECK(owned(m::unique(m::b, i), with({{4, 2}})) == "cell 2 in any, borrowed for 'b; cell 4 in any, owned");
  CHECK(owned(m::reference(m::b, i), with({{4, 2}})) ==
        "cell 2 in any, read-only for 'b; cell 4 in any, owned");
  CHECK(owned(m::vec(i), with({{4, 1}, {5, 3}, {6, 2}})) == "not valid");        // longer than its capacity
  CHECK(owned(m::mutex_guard(m::b, i), with({{4, 0}, {0, 0}})) == "not valid");  // nobody has locked
}

TEST_CASE("model: shared values") {
  CHECK(shared(f, with({{4, 1}})) == "cell 4 in {0,1}, read-only for 'a");
  CHECK(shared(m::cell(f), with({{4, 1}})) == "cell 4 in {0,1}, local to thread 0 'a");
  CHECK(shared(m::mutex(f), with({{4, 3}})) ==
        "cell 4 in {0,3}, atomic for 'a; cell 5 in {0,1}, locked by cell 4 'a");
  CHECK(shared(m::either(f, i), with({{4, 1}, {5, 3}})) ==
        "cells 4..5 in {00,01,10,11,12,13}, read-only for 'a");
  CHECK(shared(m::either(f, m::cell(i)), with({{4, 1}, {5, 3}})) ==
        "cell 4 in {1}, read-only for 'a; cell 5 in any, local to thread 0 'a");
  // The length counts, not the capacity: cell 1 is not shared.
  std::string const elements = shared(m::vec(m::cell(i)), with({{4, 0}, {5, 1}, {6, 2}}));
  CHECK(elements.starts_with("cell 0 in any, local to thread 0 'a; cells 4..6 in {"));
  CHECK(elements.ends_with(", read-only for 'a"));
}

TEST_CASE("model: Send, Sync and Copy follow from the definitions") {
  auto const says = [](m::type const& t, bool send, bool sync, bool copy) {
    INFO(t.name);
    m::verdicts const v = m::judge(t, m::quick_bound);
    CHECK(v.send == send);
    CHECK(v.sync == sync);
    CHECK(v.copy == copy);
  };
  auto const ci = m::cell(i), ri = m::rc(i);
  says(i, true, true, true);
  says(m::either(f, i), true, true, true);
  says(m::atomic_cell(i), true, true, false);
  says(m::mutex(ci), true, true, false);
  says(m::rw_lock(i), true, true, false);
  says(m::arc(i), true, true, false);
  says(m::arc(m::mutex(i)), true, true, false);
  says(ci, true, false, true);  // Rust withholds Copy; lambda-rust's Cell has it
  says(m::ref_cell(i), true, false, false);
  says(m::rw_lock(ci), true, false, false);
  says(m::unique(m::b, ci), true, false, false);
  says(m::unique(m::b, i), true, true, false);
  says(m::vec(ci), true, false, false);
  says(m::mutex_guard(m::b, i), false, true, false);
  says(m::mutex_guard(m::b, ci), false, false, false);
  says(ri, false, false, false);
  says(m::mutex(ri), false, false, false);
  says(m::arc(ci), false, false, false);
  says(m::reference(m::b, ci), false, false, true);
  says(m::reference(m::b, m::mutex(ci)), true, true, true);
  says(m::join_handle(ri), true, true, false);
}

TEST_CASE("model: variance has two modes") {
  auto const says = [](char const* name, auto constructor, bool owned_too, bool shared_too) {
    INFO(name);
    CHECK(m::owned_covariant(constructor, m::quick_bound) == owned_too);
    CHECK(m::shared_covariant(constructor, m::quick_bound) == shared_too);
  };
  using m::type;
  says("Cell", [](type const& t) { return m::cell(t); }, true, false);
  says("RefCell", [](type const& t) { return m::ref_cell(t); }, true, false);
  says("Mutex", [](type const& t) { return m::mutex(t); }, true, false);
  says("Box", [](type const& t) { return m::box(t); }, true, true);
  says("Vec", [](type const& t) { return m::vec(t); }, true, true);
  says("Rc", [](type const& t) { return m::rc(t); }, true, true);
  says("&", [](type const& t) { return m::reference(m::b, t); }, true, true);
  says("&Cell", [](type const& t) { return m::reference(m::b, m::cell(t)); }, false, false);
  // Not so in Rust: what is behind & &mut is read-only, and its type may be weakened.
  says("&mut", [](type const& t) { return m::unique(m::b, t); }, false, true);
}

TEST_CASE("model: a refusal says in which heap and why") {
  m::judgement const j = m::send(m::rc(i));
  REQUIRE_FALSE(j);
  CHECK(j.because->where == with({{0, 1}}));
  CHECK(j.because->why.find("counted thread 0") != std::string::npos);
  CHECK(j.because->why.find("counted thread 1") != std::string::npos);
}
