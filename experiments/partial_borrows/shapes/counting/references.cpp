// SPDX-License-Identifier: BSL-1.0
// One reference for each field: the fields are public, and every caller knows them all.
#include "counting.hpp"

using namespace counting;
using shape::expect;

namespace {

#if CASE == SPLIT_FIELD
struct data {
  indices names = eight_indices();
  series all = eight_values();
  std::uint32_t successful = 0;
};
CALLED auto values_of(indices const& names, series const& all, std::string const& name) -> values {
  return range_of(names, all, name);
}
CALLED void drop(indices& names, std::string const& name) { names.erase(name); }
#else
struct data {
  table experiments = eight_experiments();
  std::uint32_t successful = 0;
};
CALLED auto values_of(table const& experiments, std::string const& name) -> values {
#if CASE == WRITES_WHAT_IT_READS
  experiments.at(name).clear();
#endif
  return experiments.at(name);
}
CALLED void drop(table& experiments, std::string const& name) { experiments.erase(name); }
#endif
CALLED void reset(std::uint32_t& successful) { successful = 0; }
CALLED void add_successful(std::uint32_t& successful) {
#if CASE == UNDECLARED_FIELD
  experiments["zelkova"] = {};
#endif
  ++successful;
}

CALLED void count(data& d) {
  reset(d.successful);
  for (auto const& [name, where] : d.experiments) {
    if (is_successful(values_of(d.experiments, name))) add_successful(d.successful);
  }
}

void rest(data& d) {
  for (auto const& [name, where] : d.experiments) {
    expect(!name.empty(), "a name");
#if CASE == CHANGES_WHAT_IT_READS
    drop(d.experiments, name);
#endif
#if CASE == THROUGH_AN_ALIAS
    data& same = d;
    drop(same.experiments, name);
#endif
  }
  {
    table& writing = d.experiments;
    series& kept = writing.at("alder");
#if CASE == TWO_WRITERS
    drop(d.experiments, "alder");
#endif
    kept.push_back(1.0F);
    drop(writing, "birch");
  }
#if CASE == KEPT_TOO_LONG
  {
    table const* kept = nullptr;
    {
      data shorter;
      kept = &shorter.experiments;
    }
    expect(!kept->empty(), "the experiments are there");
  }
#endif
#if CASE == KEPT_A_REFERENCE
  {
    table const* const kept = &d.experiments;
    auto const& first = kept->begin()->first;
    drop(d.experiments, "alder");
    expect(first == "alder", "the name is there");
  }
#endif
#if CASE == TWO_READERS
  {
    table const& one = d.experiments;
    table const& other = d.experiments;
    expect(&one == &other, "two read one thing");
  }
#endif
#if CASE == ENDS_ONE_LOAN
  {
    table const& reading = d.experiments;
    add_successful(d.successful);
    add_successful(d.successful);
    expect(!reading.empty(), "still lent");
  }
#endif
#if CASE == LOAN_IN_A_BRANCH
  {
    table const* perhaps = nullptr;
    if (shape::happens()) perhaps = &d.experiments;
    if (perhaps != nullptr) expect(!perhaps->empty(), "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  data d;
  constexpr auto passed = shape::bytes<&reset, &values_of, &add_successful>;
  return shape::run(
      argc, argv, passed,
      [&] {
        count(d);
        expect(d.successful == of_them_successful, "five of the eight are successful");
      },
      [&] { rest(d); });
}
