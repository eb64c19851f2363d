// SPDX-License-Identifier: BSL-1.0
// A graph with an array of nodes and an array of edges: the edges are read while the nodes are written.
#pragma once

#include <optional>
#include <vector>

#include "../shape.hpp"

namespace graph {

inline constexpr unsigned far = 1000;

struct node {
  unsigned distance = far;
};
struct edge {
  std::size_t from, to;
  unsigned length;
};

inline auto nine_nodes() -> std::vector<node> { return std::vector<node>(9); }
/// A grid of three by three: along a row costs 1, down costs 3.
inline auto twelve_edges() -> std::vector<edge> {
  std::vector<edge> all;
  for (std::size_t i = 0; i != 9; ++i) {
    if (i % 3 != 2) all.push_back({i, i + 1, 1});
    if (i < 6) all.push_back({i, i + 3, 3});
  }
  return all;
}
inline constexpr unsigned to_the_last = 8;

}  // namespace graph
