// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/exported.hpp"

/// A protocol as a sequence diagram, in the language of https://mermaid.js.org
namespace tenure::sessions {

namespace detail {

inline void draw(page& to, int from, int past) {
  graph const& g = to.of;
  for (int i = from; i < past; i += g.nodes[i].length) {
    node const& at = g.nodes[i];
    auto const inside = [&](int header) {
      ++to.depth;
      draw(to, header + 1, header + g.nodes[header].length);
      --to.depth;
    };
    switch (at.code) {
      case op::send:
        to.line(to.role(at.from) + "->>" + to.role(at.to) + ": " + to.message(at.message));
        break;
      case op::loop:
        to.line("loop " + to.tag(i));
        inside(i);
        to.line("end");
        break;
      case op::jump:
        to.line("Note over " + to.role(0) + "," + to.role(g.role_count - 1) + ": again " + to.tag(at.goes));
        break;
      case op::call:
        inside(i);
        break;
      case op::choice:
        for (int arm = i + 1; g.nodes[arm].code == op::arm; arm += g.nodes[arm].length) {
          to.line((arm == i + 1 ? "alt " : "else ") + to.role(at.from) + " chooses");
          inside(arm);
        }
        to.line("end");
        break;
      case op::par:
        for (int part = i + 1; g.nodes[part].code == op::part; part += g.nodes[part].length) {
          to.line(part == i + 1 ? "par" : "and");
          inside(part);
        }
        to.line("end");
        break;
      default:
        break;
    }
  }
}

}  // namespace detail

/// The diagram of a protocol that `lower` has numbered, and that has no flaw of its text. Linear.
inline std::string to_mermaid(graph const& g) {
  detail::page to{.of = g};
  to.line("sequenceDiagram");
  ++to.depth;
  for (auto const& role : to.roles) to.line("participant " + role);
  detail::draw(to, 0, g.size);
  return std::move(to.text);
}
/// `to_mermaid<protocol>()`
template <auto const& G>
std::string to_mermaid() {
  return to_mermaid(graph_of<G>);
}

}  // namespace tenure::sessions
