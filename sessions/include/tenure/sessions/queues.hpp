// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/steps.hpp"

namespace tenure::sessions::detail {

/// What has come for a role in a state in which it receives. Halves instead of a fold: compilers nest folds.
template <auto const& G, class Role, int State>
struct inbox {
  static constexpr machine const& table = machine_for<G, Role>;
  static constexpr int self = role_number<G, Role>;
  static constexpr state const& here = table.states[State];

  /// The edge whose message is at the head of its queue, or -1.
  template <class Carrier>
  static constexpr int first(Carrier const& wires) {
    return first_among<here.first, here.first + here.count>(wires);
  }
  /// Whether everybody who may send now has sent something.
  template <class Carrier>
  static constexpr bool full(Carrier const& wires) {
    return all_among<here.first, here.first + here.count>(wires);
  }

 private:
  template <int First, int Last, class Carrier>
  static constexpr int first_among(Carrier const& wires) {
    if constexpr (Last - First == 1) {
      constexpr edge const& way = table.edges[First];
      return wires.template head<way.peer, self>() == way.message ? First : -1;
    } else {
      constexpr int middle = First + (Last - First) / 2;
      int const found = first_among<First, middle>(wires);
      return found != -1 ? found : first_among<middle, Last>(wires);
    }
  }
  template <int First, int Last, class Carrier>
  static constexpr bool all_among(Carrier const& wires) {
    if constexpr (Last - First == 1) {
      return wires.template head<table.edges[First].peer, self>() != -1;
    } else {
      constexpr int middle = First + (Last - First) / 2;
      return all_among<First, middle>(wires) && all_among<middle, Last>(wires);
    }
  }
};

/// Whether whatever a role may send in a state has room.
template <auto const& G, class Role, int State>
struct outbox {
  static constexpr machine const& table = machine_for<G, Role>;
  static constexpr int first = table.states[State].first;

  template <class Carrier>
  static constexpr bool has_room(Carrier const& wires) {
    return has_room_among<first, first + table.states[State].count>(wires);
  }

 private:
  template <int First, int Last, class Carrier>
  static constexpr bool has_room_among(Carrier const& wires) {
    if constexpr (Last - First == 1) {
      return wires.template room<role_number<G, Role>, table.edges[First].peer>();
    } else {
      constexpr int middle = First + (Last - First) / 2;
      return has_room_among<First, middle>(wires) && has_room_among<middle, Last>(wires);
    }
  }
};

}  // namespace tenure::sessions::detail
