// SPDX-License-Identifier: BSL-1.0
// Two things at once: a cursor splits into one for each part, and they join again.

#include <tenure/sessions.hpp>

namespace g = tenure::sessions;

struct left {};
struct right {};
struct half {
  int value;
};
struct done {};

// [protocol]
inline constexpr auto exchange =
    g::seq(g::par(g::loop<struct more>(g::choice<left>(
                      g::seq(g::send<left, right, half>, g::jump<struct more>), g::send<left, right, done>)),
                  g::send<right, left, half>),
           g::send<left, right, done>);
// [/protocol]

int main() {
  g::loopback<exchange> wires;
  // [split]
  auto [out, in] = wires.open<left>().split();
  auto [r_in, r_out] = wires.open<right>().split();
  // [/split]

  // [parts]
  auto sending = g::adopt(std::move(out));
  for (int i = 1; i <= 3; ++i) sending = std::move(sending).send(half{i});
  auto sent = std::move(sending).send(done{});

  // both sides may send first
  auto answered = g::adopt(std::move(r_out)).send(half{7});

  int sum = 0;
  auto taking = g::adopt(std::move(r_in));
  while (taking.next_is<half>()) {
    half h;
    taking = std::move(taking).recv(h);
    sum += h.value;
  }
  done d;
  auto taken = std::move(taking).recv(d);
  // [/parts]

  // [join]
  half h;
  auto heard = g::adopt(std::move(in)).recv(h);
  auto l = g::join(std::move(sent), std::move(heard));
  auto r = g::join(std::move(answered), std::move(taken));  // in any order
  // [/join]
  std::move(l).send(done{}).finish();
  std::move(r).recv(d).finish();
  return sum == 6 && h.value == 7 ? 0 : 1;
}
