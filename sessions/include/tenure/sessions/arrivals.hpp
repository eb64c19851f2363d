// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/graph.hpp"

/// Which message of a sender can be the first to arrive at a role that does nothing from some point on?
///
/// Everybody else goes on until they would need a message from the role, or from somebody who waits for it
/// in turn: these are blocked, and what they would have sent is not sent.
/// Source: the available messages M of E. Li, F. Stutz, T. Wies, D. Zufferey, "Complete Multiparty Session
/// Type Projection with Automata" (CAV 2023), section 5.
namespace tenure::sessions::detail {

using role_set = unsigned long long;
constexpr role_set only(int role) { return role_set{1} << role; }

template <int N>
struct arrivals {
  static constexpr int slots = power_of_two(8 * N + 64);
  struct point {
    int node;
    role_set blocked;
  };
  graph const& g;
  point todo[4 * N + 64]{};
  int count = 0;
  point seen[slots]{};
  int stamp[slots]{};
  int now = 0, seen_now = 0;
  bool full = false;

  constexpr explicit arrivals(graph const& whole) : g{whole} {}

  /// Calls `meets(node)` for each send from `sender` to `waiting` that can be the first between these two to
  /// arrive while `waiting` stands before `start`. Stops when that returns true. False when room ran out.
  template <class Meets>
  constexpr bool search(int start, int waiting, int sender, Meets meets) {
    ++now;
    count = 0;
    seen_now = 0;
    full = false;
    push({start, only(waiting)});
    while (count > 0) {
      point p = todo[--count];
      for (bool going = true; going;) {
        node const& here = g.nodes[p.node];
        switch (here.code) {
          case op::send:
            if (p.blocked & only(here.from)) {
              p.blocked |= only(here.to);
              going = !(p.blocked & only(sender));
            } else if (here.from == sender && here.to == waiting) {
              if (meets(p.node)) return true;
              going = false;
            }
            ++p.node;
            break;
          case op::jump:
          case op::arm:
            p.node = here.goes;
            break;
          case op::loop:
          case op::close:
            going = first_visit(p);
            ++p.node;
            break;
          case op::choice:
            for (int arm = p.node + 1; g.nodes[arm].code == op::arm; arm += g.nodes[arm].length)
              push({arm + 1, p.blocked});
            going = false;
            break;
          case op::par:
            enter(p);
            going = false;
            break;
          case op::done:  // the other parts may have come to their ends, if it was in here that we started
            going = p.node >= start && here.up < start;
            p.node = here.goes;
            break;
          case op::end:
            going = false;
            break;
          default:
            ++p.node;
        }
      }
    }
    return !full;
  }

 private:
  constexpr void push(point p) {
    if (count < 4 * N + 64)
      todo[count++] = p;
    else
      full = true;
  }

  constexpr bool first_visit(point p) {
    unsigned const hash = static_cast<unsigned>(p.node) * 2654435769u ^
                          static_cast<unsigned>(p.blocked ^ p.blocked >> 32) * 2246822519u;
    int at = static_cast<int>(hash >> 8) & (slots - 1);
    for (; stamp[at] == now; at = (at + 1) & (slots - 1))
      if (seen[at].node == p.node && seen[at].blocked == p.blocked) return false;
    if (++seen_now > slots / 2) {
      full = true;
      return false;
    }
    stamp[at] = now;
    seen[at] = p;
    return true;
  }

  /// The parts one by one, and what comes behind them, where all are blocked who are blocked in any part.
  constexpr void enter(point p) {
    role_set blocked = p.blocked;
    for (int part = p.node + 1; g.nodes[part].code == op::part; part += g.nodes[part].length) {
      push({part + 1, p.blocked});
      blocked |= surely_blocked(part, p.blocked);
    }
    if (g.nodes[p.node].falls) push({g.nodes[p.node].goes, blocked});
  }

  /// Who is blocked at the end of a part whichever way it went.
  constexpr role_set surely_blocked(int part, role_set before) const {
    constexpr role_set nowhere = ~role_set{0};
    role_set entry[N + 1]{}, exit[N + 1]{};
    role_set here = before;
    for (int i = part + 1; i < part + g.nodes[part].length - 1; ++i) {
      node const& at = g.nodes[i];
      switch (at.code) {
        case op::send:
          if (here & only(at.from)) here |= only(at.to);
          break;
        case op::jump:
          here = nowhere;
          break;
        case op::choice:
          entry[i] = here;
          exit[i] = nowhere;
          break;
        case op::arm:
          if (i != at.up + 1) exit[at.up] &= here;
          here = entry[at.up];
          break;
        case op::par:
          entry[i] = here;
          exit[i] = 0;
          break;
        case op::part:
          here = entry[at.up];
          break;
        case op::done:
          exit[g.nodes[at.up].up] |= here;
          break;
        case op::close:
          here = g.nodes[at.up].code == op::choice ? exit[at.up] & here : exit[at.up];
          break;
        default:
          break;
      }
    }
    return here;
  }
};

}  // namespace tenure::sessions::detail
