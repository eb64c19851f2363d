// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"
#include "tenure/sessions/ends.hpp"
#include "tenure/sessions/steps.hpp"

/// `par` in the hands of one role: a cursor splits into one for each part, and they join again.
namespace tenure::sessions {

namespace detail {

template <std::size_t I, class Cursor>
struct part {
  Cursor at;
};
template <class Numbers, class... Cursors>
struct part_row;
template <std::size_t... I, class... Cursors>
struct part_row<std::index_sequence<I...>, Cursors...> : part<I, Cursors>... {};

template <std::size_t I, class Cursor>
Cursor cursor_in(part<I, Cursor> const&);

}  // namespace detail

/// The cursors of the parts, for structured bindings: `auto [a, b] = std::move(c).split();`
template <class... Cursors>
struct [[nodiscard]] parts : detail::part_row<std::index_sequence_for<Cursors...>, Cursors...> {};

template <std::size_t I, class Cursor>
constexpr Cursor&& get(detail::part<I, Cursor>&& it) noexcept {
  return std::move(it.at);
}
template <std::size_t I, class Cursor>
constexpr Cursor& get(detail::part<I, Cursor>& it) noexcept {
  return it.at;
}

namespace detail {

template <auto const& G, class Role, int State, class Carrier>
constexpr auto split_at(Carrier& wires) {
  constexpr int first = machine_for<G, Role>.states[State].first;
  return [&]<int... I>(std::integer_sequence<int, I...>) {
    return parts<cursor<G, Role, machine_for<G, Role>.edges[first + I].target, Carrier>...>{
        {{cursor_access::make<cursor<G, Role, machine_for<G, Role>.edges[first + I].target, Carrier>>(
            wires)}...}};
  }(std::make_integer_sequence<int, machine_for<G, Role>.states[State].count - 1>{});
}

/// The fork whose parts have all ended in these states, in any order; -1 if they are not that.
constexpr int fork_of(machine const& of, int const* states, int count) {
  int const fork = of.states[states[0]].fork;
  if (fork == -1 || of.states[fork].count - 1 != count) return -1;
  for (int part = 0; part < count; ++part) {
    int met = 0;
    for (int i = 0; i < count; ++i) {
      state const& end = of.states[states[i]];
      met += end.kind == state_kind::part_end && end.fork == fork && end.part == part;
    }
    if (met != 1) return -1;
  }
  return fork;
}

}  // namespace detail

namespace rule {

/// [sessions.order] What joins is every part of one par, each at its end.
template <auto const& G, class Role, int... State>
struct join {
  static constexpr machine const& table = detail::machine_for<G, Role>;
  static constexpr int states[]{State...};
  static constexpr int fork = detail::fork_of(table, states, sizeof...(State));
  static constexpr bool holds = fork != -1;
  static constexpr detail::draft write() {
    detail::draft line;
    line << "[sessions.order] join() needs the cursors of all parts of one par, each at the end of its part";
    for (int const at : states) {
      if (table.states[at].kind == state_kind::part_end) continue;
      return line << "; here " << detail::due(graph_of<G>, table, at).words();
    }
    return line;
  }
  static constexpr auto sentence() { return detail::fair_copy<&join::write>(); }
};

}  // namespace rule

/// One cursor from those of all parts, each at the end of its part, in any order. Consumes them.
template <auto const& G, class Role, int... State, class Carrier>
constexpr auto join(cursor<G, Role, State, Carrier>... ends TENURE_TAKES(unconsumed)) {
  using rule = rule::join<G, Role, State...>;
  if constexpr (enforce<rule>()) {
    Carrier* const all[]{address_of(detail::cursor_access::use(ends))...};
    for (Carrier* const wires : all) {
      expects(wires == all[0], "[sessions.role] join() was given cursors of different sessions");
    }
    constexpr state const& fork = rule::table.states[rule::fork];
    constexpr int target = rule::table.edges[fork.first + fork.count - 1].target;
    return detail::cursor_access::make<cursor<G, Role, target, Carrier>>(*all[0]);
  } else {
    return dead_end{};
  }
}

}  // namespace tenure::sessions

template <class... Cursors>
struct std::tuple_size<tenure::sessions::parts<Cursors...>>
    : std::integral_constant<std::size_t, sizeof...(Cursors)> {};

template <std::size_t I, class... Cursors>
struct std::tuple_element<I, tenure::sessions::parts<Cursors...>> {
  using type = decltype(tenure::sessions::detail::cursor_in<I>(
      std::declval<tenure::sessions::parts<Cursors...> const&>()));
};
