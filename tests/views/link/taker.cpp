// SPDX-License-Identifier: BSL-1.0
#include "lender.hpp"

int end_of(tenure::views::place<pair>& object) {
  auto const lent = object.lend<tenure::views::shr<tenure::views::all>>();
  return lent[tenure::views::at<&pair::a>] + lent[tenure::views::at<&pair::b>];
}
