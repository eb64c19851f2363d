// SPDX-License-Identifier: BSL-1.0
// Abstract fields: a class shows names, not members, and may change its members behind them.
#include <tenure/views.hpp>

#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace v = tenure::views;
using v::at, v::mut, v::shr, v::view;

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

using floats = std::vector<float>;

namespace before {
// [before]
class Data {
  std::map<std::string, floats> experiments_;
  friend struct v::access;

 public:
  struct experiments;

 private:
  static auto tenure_fields(experiments*) -> v::fields<&Data::experiments_>;

 public:
  static void add(view<Data, mut<experiments>> self, std::string name, floats measured) {
    self[at<&Data::experiments_>].emplace(std::move(name), std::move(measured));
  }
  static floats measured(view<Data, shr<experiments>> self, std::string const& name) {
    return self[at<&Data::experiments_>].at(name);
  }
};
// [/before]
}  // namespace before

namespace after {
// [after]
// One long array, and where in it each experiment lies. What `experiments` means is said in one place.
class Data {
  std::map<std::string, std::pair<std::size_t, std::size_t>> indices_;
  floats data_;
  friend struct v::access;

 public:
  struct experiments;

 private:
  static auto tenure_fields(experiments*) -> v::fields<&Data::indices_, &Data::data_>;

 public:
  static void add(view<Data, mut<experiments>> self, std::string name, floats const& measured) {
    floats& data = self[at<&Data::data_>];
    self[at<&Data::indices_>].emplace(std::move(name), std::pair{data.size(), measured.size()});
    data.insert(data.end(), measured.begin(), measured.end());
  }
  static floats measured(view<Data, shr<experiments>> self, std::string const& name) {
    auto const [from, size] = self[at<&Data::indices_>].at(name);
    auto const first = self[at<&Data::data_>].begin() + static_cast<std::ptrdiff_t>(from);
    return floats(first, first + static_cast<std::ptrdiff_t>(size));
  }
};
// [/after]
}  // namespace after

// [caller]
// Written once: it knows the name and no member, so the refactoring leaves it as it is.
template <class Data>
std::size_t two_experiments(view<Data, mut<typename Data::experiments>> data) {
  Data::add(data, "boiling", {99.5F, 100.F});
  Data::add(data, "melting", {0.F});
  return Data::measured(data, "boiling").size() + Data::measured(data, "melting").size();
}
// [/caller]

// [empty]
// A name may stand for nothing: for now, or in this implementation of an interface.
class no_log {
  friend struct v::access;

 public:
  struct log;

 private:
  static auto tenure_fields(log*) -> v::fields<>;

 public:
  static void note(view<no_log, mut<log>>, char const*) {}
};
static_assert(v::Disjoint<no_log, mut<no_log::log>, mut<v::all>>);  // it overlaps with nothing
// [/empty]

int main() {
  before::Data old_data;
  after::Data new_data;
  expect(two_experiments(v::lend<mut<before::Data::experiments>>(old_data)) == 3, "before");
  expect(two_experiments(v::lend<mut<after::Data::experiments>>(new_data)) == 3, "after");
  no_log none;
  no_log::note(v::lend<mut<no_log::log>>(none), "written nowhere");
  return failures;
}
