// SPDX-License-Identifier: BSL-1.0
// Typed views: the caller splits the one view of the whole, and each part goes where it is needed.
#include "viewed.hpp"

using namespace counting;
using shape::expect;

namespace {

CALLED void count(view<data, mut<all>> whole) {
  auto [reading, counting] = std::move(whole).split<shr<experiments>, mut<successful>>();
  data::reset(counting);
  for (auto const& [name, where] : data::names(reading)) {
    if (is_successful(data::values_of(reading, name))) data::add_successful(counting);
  }
}

void rest(data& d) {
  {
    auto [reading, counting] = lend<mut<all>>(d).split<shr<experiments>, mut<successful>>();
    data::add_successful(counting);
    for (auto const& [name, where] : data::names(reading)) {
      expect(!name.empty(), "a name");
#if CASE == CHANGES_WHAT_IT_READS
      data::drop(reading, name);
#endif
#if CASE == THROUGH_AN_ALIAS
      data& same = d;
      data::drop(lend<mut<experiments>>(same), name);
#endif
    }
    expect(data::names(reading).size() == 8, "who counts a success does not touch the experiments");
  }
  {
#if CASE == TWO_WRITERS
    auto [writing, another] = lend<mut<all>>(d).split<mut<experiments>, mut<experiments>>();
    data::drop(another, "alder");
#else
    auto [writing, another] = lend<mut<all>>(d).split<mut<experiments>, mut<successful>>();
    data::reset(another);
#endif
    data::drop(writing, "birch");
  }
#if CASE == KEPT_TOO_LONG
  {
    std::optional<view<data, shr<experiments>>> kept;
    {
      data shorter;
      kept.emplace(lend<shr<experiments>>(shorter));
    }
    expect(!data::names(*kept).empty(), "the experiments are there");
  }
#endif
#if CASE == KEPT_A_REFERENCE
  {
    table const* const kept = &data::names(lend<shr<experiments>>(d));
    auto const& first = kept->begin()->first;
    data::drop(lend<mut<experiments>>(d), "alder");
    expect(first == "alder", "the name is there");
  }
#endif
#if CASE == TWO_READERS
  {
    auto [one, other] = lend<mut<all>>(d).split<shr<experiments>, shr<experiments>>();
    expect(&data::names(one) == &data::names(other), "two read one thing");
  }
#endif
#if CASE == ENDS_ONE_LOAN
  {
    auto [reading, counting] = lend<mut<all>>(d).split<shr<experiments>, mut<successful>>();
    data::add_successful(counting);
    data::add_successful(counting);
    expect(!data::names(reading).empty(), "still lent");
  }
#endif
#if CASE == LOAN_IN_A_BRANCH
  {
    std::optional<view<data, shr<experiments>>> perhaps;
    if (shape::happens()) perhaps.emplace(lend<shr<experiments>>(d));
    if (perhaps) expect(!data::names(*perhaps).empty(), "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  data d;
  constexpr auto passed = shape::bytes<&data::reset, &data::values_of, &data::add_successful>;
  return shape::run(
      argc, argv, passed,
      [&] {
        count(lend<mut<all>>(d));
        expect(data::total(lend<shr<successful>>(d)) == of_them_successful,
               "five of the eight are successful");
      },
      [&] { rest(d); });
}
