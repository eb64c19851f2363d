// SPDX-License-Identifier: BSL-1.0
// The classes that the negative cases of views are about.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tenure/views.hpp"

using namespace tenure::views;

/// Hides its fields behind two names.
class Data : public viewed<Data> {
  std::vector<std::string> experiments_;
  std::uint32_t successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct experiments;
  struct successful;

 private:
  static auto tenure_fields(experiments*) -> fields<&Data::experiments_>;
  static auto tenure_fields(successful*) -> fields<&Data::successful_>;

 public:
  static auto const& names(view<Data, shr<experiments>> self) { return self[at<&Data::experiments_>]; }
  static void add(view<Data, mut<experiments>> self) { self[at<&Data::experiments_>].emplace_back(); }
  static void add_successful(view<Data, mut<successful>> self) { ++self[at<&Data::successful_>]; }
};

struct inner {
  int x, y;
};
struct outer {
  inner in;
  int a, b;
};
