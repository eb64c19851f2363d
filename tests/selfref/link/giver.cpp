// SPDX-License-Identifier: BSL-1.0
#include "owner.hpp"

int main() {
  row const r{{0, 0, 0}, {2, 1}};
  tenure::selfref::transfer_vector<int> const values{4, 5, 0};
  return end_of(values, r.some);
}
