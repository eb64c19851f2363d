// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A kernel between a source and a sink: one buffer is filled while the other is emptied.
namespace tenure::sessions::protocols::double_buffering {

struct kernel {};
struct source {};
struct sink {};

struct ready {};
struct copy {
  std::uint32_t value;
};

inline constexpr auto round = seq(send<kernel, source, ready>, send<source, kernel, copy>,
                                  send<sink, kernel, ready>, send<kernel, sink, copy>);

inline constexpr auto protocol = loop<struct again>(seq(round, jump<struct again>));

/// The same, where the kernel asks for the second buffer before it has the first.
inline constexpr auto ahead = seq(send<kernel, source, ready>, protocol);

}  // namespace tenure::sessions::protocols::double_buffering
