// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A ring of three, in which the second decides what goes round.
namespace tenure::sessions::protocols::ring_choice {

struct a {};
struct b {};
struct c {};

struct add {
  std::int32_t value;
};
struct sub {
  std::int32_t value;
};

inline constexpr auto protocol = loop<struct again>(
    seq(send<a, b, add>, choice<b>(seq(send<b, c, add>, send<c, a, add>, jump<struct again>),
                                   seq(send<b, c, sub>, send<c, a, sub>, jump<struct again>))));

/// The same, where `b` does not wait for `a` before it sends.
inline constexpr auto ahead =
    loop<struct again>(choice<b>(seq(send<b, c, add>, send<a, b, add>, send<c, a, add>, jump<struct again>),
                                 seq(send<b, c, sub>, send<a, b, add>, send<c, a, sub>, jump<struct again>)));

}  // namespace tenure::sessions::protocols::ring_choice
