// SPDX-License-Identifier: BSL-1.0
// Whoever specialises a member template of a friend of the class, which the library is, writes a friend.
#include "victim.hpp"

template <auto Member>
struct thief {
  friend auto steal(victim::data& from) -> auto& { return from.*Member; }
};
auto steal(victim::data& from) -> auto&;

template <auto Member>
auto instantiate(tenure::views::fields<Member>) -> thief<Member>;

struct nobody {};
template <>
consteval bool tenure::views::access::declares<nobody, nobody>() {
  return sizeof(instantiate(declared<victim::data, victim::data::successful>{})) != 0;
}

int main() {
  return victim::reached_by([](victim::data& d) -> std::uint32_t& { return steal(d); });
}
