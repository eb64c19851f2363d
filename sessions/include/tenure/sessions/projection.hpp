// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/checks.hpp"
#include "tenure/sessions/minimal.hpp"
#include "tenure/sessions/subsets.hpp"

/// What each role has to do, from what all do together: erase, determinise, check, minimise.
///
/// The same functions work on protocols of the program's text, when it is compiled, and on protocols made
/// when it runs.
namespace tenure::sessions {

/// Makes the machine of a role, or says in `into.wrong` why there is none. The text must have been checked:
/// a `g` with a flaw of its own gives that one. Precondition: 0 <= role < g.role_count, g.size <= N
/// (or what of it the role sees: its messages and what is no message).
/// Linear, but for a logarithm, where the role always knows where it is; exponential at worst, which the room
/// given bounds.
template <int N>
constexpr void project(graph const& g, int role, projection<N>& into) {
  into.state_count = into.edge_count = 0;
  into.role = role;
  into.wrong = g.wrong;
  if (into.wrong) return;
  detail::erased<N> const seen(g, role);
  detail::subsets<N> const found(seen, into);
  if (!into.wrong) detail::minimise(into);
}

namespace detail {

template <auto const& G>
consteval auto make_graph() {
  graph_table<G.size> made;
  lower(G.steps, G.size, made);
  made.wrong = check_text<G.size + 1>(made.view());
  return made;
}
template <auto const& G>
inline constexpr auto graph_tables = make_graph<G>();

}  // namespace detail

/// The protocol in numbers.
template <auto const& G>
inline constexpr graph graph_of = detail::graph_tables<G>.view();

namespace detail {

template <int N>
consteval auto make_projection(graph const& g, int role) {
  projection<N> made;
  project(g, role, made);
  return made;
}
/// How much room the role needs: few sizes, so that few versions of the functions are made.
consteval int room_for(graph const& g, int role) {
  return g.wrong ? 1 : power_of_two(g.structure_count + g.first_event[role + 1] - g.first_event[role]);
}
template <auto const& G, int Role, int Room = room_for(graph_of<G>, Role)>
inline constexpr auto machine_tables = make_projection<Room>(graph_of<G>, Role);

/// Tries again with more room where it was not enough.
template <auto const& G, int Role>
consteval machine machine_in_room() {
  constexpr int room = room_for(graph_of<G>, Role);
  if constexpr (machine_tables<G, Role, room>.wrong.rule != broken::limit)
    return machine_tables<G, Role, room>.view();
  else if constexpr (machine_tables<G, Role, 8 * room>.wrong.rule != broken::limit)
    return machine_tables<G, Role, 8 * room>.view();
  else
    return machine_tables<G, Role, 64 * room>.view();
}

}  // namespace detail

/// The machine of a role, by its number.
template <auto const& G, int Role>
inline constexpr machine machine_of = detail::machine_in_room<G, Role>();

namespace detail {

template <auto const& G, int... Role>
consteval flaw first_flaw(std::integer_sequence<int, Role...>) {
  if (graph_of<G>.wrong) return graph_of<G>.wrong;
  flaw const all[]{flaw{}, machine_of<G, Role>.wrong...};
  for (flaw const& f : all)
    if (f) return f;
  return {};
}

}  // namespace detail

/// The first thing wrong with a protocol, or nothing.
template <auto const& G>
inline constexpr flaw flaw_of =
    detail::first_flaw<G>(std::make_integer_sequence<int, graph_of<G>.wrong ? 0 : graph_of<G>.role_count>{});

/// Every role can do its part, whatever the others choose: see checks.hpp and subsets.hpp for what that asks.
template <auto const& G>
inline constexpr bool well_formed = !flaw_of<G>;

namespace detail {
consteval int position(named const* of, named const* const* in, int count) {
  for (int i = 0; i < count; ++i)
    if (in[i] == of) return i;
  return -1;
}
}  // namespace detail

/// The number of a role or message of the protocol, or -1 where it has none such.
template <auto const& G, class Role>
inline constexpr int role_number =
    detail::position(identity<Role>, graph_of<G>.roles, graph_of<G>.role_count);
template <auto const& G, class Message>
inline constexpr int message_number =
    detail::position(identity<Message>, graph_of<G>.messages, graph_of<G>.message_count);

/// The type behind such a number.
template <auto const& G, int Number>
using role_type = type_behind<graph_of<G>.roles[Number]>;
template <auto const& G, int Number>
using message_type = type_behind<graph_of<G>.messages[Number]>;

}  // namespace tenure::sessions
