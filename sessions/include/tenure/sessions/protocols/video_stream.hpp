// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A client plays what a server has, through a proxy that caches it.
namespace tenure::sessions::protocols::video_stream {

struct client {};
struct proxy {};
struct server {};

struct request {
  std::uint32_t frame;
};
struct video {
  std::uint32_t frame;
};
struct close {};

inline constexpr auto protocol = loop<struct again>(
    choice<client>(seq(send<client, proxy, request>, send<proxy, server, request>, send<server, proxy, video>,
                       send<proxy, client, video>, jump<struct again>),
                   seq(send<client, proxy, close>, send<proxy, server, close>)));

}  // namespace tenure::sessions::protocols::video_stream
