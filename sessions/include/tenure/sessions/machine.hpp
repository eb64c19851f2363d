// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/flaw.hpp"

/// What one role of a protocol does: a flat table of states, which cursors, monitors, exporters and
/// explorers all read. Made by `project`, never by hand.
namespace tenure::sessions {

/// A state never mixes sending and receiving. Where a role takes part in two or more parts of a `par`, it
/// forks: the parts run independently, each from its own first state to its own `part_end`, and then the
/// fork's join.
enum class state_kind : unsigned char { send, receive, fork, part_end, final };

enum class action : unsigned char { send, receive, split, join };

/// A way out of a state. `peer` receives or sends `message`. `node` is a step of the graph that it comes
/// from. A split's `message` is the number of its part, counted among the parts that the role takes part in.
struct edge {
  action act;
  int peer = -1;
  int message = -1;
  int target = -1;
  int node = -1;
};

/// The edges of a state are [first, first + count). A fork has its splits, then one join.
/// A `part_end` names its fork's state and its part.
struct state {
  state_kind kind = state_kind::final;
  int first = 0;
  int count = 0;
  int fork = -1;
  int part = -1;
};

/// A view of one role's table. State 0 is the start. States are canonical: two that could not be told apart
/// are one, so a loop comes back to the state it started from. With `wrong` set it must not be run.
struct machine {
  state const* states;
  int state_count;
  edge const* edges;
  int edge_count;
  int role;
  flaw wrong;

  constexpr state const& operator[](int number) const { return states[number]; }
};

/// The edge by which `message` goes to or comes from `peer` in that state, or -1. Linear in the state's
/// edges.
constexpr int find_edge(machine const& of, int in_state, action act, int peer, int message) {
  state const& here = of.states[in_state];
  for (int e = here.first; e < here.first + here.count; ++e)
    if (edge const& x = of.edges[e]; x.act == act && x.peer == peer && x.message == message) return e;
  return -1;
}

/// The first edge with that message, whoever the peer is, or -1.
constexpr int find_message(machine const& of, int in_state, action act, int message) {
  state const& here = of.states[in_state];
  for (int e = here.first; e < here.first + here.count; ++e)
    if (edge const& x = of.edges[e]; x.act == act && x.message == message) return e;
  return -1;
}

/// How many edges of that state carry the message: more than one where the peer must be said.
constexpr int count_message(machine const& of, int in_state, action act, int message) {
  state const& here = of.states[in_state];
  int count = 0;
  for (int e = here.first; e < here.first + here.count; ++e)
    count += of.edges[e].act == act && of.edges[e].message == message;
  return count;
}

/// Room for one role's machine, enough for a role that always knows where a protocol of `N` steps is. It may
/// be used again for another one.
template <int N>
struct projection {
  static constexpr int max_states = N + 64;
  static constexpr int max_edges = 2 * N + 64;
  state states[max_states]{};
  int state_count = 0;
  edge edges[max_edges]{};
  int edge_count = 0;
  int role = -1;
  flaw wrong;

  constexpr machine view() const { return {states, state_count, edges, edge_count, role, wrong}; }
};

}  // namespace tenure::sessions
