// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/choreography.hpp"
#include "tenure/sessions/flaw.hpp"

/// A protocol in numbers: roles, messages and tags counted in the order in which they first appear, jumps
/// resolved. The same at compile time and, for protocols made at run time, at run time.
namespace tenure::sessions {

/// A protocol has at most this many roles: sets of roles are one machine word.
inline constexpr int max_roles = 64;

/// A step in numbers. Control goes on to the next node, except: `choice` to the node after any of its arms'
/// headers; an `arm` reached from above, which ends the arm before it, and `choice`'s `goes`: the choice's
/// `close`; `par` and `done`: the par's `close`; `jump`: its loop.
struct node {
  op code{};
  int from = -1;  // who sends, who chooses
  int to = -1;
  int message = -1;
  int tag = -1;
  int length = 1;
  int goes = -1;
  int up = -1;        // the block in which it stands, -1 at the top
  bool falls = true;  // control can come out at its end
  int ordinal = -1;   // its number among the nodes that are no sends
};

/// A view of a numbered protocol. The last node is `end`.
struct graph {
  node const* nodes;
  int size;
  named const* const* roles;
  int role_count;
  named const* const* messages;
  int message_count;
  named const* const* tags;
  int tag_count;
  int const* structure;  // the nodes other than send, in order
  int structure_count;
  int const*
      events;  // role r sends or receives in the nodes [events + first_event[r], events + first_event[r + 1])
  int const* first_event;
  flaw wrong;  // what the text itself has wrong; projection finds the rest
};

namespace detail {

constexpr int power_of_two(int at_least) {
  int n = 1;
  while (n < at_least) n *= 2;
  return n;
}

/// Numbers names by their addresses: open addressing, expected constant time each.
template <int Capacity>
struct numbering {
  static constexpr int slots = power_of_two(2 * Capacity + 2);
  named const* names[Capacity > 0 ? Capacity : 1]{};
  int count = 0;
  int slot[slots]{};  // a number + 1, or 0

  /// The name's number, or -1 for one name too many.
  constexpr int number(named const* name) {
    int at = static_cast<int>(name->bucket * 2654435769u >> 8) & (slots - 1);
    while (slot[at] != 0) {
      if (names[slot[at] - 1] == name) return slot[at] - 1;
      at = (at + 1) & (slots - 1);
    }
    if (count == Capacity) return -1;
    names[count] = name;
    slot[at] = ++count;
    return count - 1;
  }
};

}  // namespace detail

/// Room for a numbered protocol of up to `N` steps.
template <int N>
struct graph_table {
  node nodes[N + 1]{};
  int size = 0;
  named const* roles[max_roles]{};
  int role_count = 0;
  named const* messages[N + 1]{};
  int message_count = 0;
  named const* tags[N + 1]{};
  int tag_count = 0;
  int structure[N + 1]{};
  int structure_count = 0;
  int events[2 * N + 1]{};
  int first_event[max_roles + 1]{};
  flaw wrong;

  constexpr graph view() const {
    return {nodes,     size,      roles,           role_count, messages,    message_count, tags,
            tag_count, structure, structure_count, events,     first_event, wrong};
  }
};

namespace detail {

/// A map from numbers to numbers that is cleared in constant time.
template <int Capacity>
struct number_map {
  static constexpr int slots = power_of_two(2 * Capacity + 2);
  int key[slots]{};
  int value[slots]{};
  int stamp[slots]{};
  int now = 1;

  constexpr void clear() { ++now; }
  /// The slot of that key, or the free slot where it belongs.
  constexpr int slot(int wanted) const {
    int at = static_cast<int>(static_cast<unsigned>(wanted) * 2654435769u >> 8) & (slots - 1);
    while (stamp[at] == now && key[at] != wanted) at = (at + 1) & (slots - 1);
    return at;
  }
  constexpr bool has(int at) const { return stamp[at] == now; }
  constexpr void set(int at, int wanted, int to) {
    stamp[at] = now;
    key[at] = wanted;
    value[at] = to;
  }
};

/// The enclosing loop of a tag, within the same part and the same called protocol; -1 if there is none.
template <int N>
constexpr int enclosing_loop(graph_table<N> const& in, int block, int tag) {
  for (; block != -1; block = in.nodes[block].up) {
    node const& at = in.nodes[block];
    if (at.code == op::loop && at.tag == tag) return block;
    if (at.code == op::part || at.code == op::call) return -1;
  }
  return -1;
}

/// Which steps control can come out of, and whether something stands behind one that it cannot.
template <int N>
constexpr void find_ends(graph_table<N>& in) {
  for (int k = in.structure_count - 2; k >= 0; --k) {  // blocks after what stands in them
    int const i = in.structure[k];
    node& at = in.nodes[i];
    if (at.code == op::jump) at.falls = false;
    if (at.code == op::choice) {
      at.falls = false;
      for (int arm = i + 1; in.nodes[arm].code == op::arm; arm += in.nodes[arm].length)
        at.falls = at.falls || in.nodes[arm].falls;
    }
    if (at.code == op::par)
      for (int part = i + 1; in.nodes[part].code == op::part; part += in.nodes[part].length)
        at.falls = at.falls && in.nodes[part].falls;
    if (at.falls || at.up == -1) continue;
    op const block = in.nodes[at.up].code;
    if (block == op::arm || block == op::loop || block == op::call || block == op::part)
      in.nodes[at.up].falls = false;
  }
  for (int k = 0; k < in.structure_count - 1 && !in.wrong; ++k) {
    int const i = in.structure[k];
    if (in.nodes[i].falls) continue;
    int const next = i + in.nodes[i].length;
    op const code = in.nodes[next].code;
    if (in.nodes[i].code != op::arm && in.nodes[i].code != op::part && in.nodes[next].up == in.nodes[i].up &&
        code != op::close && code != op::done && code != op::end)
      in.wrong = {.rule = broken::scope, .kind = 2, .node = next, .other = i};
  }
}

/// Lists the events of each role, of which there are so many.
template <int N>
constexpr void list_events(graph_table<N>& in, int const* count) {
  int next[max_roles + 1]{};
  for (int r = 0; r < in.role_count; ++r) in.first_event[r + 1] = next[r + 1] = next[r] + count[r];
  for (int i = 0; i < in.size; ++i) {
    node const& at = in.nodes[i];
    if (at.code != op::send) continue;
    in.events[next[at.from]++] = i;
    in.events[next[at.to]++] = i;
  }
}

}  // namespace detail

/// Numbers `count` steps. Linear, but for the depth of nesting at loops and jumps. Precondition: count <= N.
/// Sets `into.wrong` where a jump has no loop, or there are too many roles.
template <int N>
constexpr void lower(step const* steps, int count, graph_table<N>& into) {
  detail::numbering<max_roles> roles;
  detail::numbering<N> messages;
  detail::numbering<N> tags;
  into.wrong = {};
  into.structure_count = 0;
  int events[max_roles + 1]{};
  int block = -1, block_end = 0;
  for (int i = 0; i < count; ++i) {
    while (block != -1 && i == block_end) {
      block = into.nodes[block].up;
      if (block != -1) block_end = block + into.nodes[block].length;
    }
    step const& read = steps[i];
    node& made = into.nodes[i];
    if (read.code == op::send) {
      int const from = roles.number(read.a), to = roles.number(read.b);
      made = {.code = op::send, .from = from, .to = to, .message = messages.number(read.m), .up = block};
      if (from != -1 && to != -1) {
        ++events[from];
        ++events[to];
      } else if (!into.wrong) {
        into.wrong = {.rule = broken::limit, .node = i};
      }
      continue;
    }
    made = {.code = read.code, .length = read.length, .up = block, .ordinal = into.structure_count};
    into.structure[into.structure_count++] = i;
    switch (read.code) {
      case op::choice:
        made.from = roles.number(read.a);
        made.goes = i + read.length - 1;
        if (made.from == -1 && !into.wrong) into.wrong = {.rule = broken::limit, .node = i};
        break;
      case op::loop:
        made.tag = tags.number(read.a);
        if (int const outer = detail::enclosing_loop(into, block, made.tag); outer != -1 && !into.wrong)
          into.wrong = {.rule = broken::scope, .kind = 1, .node = i, .other = outer};
        break;
      case op::jump:
        made.tag = tags.number(read.a);
        made.goes = detail::enclosing_loop(into, block, made.tag);
        if (made.goes == -1 && !into.wrong) into.wrong = {.rule = broken::scope, .kind = 0, .node = i};
        break;
      case op::arm:
        made.goes = into.nodes[block].goes;
        break;
      case op::par:
        made.goes = i + read.length - 1;
        break;
      case op::done:
        made.goes = into.nodes[into.nodes[block].up].goes;
        break;
      default:
        break;
    }
    if (made.length > 1 || made.code == op::choice || made.code == op::arm || made.code == op::loop ||
        made.code == op::call || made.code == op::par || made.code == op::part) {
      block = i;
      block_end = i + made.length;
    }
  }
  into.nodes[count] = {.code = op::end, .ordinal = into.structure_count};
  into.structure[into.structure_count++] = count;
  into.size = count + 1;
  into.role_count = roles.count;
  into.message_count = messages.count;
  into.tag_count = tags.count;
  for (int i = 0; i < roles.count; ++i) into.roles[i] = roles.names[i];
  for (int i = 0; i < messages.count; ++i) into.messages[i] = messages.names[i];
  for (int i = 0; i < tags.count; ++i) into.tags[i] = tags.names[i];
  if (!into.wrong) detail::find_ends(into);
  if (!into.wrong) detail::list_events(into, events);
}

}  // namespace tenure::sessions
