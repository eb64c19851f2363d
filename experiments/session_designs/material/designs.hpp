// SPDX-License-Identifier: BSL-1.0
// The designs by number, as the experiment's columns have them, and the machine of each role in each.
#pragma once

#include "ping_pong.hpp"
#include "smtp.hpp"
#include "streaming.hpp"
#include "two_buyer.hpp"

#define CURSORS 1
#define MONITOR 2
#define HAND_WRITTEN 3
#define TABLE 4
#define NO_MACHINE 5

#if DESIGN == MONITOR
#include "monitored.hpp"
#endif

namespace designs {

template <auto const& G, class Role>
struct machines;
template <>
struct machines<ping_pong::protocol, ping_pong::client> {
  using by_hand = ping_pong::hand_written_client;
  using table = table_machine<ping_pong::protocol, ping_pong::client_table, ping_pong::over>;
};
template <>
struct machines<ping_pong::protocol, ping_pong::server> {
  using by_hand = ping_pong::hand_written_server;
  using table = table_machine<ping_pong::protocol, ping_pong::server_table, ping_pong::over>;
};
template <>
struct machines<streaming::protocol, streaming::sink> {
  using by_hand = streaming::hand_written_sink;
  using table = table_machine<streaming::protocol, streaming::sink_table, streaming::over>;
};
template <>
struct machines<streaming::protocol, streaming::source> {
  using by_hand = streaming::hand_written_source;
  using table = table_machine<streaming::protocol, streaming::source_table, streaming::over>;
};
template <>
struct machines<two_buyer::protocol, two_buyer::alice> {
  using by_hand = two_buyer::hand_written_alice;
  using table = table_machine<two_buyer::protocol, two_buyer::alice_table, 3>;
};
template <>
struct machines<two_buyer::protocol, two_buyer::bob> {
  using by_hand = two_buyer::hand_written_bob;
  using table = table_machine<two_buyer::protocol, two_buyer::bob_table, 4>;
};
template <>
struct machines<two_buyer::protocol, two_buyer::seller> {
  using by_hand = two_buyer::hand_written_seller;
  using table = table_machine<two_buyer::protocol, two_buyer::seller_table, 5>;
};
template <class Role>
struct machines<smtp::protocol, Role> {
  using by_hand = smtp::hand_written<Role>;
  using table = table_machine<smtp::protocol, smtp::table<Role>, smtp::over>;
};

#if DESIGN == MONITOR
template <auto const& G, class Role>
using end = monitored<G, Role>;
#elif DESIGN == HAND_WRITTEN
template <auto const& G, class Role>
using end = endpoint<G, Role, typename machines<G, Role>::by_hand>;
#elif DESIGN == TABLE
template <auto const& G, class Role>
using end = endpoint<G, Role, typename machines<G, Role>::table>;
#elif DESIGN == NO_MACHINE
template <auto const& G, class Role>
using end = endpoint<G, Role, no_machine>;
#endif

}  // namespace designs
