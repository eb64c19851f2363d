// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A host asks a resolver, which sends it on to one name server after the other (after S. Fowler).
namespace tenure::sessions::protocols::dns {

struct host {};
struct resolver {};
struct name_server {};

struct find {
  std::uint32_t name;
};
struct zone {
  std::uint32_t server;
};
struct request {
  std::uint32_t name;
};
struct response {
  std::uint32_t address;
};
struct invalid {};
struct received {};

inline constexpr auto protocol = loop<struct again>(
    seq(send<host, resolver, find>,
        choice<resolver>(seq(send<resolver, host, zone>, send<host, name_server, request>,
                             send<name_server, host, response>, jump<struct again>),
                         seq(send<resolver, host, invalid>, send<host, name_server, invalid>,
                             send<name_server, host, received>))));

}  // namespace tenure::sessions::protocols::dns
