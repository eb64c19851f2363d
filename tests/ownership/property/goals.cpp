// SPDX-License-Identifier: BSL-1.0
// The verdict on a goal is the greatest fixpoint of its graph: the code that runs in the compiler, run here
// on random graphs, against the definition.
#include "tenure/ownership/goals.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "support/property.hpp"

namespace {

using tenure::verdict;
using tenure::detail::goal;

char const* nameless() { return "nameless"; }

/// Random goals, each with its own verdict and the goals that it depends on.
struct graph {
  std::vector<goal> goals;
  std::vector<std::vector<goal const*>> parts;

  static graph random(std::size_t most) {
    auto const size = *rc::gen::inRange<std::size_t>(1, most + 1);
    graph g;
    g.goals.resize(size);
    g.parts.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
      // Few goals speak against the root, or most graphs would be refused at once.
      auto const own =
          *rc::gen::weightedElement<verdict>({{24, verdict::yes}, {1, verdict::no}, {1, verdict::unknown}});
      auto const degree = *rc::gen::inRange<std::size_t>(0, 4);
      for (std::size_t p = 0; p < degree; ++p) {
        g.parts[i].push_back(&g.goals[*rc::gen::inRange<std::size_t>(0, size)]);
      }
      // Some goals share a hash, as types do whose names end alike.
      g.goals[i] = {.own = own,
                    .why = tenure::detail::reason::plain,
                    .word = "",
                    .marker = &nameless,
                    .type = &nameless,
                    .hash = *rc::gen::inRange<std::size_t>(0, size),
                    .parts = g.parts[i].data(),
                    .size = g.parts[i].size()};
    }
    return g;
  }

  std::size_t index(goal const* part) const { return static_cast<std::size_t>(part - goals.data()); }

  /// The greatest fixpoint of "my own verdict, and those of my parts", by repetition from all `yes`.
  std::vector<verdict> fixpoint() const {
    auto const rank = [](verdict v) { return v == verdict::no ? 0 : v == verdict::unknown ? 1 : 2; };
    std::vector<verdict> value(goals.size(), verdict::yes);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < goals.size(); ++i) {
        verdict lowest = goals[i].own;
        for (goal const* part : parts[i]) {
          lowest =
              std::min(lowest, value[index(part)], [&](verdict a, verdict b) { return rank(a) < rank(b); });
        }
        changed = changed || lowest != value[i];
        value[i] = lowest;
      }
    }
    return value;
  }
};

}  // namespace

TEST_CASE("a graph of goals") {
  rc::prop("is judged as its greatest fixpoint, from every goal in it", [] {
    auto const g = graph::random(60);
    auto const expected = g.fixpoint();
    for (std::size_t i = 0; i < g.goals.size(); ++i) {
      RC_ASSERT(tenure::detail::judge(g.goals[i]).result == expected[i]);
    }
  });

  rc::prop("names a culprit that has the verdict itself, and only then", [] {
    auto const g = graph::random(60);
    auto const found = tenure::detail::judge(g.goals[0]);
    if (found.result == verdict::yes) {
      RC_ASSERT(found.culprit == nullptr);
    } else {
      RC_ASSERT(found.culprit != nullptr);
      RC_ASSERT(found.culprit->own == found.result);
    }
  });

  rc::prop("may be larger than the first table", [] {
    auto const g = graph::random(300);
    RC_ASSERT(tenure::detail::judge(g.goals[0]).result == g.fixpoint()[0]);
  });

  SECTION("is unknown when it is larger than the last table") {
    constexpr std::size_t size = 9000;
    std::vector<goal> chain(size);
    std::vector<goal const*> next(size);
    for (std::size_t i = 0; i < size; ++i) {
      next[i] = &chain[(i + 1) % size];
      chain[i] = {verdict::yes, tenure::detail::reason::parts, "", &nameless, &nameless, i, &next[i], 1};
    }
    auto const found = tenure::detail::judge(chain[0]);
    CHECK(found.result == verdict::unknown);
    CHECK(found.culprit == &chain[0]);
    chain[8000].size = 0;
    CHECK(tenure::detail::judge(chain[0]).result == verdict::yes);
    chain[8000].own = verdict::no;
    CHECK(tenure::detail::judge(chain[0]).result == verdict::no);
  }
}
