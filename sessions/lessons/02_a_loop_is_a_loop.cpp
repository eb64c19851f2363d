// SPDX-License-Identifier: BSL-1.0
// States are canonical: after a round the cursor has the very type that it had before. So a protocol's loop
// is a loop of the program. Here client and server are two threads, each written by itself.

#include <tenure/sessions.hpp>
#include <tenure/sessions/between_threads.hpp>

#include <thread>

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

// [client]
template <class Cursor>
int play(Cursor c, int rounds) {
  int sum = 0;
  for (int i = 0; i < rounds; ++i) {
    pong p;
    c = std::move(c).send(ping{i}).recv(p);
    sum += p.value;
  }
  std::move(c).send(quit{}).finish();
  return sum;
}
// [/client]

// [server]
template <class Cursor>
void serve(Cursor s) {
  ping p;
  while (s.template next_is<ping>()) s = std::move(s).recv(p).send(pong{2 * p.value});
  quit q;
  std::move(s).recv(q).finish();
}
// [/server]

int main() {
  g::between_threads<ping_pong, 8, g::faults::trap> wires;
  auto c = wires.open<client>();
  std::thread serving{[s = wires.open<server>()]() mutable { serve(std::move(s)); }};
  int const sum = play(std::move(c), 100);
  serving.join();
  return sum == 100 * 99 ? 0 : 1;
}
