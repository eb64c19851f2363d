// SPDX-License-Identifier: BSL-1.0
#include "owner.hpp"
#include "tenure/ownership/slot.hpp"

int main() {
  tenure::slot<int> s;
  return end_of(s.emplace(0));
}
