// SPDX-License-Identifier: BSL-1.0
// A flag for the whole object: what reads the experiments keeps the counter from being written.
#include "counting.hpp"
#include "tenure/ownership/ref_cell.hpp"

using namespace counting;
using shape::expect;

namespace {

class data {
#if CASE == SPLIT_FIELD
  indices indices_ = eight_indices();
  series data_ = eight_values();
#else
  table experiments_ = eight_experiments();
#endif
  std::uint32_t successful_ = 0;

 public:
#if CASE == SPLIT_FIELD
  auto experiments() const -> indices const& { return indices_; }
  CALLED auto values_of(std::string const& name) const -> values { return range_of(indices_, data_, name); }
  CALLED void drop(std::string const& name) { indices_.erase(name); }
#else
  auto experiments() const -> table const& { return experiments_; }
  CALLED auto values_of(std::string const& name) const -> values {
#if CASE == WRITES_WHAT_IT_READS
    experiments_.at(name).clear();
#endif
    return experiments_.at(name);
  }
  CALLED void drop(std::string const& name) { experiments_.erase(name); }
#endif
  auto successful() const -> std::uint32_t { return successful_; }
  CALLED void reset() { successful_ = 0; }
  CALLED void add_successful() {
#if CASE == UNDECLARED_FIELD
    experiments_["zelkova"] = {};
#endif
    ++successful_;
  }
};

}  // namespace
template <>
struct tenure::sharing<data> : tenure::read_only<data> {};
namespace {

using cell = tenure::ref_cell<data>;
using lent = tenure::shared<cell>;

CALLED void count(lent d) {
  d.borrow_mut()->reset();
#if CASE == THE_PROGRAM
  auto const reading = d.borrow();
  for (auto const& [name, where] : reading->experiments()) {
    if (is_successful(reading->values_of(name))) d.borrow_mut()->add_successful();
  }
#else  // The flag stops that: so the names are copied, and the object is borrowed in turns.
  std::vector<std::string> copied;
  {
    auto const reading = d.borrow();
    for (auto const& [name, where] : reading->experiments()) copied.push_back(name);
  }
  for (auto const& name : copied) {
    if (is_successful(d.borrow()->values_of(name))) d.borrow_mut()->add_successful();
  }
#endif
}

void rest(cell& whole) {
  lent const d{whole};
  {
    auto const reading = d.borrow();
    for (auto const& [name, where] : reading->experiments()) {
      expect(!name.empty(), "a name");
#if CASE == CHANGES_WHAT_IT_READS
      d.borrow_mut()->drop(name);
#endif
#if CASE == THROUGH_AN_ALIAS
      lent const same = d;
      same.borrow_mut()->drop(name);
#endif
    }
  }
  {
    d.borrow_mut()->add_successful();
    expect(d.borrow()->experiments().size() == 8, "who counts a success does not touch the experiments");
  }
  {
    auto writing = d.borrow_mut();
#if CASE == TWO_WRITERS
    d.borrow_mut()->drop("alder");
#endif
    writing->drop("birch");
  }
#if CASE == KEPT_TOO_LONG
  {
    std::optional<cell::ref> kept;
    {
      cell shorter;
      kept.emplace(lent{shorter}.borrow());
    }
    expect(!(*kept)->experiments().empty(), "the experiments are there");
  }
#endif
#if CASE == KEPT_A_REFERENCE
  {
    table const* const kept = &d.borrow()->experiments();
    auto const& first = kept->begin()->first;
    d.borrow_mut()->drop("alder");
    expect(first == "alder", "the name is there");
  }
#endif
#if CASE == TWO_READERS
  {
    auto const one = d.borrow();
    auto const other = d.borrow();
    expect(&one->experiments() == &other->experiments(), "two read one thing");
  }
#endif
#if CASE == ENDS_ONE_LOAN
  {
    auto const reading = d.borrow();  // stays, while the counter is lent, given back, and lent again
    d.borrow_mut()->add_successful();
    d.borrow_mut()->add_successful();
    expect(!reading->experiments().empty(), "still lent");
  }
#endif
#if CASE == LOAN_IN_A_BRANCH
  {
    std::optional<cell::ref> perhaps;
    if (shape::happens()) perhaps.emplace(d.borrow());
    if (perhaps) expect(!(*perhaps)->experiments().empty(), "lent, if at all");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  cell whole;
  lent const d{whole};
  constexpr auto passed = shape::bytes<&data::reset, &data::values_of, &data::add_successful>;
  return shape::run(
      argc, argv, passed,
      [&] {
        count(d);
        expect(d.borrow()->successful() == of_them_successful, "five of the eight are successful");
      },
      [&] { rest(whole); });
}
