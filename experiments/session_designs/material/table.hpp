// SPDX-License-Identifier: BSL-1.0
// A state machine as a table of transitions, in the style of Boost.SML ("in this state, on that event, go
// there"), which is not in Debian's Boost. Rows are written in any order and sorted when they are compiled;
// a step looks through the rows of the current state.
#pragma once

#include "endpoint.hpp"

namespace designs {

/// `number` tells events apart: direction, peer and message.
struct row {
  int state;
  long number;
  int next;
};

template <auto const& G>
struct events {
  static constexpr long messages = g::graph_of<G>.message_count;
  static constexpr long roles = g::graph_of<G>.role_count;
  template <class Role, class M>
  static constexpr long number(to<Role, M>) {
    return (g::role_number<G, Role> + roles) * messages + g::message_number<G, M>;
  }
  template <class Role, class M>
  static constexpr long number(from<Role, M>) {
    return g::role_number<G, Role> * messages + g::message_number<G, M>;
  }
};
/// on<G, to<server, ping>>(idle, waiting)
template <auto const& G, class Event>
constexpr row on(int state, int next) {
  return {state, events<G>::number(Event{}), next};
}

template <int Rows, int States>
struct sorted_table {
  row rows[Rows]{};
  int first[States + 1]{};

  constexpr explicit sorted_table(row const (&given)[Rows]) {
    for (row const& one : given) ++first[one.state + 1];
    for (int s = 0; s < States; ++s) first[s + 1] += first[s];
    int next[States + 1]{};
    for (int s = 0; s <= States; ++s) next[s] = first[s];
    for (row const& one : given) rows[next[one.state]++] = one;
  }
};

/// Runs `Table` from its state 0 to its state `Last`.
template <auto const& G, auto const& Table, int Last>
class table_machine : public watchful {
  int at_ = 0;

 public:
  template <class Event>
  void step(Event event) {
    constexpr long number = events<G>::number(event);
    for (int i = Table.first[at_]; i != Table.first[at_ + 1]; ++i) {
      if (Table.rows[i].number == number) {
        at_ = Table.rows[i].next;
        return;
      }
    }
    fail("no transition for this event");
  }
  void finish() {
    if (at_ != Last) fail("finished before the last state");
  }
};

}  // namespace designs
