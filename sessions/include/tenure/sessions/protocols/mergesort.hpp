// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// Two helpers sort a half each, at the same time, element by element, and the third merges what comes back.
namespace tenure::sessions::protocols::mergesort {

struct master {};
struct left {};
struct right {};

struct item {
  std::uint32_t value;
};
struct end {};

/// Items for as long as `From` has some.
template <class From, class To, class Tag>
inline constexpr auto items =
    loop<Tag>(choice<From>(seq(send<From, To, item>, jump<Tag>), send<From, To, end>));

inline constexpr auto protocol =
    par(seq(items<master, left, struct first_half>, items<left, master, struct first_sorted>),
        seq(items<master, right, struct second_half>, items<right, master, struct second_sorted>));

}  // namespace tenure::sessions::protocols::mergesort
