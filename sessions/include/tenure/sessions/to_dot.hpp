// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/exported.hpp"

/// The machines of a protocol's roles as graphs, in the language of https://graphviz.org
namespace tenure::sessions {

namespace detail {

inline void draw(page& to, machine const& of) {
  auto const vertex = [&](int s) { return to.role(of.role) + std::to_string(s); };
  to.line("subgraph cluster_" + to.role(of.role) + " {");
  ++to.depth;
  to.line("label=" + to.role(of.role) + ";");
  for (int s = 0; s < of.state_count; ++s) {
    state const& here = of[s];
    std::string const shape = here.kind == state_kind::final      ? "doublecircle"
                              : here.kind == state_kind::fork     ? "invtriangle"
                              : here.kind == state_kind::part_end ? "triangle"
                                                                  : "circle";
    to.line(vertex(s) + " [shape=" + shape + ", label=" + std::to_string(s) + "];");
    for (int e = here.first; e < here.first + here.count; ++e) {
      edge const& x = of.edges[e];
      std::string const arrow = "  " + vertex(s) + " -> " + vertex(x.target);
      if (x.act == action::split)
        to.line(arrow + " [style=dashed, label=\"part " + std::to_string(x.message) + "\"];");
      else if (x.act == action::join)
        to.line(arrow + " [style=dashed, label=join];");
      else
        to.line(arrow + " [label=\"" + to.role(x.peer) + (x.act == action::send ? "!" : "?") +
                to.message(x.message) + "\"];");
    }
  }
  --to.depth;
  to.line("}");
}

}  // namespace detail

/// One graph with the machines of all roles, by their numbers, made by `project` without a flaw. `p!m` sends
/// m to p, `p?m` receives it. Linear.
inline std::string to_dot(graph const& g, machine const* machines) {
  detail::page to{.of = g};
  to.line("digraph protocol {");
  ++to.depth;
  for (int r = 0; r < g.role_count; ++r) detail::draw(to, machines[r]);
  --to.depth;
  to.line("}");
  return std::move(to.text);
}
/// `to_dot<protocol>()`
template <auto const& G>
std::string to_dot() {
  return to_dot(graph_of<G>, detail::all_machines<G>().data());
}

}  // namespace tenure::sessions
