// SPDX-License-Identifier: BSL-1.0
// A class whose private field is only to be reached through views, and the check that a stranger reached it.
#pragma once

#include <cstdint>

#include "tenure/views.hpp"

namespace victim {

using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class data {
 private:
  std::uint32_t successful_ = 1;
  friend struct tenure::views::access;

 public:
  struct successful;

 private:
  static auto tenure_fields(successful*) -> tenure::views::fields<&data::successful_>;

 public:
  static auto total(view<data, shr<successful>> self) -> std::uint32_t {
    return self[at<&data::successful_>];
  }
  /// Generic, and so open to a stranger's specialisation.
  template <class With>
  void visit(With const&) {}
};

/// The exit status of a program that writes 42 into the private field by `door`.
template <class Door>
auto reached_by(Door door) -> int {
  data d;
  door(d) = 42;
  return data::total(lend<shr<data::successful>>(d)) == 42 ? 0 : 1;
}

}  // namespace victim
