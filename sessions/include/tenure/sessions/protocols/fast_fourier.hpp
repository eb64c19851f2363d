// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/choreography.hpp"

/// A fast Fourier transform on eight roles: in three rounds everybody swaps with one other, both at once.
namespace tenure::sessions::protocols::fast_fourier {

struct value {
  float re, im;
};

/// Role `I` and the role that differs from it in one bit.
template <std::size_t I, std::size_t Bit>
inline constexpr auto swap =
    par(send<worker<I>, worker<(I ^ Bit)>, value>, send<worker<(I ^ Bit)>, worker<I>, value>);

template <std::size_t Bit>
inline constexpr auto round = each<4>([](auto k) { return swap<(k / Bit * 2 * Bit + k % Bit), Bit>; });

inline constexpr auto protocol = seq(round<1>, round<2>, round<4>);

}  // namespace tenure::sessions::protocols::fast_fourier
