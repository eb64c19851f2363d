// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/graph.hpp"

/// What is wrong with a protocol, as one sentence that begins with the rule's id, names the user's own roles,
/// messages and arms, and says what to do.
namespace tenure::sessions {

namespace detail {

/// Writes into the caller's storage as much as there is room for, and counts all of it.
struct pen {
  graph const& g;
  char* out;
  int room;
  int size = 0;

  constexpr void put(char c) {
    if (size < room) out[size] = c;
    ++size;
  }
  constexpr pen& operator<<(piece text) {
    for (int i = 0; i < text.size; ++i) put(text[i]);
    return *this;
  }
  constexpr pen& operator<<(char const* text) {
    return *this << piece{text, static_cast<int>(__builtin_strlen(text))};
  }
  constexpr pen& role(int number) { return *this << short_name(*g.roles[number]); }
  constexpr pen& message(int number) { return *this << short_name(*g.messages[number]); }
  constexpr pen& tag(char const* keyword, int number) {
    return *this << keyword << "<" << short_name(*g.tags[number]) << ">";
  }
  constexpr pen& sent(int node) {
    return message(g.nodes[node].message)
        .put_text(" from ")
        .role(g.nodes[node].from)
        .put_text(" to ")
        .role(g.nodes[node].to);
  }
  constexpr pen& put_text(char const* text) { return *this << text; }

  /// The message that an arm begins with: this is how arms are called.
  constexpr int head(int arm) const {
    int at = arm + 1;
    for (int steps = 0; steps < g.size; ++steps) {
      op const code = g.nodes[at].code;
      if (code == op::send) return at;
      if (code == op::jump)
        at = g.nodes[at].goes;
      else if (code == op::loop || code == op::call || code == op::choice || code == op::arm)
        ++at;
      else
        break;
    }
    return -1;
  }
  constexpr pen& arm(int arm) {
    int const first = head(arm);
    *this << "in the arm of ";
    role(g.nodes[g.nodes[arm].up].from);
    if (first == -1) return *this << " that begins with no message";
    *this << " that begins with ";
    message(g.nodes[first].message) << " to ";
    return role(g.nodes[first].to);
  }
  /// ", in the arm of A that begins with m to B,", or nothing.
  constexpr pen& in_arm(int number) {
    if (number == -1) return *this;
    *this << ", ";
    arm(number);
    return *this << ",";
  }

  /// What the role does at a node.
  constexpr pen& does(int who, int node) {
    if (node == -1) return *this << "is left alone for ever";
    sessions::node const& at = g.nodes[node];
    if (at.code == op::send && at.from == who)
      return (*this << "sends ").message(at.message).put_text(" to ").role(at.to);
    if (at.code == op::send)
      return (*this << "receives ").message(at.message).put_text(" from ").role(at.from);
    if (at.code == op::choice) return *this << "makes a choice";
    if (at.code == op::par) return *this << "does several things at the same time";
    if (at.code == op::done) return *this << "is done with its part";
    return *this << "is done";
  }
};

constexpr void explain_choice(pen& to, flaw const& f) {
  if (f.kind == 0) {
    to << "the choice of ";
    to.role(f.role);
    int const arm = to.g.nodes[f.node + 1].code == op::arm ? to.head(f.node + 1) : -1;
    if (arm == -1) {
      to << " has no arms";
    } else {
      to << " has one arm, that begins with ";
      to.sent(arm);
    }
    to << ": a choice needs two, what is no choice is written without";
  } else if (f.kind == 1) {
    to << "two arms of the choice of ";
    to.role(f.role) << " begin with ";
    to.message(to.g.nodes[f.node].message) << " to ";
    to.role(to.g.nodes[f.node].to)
        << ", who could not tell them apart: let one of them begin with another message";
  } else if (f.kind == 2) {
    to.role(f.role) << " chooses, but an arm begins with ";
    if (to.g.nodes[f.node].code == op::send) {
      to.sent(f.node);
    } else {
      to << "a choice of ";
      to.role(to.g.nodes[f.node].from);
      if (int const first = to.head(f.node); first != -1) {
        to << " (";
        to.sent(first) << ")";
      }
    }
    to << ": let each arm begin with a message that ";
    to.role(f.role) << " sends";
  } else {
    to << "an arm of the choice of ";
    to.role(f.role) << (f.kind == 4 ? " begins with a par" : " has no message")
                    << ": let each arm begin with a message that ";
    to.role(f.role) << " sends";
    for (int arm = f.other + 1; to.g.nodes[arm].code == op::arm; arm += to.g.nodes[arm].length)
      if (arm != f.arm && to.head(arm) != -1) {
        to << ", as another does with ";
        to.sent(to.head(arm));
        break;
      }
  }
}

constexpr void explain_scope(pen& to, flaw const& f) {
  node const& at = to.g.nodes[f.node];
  if (f.kind == 0) {
    to.tag("jump", at.tag) << " stands in no ";
    to.tag("loop", at.tag) << ": put that loop around it (a part of a par and a called protocol begin anew)";
  } else if (f.kind == 1) {
    to.tag("loop", at.tag) << " stands in a loop of the same tag: give one of them another";
  } else {
    if (at.code == op::send)
      to.sent(f.node);
    else
      to << "what";
    to << " stands behind ";
    if (to.g.nodes[f.other].code == op::jump)
      to.tag("jump", to.g.nodes[f.other].tag);
    else
      to << "steps that all end in a jump";
    to << " and is never reached: take it out, or put it before";
  }
}

constexpr void explain_guard(pen& to, flaw const& f) {
  node const& at = to.g.nodes[f.node];
  if (f.kind == 1) {
    to.tag("loop", at.tag) << " has no step in it: take it out";
    return;
  }
  to.tag("jump", at.tag) << " goes back to ";
  to.tag("loop", at.tag) << " without a message";
  for (int up = at.up; up != -1; up = to.g.nodes[up].up)
    if (to.g.nodes[up].code == op::choice) {
      to << ", in an arm of ";
      to.role(to.g.nodes[up].from);
      break;
    }
  to << ": let a message go first";
}

constexpr void explain_merge(pen& to, flaw const& f) {
  to.role(f.role) << " ";
  to.does(f.role, f.node).in_arm(f.arm) << " but ";
  to.does(f.role, f.other).in_arm(f.other_arm) << " and nothing has told it which: let ";
  to.role(f.role) << " receive a different message in each first";
}

constexpr void explain_know(pen& to, flaw const& f) {
  to.role(f.role) << " cannot know whether ";
  if (f.kind == 1) {
    to << "its part of a par ends, since others may go on among themselves for ever";
    to.in_arm(f.arm) << " tell it before";
    return;
  }
  to << "it is done: it still ";
  to.does(f.role, f.node).in_arm(f.arm) << " but ";
  to.does(f.role, f.other).in_arm(f.other_arm) << " and nothing tells it which: let ";
  to.role(f.role) << " receive a message there too";
}

constexpr void explain_race(pen& to, flaw const& f) {
  node const& first = to.g.nodes[f.node];
  node const& early = to.g.nodes[f.other];
  to.role(f.role) << " waits for ";
  to.message(first.message) << " from ";
  to.role(first.from).in_arm(f.arm) << " or for ";
  to.message(early.message) << " from ";
  to.role(early.from).in_arm(f.other_arm) << " but where ";
  to.message(first.message) << " was sent, ";
  to.message(early.message) << " from ";
  to.role(early.from) << " can be there already: let one role tell it, or use different messages";
}

}  // namespace detail

/// Writes the sentence for a flaw, at most `room` characters, and returns how many it has.
constexpr int explain(graph const& g, flaw const& f, char* out, int room) {
  detail::pen to{g, out, room};
  if (!f) return 0;
  to << rule_id(f.rule) << " ";
  switch (f.rule) {
    case broken::choice:
      detail::explain_choice(to, f);
      break;
    case broken::self:
      to.role(f.role) << " sends ";
      to.message(g.nodes[f.node].message) << " to itself: a message needs two roles";
      break;
    case broken::guard:
      detail::explain_guard(to, f);
      break;
    case broken::scope:
      detail::explain_scope(to, f);
      break;
    case broken::par:
      if (f.kind == 1) {
        to << "a part of a par has no message: take it out";
      } else {
        to.message(g.nodes[f.node].message) << " and ";
        to.message(g.nodes[f.other].message) << ", both from ";
        to.role(f.role) << " to ";
        to.role(g.nodes[f.node].to)
            << ", stand in different parts of a par, where one could block the other: put them into one part";
      }
      break;
    case broken::merge:
      detail::explain_merge(to, f);
      break;
    case broken::know:
      detail::explain_know(to, f);
      break;
    case broken::race:
      detail::explain_race(to, f);
      break;
    case broken::limit:
      if (f.role == -1) {
        to << "a protocol has at most 64 roles: take some out";
      } else {
        to << "what ";
        to.role(f.role) << " may know of the choices of others has too many cases: tell it of them earlier";
      }
      break;
    default:
      break;
  }
  return to.size;
}

}  // namespace tenure::sessions
