// SPDX-License-Identifier: BSL-1.0
// One protocol, two roles, and a cursor for each: it knows what may be done next.

// [ping_pong]
#include <tenure/sessions.hpp>
namespace g = tenure::sessions;

struct client {};
struct server {};
struct ping {
  int value;
};
struct pong {
  int value;
};
struct quit {};

inline constexpr auto ping_pong = g::loop<struct again>(g::choice<client>(
    g::seq(g::send<client, server, ping>, g::send<server, client, pong>, g::jump<struct again>),
    g::send<client, server, quit>));

int main() {
  g::loopback<ping_pong> wires;   // queues for one thread, in this frame
  auto c = wires.open<client>();  // each role once
  auto s = wires.open<server>();
  auto c1 = std::move(c).send(ping{41});  // a step uses the cursor up and gives the next one
  auto [p, s1] = std::move(s).recv<ping>();
  auto s2 = std::move(s1).send(pong{p.value + 1});
  auto [answer, c2] = std::move(c1).recv<pong>();
  std::move(c2).send(quit{}).finish();  // only where the protocol ends
  std::move(s2).recv<quit>().next.finish();
  return answer.value - 42;
}
// [/ping_pong]
