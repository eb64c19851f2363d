// SPDX-License-Identifier: BSL-1.0
#include "graph.hpp"
#include "tenure/ownership/ref_cell.hpp"

using namespace graph;
using shape::expect;

namespace {

class roads {
  std::vector<node> nodes_ = nine_nodes();
  std::vector<edge> edges_ = twelve_edges();

 public:
  auto nodes() const -> std::vector<node> const& { return nodes_; }
  auto edges() const -> std::vector<edge> const& { return edges_; }
  CALLED void start_at(std::size_t first) {
    for (auto& each : nodes_) each.distance = far;
    nodes_[first].distance = 0;
  }
  CALLED auto relax(edge along) -> bool {
#if CASE == UNDECLARED_FIELD
    edges_.push_back(along);
#endif
    auto const over = nodes_[along.from].distance + along.length;
    if (over >= nodes_[along.to].distance) return false;
    nodes_[along.to].distance = over;
    return true;
  }
  CALLED void add(edge another) { edges_.push_back(another); }
};

}  // namespace
template <>
struct tenure::sharing<roads> : tenure::read_only<roads> {};
namespace {

using cell = tenure::ref_cell<roads>;
using lent = tenure::shared<cell>;

CALLED void shortest(lent g) {
  g.borrow_mut()->start_at(0);
  for (bool shorter = true; shorter;) {
    shorter = false;
#if CASE == THE_PROGRAM
    auto const reading = g.borrow();
    for (auto const& each : reading->edges()) shorter = g.borrow_mut()->relax(each) || shorter;
#else  // one edge at a time is copied out
    auto const count = g.borrow()->edges().size();
    for (std::size_t i = 0; i != count; ++i) {
      auto const each = g.borrow()->edges()[i];
      shorter = g.borrow_mut()->relax(each) || shorter;
    }
#endif
  }
}

void rest(cell& whole) {
  lent const g{whole};
  expect(g.borrow()->edges().size() == 12, "who relaxes does not touch the edges");
  {
    auto const reading = g.borrow();
    for (auto const& each : reading->edges()) {
      expect(each.length > 0, "a length");
#if CASE == CHANGES_WHAT_IT_READS
      g.borrow_mut()->add({each.to, each.from, each.length});
#endif
    }
  }
  {
    auto writing = g.borrow_mut();
#if CASE == TWO_WRITERS
    g.borrow_mut()->start_at(8);
#endif
    writing->start_at(0);
  }
#if CASE == LOAN_IN_A_BRANCH
  {
    std::optional<cell::ref> perhaps;
    if (shape::happens()) perhaps.emplace(g.borrow());
    if (perhaps) expect((*perhaps)->edges().size() == 12, "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  cell whole;
  lent const g{whole};
  constexpr auto passed = shape::bytes<&roads::start_at, &roads::relax>;
  return shape::run(
      argc, argv, passed,
      [&] {
        shortest(g);
        expect(g.borrow()->nodes().back().distance == to_the_last, "the shortest way");
      },
      [&] { rest(whole); });
}
