// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A token that goes round among N roles.
namespace tenure::sessions::protocols::ring {

struct token {
  std::uint32_t value;
};

/// Everybody passes the token on to the next.
template <std::size_t N>
inline constexpr auto round = each<N>([](auto i) { return send<worker<i>, worker<(i + 1) % N>, token>; });

/// For ever.
template <std::size_t N>
inline constexpr auto protocol = loop<struct again>(seq(round<N>, jump<struct again>));

/// Once: seven roles find the greatest of their numbers.
inline constexpr auto max7 = round<7>;

}  // namespace tenure::sessions::protocols::ring
