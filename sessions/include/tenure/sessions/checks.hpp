// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/graph.hpp"

/// What a protocol's text must keep to, whoever's view one takes:
///   - nobody sends to oneself;
///   - a loop does not come round without a message;
///   - a choice has two arms or more, each begins with a send by the role that chooses (directly, in a choice
///   of
///     the same role, at the head of a loop, or behind a jump to such a loop), no two with the same message
///     to the same receiver;
///   - the parts of a `par` share no ordered pair of roles.
/// (`lower` has found jumps without a loop, tags used inside their own loop, and steps after a jump.)
namespace tenure::sessions::detail {

constexpr flaw find_self(graph const& g) {
  for (int i = 0; i < g.size; ++i)
    if (node const& at = g.nodes[i]; at.code == op::send && at.from == at.to)
      return {.rule = broken::self, .role = at.from, .node = i};
  return {};
}

/// Is `block`'s first step, through arms and choices, reached without a message?
constexpr flaw find_unguarded(graph const& g) {
  for (int k = 0; k < g.structure_count; ++k) {
    int const i = g.structure[k];
    if (g.nodes[i].code == op::loop && g.nodes[i].length == 1)
      return {.rule = broken::guard, .kind = 1, .node = i};
    if (g.nodes[i].code != op::jump) continue;
    // What stands before a step in its sequence has a message, or is a flaw itself.
    int at = i;
    while (at != g.nodes[i].goes && (g.nodes[at].code == op::arm || at == g.nodes[at].up + 1))
      at = g.nodes[at].up;
    if (at == g.nodes[i].goes) return {.rule = broken::guard, .node = i, .other = at};
  }
  return {};
}

template <int N>
constexpr flaw find_bad_choice(graph const& g) {
  number_map<N> first;  // (receiver, message) -> the send that an arm begins with
  int arm_with[N + 1]{};
  int todo[N + 1]{};
  for (int k = 0; k < g.structure_count; ++k) {
    int const i = g.structure[k];
    node const& chosen = g.nodes[i];
    if (chosen.code != op::choice) continue;
    int arms = 0;
    for (int arm = i + 1; g.nodes[arm].code == op::arm; arm += g.nodes[arm].length) ++arms;
    if (arms < 2) return {.rule = broken::choice, .kind = 0, .role = chosen.from, .node = i};
    if (chosen.up != -1 && g.nodes[chosen.up].code == op::arm && i == chosen.up + 1)
      continue;  // the outer one's
    first.clear();
    for (int arm = i + 1; g.nodes[arm].code == op::arm; arm += g.nodes[arm].length) {
      int count = 0;
      todo[count++] = arm + 1;
      while (count > 0) {
        int const at = todo[--count];
        node const& here = g.nodes[at];
        flaw const found{.rule = broken::choice, .role = chosen.from, .node = at, .other = i, .arm = arm};
        auto const as = [&](int kind) {
          flaw f = found;
          f.kind = kind;
          return f;
        };
        if (here.code == op::loop || here.code == op::call) {
          todo[count++] = at + 1;
        } else if (here.code == op::jump) {
          todo[count++] = here.goes;
        } else if (here.code == op::choice || here.code == op::send) {
          if (here.from != chosen.from) return as(2);
          if (here.code == op::choice) {
            for (int a = at + 1; g.nodes[a].code == op::arm; a += g.nodes[a].length) {
              if (count == N) return {.rule = broken::limit, .node = i};
              todo[count++] = a + 1;
            }
            continue;
          }
          int const key = here.to * g.message_count + here.message;
          int const slot = first.slot(key);
          if (first.has(slot)) {
            flaw f = as(1);
            f.other = first.value[slot];
            f.other_arm = arm_with[f.other];
            return f;
          }
          first.set(slot, key, at);
          arm_with[at] = arm;
        } else {
          return as(here.code == op::par ? 4 : 3);
        }
      }
    }
  }
  return {};
}

constexpr flaw find_shared_pair(graph const& g) {
  int user[max_roles * max_roles]{};  // the send that used a pair last, + 1
  int part_of[max_roles * max_roles]{};
  for (int k = 0; k < g.structure_count; ++k) {
    int const i = g.structure[k];
    if (g.nodes[i].code != op::par) continue;
    int part = i + 1;
    if (g.nodes[part].code != op::part) return {.rule = broken::par, .kind = 1, .node = i};
    for (; g.nodes[part].code == op::part; part += g.nodes[part].length) {
      int sends = 0;
      for (int at = part; at < part + g.nodes[part].length; ++at) {
        if (g.nodes[at].code != op::send) continue;
        ++sends;
        int const pair = g.nodes[at].from * max_roles + g.nodes[at].to;
        if (user[pair] != 0 && part_of[pair] > i && part_of[pair] != part)
          return {.rule = broken::par, .role = g.nodes[at].from, .node = user[pair] - 1, .other = at};
        user[pair] = at + 1;
        part_of[pair] = part;
      }
      if (sends == 0) return {.rule = broken::par, .kind = 1, .node = part};
    }
  }
  return {};
}

}  // namespace tenure::sessions::detail

namespace tenure::sessions {

/// What the text has wrong, or nothing. Linear, but for choices inside choices. Precondition: g.size <= N.
template <int N>
constexpr flaw check_text(graph const& g) {
  if (g.wrong) return g.wrong;
  bool chooses = false, parts = false;
  for (int k = 0; k < g.structure_count; ++k) {
    chooses = chooses || g.nodes[g.structure[k]].code == op::choice;
    parts = parts || g.nodes[g.structure[k]].code == op::par;
  }
  if (flaw f = detail::find_self(g)) return f;
  if (flaw f = detail::find_unguarded(g)) return f;
  if (chooses)
    if (flaw f = detail::find_bad_choice<N>(g)) return f;
  if (parts)
    if (flaw f = detail::find_shared_pair(g)) return f;
  return {};
}

}  // namespace tenure::sessions
