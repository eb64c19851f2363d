// SPDX-License-Identifier: BSL-1.0
#include "graph.hpp"

using namespace graph;
using shape::expect;

namespace {

struct roads {
  std::vector<node> nodes = nine_nodes();
  std::vector<edge> edges = twelve_edges();
};

CALLED void start_at(std::vector<node>& nodes, std::size_t first) {
  for (auto& each : nodes) each.distance = far;
  nodes[first].distance = 0;
}
CALLED auto relax(std::vector<node>& nodes, edge along) -> bool {
#if CASE == UNDECLARED_FIELD
  edges.push_back(along);
#endif
  auto const over = nodes[along.from].distance + along.length;
  if (over >= nodes[along.to].distance) return false;
  nodes[along.to].distance = over;
  return true;
}
CALLED void add(std::vector<edge>& edges, edge another) { edges.push_back(another); }

CALLED void shortest(roads& g) {
  start_at(g.nodes, 0);
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (auto const& each : g.edges) shorter = relax(g.nodes, each) || shorter;
  }
}

void rest(roads& g) {
  expect(g.edges.size() == 12, "who relaxes does not touch the edges");
  for (auto const& each : g.edges) {
    expect(each.length > 0, "a length");
#if CASE == CHANGES_WHAT_IT_READS
    add(g.edges, {each.to, each.from, each.length});
#endif
  }
  {
    auto& writing = g.nodes;
#if CASE == TWO_WRITERS
    start_at(g.nodes, 8);
#endif
    start_at(writing, 0);
  }
#if CASE == LOAN_IN_A_BRANCH
  {
    std::vector<edge> const* perhaps = nullptr;
    if (shape::happens()) perhaps = &g.edges;
    if (perhaps != nullptr) expect(perhaps->size() == 12, "lent, if at all");
  }
#endif
  add(g.edges, {8, 0, 1});
}

}  // namespace

int main(int argc, char** argv) {
  roads g;
  constexpr auto passed = shape::bytes<&start_at, &relax>;
  return shape::run(
      argc, argv, passed,
      [&] {
        shortest(g);
        expect(g.nodes.back().distance == to_the_last, "the shortest way");
      },
      [&] { rest(g); });
}
