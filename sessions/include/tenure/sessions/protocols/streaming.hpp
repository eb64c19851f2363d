// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A source sends values for as long as it likes; the sink says each time that it is ready.
namespace tenure::sessions::protocols::streaming {

struct sink {};
struct source {};

struct ready {};
struct value {
  std::int32_t number;
};
struct stop {};

inline constexpr auto protocol = loop<struct again>(
    seq(send<sink, source, ready>,
        choice<source>(seq(send<source, sink, value>, jump<struct again>), send<source, sink, stop>)));

/// The same, where the source sends two values before it waits for the first `ready`.
inline constexpr auto ahead = seq(send<source, sink, value>, send<source, sink, value>, call<protocol>,
                                  send<sink, source, ready>, send<sink, source, ready>);

}  // namespace tenure::sessions::protocols::streaming
