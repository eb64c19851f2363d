// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/place.hpp"

#include "viewed.hpp"

using namespace graph;
using shape::expect;
using tenure::views::loan;
using tenure::views::place;

namespace {

CALLED void shortest(place<roads>& g) {
  g.call(roads::start_at, std::size_t{0});
  auto const reading = g.lend<shr<edges>>();
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (auto const& each : roads::every_edge(reading)) shorter = g.call(roads::relax, each) || shorter;
  }
}

void rest(place<roads>& g) {
  {
    auto const reading = g.lend<shr<edges>>();
    expect(roads::every_edge(reading).size() == 12, "who relaxes does not touch the edges");
    for (auto const& each : roads::every_edge(reading)) {
      expect(each.length > 0, "a length");
#if CASE == CHANGES_WHAT_IT_READS
      g.call(roads::add, edge{each.to, each.from, each.length});
#endif
    }
  }
  {
    auto const writing = g.lend<mut<nodes>>();
#if CASE == TWO_WRITERS
    g.call(roads::start_at, std::size_t{8});
#endif
    roads::start_at(writing, 0);
  }
#if CASE == LOAN_IN_A_BRANCH
  {
    std::optional<loan<roads, shr<edges>>> perhaps;
    if (shape::happens()) perhaps.emplace(g.lend<shr<edges>>());
    if (perhaps) expect(roads::every_edge(*perhaps).size() == 12, "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  place<roads> g;
  constexpr auto passed = shape::bytes<&roads::start_at, &roads::relax>;
  return shape::run(
      argc, argv, passed,
      [&] {
        shortest(g);
        auto const reading = g.lend<shr<nodes>>();
        expect(roads::every_node(reading).back().distance == to_the_last, "the shortest way");
      },
      [&] { rest(g); });
}
