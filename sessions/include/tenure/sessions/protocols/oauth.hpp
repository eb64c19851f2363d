// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A service lets a client log in at an authority.
namespace tenure::sessions::protocols::oauth {

struct service {};
struct client {};
struct authority {};

struct login {};
struct password {
  std::uint64_t hash;
};
struct auth {
  std::uint64_t token;
};
struct again {};
struct cancel {};
struct quit {};

inline constexpr auto protocol = choice<service>(
    seq(send<service, client, login>, send<client, authority, password>,
        choice<authority>(seq(send<authority, service, auth>, send<service, client, auth>),
                          seq(send<authority, service, again>, send<service, client, again>))),
    seq(send<service, client, cancel>, send<client, authority, quit>));

}  // namespace tenure::sessions::protocols::oauth
