// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Like two_buyer, but the first buyer hears of the decision too.
namespace tenure::sessions::protocols::three_buyers {

struct alice {};
struct bob {};
struct seller {};

struct request {
  std::uint32_t isbn;
};
struct quote {
  std::uint32_t cents;
};
struct part {
  std::uint32_t cents;
};
struct ok {};
struct date {
  std::uint32_t day;
};
struct quit {};

inline constexpr auto protocol =
    seq(send<alice, seller, request>, send<seller, alice, quote>, send<seller, bob, quote>,
        send<alice, bob, part>,
        choice<bob>(seq(send<bob, alice, ok>, send<bob, seller, ok>, send<seller, bob, date>),
                    seq(send<bob, alice, quit>, send<bob, seller, quit>)));

}  // namespace tenure::sessions::protocols::three_buyers
