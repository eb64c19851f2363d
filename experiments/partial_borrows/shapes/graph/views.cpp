// SPDX-License-Identifier: BSL-1.0
#include "viewed.hpp"

using namespace graph;
using shape::expect;

namespace {

CALLED void shortest(view<roads, mut<all>> whole) {
  auto [reading, writing] = std::move(whole).split<shr<edges>, mut<nodes>>();
  roads::start_at(writing, 0);
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (auto const& each : roads::every_edge(reading)) shorter = roads::relax(writing, each) || shorter;
  }
}

void rest(roads& g) {
  {
    auto [reading, writing] = lend<mut<all>>(g).split<shr<edges>, mut<nodes>>();
    expect(roads::every_edge(reading).size() == 12, "who relaxes does not touch the edges");
    for (auto const& each : roads::every_edge(reading)) {
      expect(each.length > 0, "a length");
#if CASE == CHANGES_WHAT_IT_READS
      roads::add(reading, {each.to, each.from, each.length});
#endif
    }
  }
  {
#if CASE == TWO_WRITERS
    auto [writing, another] = lend<mut<all>>(g).split<mut<nodes>, mut<nodes>>();
    roads::start_at(another, 8);
#else
    auto [writing, another] = lend<mut<all>>(g).split<mut<nodes>, mut<edges>>();
    roads::add(another, {8, 0, 1});
#endif
    roads::start_at(writing, 0);
  }
#if CASE == LOAN_IN_A_BRANCH
  {
    std::optional<view<roads, shr<edges>>> perhaps;
    if (shape::happens()) perhaps.emplace(lend<shr<edges>>(g));
    if (perhaps) expect(roads::every_edge(*perhaps).size() == 13, "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  roads g;
  constexpr auto passed = shape::bytes<&roads::start_at, &roads::relax>;
  return shape::run(
      argc, argv, passed,
      [&] {
        shortest(lend<mut<all>>(g));
        expect(roads::every_node(lend<shr<nodes>>(g)).back().distance == to_the_last, "the shortest way");
      },
      [&] { rest(g); });
}
