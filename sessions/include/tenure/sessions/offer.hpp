// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <expected>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/one_of.hpp"
#include "tenure/sessions/overloaded.hpp"
#include "tenure/sessions/steps.hpp"

/// What an `offer` does with its arms.
namespace tenure::sessions {

namespace detail {

/// What an arm returned, without the `std::expected` that the steps over a fallible carrier put around it.
template <class T>
struct arm_result {
  using type = T;
  static constexpr bool may_fail = false;
};
template <class T>
struct arm_result<std::expected<T, fault>> {
  using type = T;
  static constexpr bool may_fail = true;
};

template <class T>
inline constexpr bool is_end = is_cursor<T> || std::is_same_v<T, finished> || std::is_same_v<T, dead_end>;
template <class Carrier, class... Ends>
inline constexpr bool is_end<one_of<Carrier, Ends...>> = true;

template <class Arms, class M, class Next>
inline constexpr bool has_own_arm = std::is_invocable_v<Arms&, M, Next>;
template <class Arms, class M, class Next>
inline constexpr bool has_arm =
    std::disjunction_v<std::is_invocable<Arms&, M, Next>, std::is_invocable<Arms&, rest, M, Next>>;

/// Calls the arm for a message: its own, or the catch-all.
template <class Arms, class M, class Next>
constexpr auto call_arm(Arms& arms, M&& message, Next next) {
  if constexpr (has_own_arm<Arms, M, Next>) {
    return arms(std::move(message), std::move(next));
  } else {
    return arms(rest{}, std::move(message), std::move(next));
  }
}

template <class...>
struct ends {};

/// The list without repetitions.
template <class... Seen>
constexpr auto distinct(ends<Seen...> seen, ends<>) {
  return seen;
}
template <class... Seen, class First, class... Rest>
constexpr auto distinct(ends<Seen...>, ends<First, Rest...>) {
  if constexpr ((std::is_same_v<First, Seen> || ...)) {
    return distinct(ends<Seen...>{}, ends<Rest...>{});
  } else {
    return distinct(ends<Seen..., First>{}, ends<Rest...>{});
  }
}

template <class Carrier, class... Ends>
constexpr auto merged(ends<Ends...>) {
  return std::type_identity<one_of<Carrier, Ends...>>{};
}
/// One type for all of the arms' results.
template <class Carrier, class First, class... More>
constexpr auto merge() {
  if constexpr (std::is_same_v<First, dead_end> || (std::is_same_v<More, dead_end> || ...)) {
    return std::type_identity<dead_end>{};
  } else if constexpr ((std::is_same_v<First, More> && ...)) {
    return std::type_identity<First>{};
  } else {
    return merged<Carrier>(distinct(ends<>{}, ends<First, More...>{}));
  }
}

}  // namespace detail

namespace rule {

/// [sessions.branch] An offer has an arm for every message that may come. [sessions.drop] What an arm returns
/// shows that it did not drop its cursor.
template <auto const& G, class Role, int Edge, bool Has, class Result>
struct arm {
  static constexpr bool holds = Has && detail::is_end<typename detail::arm_result<Result>::type>;
  static constexpr detail::draft write() {
    edge const& x = detail::machine_for<G, Role>.edges[Edge];
    named const& message = *graph_of<G>.messages[x.message];
    detail::draft line;
    if (!Has) {
      return line << "[sessions.branch] the offer of " << *identity<Role> << " has no arm for " << message
                  << " from " << *graph_of<G>.roles[x.peer] << ": add [](" << message << ", auto next) {...}";
    }
    named const& role = *identity<Role>;
    named const& result = *identity<Result>;
    return line << "[sessions.drop] the arm of " << role << " for " << message << " returns " << result
                << ": return the cursor where the arm leaves the session, or what finish() or cancel() gave";
  }
  static constexpr auto sentence() { return detail::fair_copy<&arm::write>(); }
};

/// [sessions.branch] An arm says which message it takes: one that takes all would take those that the
/// protocol has only tomorrow.
template <auto const& G, class Role, bool Greedy>
struct typed_arms {
  static constexpr bool holds = !Greedy;
  static constexpr detail::draft write() {
    detail::draft line;
    named const& role = *identity<Role>;
    return line << "[sessions.branch] an arm in the offer of " << role
                << " takes any message: give its message a type, or write otherwise(...)";
  }
  static constexpr auto sentence() { return detail::fair_copy<&typed_arms::write>(); }
};

}  // namespace rule

namespace detail {

/// A message of no protocol.
struct stranger {};

/// What an offer in one state does with its arms.
template <auto const& G, class Role, int State, class Carrier, class Arms>
struct offered {
  static constexpr machine const& table = machine_for<G, Role>;
  static constexpr int first = table.states[State].first;
  static constexpr int count = table.states[State].count;
  static constexpr int self = role_number<G, Role>;

  template <int E>
  using message = message_type<G, table.edges[E].message>;
  template <int E>
  using next = cursor<G, Role, table.edges[E].target, Carrier>;

  /// What the arm for an edge returns, with its `std::expected`; a dead end where there is no arm.
  template <int E>
  static constexpr auto given() {
    if constexpr (has_arm<Arms, message<E>, next<E>>) {
      return std::type_identity<decltype(call_arm(std::declval<Arms&>(), std::declval<message<E>>(),
                                                  std::declval<next<E>>()))>{};
    } else {
      return std::type_identity<dead_end>{};
    }
  }
  template <int E>
  using given_by = typename decltype(given<E>())::type;

  /// Whether a function takes several of the messages, and others that it cannot know.
  template <class Arm, int... I>
  static constexpr bool is_greedy(std::integer_sequence<int, I...>) {
    if constexpr ((0 + ... + int{std::is_invocable_v<Arm&, message<first + I>, next<first + I>>}) > 1) {
      return std::is_invocable_v<Arm&, stranger, next<first>>;
    } else {
      return false;
    }
  }
  template <class... Arm>
  static constexpr bool any_greedy(overloaded<Arm...>*) {
    bool const each[]{is_greedy<Arm>(edges{})...};
    for (bool const it : each) {
      if (it) return true;
    }
    return false;
  }
  static constexpr bool any_greedy(void*) { return is_greedy<Arms>(edges{}); }
  using edges = std::make_integer_sequence<int, count>;

  /// Reports what is wrong with the arms.
  static consteval bool enforced() {
    if constexpr (!enforced_among<first, first + count>()) {
      return false;
    } else {
      return enforce<rule::typed_arms<G, Role, any_greedy(static_cast<Arms*>(nullptr))>>();
    }
  }
  template <int First, int Last>
  static consteval bool enforced_among() {
    if constexpr (Last - First == 1) {
      return enforce<
          rule::arm<G, Role, First, has_arm<Arms, message<First>, next<First>>, given_by<First>>>();
    } else {
      constexpr int middle = First + (Last - First) / 2;
      if constexpr (!enforced_among<First, middle>()) {
        return false;
      } else {
        return enforced_among<middle, Last>();
      }
    }
  }
};

/// The same once the arms are known to be right.
template <auto const& G, class Role, int State, class Carrier, class Arms>
struct accepted : offered<G, Role, State, Carrier, Arms> {
  using base = offered<G, Role, State, Carrier, Arms>;
  using base::first, base::count, base::table;
  static constexpr int self = role_number<G, Role>;

  template <class Numbers>
  struct over;
  template <int... I>
  struct over<std::integer_sequence<int, I...>> {
    using end =
        typename decltype(merge<Carrier, typename arm_result<
                                             typename base::template given_by<first + I>>::type...>())::type;
    static constexpr bool may_fail =
        Carrier::on_fault == faults::report ||
        (arm_result<typename base::template given_by<first + I>>::may_fail || ...);
  };
  using arms = over<typename base::edges>;
  using result =
      std::conditional_t<arms::may_fail, std::expected<typename arms::end, fault>, typename arms::end>;

  static constexpr result failed(fault why) {
    if constexpr (arms::may_fail) {
      return result{std::unexpect, why};
    } else {
      std::unreachable();  // such a carrier has trapped
    }
  }

  /// Takes the message of edge `way` and calls its arm.
  template <int First = first, int Last = first + count>
  static constexpr result call(Carrier& wires, int way, Arms& with) {
    if constexpr (Last - First == 1) {
      constexpr int peer = table.edges[First].peer;
      using M = typename base::template message<First>;
      using next = typename base::template next<First>;
      M taken{std::move(wires.template front<peer, self, M>())};
      wires.template pop<peer, self, M>();
      auto at = call_arm(with, std::move(taken), cursor_access::make<next>(wires));
      if constexpr (std::is_same_v<decltype(at), result>) {
        return at;
      } else {
        return result{std::move(at)};
      }
    } else {
      constexpr int middle = First + (Last - First) / 2;
      if (way < middle) return call<First, middle>(wires, way, with);
      return call<middle, Last>(wires, way, with);
    }
  }
};

/// `End`, or `std::expected` of it.
template <class Turn, class End>
struct instead {
  using type = End;
};
template <class Old, class End>
struct instead<std::expected<Old, fault>, End> {
  using type = std::expected<End, fault>;
};

/// A `one_of` without the alternative `Self`.
template <class Self, class OneOf>
struct without;
template <class Self, class Carrier, class... Ends>
struct without<Self, one_of<Carrier, Ends...>> {
  template <class... Rest>
  static constexpr auto list(ends<Rest...>, ends<>) {
    return merge<Carrier, Rest...>();
  }
  template <class... Rest, class First, class... More>
  static constexpr auto list(ends<Rest...>, ends<First, More...>) {
    if constexpr (std::is_same_v<First, Self>) {
      return list(ends<Rest...>{}, ends<More...>{});
    } else {
      return list(ends<Rest..., First>{}, ends<More...>{});
    }
  }
  using type = typename decltype(list(ends<>{}, ends<Ends...>{}))::type;
};

template <class Self, class End>
inline constexpr bool loops_to = false;
template <class Self, class Carrier, class... Ends>
inline constexpr bool loops_to<Self, one_of<Carrier, Ends...>> = (std::is_same_v<Self, Ends> || ...);

/// See `cursor::repeat`.
template <class Self, class Arms>
constexpr auto repeated(Self self, Arms& arms) {
  auto turn = std::move(self).offer(arms);
  using turn_type = decltype(turn);
  using end = typename arm_result<turn_type>::type;
  constexpr bool may_fail = arm_result<turn_type>::may_fail;
  if constexpr (std::is_same_v<end, Self>) {
    // no arm ends the session: only a fault does
    using result = typename instead<turn_type, finished>::type;
    for (;;) {
      if constexpr (may_fail) {
        if (!turn) return result{std::unexpect, turn.error()};
        turn = std::move(*turn).offer(arms);
      } else {
        turn = std::move(turn).offer(arms);
      }
    }
  } else if constexpr (!loops_to<Self, end>) {
    return turn;
  } else {
    using left = typename without<Self, end>::type;
    using result = typename instead<turn_type, left>::type;
    auto leave = [](auto at) -> left {
      if constexpr (std::is_same_v<decltype(at), Self>) {
        std::unreachable();
      } else {
        return left{std::move(at)};
      }
    };
    if constexpr (may_fail) {
      while (turn && turn->template is<Self>()) turn = std::move(*turn).template get<Self>().offer(arms);
      if (!turn) return result{std::unexpect, turn.error()};
      return result{std::move(*turn).visit(leave)};
    } else {
      while (turn.template is<Self>()) turn = std::move(turn).template get<Self>().offer(arms);
      return result{std::move(turn).visit(leave)};
    }
  }
}

}  // namespace detail

}  // namespace tenure::sessions
