// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Sums and differences until the client has enough; a division may fail.
namespace tenure::sessions::protocols::calculator {

struct client {};
struct server {};

struct sum {
  std::int32_t left, right;
};
struct difference {
  std::int32_t left, right;
};
struct quotient {
  std::int32_t left, right;
};
struct result {
  std::int32_t value;
};
struct by_zero {};
struct exit {};

inline constexpr auto protocol = loop<struct again>(
    choice<client>(seq(send<client, server, sum>, send<server, client, result>, jump<struct again>),
                   seq(send<client, server, difference>, send<server, client, result>, jump<struct again>),
                   seq(send<client, server, quotient>,
                       choice<server>(seq(send<server, client, result>, jump<struct again>),
                                      seq(send<server, client, by_zero>, jump<struct again>))),
                   send<client, server, exit>));

}  // namespace tenure::sessions::protocols::calculator
