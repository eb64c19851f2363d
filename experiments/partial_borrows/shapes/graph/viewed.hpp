// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph.hpp"
#include "tenure/views.hpp"

namespace graph {

using tenure::views::all;
using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class roads {
  std::vector<node> nodes_ = nine_nodes();
  std::vector<edge> edges_ = twelve_edges();

  friend struct tenure::views::access;

 public:
  struct nodes;
  struct edges;

 private:
  static auto tenure_fields(nodes*) -> tenure::views::fields<&roads::nodes_>;
  static auto tenure_fields(edges*) -> tenure::views::fields<&roads::edges_>;

 public:
  static auto every_node(view<roads, shr<nodes>> self) -> std::vector<node> const& {
    return self[at<&roads::nodes_>];
  }
  static auto every_edge(view<roads, shr<edges>> self) -> std::vector<edge> const& {
    return self[at<&roads::edges_>];
  }
  CALLED static void start_at(view<roads, mut<nodes>> self, std::size_t first) {
    for (auto& each : self[at<&roads::nodes_>]) each.distance = far;
    self[at<&roads::nodes_>][first].distance = 0;
  }
  CALLED static auto relax(view<roads, mut<nodes>> self, edge along) -> bool {
#if CASE == UNDECLARED_FIELD
    self[at<&roads::edges_>].push_back(along);
#endif
    auto& nodes = self[at<&roads::nodes_>];
    auto const over = nodes[along.from].distance + along.length;
    if (over >= nodes[along.to].distance) return false;
    nodes[along.to].distance = over;
    return true;
  }
  CALLED static void add(view<roads, mut<edges>> self, edge another) {
    self[at<&roads::edges_>].push_back(another);
  }
};

using nodes = roads::nodes;
using edges = roads::edges;

}  // namespace graph
