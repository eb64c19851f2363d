// SPDX-License-Identifier: BSL-1.0
// The program of the post: to count successful experiments, names are read while a counter is written.
//
// Both happen in one object. A function that takes the whole object says too little: nobody knows, from its
// signature, that `add_successful` leaves the experiments alone, and one day it may not. A view says it, and
// the compiler keeps it: the function can touch what is in its view and nothing else.

// [count]
#include <tenure/views.hpp>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace v = tenure::views;
using v::at, v::mut, v::shr, v::view;

class Data {
  std::map<std::string, std::vector<float>> experiments_;
  std::uint32_t successful_ = 0;
  friend struct v::access;

 public:
  struct experiments;  // abstract fields: names for private fields
  struct successful;

 private:
  static auto tenure_fields(experiments*) -> v::fields<&Data::experiments_>;
  static auto tenure_fields(successful*) -> v::fields<&Data::successful_>;

 public:
  static auto const& experiment_names(view<Data, shr<experiments>> self) {
    return self[at<&Data::experiments_>];
  }
  static std::vector<float> const& for_experiment(view<Data, shr<experiments>> self,
                                                  std::string const& name) {
    return self[at<&Data::experiments_>].at(name);
  }
  static void add_successful(view<Data, mut<successful>> self) { self[at<&Data::successful_>] += 1; }
  static std::uint32_t how_many(view<Data, shr<successful>> self) { return self[at<&Data::successful_>]; }
  static void add(view<Data, mut<experiments>> self, std::string name, std::vector<float> measured) {
    self[at<&Data::experiments_>].emplace(std::move(name), std::move(measured));
  }
};

bool is_successful(std::vector<float> const& measured) { return measured.size() > 1; }

void count_successful_experiments(view<Data, shr<Data::experiments>, mut<Data::successful>> data) {
  for (auto const& [name, measured] : Data::experiment_names(data)) {  // reads the experiments ..
    if (is_successful(Data::for_experiment(data, name))) {             //
      Data::add_successful(data);                                      // .. while the counter is written
    }
  }
}
// [/count]

int main() {
  Data data;
  auto all = v::lend<mut<v::all>>(data);
  Data::add(all, "boiling", {99.5F, 100.F});
  Data::add(all, "freezing", {});
  Data::add(all, "melting", {0.F, 0.1F, 0.F});
  count_successful_experiments(all);  // a wider view becomes a narrower one by itself
  std::printf("%u experiments were successful\n", Data::how_many(all));
  return Data::how_many(all) == 2 ? 0 : 1;
}
