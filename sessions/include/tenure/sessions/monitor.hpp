// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/diagnose.hpp"
#include "tenure/sessions/fault.hpp"
#include "tenure/sessions/steps.hpp"

/// Watches a role whose program no compiler of ours has seen: a peer in another language, or one that is not
/// trusted. It is told what the role sends and receives, and says of each step whether the protocol has it
/// there. It walks the same table as cursors do, allocates nothing, and costs a search among the edges of a
/// state.
///
///   g::monitor<ping_pong, client> watch;
///   if (g::fault const wrong = watch.sends<ping>()) reject(watch.sentence().words());
namespace tenure::sessions {

namespace detail {

/// Where a role may be at once: one state, or one for each part of its forks.
constexpr int widest(machine const& of) {
  int places = 1;
  for (int e = 0; e < of.edge_count; ++e) places += of.edges[e].act == action::split;
  return places;
}

}  // namespace detail

/// The monitor of any machine, by numbers, with room for a role that is in `Width` parts at once.
/// Precondition: the machine was made by `project`, without a flaw, and `Width` is at least
/// `detail::widest(of)`. The graph and the machine outlive it.
template <int Width>
class table_monitor {
  graph of_;
  machine table_;
  int place_[Width]{};
  int count_ = 0;
  fault first_;
  detail::draft said_;

  constexpr void enter(int state) {
    sessions::state const& here = table_[state];
    if (here.kind != state_kind::fork) {
      place_[count_++] = state;
      return;
    }
    for (int e = here.first; e < here.first + here.count; ++e)
      if (table_.edges[e].act == action::split) enter(table_.edges[e].target);
  }
  constexpr bool ends(int at, int fork) const {
    return table_[place_[at]].kind == state_kind::part_end && table_[place_[at]].fork == fork;
  }
  /// A part has come to its end: when all of its fork have, the role goes on behind it.
  constexpr void join(int fork) {
    int ended = 0;
    for (int i = 0; i < count_; ++i) ended += ends(i, fork);
    sessions::state const& from = table_[fork];
    if (ended != from.count - 1) return;
    int kept = 0;
    for (int i = 0; i < count_; ++i)
      if (!ends(i, fork)) place_[kept++] = place_[i];
    count_ = kept;
    move_to(table_.edges[from.first + from.count - 1].target);
  }
  constexpr void move_to(int state) {
    enter(state);
    if (table_[state].kind == state_kind::part_end) join(table_[state].fork);
  }

  constexpr fault refuse(cause why, char const* rule) {
    first_ = {why, table_.role};
    said_ = {};
    said_ << rule << " ";
    return first_;
  }
  /// What is due, in all parts in which something is.
  constexpr void say_due() {
    bool first = true;
    for (int i = 0; i < count_; ++i) {
      if (count_ > 1 && table_[place_[i]].kind == state_kind::part_end) continue;
      said_ << (first ? "" : ", and ") << detail::due(of_, table_, place_[i]).words();
      first = false;
    }
  }
  constexpr fault step(action act, int peer, int message) {
    if (first_) return first_;
    int at = -1, found = -1, fitting = 0;
    for (int i = 0; i < count_; ++i)
      for (int e = table_[place_[i]].first; e < table_[place_[i]].first + table_[place_[i]].count; ++e) {
        edge const& x = table_.edges[e];
        if (x.act != act || x.message != message || (peer != -1 && x.peer != peer)) continue;
        ++fitting;
        at = i;
        found = e;
      }
    if (fitting == 1) {
      place_[at] = place_[--count_];
      move_to(table_.edges[found].target);
      return {};
    }
    bool const sends = act == action::send;
    refuse(cause::frame, fitting == 0 ? "[sessions.frame]" : "[sessions.peer]");
    said_ << *of_.roles[table_.role] << (sends ? " sends " : " receives ");
    if (message >= 0 && message < of_.message_count)
      said_ << *of_.messages[message];
    else
      said_ << "a message that the protocol does not have";
    if (peer >= 0 && peer < of_.role_count) said_ << (sends ? " to " : " from ") << *of_.roles[peer];
    said_ << (fitting == 0 ? "; " : ", which could be several: say the peer; ");
    say_due();
    return first_;
  }

 public:
  constexpr table_monitor(graph const& of, machine const& table) : of_{of}, table_{table} { enter(0); }

  /// The role sends message number `message` to role number `peer`, or receives it from there; -1 for
  /// whoever it must be. Numbers from outside need not be checked before. Returns the first fault, or none.
  constexpr fault sends(int peer, int message) { return step(action::send, peer, message); }
  constexpr fault receives(int peer, int message) { return step(action::receive, peer, message); }
  /// Is the role at its end?
  constexpr bool may_finish() const {
    return !first_ && count_ == 1 && table_[place_[0]].kind == state_kind::final;
  }
  /// The role leaves. Before its end that is a fault.
  constexpr fault finish() {
    if (first_ || may_finish()) return first_;
    refuse(cause::cancelled, "[sessions.final]");
    said_ << *of_.roles[table_.role] << " leaves too early: ";
    say_due();
    return first_;
  }
  /// The first fault. From then on every step answers with it.
  constexpr fault failure() const { return first_; }
  /// What was wrong, in words; empty without a fault.
  constexpr detail::draft const& sentence() const { return said_; }
};

namespace detail {
/// The machine, or another one where there is none: that is said in words further on.
template <auto const& G, class Role>
inline constexpr machine const& watched =
    machine_of<G, (role_number<G, Role> > 0 ? role_number<G, Role> : 0)>;
}  // namespace detail

/// The monitor of a role of a protocol.
template <auto const& G, class Role>
class monitor : public table_monitor<detail::widest(detail::watched<G, Role>)> {
  static_assert(told<rule::well_formed<G>>());
  static_assert(told<rule::has_role<G, Role>>());
  static constexpr machine const& table = detail::watched<G, Role>;
  using base = table_monitor<detail::widest(table)>;
  template <class Peer>
  static constexpr int peer_number() {
    if constexpr (std::is_same_v<Peer, anyone>) {
      return -1;
    } else {
      static_assert(told<rule::has_role<G, Peer>>());
      return role_number<G, Peer>;
    }
  }

 public:
  constexpr monitor() : base{graph_of<G>, table} {}
  using base::receives;
  using base::sends;
  /// The same by types. A message type that the protocol does not have is a fault, not an error: the peer's
  /// version may be another.
  template <class Message, class To = anyone>
  constexpr fault sends() {
    return base::sends(peer_number<To>(), message_number<G, Message>);
  }
  template <class Message, class From = anyone>
  constexpr fault receives() {
    return base::receives(peer_number<From>(), message_number<G, Message>);
  }
};

}  // namespace tenure::sessions
