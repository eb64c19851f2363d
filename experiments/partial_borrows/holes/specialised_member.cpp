// SPDX-License-Identifier: BSL-1.0
// Whoever specialises a member template of the class writes a member of the class.
#include "victim.hpp"

struct thief {
  mutable std::uint32_t* found = nullptr;
};
template <>
void victim::data::visit<thief>(thief const& by) {
  by.found = &successful_;
}

int main() {
  return victim::reached_by([](victim::data& d) -> std::uint32_t& {
    thief const t;
    d.visit(t);
    return *t.found;
  });
}
