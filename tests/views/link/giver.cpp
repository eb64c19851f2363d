// SPDX-License-Identifier: BSL-1.0
#include "lender.hpp"

int main() {
  tenure::views::place<pair> object;
  return end_of(object);
}
