// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/exported.hpp"

/// A protocol as a global protocol of Scribble (http://www.scribble.org), as nuScr reads it. A message's
/// payload is not shown: its name is its label.
namespace tenure::sessions {

namespace detail {

inline void recite(page& to, int from, int past) {
  graph const& g = to.of;
  for (int i = from; i < past; i += g.nodes[i].length) {
    node const& at = g.nodes[i];
    auto const block = [&](std::string const& before, int header) {
      to.line(before + " {");
      ++to.depth;
      recite(to, header + 1, header + g.nodes[header].length);
      --to.depth;
    };
    switch (at.code) {
      case op::send:
        to.line(to.message(at.message) + "() from " + to.role(at.from) + " to " + to.role(at.to) + ";");
        break;
      case op::loop:
        block("rec " + to.tag(i), i);
        to.line("}");
        break;
      case op::jump:
        to.line("continue " + to.tag(at.goes) + ";");
        break;
      case op::call:
        recite(to, i + 1, i + at.length);
        break;
      case op::choice:
        for (int arm = i + 1; g.nodes[arm].code == op::arm; arm += g.nodes[arm].length)
          block(arm == i + 1 ? "choice at " + to.role(at.from) : "} or", arm);
        to.line("}");
        break;
      case op::par:
        for (int part = i + 1; g.nodes[part].code == op::part; part += g.nodes[part].length)
          block(part == i + 1 ? "par" : "} and", part);
        to.line("}");
        break;
      default:
        break;
    }
  }
}

}  // namespace detail

/// The text of a protocol that `lower` has numbered, and that has no flaw of its text. Linear, but for the
/// depth of nesting at loops.
inline std::string to_scribble(graph const& g, std::string const& name = "Protocol") {
  detail::page to{.of = g};
  std::string roles;
  for (auto const& role : to.roles) roles += (roles.empty() ? "role " : ", role ") + role;
  to.line("global protocol " + name + "(" + roles + ") {");
  ++to.depth;
  detail::recite(to, 0, g.size);
  --to.depth;
  to.line("}");
  return std::move(to.text);
}
/// `to_scribble<protocol>()`
template <auto const& G>
std::string to_scribble(std::string const& name = "Protocol") {
  return to_scribble(graph_of<G>, name);
}

}  // namespace tenure::sessions
