// SPDX-License-Identifier: BSL-1.0
// The class of the post: two abstract fields, and functions that say which of them they need.
#pragma once

#include "counting.hpp"
#include "tenure/views.hpp"

namespace counting {

using tenure::views::all;
using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class data {
#if CASE == SPLIT_FIELD
  indices indices_ = eight_indices();
  series data_ = eight_values();
#else
  table experiments_ = eight_experiments();
#endif
  std::uint32_t successful_ = 0;

  friend struct tenure::views::access;

 public:
  struct experiments;
  struct successful;

 private:
#if CASE == SPLIT_FIELD
  static auto tenure_fields(experiments*) -> tenure::views::fields<&data::indices_, &data::data_>;
#else
  static auto tenure_fields(experiments*) -> tenure::views::fields<&data::experiments_>;
#endif
  static auto tenure_fields(successful*) -> tenure::views::fields<&data::successful_>;

 public:
#if CASE == SPLIT_FIELD
  static auto names(view<data, shr<experiments>> self) -> indices const& { return self[at<&data::indices_>]; }
  CALLED static auto values_of(view<data, shr<experiments>> self, std::string const& name) -> values {
    return range_of(self[at<&data::indices_>], self[at<&data::data_>], name);
  }
  CALLED static void drop(view<data, mut<experiments>> self, std::string const& name) {
    self[at<&data::indices_>].erase(name);
  }
#else
  static auto names(view<data, shr<experiments>> self) -> table const& {
    return self[at<&data::experiments_>];
  }
  CALLED static auto values_of(view<data, shr<experiments>> self, std::string const& name) -> values {
#if CASE == WRITES_WHAT_IT_READS
    self[at<&data::experiments_>].at(name).clear();
#endif
    return self[at<&data::experiments_>].at(name);
  }
  CALLED static void drop(view<data, mut<experiments>> self, std::string const& name) {
    self[at<&data::experiments_>].erase(name);
  }
#endif
  static auto total(view<data, shr<successful>> self) -> std::uint32_t {
    return self[at<&data::successful_>];
  }
  CALLED static void reset(view<data, mut<successful>> self) { self[at<&data::successful_>] = 0; }
  CALLED static void add_successful(view<data, mut<successful>> self) {
#if CASE == UNDECLARED_FIELD
    self[at<&data::experiments_>]["zelkova"] = {};
#endif
    ++self[at<&data::successful_>];
  }
};

using experiments = data::experiments;
using successful = data::successful;

}  // namespace counting
