// SPDX-License-Identifier: BSL-1.0
// The class of the post, for cases about overlapping loans.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tenure/views/place.hpp"

using namespace tenure::views;

class data {
  std::map<std::string, std::vector<float>> experiments_;
  std::uint32_t successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct experiments;
  struct successful;
  struct everything;

 private:
  static auto tenure_fields(experiments*) -> fields<&data::experiments_>;
  static auto tenure_fields(successful*) -> fields<&data::successful_>;
  static auto tenure_fields(everything*) -> fields<&data::experiments_, &data::successful_>;

 public:
  static auto& each(view<data, shr<experiments>> self) { return self[at<&data::experiments_>]; }
  static void add(view<data, mut<experiments>> self) { self[at<&data::experiments_>]["new"]; }
  static void add_successful(view<data, mut<successful>> self) { self[at<&data::successful_>] += 1; }
  static auto count(view<data, shr<successful>> self) -> std::uint32_t { return self[at<&data::successful_>]; }
  static void reset(view<data, mut<everything>> self) { self[at<&data::experiments_>].clear(); }
};

struct inner {
  int b = 0;
  int c = 0;
};
struct outer {
  inner a;
  int d = 0;
};
