// SPDX-License-Identifier: BSL-1.0
// Streaming: its states by hand, and as a table.
#pragma once

#include "table.hpp"
#include "tenure/sessions/protocols/streaming.hpp"

namespace designs::streaming {

using namespace tenure::sessions::protocols::streaming;

// [by hand]
class hand_written_sink : public watchful {
  enum { idle, waiting, over } at_ = idle;

 public:
  void step(to<source, ready>) {
    if (at_ != idle) fail("sink: a ready is not due");
    at_ = waiting;
  }
  void step(from<source, value>) {
    if (at_ != waiting) fail("sink: a value is not due");
    at_ = idle;
  }
  void step(from<source, stop>) {
    if (at_ != waiting) fail("sink: a stop is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("sink: not done yet");
  }
};
class hand_written_source : public watchful {
  enum { idle, asked, over } at_ = idle;

 public:
  void step(from<sink, ready>) {
    if (at_ != idle) fail("source: a ready is not due");
    at_ = asked;
  }
  void step(to<sink, value>) {
    if (at_ != asked) fail("source: a value is not due");
    at_ = idle;
  }
  void step(to<sink, stop>) {
    if (at_ != asked) fail("source: a stop is not due");
    at_ = over;
  }
  void finish() {
    if (at_ != over) fail("source: not done yet");
  }
};
// [/by hand]

// [table]
enum { idle, waiting, over, states };
inline constexpr sorted_table<3, states> sink_table{{
    on<protocol, to<source, ready>>(idle, waiting),
    on<protocol, from<source, value>>(waiting, idle),
    on<protocol, from<source, stop>>(waiting, over),
}};
inline constexpr sorted_table<3, states> source_table{{
    on<protocol, from<sink, ready>>(idle, waiting),
    on<protocol, to<sink, value>>(waiting, idle),
    on<protocol, to<sink, stop>>(waiting, over),
}};
// [/table]

}  // namespace designs::streaming
