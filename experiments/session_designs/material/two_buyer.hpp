// SPDX-License-Identifier: BSL-1.0
// Two buyers and a seller: their states by hand, and as tables.
#pragma once

#include "table.hpp"
#include "tenure/sessions/protocols/two_buyer.hpp"

namespace designs::two_buyer {

using namespace tenure::sessions::protocols::two_buyer;

// [by hand]
class hand_written_alice : public watchful {
  enum { asking, waiting, sharing, over } at_ = asking;

 public:
  void step(to<seller, title>) {
    if (at_ != asking) fail("alice: a title is not due");
    at_ = waiting;
  }
  void step(from<seller, quote>) {
    if (at_ != waiting) fail("alice: a quote is not due");
    at_ = sharing;
  }
  void step(to<bob, share>) {
    if (at_ != sharing) fail("alice: a share is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("alice: not done yet");
  }
};
class hand_written_bob : public watchful {
  enum { waiting, listening, deciding, ordered, over } at_ = waiting;

 public:
  void step(from<seller, quote>) {
    if (at_ != waiting) fail("bob: a quote is not due");
    at_ = listening;
  }
  void step(from<alice, share>) {
    if (at_ != listening) fail("bob: a share is not due");
    at_ = deciding;
  }
  void step(to<seller, ok>) {
    if (at_ != deciding) fail("bob: an ok is not due");
    at_ = ordered;
  }
  void step(to<seller, quit>) {
    if (at_ != deciding) fail("bob: a quit is not due");
    at_ = over;
  }
  void step(from<seller, date>) {
    if (at_ != ordered) fail("bob: a date is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("bob: not done yet");
  }
};
class hand_written_seller : public watchful {
  enum { waiting, quoting_alice, quoting_bob, listening, ordered, over } at_ = waiting;

 public:
  void step(from<alice, title>) {
    if (at_ != waiting) fail("seller: a title is not due");
    at_ = quoting_alice;
  }
  void step(to<alice, quote>) {
    if (at_ != quoting_alice) fail("seller: a quote to alice is not due");
    at_ = quoting_bob;
  }
  void step(to<bob, quote>) {
    if (at_ != quoting_bob) fail("seller: a quote to bob is not due");
    at_ = listening;
  }
  void step(from<bob, ok>) {
    if (at_ != listening) fail("seller: an ok is not due");
    at_ = ordered;
  }
  void step(from<bob, quit>) {
    if (at_ != listening) fail("seller: a quit is not due");
    at_ = over;
  }
  void step(to<bob, date>) {
    if (at_ != ordered) fail("seller: a date is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("seller: not done yet");
  }
};
// [/by hand]

// [table]
inline constexpr sorted_table<3, 4> alice_table{{
    on<protocol, to<seller, title>>(0, 1),
    on<protocol, from<seller, quote>>(1, 2),
    on<protocol, to<bob, share>>(2, 3),
}};
inline constexpr sorted_table<5, 5> bob_table{{
    on<protocol, from<seller, quote>>(0, 1),
    on<protocol, from<alice, share>>(1, 2),
    on<protocol, to<seller, ok>>(2, 3),
    on<protocol, to<seller, quit>>(2, 4),
    on<protocol, from<seller, date>>(3, 4),
}};
inline constexpr sorted_table<6, 6> seller_table{{
    on<protocol, from<alice, title>>(0, 1),
    on<protocol, to<alice, quote>>(1, 2),
    on<protocol, to<bob, quote>>(2, 3),
    on<protocol, from<bob, ok>>(3, 4),
    on<protocol, from<bob, quit>>(3, 5),
    on<protocol, to<bob, date>>(4, 5),
}};
// [/table]

}  // namespace designs::two_buyer
