// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/arrivals.hpp"
#include "tenure/sessions/erased.hpp"
#include "tenure/sessions/machine.hpp"

/// Subset construction: what a role knows is a set of places where the session may be. From each set the
/// role's next action must be the right one wherever the session really is:
///   - send validity: what it may send in one of the places, it may send in all of them;
///   - receive validity: while it takes one message, no other one that it also expects there can arrive
///   first;
///   - it knows whether it is done.
/// Source: E. Li, F. Stutz, T. Wies, D. Zufferey, "Complete Multiparty Session Type Projection with Automata"
/// (CAV 2023), definitions 4.3, 5.3 and 5.4.
namespace tenure::sessions::detail {

template <int N>
struct subsets {
  static constexpr int max_states = projection<N>::max_states;
  static constexpr int max_edges = projection<N>::max_edges;
  static constexpr int max_leaves = 4 * N + 128;
  static constexpr int slots = power_of_two(2 * max_states);

  erased<N> const& in;
  projection<N>& out;

  /// Writes the states and edges, or what is out.wrong with them.
  constexpr subsets(erased<N> const& erasure, projection<N>& into) : in{erasure}, out{into} {
    one(in.resolved[0], -1, -1);
    for (int s = 0; s < out.state_count && !out.wrong; ++s) build(s);
    if (racing_count > 0 && !out.wrong) check_arrivals();
  }

 private:
  // A set of places is a stretch of `leaf`; `via` is the arm of another role's choice that led to a place.
  int leaf[max_leaves];
  int via[max_leaves];
  int leaf_total = 0;
  int first_leaf[max_states];
  int leaf_count[max_states];
  int single[N + 2]{};     // the state for one place, + 1
  int table[slots]{};      // the states of several places, + 1
  int racing[max_states];  // the states that expect messages of several roles
  int racing_count = 0;

  // The set under construction: the places to look at, and those that have been looked at.
  int todo[N + 2], todo_via[N + 2];
  int todo_count = 0;
  int stamp[N + 2]{};
  int now = 0;

  // The actions of the set that is being built, grouped by what the role can see of them.
  struct member {
    int place;
    int via;
    int leaf;
    int next;
  };
  struct group {
    action act;
    int peer;
    int message;
    int first;
    int last;
    int count;
  };
  number_map<N> group_of;
  group groups[N + 2];
  int group_count = 0;
  member members[2 * N + 2];
  int member_count = 0;
  int heads[N + 2];

  constexpr void fail(flaw f) {
    if (!out.wrong) {
      out.wrong = f;
      out.wrong.role = in.role;
    }
  }

  constexpr void begin_sets() {
    ++now;
    todo_count = 0;
  }
  constexpr void add_place(int place, int arm) {
    if (stamp[place] == now) return;
    stamp[place] = now;
    todo[todo_count] = place;
    todo_via[todo_count++] = arm;
  }

  constexpr int one(int place, int arm, int from) {
    if (single[place] != 0) return single[place] - 1;
    if (place < in.end() && in.g.nodes[in.node_at[place]].code == op::send && out.state_count < max_states &&
        leaf_total < max_leaves) {
      leaf[leaf_total] = place;
      via[leaf_total] = arm;
      first_leaf[out.state_count] = leaf_total++;
      leaf_count[out.state_count] = 1;
      return (single[place] = ++out.state_count) - 1;
    }
    begin_sets();
    add_place(place, arm);
    return intern(from);
  }

  /// The state for the places added since `begin_sets`, and all that others may silently go on to from there.
  /// `from` is a node at the same depth of parts.
  constexpr int intern(int from) {
    int const first = leaf_total;
    int const alone = todo_count == 1 ? todo[0] : -1;
    unsigned hash = 0;
    bool never = false;
    for (int i = 0; i < todo_count; ++i) {
      int const place = todo[i];
      if (place == in.never()) {
        never = true;
      } else if (in.is_foreign_choice(place)) {
        if (!in.live[place]) {
          add_place(in.never(), todo_via[i]);
          continue;
        }
        for (int arm = in.first_branch(place); arm != -1; arm = in.next_branch(arm))
          add_place(in.resolved[arm + 1], in.node_at[arm]);
        continue;
      }
      if (leaf_total == max_leaves) return full();
      leaf[leaf_total] = place;
      via[leaf_total++] = todo_via[i];
      hash += static_cast<unsigned>(place + 1) * 2654435769u ^ static_cast<unsigned>(place) * 40503u;
    }
    if (never) hash = without_never(first, from, hash);
    int const count = leaf_total - first;
    int known = 0;
    int slot = 0;
    if (count == 1) {
      known = single[leaf[first]];
    } else {
      slot = static_cast<int>(hash >> 7) & (slots - 1);
      for (; table[slot] != 0 && !same(table[slot] - 1, count); slot = (slot + 1) & (slots - 1)) {
      }
      known = table[slot];
    }
    if (known == 0) {
      if (out.state_count == max_states) return full();
      first_leaf[out.state_count] = first;
      leaf_count[out.state_count] = count;
      known = ++out.state_count;
      (count == 1 ? single[leaf[first]] : table[slot]) = known;
    } else {
      leaf_total = first;
    }
    if (alone != -1 && alone != in.never()) single[alone] = known;
    return known - 1;
  }

  constexpr int full() {
    fail({.rule = broken::limit});
    return 0;
  }

  constexpr bool same(int other, int count) const {
    if (leaf_count[other] != count) return false;
    for (int i = 0; i < count; ++i)
      if (stamp[leaf[first_leaf[other] + i]] != now) return false;
    return true;
  }

  /// Where nothing will ever happen again a role is done, unless it must come back from a part to join
  /// others.
  constexpr unsigned without_never(int first, int from, unsigned hash) {
    int const count = leaf_total - first;
    bool only_ends = true;
    for (int i = first; i < leaf_total; ++i)
      only_ends =
          only_ends && (leaf[i] == in.never() || leaf[i] == in.end() || in.at(leaf[i]).code == op::done);
    if (!only_ends) return hash;
    for (int block = from; block != -1; block = in.g.nodes[block].up)
      if (in.g.nodes[block].code == op::part &&
          in.resolved[in.place_of(in.g.nodes[block].up)] == in.place_of(in.g.nodes[block].up)) {
        fail({.rule = broken::know,
              .kind = 1,
              .node = from,
              .other = block,
              .arm = via[first],
              .other_arm = via[first + count - 1]});
        return hash;
      }
    leaf[first] = in.end();
    leaf_total = first + 1;
    return hash;
  }

  constexpr void build(int s) {
    int const place = leaf[first_leaf[s]];
    out.states[s] = {.kind = state_kind::final, .first = out.edge_count, .count = 0};
    if (leaf_count[s] > 1) return build_of_several(s);
    int const arm = via[first_leaf[s]];
    node const& here = in.at(place);
    switch (here.code) {
      case op::send:
        put(place, one(in.after(place), arm, in.node_at[place]));
        break;
      case op::choice:
        for (int i = 0, count = list_heads(place); i < count; ++i) {
          int const head = heads[i];
          put(head, one(in.after(head), arm, in.node_at[head]));
        }
        break;
      case op::par:
        fork(s, place);
        break;
      case op::done: {
        int const par = in.place_of(in.g.nodes[here.up].up);
        int number = 0;
        for (int part = in.first_branch(par); in.node_at[part] != here.up; part = in.next_branch(part))
          number += in.takes_part(part);
        out.states[s].kind = state_kind::part_end;
        out.states[s].fork = single[par] - 1;
        out.states[s].part = number;
        break;
      }
      default:
        break;
    }
    out.states[s].count = out.edge_count - out.states[s].first;
    if (here.code == op::send || here.code == op::choice)
      out.states[s].kind =
          out.edges[out.states[s].first].act == action::send ? state_kind::send : state_kind::receive;
  }

  constexpr void put(edge const& e) {
    if (out.edge_count == max_edges)
      full();
    else
      out.edges[out.edge_count++] = e;
  }
  constexpr void put(int place, int target) {
    node const& e = in.at(place);
    if (e.from == in.role)
      put({action::send, e.to, e.message, target, in.node_at[place]});
    else
      put({action::receive, e.from, e.message, target, in.node_at[place]});
  }

  constexpr void fork(int s, int place) {
    int const par = in.node_at[place];
    int number = 0;
    out.states[s].kind = state_kind::fork;
    for (int part = in.first_branch(place); part != -1; part = in.next_branch(part))
      if (in.takes_part(part))
        put({action::split, -1, number++, one(in.resolved[part + 1], -1, in.node_at[part]), par});
    int const behind = in.g.nodes[par].falls ? in.resolved[in.place_of(in.g.nodes[par].goes)] : in.never();
    put({action::join, -1, -1, one(behind, -1, par), par});
  }

  /// The sends that a choice of the role itself can begin with, through choices in choices.
  constexpr int list_heads(int choice, int count = 0) {
    for (int arm = in.first_branch(choice); arm != -1; arm = in.next_branch(arm)) {
      int const to = in.resolved[arm + 1];
      if (in.at(to).code == op::choice)
        count = list_heads(to, count);
      else if (count <= N)
        heads[count++] = to;
    }
    return count;
  }

  constexpr void add_member(int place, int arm, int at_leaf) {
    node const& e = in.at(place);
    bool const sends = e.from == in.role;
    int const peer = sends ? e.to : e.from;
    int const key = key_of(sends, peer, e.message);
    int const slot = group_of.slot(key);
    if (member_count == 2 * N + 2) return static_cast<void>(full());
    members[member_count] = {place, arm, at_leaf, -1};
    if (group_of.has(slot)) {
      group& g = groups[group_of.value[slot]];
      members[g.last].next = member_count;
      g.last = member_count;
      ++g.count;
    } else {
      group_of.set(slot, key, group_count);
      groups[group_count++] = {
          sends ? action::send : action::receive, peer, e.message, member_count, member_count, 1};
    }
    ++member_count;
  }
  constexpr int key_of(bool sends, int peer, int message) const {
    return (message * max_roles + peer) * 2 + sends;
  }

  constexpr void group_actions(int s) {
    group_of.clear();
    group_count = member_count = 0;
    for (int i = first_leaf[s]; i < first_leaf[s] + leaf_count[s]; ++i) {
      int const place = leaf[i];
      if (place >= in.end()) continue;
      if (in.at(place).code == op::send) add_member(place, via[i], i);
      if (in.at(place).code == op::choice)
        for (int h = 0, count = list_heads(place); h < count; ++h) add_member(heads[h], via[i], i);
    }
  }

  constexpr void build_of_several(int s) {
    group_actions(s);
    if (!check_sends(s) || !check_ends(s)) return;
    int first_peer = -1;
    bool several = false;
    for (int k = 0; k < group_count && !out.wrong; ++k) {
      group const x = groups[k];
      begin_sets();
      for (int m = x.first; m != -1; m = members[m].next)
        add_place(in.after(members[m].place), members[m].via);
      int const node = in.node_at[members[x.first].place];
      int const target = todo_count == 1 ? one_added(node) : intern(node);
      put({x.act, x.peer, x.message, target, node});
      several = several || (first_peer != -1 && first_peer != x.peer);
      first_peer = x.peer;
    }
    out.states[s].count = out.edge_count - out.states[s].first;
    out.states[s].kind = groups[0].act == action::send ? state_kind::send : state_kind::receive;
    if (several && out.states[s].kind == state_kind::receive) racing[racing_count++] = s;
  }
  constexpr int one_added(int node) {
    int const known = single[todo[0]];
    return known != 0 ? known - 1 : intern(node);
  }

  /// Send validity: a send needs every place of the set.
  constexpr bool check_sends(int s) {
    for (int i = first_leaf[s]; i < first_leaf[s] + leaf_count[s]; ++i)
      if (leaf[i] < in.end() && in.at(leaf[i]).code == op::par) {
        int const other = i == first_leaf[s] ? i + 1 : first_leaf[s];
        fail({.rule = broken::merge,
              .kind = 1,
              .node = in.node_at[leaf[i]],
              .other = node_of(leaf[other]),
              .arm = via[i],
              .other_arm = via[other]});
        return false;
      }
    for (int k = 0; k < group_count; ++k) {
      if (groups[k].act != action::send || groups[k].count == leaf_count[s]) continue;
      int i = first_leaf[s];
      for (int m = groups[k].first; m != -1 && members[m].leaf == i; m = members[m].next) ++i;
      member const& sends = members[groups[k].first];
      fail({.rule = broken::merge,
            .node = in.node_at[sends.place],
            .other = node_of(leaf[i]),
            .arm = sends.via,
            .other_arm = via[i]});
      return false;
    }
    return true;
  }
  constexpr int node_of(int place) const { return place == in.never() ? -1 : in.node_at[place]; }

  constexpr bool check_ends(int s) {
    for (int i = first_leaf[s]; i < first_leaf[s] + leaf_count[s]; ++i) {
      int const place = leaf[i];
      if (place != in.end() && (place == in.never() || in.at(place).code != op::done)) continue;
      member const& goes_on = members[groups[0].first];
      fail({.rule = broken::know,
            .node = in.node_at[goes_on.place],
            .other = in.node_at[place],
            .arm = goes_on.via,
            .other_arm = via[i]});
      return false;
    }
    return true;
  }

  /// Receive validity: behind each message that the role may take, none of another sender that it also
  /// expects in the same state can arrive before the role has done something else.
  constexpr void check_arrivals() {
    arrivals<N> after(in.g);
    for (int r = 0; r < racing_count; ++r) {
      group_actions(racing[r]);
      for (int k = 0; k < group_count; ++k)
        for (int m = groups[k].first; m != -1; m = members[m].next)
          if (!check_arrivals_after(after, members[m], groups[k].peer)) return;
    }
  }
  constexpr bool check_arrivals_after(arrivals<N>& after, member const& taken, int taken_from) {
    int const start = in.node_at[taken.place];
    role_set asked = only(taken_from);
    for (int k = 0; k < group_count; ++k) {
      if (asked & only(groups[k].peer)) continue;
      asked |= only(groups[k].peer);
      bool const searched = after.search(start + 1, in.role, groups[k].peer, [&](int sent) {
        int const slot = group_of.slot(key_of(false, groups[k].peer, in.g.nodes[sent].message));
        if (!group_of.has(slot)) return false;
        member const& expected = members[groups[group_of.value[slot]].first];
        fail({.rule = broken::race,
              .node = start,
              .other = sent,
              .arm = taken.via,
              .other_arm = expected.via});
        return true;
      });
      if (!searched) full();
      if (out.wrong) return false;
    }
    return true;
  }
};

}  // namespace tenure::sessions::detail
