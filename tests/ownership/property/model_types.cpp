// SPDX-License-Identifier: BSL-1.0
// The laws for types that no catalogue lists: constructors applied to constructors at random, in random
// heaps.
#include "tenure/ownership/model/laws.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "support/property.hpp"

namespace m = tenure::model;

namespace {

/// Reads a list of numbers as constructors, from the inside out; one that would not fit is left out. So a
/// shorter list is a simpler type, and what fails is shrunk.
m::type build(std::vector<std::uint8_t> const& program, m::rules const& r = {}) {
  m::type t = m::integer();
  for (std::uint8_t const op : program) {
    m::type const f = m::boolean();
    bool const room = t.size + 1 <= m::widest;
    switch (op % 15) {
      case 0:
        t = m::cell(t, r);
        break;
      case 1:
        t = m::box(t, r);
        break;
      case 2:
        t = m::reference(m::b, t, r);
        break;
      case 3:
        t = m::unique(m::b, t, r);
        break;
      case 4:
        t = m::vec(t, r);
        break;
      case 5:
        if (room) t = m::mutex(t);
        break;
      case 6:
        if (room) t = m::rw_lock(t);
        break;
      case 7:
        if (room) t = m::ref_cell(t);
        break;
      case 8:
        if (t.size < m::heap_cells) t = m::rc(t);
        break;
      case 9:
        if (t.size < m::heap_cells) t = m::arc(t);
        break;
      case 10:
        if (room) t = m::pair(t, f);
        break;
      case 11:
        if (room) t = m::pair(f, t);
        break;
      case 12:
        if (room) t = m::either(t, f, r);
        break;
      case 13:
        if (room) t = m::either(f, t, r);
        break;
      case 14:
        if (t.size < m::heap_cells) t = m::mutex_guard(m::b, t, r);
        break;
    }
  }
  return t;
}

struct sample {
  std::vector<std::uint8_t> program;
  m::heap h;
};
/// A type of up to four constructors and a heap, of all sizes alike.
sample any_sample() {
  auto const below = [](std::uint8_t end) {
    return rc::gen::resize(100, rc::gen::inRange<std::uint8_t>(0, end));
  };
  sample s{*rc::gen::container<std::vector<std::uint8_t>>(below(15)), {}};
  if (s.program.size() > 4) s.program.resize(4);
  for (m::byte& cell : s.h) cell = *below(m::byte_values);
  return s;
}

m::claim own(m::type const& t, m::thread who, m::heap const& h) {
  return t.own(who, m::read(h, m::frame, t.size), h);
}
void ensure(bool held, m::type const& t, m::heap const& h) {
  if (!held) RC_FAIL(t.name + " in " + m::text(h));
}

}  // namespace

TEST_CASE("model: laws of random types in random heaps") {
  rc::prop("R2, R4: sharing is duplicable, and shorter sharing follows", [] {
    sample const s = any_sample();
    m::type const t = build(s.program);
    m::claim const shared = t.shr(m::a, 0, m::frame, s.h),
                   shorter = t.shr(m::meet(m::a, m::b), 0, m::frame, s.h);
    RC_CLASSIFY(shared.has_value(), "valid");
    if (!shared) return;
    ensure(m::is_persistent(*shared), t, s.h);
    ensure(shorter && m::entails(*shared, *shorter), t, s.h);
  });
  rc::prop("R3: what is owned can be shared, and be owned again", [] {
    sample const s = any_sample();
    m::type const t = build(s.program);
    m::claim const owned = m::owned_at(t, 0, m::frame, s.h), shared = t.shr(m::a, 0, m::frame, s.h);
    RC_CLASSIFY(owned.has_value(), "valid");
    if (!owned) return;
    ensure(shared && !m::detail::not_shareable(*owned, *shared, s.h), t, s.h);
    m::resource const thread = m::together(m::behind(m::gate{m::opening::after, m::a}, *owned), *shared);
    auto const o = m::run({{thread}, {s.h}, m::a}, {}, m::quick_bound);
    if (o.found) RC_FAIL(t.name + ": " + text(*o.found));
  });
  rc::prop("R6, R7: what says the same on another thread may go there", [] {
    sample const s = any_sample();
    m::type const t = build(s.program);
    m::claim const sent = own(t, 0, s.h), whole = m::owned_at(t, 1, m::frame, s.h);
    if (sent && whole && sent == own(t, 1, s.h)) {
      auto const o = m::run({{m::detail::kept(*sent, s.h), *whole}, {s.h}}, {}, m::quick_bound);
      if (o.found) RC_FAIL(t.name + ": " + text(*o.found));
    }
    m::claim const x = t.shr(m::a, 0, m::frame, s.h), y = t.shr(m::a, 1, m::frame, s.h);
    if (sent && x && x == y) {
      auto const o = m::run({{*x, *y}, {s.h}}, {}, m::quick_bound);
      if (o.found) RC_FAIL(t.name + ": " + text(*o.found));
    }
  });
  rc::prop("R8: &T says the same on another thread exactly when a shared T does", [] {
    sample const s = any_sample();
    m::type const t = build(s.program), ref = m::reference(m::b, t);
    if (!m::points(s.h[m::frame], t.size)) return;
    bool const shared = t.shr(m::b, 0, s.h[m::frame], s.h) == t.shr(m::b, 1, s.h[m::frame], s.h);
    ensure((own(ref, 0, s.h) == own(ref, 1, s.h)) == shared, t, s.h);
  });
  rc::prop("R11, R21: Cell<T> owned is T; a shared pointer is a shared &", [] {
    sample const s = any_sample();
    m::type const t = build(s.program);
    ensure(own(m::cell(t), 0, s.h) == own(t, 0, s.h), t, s.h);
    m::claim const mut = m::unique(m::b, t).shr(m::a, 0, m::frame, s.h);
    m::claim const ref = m::reference(m::meet(m::a, m::b), t).shr(m::a, 0, m::frame, s.h);
    ensure(!mut || (ref && m::entails(*mut, *ref)), t, s.h);
  });
  rc::prop("N6: a type with something of its own is not persistent", [] {
    sample const s = any_sample();
    m::type const t = m::box(build(s.program));
    m::claim const c = own(t, 0, s.h);
    ensure(!c || !m::is_persistent(*c), t, s.h);
  });
}

namespace {
/// What rapidcheck says of the smallest type and heap for which `holds` fails, with the same seed every time.
template <class Holds>
std::string smallest_failure(m::fault f, Holds holds) {
  rc::detail::TestParams params;
  params.seed = 2;
  params.maxSuccess = 20000;
  auto const result = rc::detail::checkTestable(
      [&] {
        sample const s = any_sample();
        m::type const t = build(s.program, {f});
        if (!holds(t, s.h)) RC_FAIL(t.name);
      },
      rc::detail::TestMetadata{}, params);
  REQUIRE(result.template is<rc::detail::FailureResult>());
  return result.template get<rc::detail::FailureResult>().description;
}
}  // namespace

TEST_CASE("model: random types find faults, and shrink them to the constructor that is at fault") {
  auto const exclusive = [](m::type const& t, m::heap const& h) {
    m::claim const shared = t.shr(m::a, 0, m::frame, h);
    return !shared || m::is_persistent(*shared);
  };
  std::string const box = smallest_failure(m::fault::exclusive_sharing, exclusive);
  INFO(box);
  CHECK(box.ends_with("Box<i32>"));
  CHECK(box == smallest_failure(m::fault::exclusive_sharing, exclusive));

  std::string const vec =
      smallest_failure(m::fault::length_is_mutable, [](m::type const& t, m::heap const& h) {
        m::claim const shared = t.shr(m::a, 0, m::frame, h);
        return !shared || !t.name.starts_with("Vec") || !m::has_gate(shared->back(), m::opening::local);
      });
  INFO(vec);
  CHECK(vec.ends_with("Vec<i32>"));

  std::string const sum =
      smallest_failure(m::fault::sum_forgets_payload, [](m::type const& t, m::heap const& h) {
        m::claim const it = own(t, 0, h);
        return !it || !t.name.starts_with("Result<") || !t.name.ends_with("Box<i32>>") || h[m::frame] == 0 ||
               !it->empty();
      });
  INFO(sum);
  CHECK(sum.ends_with("Result<bool, Box<i32>>"));
}
