// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Two buyers who share the price of a book. The second decides.
namespace tenure::sessions::protocols::two_buyer {

struct alice {};
struct bob {};
struct seller {};

struct title {
  std::uint32_t isbn;
};
struct quote {
  std::uint32_t cents;
};
struct share {
  std::uint32_t cents;
};
struct ok {
  std::uint32_t address;
};
struct date {
  std::uint32_t day;
};
struct quit {};

inline constexpr auto protocol = seq(
    send<alice, seller, title>, send<seller, alice, quote>, send<seller, bob, quote>, send<alice, bob, share>,
    choice<bob>(seq(send<bob, seller, ok>, send<seller, bob, date>), send<bob, seller, quit>));

}  // namespace tenure::sessions::protocols::two_buyer
