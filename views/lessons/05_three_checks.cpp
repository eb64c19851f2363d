// SPDX-License-Identifier: BSL-1.0
// Overlap in time, checked three ways.
//
// A view says which fields a function touches. It does not say how long. Two views of one object are safe
// together if neither writes what the other one reaches; who knows which of them live together?
//
//   by type               one view of the object is split; its parts are disjoint, and it is gone.
//                         Compile time, every compiler; the use of a view that is gone: Clang, or a trap.
//   by counting           a place<Data> owns the object and enters every loan in a book.
//                         Run time, checked builds; sees aliases, callees, members, containers.
//   by Clang's analysis   the same place<Data>, with -Werror=thread-safety.
//                         Compile time; sees what one function does with the place by one name.
//
// All three read the class's own declaration of its fields, and nothing else.

#include <tenure/views.hpp>

#include <cstdint>
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

// [class]
class Data {
  std::map<std::string, std::vector<float>> experiments_;
  std::uint32_t successful_ = 0;
  friend struct v::access;

 public:
  struct experiments;
  struct successful;

 private:
  static auto tenure_fields(experiments*) -> v::fields<&Data::experiments_>;
  static auto tenure_fields(successful*) -> v::fields<&Data::successful_>;

 public:
  static auto const& each(view<Data, shr<experiments>> self) { return self[at<&Data::experiments_>]; }
  static void add_successful(view<Data, mut<successful>> self) { self[at<&Data::successful_>] += 1; }
  static std::uint32_t how_many(view<Data, shr<successful>> self) { return self[at<&Data::successful_>]; }
  static void add(view<Data, mut<experiments>> self, std::string name, std::vector<float> measured) {
    self[at<&Data::experiments_>].emplace(std::move(name), std::move(measured));
  }
};
// [/class]

// [split]
// By type. Whoever holds `names` and `counter` holds two things that cannot meet: to ask for parts that do is
// [views.overlap], and to go on using `data` is [views.used].
std::uint32_t count_by_type(view<Data, mut<v::all>> data) {
  auto [names, counter] = std::move(data).split<shr<Data::experiments>, mut<Data::successful>>();
  for (auto const& [name, measured] : Data::each(names)) {
    if (!measured.empty()) Data::add_successful(counter);
  }
  return Data::how_many(counter);
}
// [/split]

// [place]
// By counting and, on Clang, by analysis: the same function. A loan lives until the end of its scope; `call`
// lends what the signature of the function asks for, for the call.
std::uint32_t count_by_loans(v::place<Data>& data) {
  auto const names = data.lend<shr<Data::experiments>>();
  for (auto const& [name, measured] : Data::each(names)) {
    if (!measured.empty()) data.call(Data::add_successful);
    // data.call(Data::add, "one more", std::vector<float>{});
    //   Clang, when it is compiled:   cannot call function 'call' while [views.overlap] loan
    //                                 'data.operator lent<path<&Data::experiments_>> &()' is held
    //   everywhere, when it is run:   tenure: [views.overlap] Data::experiments of Data is lent to be read
  }
  return data.call(Data::how_many);
}
// [/place]

// [alias]
// What only counting sees: two names of one place. Clang takes `one` and `other` for two places.
bool could_add_meanwhile(v::place<Data>& one, v::place<Data>& other) {
  auto const names = one.lend<shr<Data::experiments>>();
  return other.lendable<mut<Data::experiments>>();  // lending it would be a trap
}
// [/alias]

// [fields]
// A loan of two fields is two loans: they may end one after the other.
std::uint32_t one_after_the_other(v::place<Data>& data) {
  auto both = data.lend<mut<Data::experiments, Data::successful>>();
  auto [experiments, successful] = both.split<mut<Data::experiments>, mut<Data::successful>>();
  Data::add_successful(successful);
  successful.end();
  data.call(Data::add_successful);  // free again, while the experiments are still lent
  Data::add(experiments, "third", {1.0F});
  return data.call(Data::how_many);
}
// [/fields]

int main() {
  v::place<Data> data;
  data.call(Data::add, "first", std::vector{0.5F});
  data.call(Data::add, "second", std::vector<float>{});

  expect(count_by_loans(data) == 1, "one experiment has data");
  {
    auto const whole = data.lend<mut<v::all>>();
    expect(count_by_type(whole) == 2, "the same again");
  }
  v::place<Data> another;
  expect(could_add_meanwhile(data, another), "two places");
  expect(could_add_meanwhile(data, data) == !tenure::is_checked, "one place by two names");
  expect(one_after_the_other(data) == 4, "two more");

  // What it costs: in an unchecked build a place is its value, and a loan one pointer.
  expect(tenure::is_checked || sizeof(v::place<Data>) == sizeof(Data), "no counters in an unchecked build");
  expect(tenure::is_checked || sizeof(v::loan<Data, shr<Data::experiments>>) == sizeof(void*),
         "a loan is a pointer");
  return failures;
}
