// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A voter is let in, votes, and hears the result: a choice that is followed by the same step either way.
namespace tenure::sessions::protocols::simple_voting {

struct voter {};
struct server {};

struct auth {
  std::uint64_t credentials;
};
struct ok {};
struct reject {};
struct yes {};
struct no {};
struct result {
  std::uint32_t ayes, noes;
};

inline constexpr auto protocol =
    seq(send<voter, server, auth>,
        choice<server>(
            seq(send<server, voter, ok>, choice<voter>(send<voter, server, yes>, send<voter, server, no>),
                send<server, voter, result>),
            send<server, voter, reject>));

}  // namespace tenure::sessions::protocols::simple_voting
