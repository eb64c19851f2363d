// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A proxy answers from a locked cache entry, and then changes the entry as often as it likes.
namespace tenure::sessions::protocols::caching {

struct client {};
struct proxy {};
struct cache {};
struct origin {};

struct request {
  std::uint32_t key;
};
struct response {
  std::uint32_t value;
};
struct lock {};
struct locked {};
struct load {};
struct entry {
  std::uint32_t value;
};
struct store {
  std::uint32_t value;
};
struct remove {};
struct unlock {};

inline constexpr auto protocol =
    seq(send<client, proxy, request>, send<proxy, cache, lock>, send<cache, proxy, locked>,
        send<proxy, cache, load>, send<cache, proxy, entry>, send<proxy, origin, request>,
        send<origin, proxy, response>, send<proxy, client, response>,
        loop<struct again>(choice<proxy>(seq(send<proxy, cache, store>, jump<struct again>),
                                         seq(send<proxy, cache, remove>, jump<struct again>),
                                         send<proxy, cache, unlock>)));

}  // namespace tenure::sessions::protocols::caching
