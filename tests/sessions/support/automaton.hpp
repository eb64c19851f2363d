// SPDX-License-Identifier: BSL-1.0
// What one role does, as the plainest automaton there is: from the machine that the library made, and from
// the choreography by the definitions alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tenure/sessions/graph.hpp"
#include "tenure/sessions/machine.hpp"

namespace tenure::test {

namespace g = tenure::sessions;

/// What a role can do and see: it sends `message` to `peer`, or receives it from there.
struct deed {
  bool sends;
  int peer;
  int message;
  friend auto operator<=>(deed const&, deed const&) = default;
};

/// Deterministic. State 0 is the start. In a `done` state the role may stop.
struct automaton {
  struct move {
    deed what;
    int to;
  };
  struct place {
    std::vector<move> moves;
    bool done = false;
  };
  std::vector<place> states;
  bool too_large = false;  ///< it was given up

  place const& operator[](int s) const { return states[static_cast<std::size_t>(s)]; }
};

namespace detail {

/// A few small numbers; short ones live without the heap.
using tokens = std::u16string;
constexpr char16_t never = 0xffff;

inline void add(tokens& to, int what) { to.push_back(static_cast<char16_t>(what)); }

}  // namespace detail

/// The states of a machine with forks are sets of its states: a fork is all its parts at once, until all are
/// at their ends.
class flattening {
  g::machine of_;
  std::map<detail::tokens, int> known_;
  std::vector<detail::tokens> sets_;

  void enter(detail::tokens& into, int state) {
    g::state const& here = of_[state];
    if (here.kind != g::state_kind::fork) return detail::add(into, state);
    for (int e = here.first; e < here.first + here.count; ++e)
      if (of_.edges[e].act == g::action::split) enter(into, of_.edges[e].target);
  }
  /// Replaces the ends of all parts of a fork by what follows it.
  void join(detail::tokens& all) {
    for (char16_t const token : all) {
      if (of_[token].kind != g::state_kind::part_end) continue;
      int const fork = of_[token].fork;
      auto const ended = [&](char16_t t) {
        return of_[t].kind == g::state_kind::part_end && of_[t].fork == fork;
      };
      if (std::count_if(all.begin(), all.end(), ended) != of_[fork].count - 1) continue;
      std::erase_if(all, ended);
      enter(all, of_.edges[of_[fork].first + of_[fork].count - 1].target);
      return join(all);
    }
  }
  int number(detail::tokens all) {
    std::sort(all.begin(), all.end());
    auto const [at, is_new] = known_.try_emplace(all, static_cast<int>(sets_.size()));
    if (is_new) sets_.push_back(all);
    return at->second;
  }

 public:
  explicit flattening(g::machine const& of) : of_{of} {}

  automaton run() {
    automaton made;
    detail::tokens start;
    enter(start, 0);
    number(std::move(start));
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      automaton::place here;
      detail::tokens const all = sets_[s];
      here.done = all.size() == 1 && of_[all[0]].kind == g::state_kind::final;
      for (std::size_t i = 0; i < all.size(); ++i) {
        g::state const& at = of_[all[i]];
        if (at.kind != g::state_kind::send && at.kind != g::state_kind::receive) continue;
        for (int e = at.first; e < at.first + at.count; ++e) {
          g::edge const& x = of_.edges[e];
          detail::tokens next = all;
          next.erase(i, 1);
          enter(next, x.target);
          join(next);
          here.moves.push_back({{x.act == g::action::send, x.peer, x.message}, number(std::move(next))});
        }
      }
      made.states.push_back(std::move(here));
    }
    return made;
  }
};

inline automaton flatten(g::machine const& of) { return flattening{of}.run(); }

/// The projection without any check, from the definition: erase what others do, determinise. Where the checks
/// of the library would refuse, the result may both send and receive in a state, or be done and go on.
class erasure {
  using config = detail::tokens;  // where the session may be: a node, or one for each part of a par
  g::graph const& of_;
  int role_;
  std::map<std::set<config>, int> known_;
  std::vector<std::set<config>> sets_;

  g::node const& at(int node) const { return of_.nodes[node]; }
  bool sees(int node) const {
    return at(node).code == g::op::send && (at(node).from == role_ || at(node).to == role_);
  }

  /// Does the role do nothing in the block?
  bool foreign(int block) const {
    for (int i = block; i < block + at(block).length; ++i)
      if (sees(i)) return false;
    return true;
  }

  /// Where a token may come to rest without a step of the role's own: at such steps, at pars, ends of parts
  /// and the end.
  void rests(int node, std::set<int>& seen, std::set<int>& found) const {
    if (!seen.insert(node).second) return;
    g::node const& here = at(node);
    switch (here.code) {
      case g::op::send:
        if (sees(node))
          found.insert(node);
        else
          rests(node + 1, seen, found);
        break;
      case g::op::choice:
        for (int arm = node + 1; at(arm).code == g::op::arm; arm += at(arm).length)
          rests(arm + 1, seen, found);
        break;
      case g::op::arm:
      case g::op::jump:
        rests(here.goes, seen, found);
        break;
      case g::op::par:
        if (!foreign(node))
          found.insert(node);
        else if (here.falls)
          rests(here.goes, seen, found);
        break;
      case g::op::done:
      case g::op::end:
        found.insert(node);
        break;
      default:
        rests(node + 1, seen, found);
    }
  }

  void close(config moving, config resting, std::set<std::pair<config, config>>& seen,
             std::set<config>& into) const {
    std::sort(moving.begin(), moving.end());
    std::sort(resting.begin(), resting.end());
    if (!seen.insert({moving, resting}).second) return;
    if (moving.empty()) {
      for (char16_t const token : resting) {  // are all parts of some par at their ends?
        if (token == detail::never || at(token).code != g::op::done) continue;
        int const par = at(at(token).up).up;
        auto const ended = [&](char16_t t) {
          return t != detail::never && at(t).code == g::op::done && at(at(t).up).up == par;
        };
        int parts = 0;
        for (int part = par + 1; at(part).code == g::op::part; part += at(part).length) ++parts;
        if (std::count_if(resting.begin(), resting.end(), ended) != parts) continue;
        std::erase_if(resting, ended);
        detail::add(moving, at(par).goes);
        return close(std::move(moving), std::move(resting), seen, into);
      }
      into.insert(std::move(resting));
      return;
    }
    int const token = moving.back();
    moving.pop_back();
    std::set<int> walked, found;
    rests(token, walked, found);
    if (found.empty()) found.insert(detail::never);
    for (int const stop : found) {
      config on = moving, rest = resting;
      if (stop != detail::never && at(stop).code == g::op::par)
        for (int part = stop + 1; at(part).code == g::op::part; part += at(part).length)
          detail::add(on, part + 1);
      else
        detail::add(rest, stop);
      close(std::move(on), std::move(rest), seen, into);
    }
  }
  void close(config moving, config resting, std::set<config>& into) const {
    std::set<std::pair<config, config>> seen;
    close(std::move(moving), std::move(resting), seen, into);
  }
  int number(std::set<config> all) {
    auto const [at, is_new] = known_.try_emplace(std::move(all), static_cast<int>(sets_.size()));
    if (is_new) sets_.push_back(at->first);
    return at->second;
  }

 public:
  erasure(g::graph const& of, int role) : of_{of}, role_{role} {}

  automaton run(std::size_t most = 2000) {
    automaton made;
    std::set<config> start;
    close(config(1, 0), {}, start);
    number(std::move(start));
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      if (s == most) {
        made.too_large = true;
        return made;
      }
      automaton::place here;
      std::map<deed, std::set<config>> next;
      for (config const& c : std::set<config>{sets_[s]})
        for (std::size_t i = 0; i < c.size(); ++i) {
          if (c[i] == detail::never) continue;
          if (at(c[i]).code == g::op::end) here.done = true;
          if (!sees(c[i])) continue;
          bool const sends = at(c[i]).from == role_;
          config rest = c;
          rest.erase(i, 1);
          close(config(1, static_cast<char16_t>(c[i] + 1)), std::move(rest),
                next[{sends, sends ? at(c[i]).to : at(c[i]).from, at(c[i]).message}]);
        }
      if (next.empty()) here.done = true;  // left alone for ever
      for (auto& [what, to] : next) here.moves.push_back({what, number(std::move(to))});
      made.states.push_back(std::move(here));
    }
    return made;
  }
};

inline automaton erase(g::graph const& of, int role) { return erasure{of, role}.run(); }

/// Do both do the same, step by step?
inline bool equivalent(automaton const& a, automaton const& b) {
  std::set<std::pair<int, int>> seen{{0, 0}};
  std::vector<std::pair<int, int>> todo{{0, 0}};
  while (!todo.empty()) {
    auto const [x, y] = todo.back();
    todo.pop_back();
    if (a[x].done != b[y].done || a[x].moves.size() != b[y].moves.size()) return false;
    for (auto const& move : a[x].moves) {
      auto const other = std::find_if(b[y].moves.begin(), b[y].moves.end(),
                                      [&](automaton::move const& m) { return m.what == move.what; });
      if (other == b[y].moves.end()) return false;
      if (seen.insert({move.to, other->to}).second) todo.push_back({move.to, other->to});
    }
  }
  return true;
}

}  // namespace tenure::test
