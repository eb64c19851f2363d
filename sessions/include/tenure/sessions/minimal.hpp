// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/graph.hpp"
#include "tenure/sessions/machine.hpp"

/// Equivalent states become one, so that a loop comes back to the very state that it started from.
///
/// Partition refinement: states are in one class until an action tells them apart, and a class that was split
/// is looked at again through the edges into it, the smaller half only. O(n log n) for n edges.
/// Source: A. Valmari, "Fast brief practical DFA minimization", Information Processing Letters 112 (2012).
namespace tenure::sessions::detail {

/// A partition of 0 .. size-1, refined by marking elements and splitting the sets that have some marked.
template <int Capacity>
struct partition {
  int sets = 0;
  int element[Capacity + 1];                    // the elements, set by set
  int place[Capacity + 1];                      // of an element
  int set[Capacity + 1];                        // of an element
  int first[Capacity + 1], past[Capacity + 1];  // of a set
  int marked[Capacity + 1];                     // how many elements at the front of a set are marked
  int touched[Capacity + 1];
  int touched_count = 0;

  constexpr void add(int e, int at, int to) {
    element[at] = e;
    place[e] = at;
    set[e] = to;
  }
  constexpr void begin_set(int at) {
    first[sets] = at;
    marked[sets] = 0;
  }
  constexpr void end_set(int at) { past[sets++] = at; }

  constexpr void mark(int e) {
    int const s = set[e], i = place[e], j = first[s] + marked[s];
    element[i] = element[j];
    place[element[i]] = i;
    element[j] = e;
    place[e] = j;
    if (marked[s]++ == 0) touched[touched_count++] = s;
  }
  constexpr void split() {
    while (touched_count > 0) {
      int const s = touched[--touched_count];
      int const j = first[s] + marked[s];
      marked[s] = 0;
      if (j == past[s]) continue;
      if (j - first[s] <= past[s] - j) {
        first[sets] = first[s];
        past[sets] = first[s] = j;
      } else {
        past[sets] = past[s];
        first[sets] = past[s] = j;
      }
      for (int i = first[sets]; i < past[sets]; ++i) set[element[i]] = sets;
      marked[sets++] = 0;
    }
  }
};

/// The classes of the states of a machine. A `part_end` has, for this purpose, an edge to its fork.
template <int N>
struct minimal {
  static constexpr int max_states = projection<N>::max_states;
  static constexpr int max_edges = projection<N>::max_edges + max_states;
  partition<max_states> classes;
  partition<max_edges> bundles;  // of edges that tell states apart together
  int tail[max_edges], head[max_edges], label[max_edges];
  int edge_count = 0;
  int label_count = 0;
  bool all_differ =
      false;  // no action occurs twice, so no two states are equivalent: at most one has no edges
  int into[max_edges], first_into[max_states + 1];

  constexpr explicit minimal(projection<N> const& of) {
    int const state_count = of.state_count;
    read(of.states, state_count, of.edges);
    all_differ = label_count == edge_count;
    if (all_differ) return;
    classes.begin_set(0);
    for (int s = 0; s < state_count; ++s) classes.add(s, s, 0);
    classes.end_set(state_count);
    bundle();
    list_into(state_count);
    int c = 0, b = 1;
    while (c < bundles.sets) {
      for (int i = bundles.first[c]; i < bundles.past[c]; ++i) classes.mark(tail[bundles.element[i]]);
      classes.split();
      ++c;
      for (; b < classes.sets; ++b) {
        for (int i = classes.first[b]; i < classes.past[b]; ++i) {
          int const s = classes.element[i];
          for (int e = first_into[s]; e < first_into[s + 1]; ++e) bundles.mark(into[e]);
        }
        bundles.split();
      }
    }
  }

 private:
  number_map<max_edges> labels;

  constexpr void put(int from, int to, int key) {
    int const slot = labels.slot(key);
    if (!labels.has(slot)) labels.set(slot, key, label_count++);
    tail[edge_count] = from;
    head[edge_count] = to;
    label[edge_count++] = labels.value[slot];
  }
  constexpr void read(state const* states, int state_count, edge const* edges) {
    for (int s = 0; s < state_count; ++s) {
      for (int e = states[s].first; e < states[s].first + states[s].count; ++e)
        put(s, edges[e].target,
            ((edges[e].message + 1) * (max_roles + 1) + edges[e].peer + 1) * 8 +
                static_cast<int>(edges[e].act));
      if (states[s].kind == state_kind::part_end) put(s, states[s].fork, states[s].part * 8 + 7);
    }
  }
  /// Edges of one label are one bundle.
  constexpr void bundle() {
    int next[max_edges + 1]{};
    for (int e = 0; e < edge_count; ++e) ++next[label[e]];
    int at = 0;
    for (int l = 0; l < label_count; ++l) {
      bundles.begin_set(at);
      int const size = next[l];
      next[l] = at;
      bundles.end_set(at += size);
    }
    for (int e = 0; e < edge_count; ++e) bundles.add(e, next[label[e]]++, label[e]);
  }
  constexpr void list_into(int state_count) {
    int next[max_states + 1]{};
    for (int e = 0; e < edge_count; ++e) ++next[head[e]];
    int at = 0;
    for (int s = 0; s < state_count; ++s) {
      first_into[s] = at;
      at += next[s];
      next[s] = first_into[s];
    }
    first_into[state_count] = at;
    for (int e = 0; e < edge_count; ++e) into[next[head[e]]++] = e;
  }
};

/// No two states of a chain are equivalent: they have different ways to go to the end.
template <int N>
constexpr bool is_chain(projection<N> const& of) {
  if (of.edge_count != of.state_count - 1) return false;
  for (int e = 0; e < of.edge_count; ++e)
    if (of.edges[e].target != e + 1 || of.states[e].count != 1) return false;
  return true;
}

/// Leaves one state of each class, numbered in the order in which they were found.
template <int N>
constexpr void minimise(projection<N>& of) {
  if (is_chain(of)) return;
  minimal<N> const least(of);
  if (least.all_differ || least.classes.sets == of.state_count) return;
  int number[projection<N>::max_states];
  int first_of[projection<N>::max_states];  // the state that stands for a class
  int count = 0;
  for (int c = 0; c < least.classes.sets; ++c) number[c] = -1;
  for (int s = 0; s < of.state_count; ++s) {
    int& n = number[least.classes.set[s]];
    if (n != -1) continue;
    n = count;
    first_of[count++] = s;
  }
  of.state_count = count;
  of.edge_count = 0;
  for (int n = 0; n < count; ++n) {  // to a place at or before the old one
    state moved = of.states[first_of[n]];
    int const first = moved.first;
    moved.first = of.edge_count;
    if (moved.kind == state_kind::part_end) moved.fork = number[least.classes.set[moved.fork]];
    of.states[n] = moved;
    for (int e = first; e < first + moved.count; ++e) {
      edge to = of.edges[e];
      to.target = number[least.classes.set[to.target]];
      of.edges[of.edge_count++] = to;
    }
  }
}

}  // namespace tenure::sessions::detail
