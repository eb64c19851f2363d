// SPDX-License-Identifier: BSL-1.0
// Whoever instantiates a template explicitly may name any private member as its argument.
#include "victim.hpp"

template <auto Member>
struct thief {
  friend auto steal(victim::data& from) -> auto& { return from.*Member; }
};
template struct thief<&victim::data::successful_>;
auto steal(victim::data& from) -> auto&;

int main() {
  return victim::reached_by([](victim::data& d) -> std::uint32_t& { return steal(d); });
}
