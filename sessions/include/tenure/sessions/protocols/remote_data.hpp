// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A server reads a sensor through a satellite.
namespace tenure::sessions::protocols::remote_data {

struct server {};
struct satellite {};
struct sensor {};

struct get {};
struct data {
  std::uint32_t value;
};
struct stop {};

inline constexpr auto protocol = loop<struct again>(
    choice<server>(seq(send<server, satellite, get>, send<satellite, sensor, get>,
                       send<sensor, satellite, data>, send<satellite, server, data>, jump<struct again>),
                   seq(send<server, satellite, stop>, send<satellite, sensor, stop>)));

}  // namespace tenure::sessions::protocols::remote_data
