// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A transfer between two banks, by two-phase commit: each votes, then the coordinator decides for all.
namespace tenure::sessions::protocols::bank {

struct coordinator {};
struct payer {};
struct payee {};

struct prepare {
  std::uint32_t cents;
};
struct yes {};
struct no {};
struct commit {};
struct abort {};

template <class Bank>
inline constexpr auto vote = choice<Bank>(send<Bank, coordinator, yes>, send<Bank, coordinator, no>);

inline constexpr auto protocol =
    seq(send<coordinator, payer, prepare>, send<coordinator, payee, prepare>, vote<payer>, vote<payee>,
        choice<coordinator>(seq(send<coordinator, payer, commit>, send<coordinator, payee, commit>),
                            seq(send<coordinator, payer, abort>, send<coordinator, payee, abort>)));

}  // namespace tenure::sessions::protocols::bank
