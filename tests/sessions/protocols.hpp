// SPDX-License-Identifier: BSL-1.0
// Small protocols that the tests of cursors share.
#pragma once

#include <string>
#include <utility>

#include "tenure/sessions/choreography.hpp"

namespace tenure::test {

namespace g = tenure::sessions;

struct client {};
struct server {};
struct ping {
  int value;
};
struct pong {
  int value;
};
struct quit {};

inline constexpr auto ping_pong = g::loop<struct again>(g::choice<client>(
    g::seq(g::send<client, server, ping>, g::send<server, client, pong>, g::jump<struct again>),
    g::send<client, server, quit>));

/// One sender, two receivers of the same message, and an answer from each.
struct left {};
struct right {};
struct order {
  int number;
};
struct done {
  int number;
};
inline constexpr auto fan = g::seq(g::send<client, left, order>, g::send<client, right, order>,
                                   g::send<left, client, done>, g::send<right, client, done>);

/// The client chooses whom it sends the order.
inline constexpr auto either =
    g::choice<client>(g::seq(g::send<client, left, order>, g::send<client, right, quit>),
                      g::seq(g::send<client, right, order>, g::send<client, left, quit>));

/// Both directions at once, and then a message more.
inline constexpr auto crossing =
    g::seq(g::par(g::send<left, right, ping>, g::send<right, left, pong>), g::send<left, right, quit>);

/// A message that owns memory.
struct letter {
  std::string text;
};
inline constexpr auto mail = g::seq(g::send<client, server, letter>, g::send<server, client, letter>);

}  // namespace tenure::test
