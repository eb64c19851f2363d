// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Two roles agree on a secret: each sends its half.
namespace tenure::sessions::protocols::diffie_hellman {

struct alice {};
struct bob {};

struct gx {
  std::uint64_t value;
};
struct gy {
  std::uint64_t value;
};

inline constexpr auto protocol = seq(send<alice, bob, gx>, send<bob, alice, gy>);

/// Neither waits for the other before it sends.
inline constexpr auto at_once = par(send<alice, bob, gx>, send<bob, alice, gy>);

}  // namespace tenure::sessions::protocols::diffie_hellman
