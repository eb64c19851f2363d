// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// N roles in a ring elect the one with the greatest number: once round to find it, once round to say it.
namespace tenure::sessions::protocols::leader {

struct candidate {
  std::uint32_t greatest;
};
struct elected {
  std::uint32_t number;
};

template <std::size_t N>
inline constexpr auto protocol =
    seq(each<N>([](auto i) { return send<worker<i>, worker<(i + 1) % N>, candidate>; }),
        each<N>([](auto i) { return send<worker<i>, worker<(i + 1) % N>, elected>; }));

}  // namespace tenure::sessions::protocols::leader
