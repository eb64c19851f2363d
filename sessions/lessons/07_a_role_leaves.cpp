// SPDX-License-Identifier: BSL-1.0
// A role gives up. The others are told at their next step, whatever they were waiting for, and all of them
// see the same first fault.

#include <tenure/sessions.hpp>
#include <tenure/sessions/between_threads.hpp>

#include <thread>

namespace g = tenure::sessions;

struct sensor {};
struct relay {};
struct station {};
struct reading {
  int value;
};
struct stop {};

// [protocol]
inline constexpr auto telemetry = g::loop<struct more>(g::choice<sensor>(
    g::seq(g::send<sensor, relay, reading>, g::send<relay, station, reading>, g::jump<struct more>),
    g::seq(g::send<sensor, relay, stop>, g::send<relay, station, stop>)));
// [/protocol]

// [sensor]
/// Gives up after ten readings.
template <class Cursor>
g::fault measure(Cursor c) {
  for (int i = 0; i < 10; ++i) {
    auto sent = std::move(c).send(reading{i});
    if (!sent) return sent.error();
    c = g::adopt(std::move(sent));
  }
  static_cast<void>(std::move(c).cancel());
  return {};
}
// [/sensor]

// [relay]
template <class Cursor>
g::fault forward(Cursor c) {
  while (c.template next_is<reading>()) {
    reading r;
    auto got = std::move(c).recv(r);
    if (!got) return got.error();
    auto sent = g::adopt(std::move(got)).send(r);
    if (!sent) return sent.error();
    c = g::adopt(std::move(sent));
  }
  stop s;
  auto last = std::move(c).recv(s);
  if (!last) return last.error();
  auto told = g::adopt(std::move(last)).send(s);
  return told ? g::fault{} : told.error();
}
// [/relay]

// [station]
template <class Cursor>
g::fault collect(Cursor c, int& seen) {
  auto end = std::move(c).repeat(
      [&](reading, auto next) {
        ++seen;
        return next;
      },
      [](stop, auto next) { return std::move(next).finish(); });
  return end ? g::fault{} : end.error();
}
// [/station]

int main() {
  g::between_threads<telemetry> wires;
  g::fault at_relay, at_station;
  int seen = 0;
  std::thread relaying{[&, c = wires.open<relay>()]() mutable { at_relay = forward(std::move(c)); }};
  std::thread collecting{
      [&, c = wires.open<station>()]() mutable { at_station = collect(std::move(c), seen); }};
  g::fault const own = measure(wires.open<sensor>());
  relaying.join();
  collecting.join();
  g::fault const expected{g::cause::cancelled, g::role_number<telemetry, sensor>};
  return !own && at_relay == expected && at_station == expected && seen <= 10 ? 0 : 1;
}
