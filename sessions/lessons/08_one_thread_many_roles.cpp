// SPDX-License-Identifier: BSL-1.0
// An event loop that runs all roles of a session in one thread: whoever is ready takes a step.

#include <tenure/sessions.hpp>

namespace g = tenure::sessions;

struct kernel {};
struct producer {};
struct consumer {};
struct ready {};
struct block {
  int number;
};

// [protocol]
inline constexpr auto double_buffering = g::loop<struct round>(
    g::seq(g::send<kernel, producer, ready>, g::send<producer, kernel, block>,  //
           g::send<consumer, kernel, ready>, g::send<kernel, consumer, block>, g::jump<struct round>));
// [/protocol]

int main() {
  g::loopback<double_buffering> wires;
  auto k = wires.open<kernel>();
  auto p = wires.open<producer>();
  auto c = wires.open<consumer>();

  int made = 0, seen = 0;
  // [loop]
  while (seen < 10) {
    ready r;
    block b;
    auto filling = std::move(k).send(ready{});
    p = std::move(p).recv(r).send(block{++made});
    auto full = std::move(filling).recv(b);
    auto emptying = std::move(c).send(ready{});
    k = std::move(full).recv(r).send(b);
    c = std::move(emptying).recv(b);
    seen += b.number == made;
  }
  // [/loop]

  // This protocol has no end: its roles leave.
  static_cast<void>(std::move(k).cancel());
  static_cast<void>(std::move(p).cancel());
  static_cast<void>(std::move(c).cancel());
  return wires.failure().why == g::cause::cancelled && seen == 10 ? 0 : 1;
}
