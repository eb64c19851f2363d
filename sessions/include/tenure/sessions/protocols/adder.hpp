// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Two numbers there, their sum back; once, or until the client says goodbye.
namespace tenure::sessions::protocols::adder {

struct client {};
struct server {};

struct lhs {
  std::int32_t value;
};
struct rhs {
  std::int32_t value;
};
struct res {
  std::int32_t value;
};
struct bye {};

inline constexpr auto protocol =
    seq(send<client, server, lhs>, send<client, server, rhs>, send<server, client, res>);

inline constexpr auto looped = loop<struct again>(choice<client>(
    seq(send<client, server, lhs>, send<client, server, rhs>, send<server, client, res>, jump<struct again>),
    send<client, server, bye>));

}  // namespace tenure::sessions::protocols::adder
