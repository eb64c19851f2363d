// SPDX-License-Identifier: BSL-1.0
// A place that lends its fields. In a checked build it counts the loans of each; Clang's analysis follows
// them through a function.
#include "tenure/views/place.hpp"

#include <memory>

#include "viewed.hpp"

using namespace counting;
using shape::expect;
using tenure::views::loan;
using tenure::views::place;

namespace {

CALLED void count(place<data>& d) {
  d.call(data::reset);
  auto const reading = d.lend<shr<experiments>>();
  for (auto const& [name, where] : data::names(reading)) {
    if (is_successful(data::values_of(reading, name))) d.call(data::add_successful);
  }
}

void rest(place<data>& d) {
  d.call(data::add_successful);
  {
    auto const reading = d.lend<shr<experiments>>();
    for (auto const& [name, where] : data::names(reading)) {
      expect(!name.empty(), "a name");
#if CASE == CHANGES_WHAT_IT_READS
      d.call(data::drop, name);
#endif
#if CASE == THROUGH_AN_ALIAS
      place<data>& same = d;
      same.call(data::drop, name);
#endif
    }
    expect(data::names(reading).size() == 8, "who counts a success does not touch the experiments");
  }
  {
    auto const writing = d.lend<mut<experiments>>();
#if CASE == TWO_WRITERS
    auto const another = d.lend<mut<experiments>>();
    data::drop(another, "alder");
#endif
    data::drop(writing, "birch");
  }
#if CASE == KEPT_TOO_LONG
  {
    std::unique_ptr<loan<data, shr<experiments>>> kept;
    {
      place<data> shorter;
      kept.reset(new loan<data, shr<experiments>>(shorter.lend<shr<experiments>>()));
    }
    expect(!data::names(*kept).empty(), "the experiments are there");
  }
#endif
#if CASE == KEPT_A_REFERENCE
  {
    table const* kept = nullptr;
    {
      auto const reading = d.lend<shr<experiments>>();
      kept = &data::names(reading);
    }
    auto const& first = kept->begin()->first;
    d.call(data::drop, "alder");
    expect(first == "alder", "the name is there");
  }
#endif
#if CASE == TWO_READERS
  {
    auto const one = d.lend<shr<experiments>>();
    auto const other = d.lend<shr<experiments>>();
    expect(&data::names(one) == &data::names(other), "two read one thing");
  }
#endif
#if CASE == ENDS_ONE_LOAN
  {
    auto const reading = d.lend<shr<experiments>>();
    d.call(data::add_successful);
    d.call(data::add_successful);
    expect(!data::names(reading).empty(), "still lent");
  }
#endif
#if CASE == LOAN_IN_A_BRANCH
  {
    std::optional<loan<data, shr<experiments>>> perhaps;
    if (shape::happens()) perhaps.emplace(d.lend<shr<experiments>>());
    if (perhaps) expect(!data::names(*perhaps).empty(), "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  place<data> d;
  constexpr auto passed = shape::bytes<&data::reset, &data::values_of, &data::add_successful>;
  return shape::run(
      argc, argv, passed,
      [&] {
        count(d);
        expect(d.call(data::total) == of_them_successful, "five of the eight are successful");
      },
      [&] { rest(d); });
}
