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

/// Room for one role's machine. `N` is at least the size of the graph.
template <int N>
struct projection {
  state states[2 * N + 64]{};
  int state_count = 0;
  edge edges[4 * N + 128]{};
  int edge_count = 0;
  int role = -1;
  flaw wrong;

  constexpr machine view() const { return {states, state_count, edges, edge_count, role, wrong}; }
};

namespace detail {

/// Numbers classes in the order in which their states were found, and copies one state of each.
template <int N, class Classes>
constexpr void copy_classes(subsets<N> const& from, Classes const& of, projection<N>& into) {
  int number[2 * N + 64];
  int chosen[2 * N + 64];
  for (int c = 0; c < of.sets; ++c) number[c] = -1;
  for (int s = 0; s < from.state_count; ++s) {
    int& n = number[of.set[s]];
    if (n != -1) continue;
    n = into.state_count;
    chosen[into.state_count++] = s;
  }
  for (int n = 0; n < into.state_count; ++n) {
    state made = from.states[chosen[n]];
    int const first = made.first;
    made.first = into.edge_count;
    if (made.kind == state_kind::part_end) made.fork = number[of.set[made.fork]];
    into.states[n] = made;
    for (int e = first; e < first + made.count; ++e) {
      edge copy = from.edges[e];
      copy.target = number[of.set[copy.target]];
      into.edges[into.edge_count++] = copy;
    }
  }
}

}  // namespace detail

/// Makes the machine of a role, or says in `into.wrong` why there is none. The text must have been checked:
/// a `g` with a flaw of its own gives that one. Precondition: 0 <= role < g.role_count, g.size <= N.
/// Linear, but for a logarithm, where the role always knows where it is; exponential at worst, which the room
/// given bounds.
template <int N>
constexpr void project(graph const& g, int role, projection<N>& into) {
  into.state_count = into.edge_count = 0;
  into.role = role;
  into.wrong = g.wrong;
  if (into.wrong) return;
  detail::erased<N> const seen(g, role);
  detail::subsets<N> const found(seen);
  into.wrong = found.wrong;
  if (into.wrong) return;
  detail::minimal<2 * N + 64, 4 * N + 128> const least(found.states, found.state_count, found.edges);
  detail::copy_classes<N>(found, least.classes, into);
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
template <auto const& G, int Role>
inline constexpr auto machine_tables = make_projection<G.size + 1>(graph_of<G>, Role);

}  // namespace detail

/// The machine of a role, by its number.
template <auto const& G, int Role>
inline constexpr machine machine_of = detail::machine_tables<G, Role>.view();

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
