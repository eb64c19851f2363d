// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A server gives N workers their share of the work and collects the parts, round after round.
namespace tenure::sessions::protocols::map_reduce {

struct server {};

struct work {
  std::uint32_t first, last;
};
struct part {
  std::uint64_t sum;
};
struct end {};

template <std::size_t N>
inline constexpr auto protocol = loop<struct again>(
    choice<server>(seq(each<N>([](auto i) { return send<server, worker<i>, work>; }),
                       each<N>([](auto i) { return send<worker<i>, server, part>; }), jump<struct again>),
                   each<N>([](auto i) { return send<server, worker<i>, end>; })));

}  // namespace tenure::sessions::protocols::map_reduce
