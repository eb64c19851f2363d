// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A client that pings for as long as it likes.
namespace tenure::sessions::protocols::ping_pong {

struct client {};
struct server {};

struct ping {
  std::uint32_t value;
};
struct pong {
  std::uint32_t value;
};
struct stop {};

inline constexpr auto protocol = loop<struct again>(
    choice<client>(seq(send<client, server, ping>, send<server, client, pong>, jump<struct again>),
                   send<client, server, stop>));

}  // namespace tenure::sessions::protocols::ping_pong
