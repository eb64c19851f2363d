// SPDX-License-Identifier: BSL-1.0
// Ping-pong with cursors: the right program, or the mistake that MISTAKE says.
#include "mistakes.hpp"
#include "tenure/sessions/protocols/ping_pong.hpp"
#include "tenure/sessions/ring.hpp"

namespace {

namespace g = tenure::sessions;
using namespace g::protocols::ping_pong;

#if HAS(RIGHT)
void run() {
  g::loopback<protocol> wires;
  auto waiting = wires.open<client>().send(ping{1});
  ping question;
  auto s = wires.open<server>().recv(question).send(pong{2});
  pong answer;
  std::move(waiting).recv(answer).send(stop{}).finish();
  stop last;
  std::move(s).recv(last).finish();
}
#elif HAS(WRONG_ORDER)
void run() {
  g::loopback<protocol> wires;
  auto c = wires.open<client>().send(ping{1});
  std::move(c).send(stop{}).finish();
}
#elif HAS(WRONG_PAYLOAD)
void run() {
  g::loopback<protocol> wires;
  auto c = wires.open<client>().send(1);
  std::move(c).cancel();
}
#elif HAS(REUSE)
void run() {
  g::loopback<protocol> wires;
  auto c = wires.open<client>();
  auto first = std::move(c).send(ping{1});
  auto second = std::move(c).send(ping{2});
  static_cast<void>(std::move(first).cancel());
  static_cast<void>(std::move(second).cancel());
}
#elif HAS(DROP)
void run() {
  g::loopback<protocol> wires;
  auto s = wires.open<server>();
  {
    auto gone = wires.open<client>().send(ping{1});
  }
  static_cast<void>(std::move(s).cancel());
}
#elif HAS(MISSING_BRANCH)
void run() {
  g::loopback<protocol> wires;
  wires.open<client>().send(stop{}).finish();
  static_cast<void>(wires.open<server>().offer(
      [](ping p, auto next) { return std::move(next).send(pong{p.value}).cancel(); }));
}
#elif HAS(EARLY_FINISH)
void run() {
  g::loopback<protocol> wires;
  auto c = wires.open<client>().send(ping{1});
  std::move(c).finish();
}
#elif HAS(DRIFT)
/// The next version of the protocol: a server may be busy. The client is as it was.
struct busy {};
constexpr auto next_version = g::loop<struct again>(
    g::choice<client>(g::seq(g::send<client, server, ping>,
                             g::choice<server>(g::send<server, client, pong>, g::send<server, client, busy>),
                             g::jump<struct again>),
                      g::send<client, server, stop>));
void run() {
  g::loopback<next_version> wires;
  auto c = wires.open<client>().send(ping{1});
  ping question;
  auto s = wires.open<server>().recv(question).send(busy{});
  static_cast<void>(
      std::move(c).offer([](pong, auto next) { return std::move(next).send(stop{}).finish(); }));
  static_cast<void>(std::move(s).cancel());
}
#endif

}  // namespace

int main() { run(); }
