// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A logger reports after each entry; after a failure the controller decides whether it starts again.
namespace tenure::sessions::protocols::logging {

struct controller {};
struct logger {};

struct start {};
struct ok {};
struct fail {
  std::uint32_t code;
};
struct restart {};
struct stop {};

inline constexpr auto protocol =
    seq(send<controller, logger, start>,
        loop<struct again>(
            choice<logger>(seq(send<logger, controller, ok>, jump<struct again>),
                           seq(send<logger, controller, fail>,
                               choice<controller>(seq(send<controller, logger, restart>, jump<struct again>),
                                                  send<controller, logger, stop>)))));

}  // namespace tenure::sessions::protocols::logging
