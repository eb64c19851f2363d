// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/graph.hpp"

/// Erasure: a protocol as one role sees it. What other roles do among themselves is silent, and the role does
/// not wait for it. Silent steps are skipped by one backward pass, so that no chain of them is walked twice.
namespace tenure::sessions::detail {

template <int N>
struct erased {
  graph const& g;
  int role;
  int count = 0;             // places: the role's own events and the structure; the last is the end
  int node_at[N + 2];        // the node of a place
  int events_before[N + 2];  // own events before a place
  int structure_at[N + 2];   // the places of the structure, in its order
  int resolved[N + 2];       // the first place at or behind this one that is not silent
  bool live[N + 2];          // of a choice that others make: some way out of it is not silent for ever
  int foreign[N + 2];        // the choices of others whose arms differ for this role
  int foreign_count = 0;

  /// Stands for a loop among others that never comes back: nothing will ever happen there.
  constexpr int never() const { return count; }
  constexpr int end() const { return count - 1; }
  /// The place of a node that is no send.
  constexpr int place_of(int node) const { return structure_at[g.nodes[node].ordinal]; }
  constexpr node const& at(int place) const { return g.nodes[node_at[place]]; }
  constexpr bool is_own_choice(int place) const {
    return at(place).code == op::choice && at(place).from == role;
  }
  constexpr bool is_foreign_choice(int place) const {
    return place != never() && at(place).code == op::choice && at(place).from != role;
  }
  /// Where the role goes on behind its event at that place.
  constexpr int after(int place) const { return resolved[place + 1]; }
  /// The first arm or part of a choice or par, and the one after; -1 behind the last.
  constexpr int first_branch(int place) const { return branch(node_at[place] + 1); }
  constexpr int next_branch(int place) const { return branch(node_at[place] + at(place).length); }
  /// Does the role do anything in that part?
  constexpr bool takes_part(int part) const {
    return events_before[place_of(node_at[part] + at(part).length - 1)] != events_before[part];
  }

  constexpr erased(graph const& whole, int who) : g{whole}, role{who} {
    list_places();
    bool const jumps = skip_silent();
    if (jumps) close_loops();
    find_live();
  }

 private:
  constexpr int branch(int node) const {
    op const code = g.nodes[node].code;
    return code == op::arm || code == op::part ? place_of(node) : -1;
  }

  /// Merges the role's events into the structure, in the order of the text.
  constexpr void list_places() {
    int const first = g.first_event[role], last = g.first_event[role + 1];
    int event = first;
    for (int k = 0; k < g.structure_count; ++k) {
      int const node = g.structure[k];
      for (; event < last && g.events[event] < node; ++event) {
        node_at[count] = g.events[event];
        events_before[count] = event - first;
        resolved[count] = count;
        ++count;
      }
      structure_at[k] = count;
      node_at[count] = node;
      events_before[count] = event - first;
      resolved[count] = count;
      ++count;
    }
  }

  /// Backwards: where does silence lead? To a loop's head, through a jump, is noted as ~(the loop's place).
  constexpr bool skip_silent() {
    bool jumps = false;
    resolved[never()] = never();
    for (int k = g.structure_count - 2; k >= 0; --k) {
      int const p = structure_at[k];
      node const& here = at(p);
      int to = p;
      switch (here.code) {
        case op::loop:
        case op::call:
        case op::close:
        case op::part:
          to = resolved[p + 1];
          break;
        case op::arm:
          to = resolved[place_of(here.goes)];
          break;
        case op::jump:
          to = ~place_of(here.goes);
          jumps = true;
          break;
        case op::choice:
          if (here.from != role) to = common_way(p);
          break;
        case op::done:
          if (parts_taken(g.nodes[here.up].up) < 2) to = behind_par(g.nodes[here.up].up);
          break;
        case op::par:
          to = behind_fork(p);
          break;
        default:
          break;
      }
      resolved[p] = to;
    }
    return jumps;
  }

  /// Where all arms of a choice lead, or the choice itself where they differ.
  constexpr int common_way(int p) {
    int const first = first_branch(p);
    int const to = resolved[first + 1];
    for (int arm = next_branch(first); arm != -1; arm = next_branch(arm))
      if (resolved[arm + 1] != to) {
        foreign[foreign_count++] = p;
        return p;
      }
    return to;
  }
  constexpr int parts_taken(int par) const {
    int taken = 0;
    for (int part = place_of(par + 1); part != -1; part = next_branch(part)) taken += takes_part(part);
    return taken;
  }
  constexpr int behind_par(int par) const {
    return g.nodes[par].falls ? resolved[place_of(g.nodes[par].goes)] : never();
  }
  /// Who takes part in no part passes by, who takes part in one goes there, others fork.
  constexpr int behind_fork(int p) const {
    int const par = node_at[p], taken = parts_taken(par);
    if (taken == 0) return behind_par(par);
    if (taken > 1) return p;
    for (int part = first_branch(p);; part = next_branch(part))
      if (takes_part(part)) return resolved[part + 1];
  }

  /// Replaces the notes by the places that loops lead to. From before a loop, or from its head, its note is
  /// only read where its whole body is silent: it never comes back.
  constexpr void close_loops() {
    for (int k = 0; k < g.structure_count; ++k)
      if (int const p = structure_at[k]; resolved[p] < 0)
        resolved[p] = ~resolved[p] >= p ? never() : resolved[~resolved[p]];
  }

  constexpr void find_live() {
    for (int i = 0; i < foreign_count; ++i) live[foreign[i]] = false;
    for (bool changed = foreign_count > 0; changed;) {
      changed = false;
      for (int i = 0; i < foreign_count; ++i) {
        int const p = foreign[i];
        if (live[p]) continue;
        for (int arm = first_branch(p); arm != -1 && !live[p]; arm = next_branch(arm)) {
          int const to = resolved[arm + 1];
          live[p] = to != never() && (!is_foreign_choice(to) || live[to]);
        }
        changed = changed || live[p];
      }
    }
  }
};

}  // namespace tenure::sessions::detail
