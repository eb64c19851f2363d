// SPDX-License-Identifier: BSL-1.0
// Ping-pong: its states by hand, and as a table.
#pragma once

#include "table.hpp"
#include "tenure/sessions/protocols/ping_pong.hpp"

namespace designs::ping_pong {

using namespace tenure::sessions::protocols::ping_pong;

// [by hand]
class hand_written_client : public watchful {
  enum { idle, waiting, over } at_ = idle;

 public:
  void step(to<server, ping>) {
    if (at_ != idle) fail("client: a ping is not due");
    at_ = waiting;
  }
  void step(from<server, pong>) {
    if (at_ != waiting) fail("client: a pong is not due");
    at_ = idle;
  }
  void step(to<server, stop>) {
    if (at_ != idle) fail("client: a stop is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("client: not done yet");
  }
};
class hand_written_server : public watchful {
  enum { idle, answering, over } at_ = idle;

 public:
  void step(from<client, ping>) {
    if (at_ != idle) fail("server: a ping is not due");
    at_ = answering;
  }
  void step(to<client, pong>) {
    if (at_ != answering) fail("server: a pong is not due");
    at_ = idle;
  }
  void step(from<client, stop>) {
    if (at_ != idle) fail("server: a stop is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("server: not done yet");
  }
};
// [/by hand]

// [table]
enum { idle, waiting, over, states };
inline constexpr sorted_table<3, states> client_table{{
    on<protocol, to<server, ping>>(idle, waiting),
    on<protocol, from<server, pong>>(waiting, idle),
    on<protocol, to<server, stop>>(idle, over),
}};
inline constexpr sorted_table<3, states> server_table{{
    on<protocol, from<client, ping>>(idle, waiting),
    on<protocol, to<client, pong>>(waiting, idle),
    on<protocol, from<client, stop>>(idle, over),
}};
// [/table]

}  // namespace designs::ping_pong
