// SPDX-License-Identifier: BSL-1.0
// All that can happen when the automata of all roles run together over bounded queues, one for each ordered
// pair of roles. Knows nothing of choreographies.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sessions/support/automaton.hpp"

namespace tenure::test {

enum class trouble { none, deadlock, orphan, unspecified };

inline char const* name_of(trouble what) {
  constexpr char const* names[]{"none", "deadlock", "orphan message", "unspecified reception"};
  return names[static_cast<int>(what)];
}

/// Somebody does something.
struct event {
  int role;
  deed what;
  friend auto operator<=>(event const&, event const&) = default;
};

/// The roles running together. A configuration is a text: two bytes for each role's state, then the queues,
/// each as its length and its messages.
class product {
  std::vector<automaton> const& roles_;
  std::size_t room_;
  int pairs_[8][8];
  int pair_count_ = 0;

 public:
  using config = std::string;

  product(std::vector<automaton> const& roles, std::size_t room) : roles_{roles}, room_{room} {
    for (auto& row : pairs_) std::fill(std::begin(row), std::end(row), -1);
    for (std::size_t r = 0; r < roles.size(); ++r)
      for (auto const& place : roles[r].states)
        for (auto const& m : place.moves) {
          int& pair = m.what.sends ? pairs_[r][m.what.peer] : pairs_[m.what.peer][r];
          if (pair == -1) pair = pair_count_++;
        }
  }

  config start() const { return config(2 * roles_.size() + static_cast<std::size_t>(pair_count_), '\0'); }
  int state(config const& c, std::size_t role) const {
    return static_cast<unsigned char>(c[2 * role]) * 256 + static_cast<unsigned char>(c[2 * role + 1]);
  }
  automaton::place const& place(config const& c, std::size_t role) const {
    return roles_[role][state(c, role)];
  }

  /// Where the queue of a pair begins.
  std::size_t queue(config const& c, int from, int to) const {
    std::size_t at = 2 * roles_.size();
    for (int i = 0; i < pairs_[from][to]; ++i) at += 1 + static_cast<unsigned char>(c[at]);
    return at;
  }
  /// The message at the head, or -1.
  int head(config const& c, int from, int to) const {
    std::size_t const at = queue(c, from, to);
    return c[at] == 0 ? -1 : static_cast<unsigned char>(c[at + 1]);
  }
  bool possible(config const& c, event const& e) const {
    if (!e.what.sends) return head(c, e.what.peer, e.role) == e.what.message;
    return static_cast<unsigned char>(c[queue(c, e.role, e.what.peer)]) < room_;
  }
  bool all_queues_empty(config const& c) const {
    return c.size() == 2 * roles_.size() + static_cast<std::size_t>(pair_count_);
  }
  bool all_done(config const& c) const {
    for (std::size_t r = 0; r < roles_.size(); ++r)
      if (!place(c, r).done) return false;
    return true;
  }

  config after(config c, event const& e, int to) const {
    auto const r = static_cast<std::size_t>(e.role);
    if (e.what.sends) {
      std::size_t const at = queue(c, e.role, e.what.peer);
      c.insert(at + 1 + static_cast<unsigned char>(c[at]), 1, static_cast<char>(e.what.message));
      ++c[at];
    } else {
      std::size_t const at = queue(c, e.what.peer, e.role);
      c.erase(at + 1, 1);
      --c[at];
    }
    c[2 * r] = static_cast<char>(to / 256);
    c[2 * r + 1] = static_cast<char>(to % 256);
    return c;
  }

  /// Calls `f(event, config after it)` for each possible step.
  template <class F>
  void each_step(config const& c, F f) const {
    for (std::size_t r = 0; r < roles_.size(); ++r)
      for (auto const& m : place(c, r).moves) {
        event const e{static_cast<int>(r), m.what};
        if (possible(c, e)) f(e, after(c, e, m.to));
      }
  }

  /// What is wrong with the configuration as such. `stuck`: nobody can do anything.
  trouble judge(config const& c, bool stuck) const {
    for (std::size_t r = 0; r < roles_.size(); ++r) {
      auto const& here = place(c, r);
      if (here.moves.empty()) {  // nobody will ever read what is there for it
        for (std::size_t from = 0; from < roles_.size(); ++from)
          if (pairs_[from][r] != -1 && head(c, static_cast<int>(from), static_cast<int>(r)) != -1)
            return trouble::orphan;
        continue;
      }
      if (hears_only_wrong(c, r)) return trouble::unspecified;
    }
    if (!stuck) return trouble::none;
    if (!all_done(c)) return trouble::deadlock;
    return all_queues_empty(c) ? trouble::none : trouble::orphan;
  }

 private:
  /// The role only listens, and everybody that it listens to has sent what it does not expect.
  bool hears_only_wrong(config const& c, std::size_t r) const {
    for (auto const& m : place(c, r).moves) {
      if (m.what.sends) return false;
      int const next = head(c, m.what.peer, static_cast<int>(r));
      if (next == -1) return false;
      for (auto const& other : place(c, r).moves)
        if (other.what.peer == m.what.peer && other.what.message == next) return false;
    }
    return true;
  }
};

struct exploration {
  trouble found = trouble::none;
  std::size_t states = 0;
  bool whole = true;  ///< all of it was looked at
  std::vector<event> trace;
};

/// Breadth first, so that the trace found is a shortest one. Where a role may stop and may go on, both are
/// tried.
inline exploration explore(std::vector<automaton> roles, std::size_t room, std::size_t most) {
  for (auto& role : roles) {
    auto const sink = static_cast<int>(role.states.size());
    bool used = false;
    for (auto& place : role.states)
      if (place.done && !place.moves.empty()) {
        place.done = false;
        place.moves.push_back({{true, -1, 0}, sink});
        used = true;
      }
    if (used) role.states.push_back({{}, true});
  }
  std::vector<automaton> plain = roles;  // `product` sees no steps to nobody
  for (auto& role : plain)
    for (auto& place : role.states)
      std::erase_if(place.moves, [](automaton::move const& m) { return m.what.peer == -1; });
  product const all{plain, room};

  exploration result;
  struct visit {
    product::config c;
    std::size_t from;
    event by;
  };
  std::vector<visit> seen{{all.start(), 0, {-1, {}}}};
  std::unordered_map<product::config, std::size_t> known{{seen[0].c, 0}};
  auto const reach = [&](product::config next, std::size_t from, event const& by) {
    if (seen.size() >= most) {
      result.whole = false;
      return;
    }
    if (known.try_emplace(next, seen.size()).second) seen.push_back({std::move(next), from, by});
  };
  for (std::size_t i = 0; i < seen.size(); ++i) {
    product::config const c = seen[i].c;
    bool stuck = true;
    all.each_step(c, [&](event const& e, product::config next) {
      stuck = false;
      reach(std::move(next), i, e);
    });
    for (std::size_t r = 0; r < roles.size(); ++r)
      for (auto const& m : roles[r][all.state(c, r)].moves)
        if (m.what.peer == -1) {
          product::config next = c;
          next[2 * r] = static_cast<char>(m.to / 256);
          next[2 * r + 1] = static_cast<char>(m.to % 256);
          stuck = false;
          reach(std::move(next), i, {static_cast<int>(r), m.what});
        }
    result.found = all.judge(c, stuck);
    if (result.found != trouble::none) {
      for (std::size_t at = i; at != 0; at = seen[at].from) result.trace.push_back(seen[at].by);
      std::reverse(result.trace.begin(), result.trace.end());
      break;
    }
  }
  result.states = seen.size();
  return result;
}

}  // namespace tenure::test
