// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A store with a backup: what is put is copied before it is confirmed, reads are answered at once.
namespace tenure::sessions::protocols::key_value_store {

struct client {};
struct primary {};
struct backup {};

struct put {
  std::uint32_t key, value;
};
struct copied {};
struct stored {};
struct get {
  std::uint32_t key;
};
struct found {
  std::uint32_t value;
};
struct missing {};
struct stop {};

inline constexpr auto protocol = loop<struct again>(choice<client>(
    seq(send<client, primary, put>, send<primary, backup, put>, send<backup, primary, copied>,
        send<primary, client, stored>, jump<struct again>),
    seq(send<client, primary, get>, choice<primary>(seq(send<primary, client, found>, jump<struct again>),
                                                    seq(send<primary, client, missing>, jump<struct again>))),
    seq(send<client, primary, stop>, send<primary, backup, stop>)));

}  // namespace tenure::sessions::protocols::key_value_store
