// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A shop with a waiting room: the customer is turned away or waits for the barber.
namespace tenure::sessions::protocols::sleeping_barber {

struct customer {};
struct shop {};
struct barber {};

struct enter {};
struct full {};
struct seat {
  std::uint32_t number;
};
struct wake {};
struct haircut {};
struct pay {
  std::uint32_t cents;
};
struct close {};

inline constexpr auto protocol = loop<struct again>(choice<customer>(
    seq(send<customer, shop, enter>,
        choice<shop>(seq(send<shop, customer, full>, jump<struct again>),
                     seq(send<shop, customer, seat>, send<shop, barber, wake>,
                         send<barber, customer, haircut>, send<customer, barber, pay>, jump<struct again>))),
    seq(send<customer, shop, close>, send<shop, barber, close>)));

}  // namespace tenure::sessions::protocols::sleeping_barber
