// SPDX-License-Identifier: BSL-1.0
// Could there be more than two modes? The post ends with that question, and with "Cell as a mode".
//
// An experiment: besides unique (`&mut`) and shared (`&`) a type has the mode cell, in which everything on
// one thread may replace the whole value. No type chooses it: it is the same for all. Is it the shared mode
// of Cell<T>, and where does it lie between the other two?
#pragma once

#include "tenure/ownership/model/law.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tenure::model {

enum class mode : std::uint8_t { unique, cell, shared };
inline constexpr std::array modes{mode::unique, mode::cell, mode::shared};
inline std::string text(mode m) { return m == mode::unique ? "unique" : m == mode::cell ? "cell" : "shared"; }

/// What a reference in this mode claims of a t at `at`.
inline claim in_mode(mode m, type const& t, lifetime k, thread who, address at, heap const& h) {
  switch (m) {
    case mode::unique:
      return behind(gate{opening::borrow, k}, owned_at(t, who, at, h));
    case mode::cell:
      return behind(gate{opening::local, k, who}, owned_at(t, who, at, h));
    case mode::shared:
      return t.shr(k, who, at, h);
  }
  return std::nullopt;
}

/// The rule. A unique reference may enter any mode: it is given up, and its lender waits. From cell to shared
/// only where the one gives the other, as for a type that is shared like a Cell anyway.
inline judgement may_convert(mode from, mode to, type const& t, rules const& r = {},
                             bound const& in = full_bound) {
  if (from == to || from == mode::unique) return {};
  if (from == mode::cell && to == mode::shared && r.has(fault::cell_mode_to_shared)) return {};
  return detail::for_all(in, t.size, t.pointers, [&](heap const& h) {
    return detail::not_implied(in_mode(from, t, a, 0, frame, h), in_mode(to, t, a, 0, frame, h), {});
  });
}

/// What clients make of the conversion, whether it is allowed or not: who has a reference in mode `from`
/// makes one in mode `to`. The first is kept if it can be had twice. Each is at another thread too if it says
/// the same there.
inline outcome convert(mode from, mode to, type const& t, rules const& r = {}, bound const& in = full_bound) {
  detail::scenarios all;
  for_each_heap(in, t.size, t.pointers, [&](heap const& h) {
    claim const lent = owned_at(t, 0, frame, h), first = in_mode(from, t, a, 0, frame, h);
    claim const here = in_mode(to, t, a, 0, frame, h), there = in_mode(to, t, a, 1, frame, h);
    if (!lent || !first || !here) return true;
    std::vector<resource> threads{behind(gate{opening::after, a}, *lent), {}};
    bool const first_anywhere = first == in_mode(from, t, a, 1, frame, h);
    for (permission const& p : *first) {
      if (!is_duplicable(p)) continue;
      threads[0].push_back(p);
      if (first_anywhere) threads[1].push_back(p);
    }
    resource& receiver = threads[here == there ? 1 : 0];
    receiver = together(receiver, *here);
    all.add(std::move(threads), h);
    return true;
  });
  return all.run("type " + t.name + ", from mode " + text(from) + " to mode " + text(to), r, in, a);
}

/// The mode cell is the shared mode of Cell<T>, and each conversion that the rule allows is safe.
inline outcome check_modes(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    type const c = cell(t, r);
    all.add(
        detail::every_heap(c.name, in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
          if (in_mode(mode::cell, t, a, 0, frame, h) == c.shr(a, 0, frame, h)) return std::nullopt;
          return "the mode cell is not the shared mode of Cell";
        }));
    for (mode from : modes) {
      for (mode to : modes) {
        judgement const allowed = may_convert(from, to, t, r, in);
        all.states += allowed.states;
        if (allowed && all.add(convert(from, to, t, r, in))) return all;
      }
    }
  }
  return all;
}

}  // namespace tenure::model
