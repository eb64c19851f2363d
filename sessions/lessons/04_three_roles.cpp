// SPDX-License-Identifier: BSL-1.0
// Two buyers and a seller. One text says what all three do; each gets the part that it must play.
// Where two roles may be sent the same message, the receiver is named.

#include <tenure/sessions.hpp>

#include <string>

namespace g = tenure::sessions;

struct alice {};
struct bob {};
struct seller {};
struct title {
  std::string text;
};
struct quote {
  int price;
};
struct share {
  int price;
};
struct address {
  std::string text;
};
struct date {
  int day;
};
struct quit {};

// [protocol]
inline constexpr auto two_buyers =
    g::seq(g::send<alice, seller, title>,  //
           g::send<seller, alice, quote>,  //
           g::send<seller, bob, quote>,    //
           g::send<alice, bob, share>,     //
           g::choice<bob>(g::seq(g::send<bob, seller, address>, g::send<seller, bob, date>),
                          g::send<bob, seller, quit>));
// [/protocol]

int buy(int price, int bobs_limit) {
  g::loopback<two_buyers> wires;
  auto a = wires.open<alice>();
  auto b = wires.open<bob>();
  auto s = wires.open<seller>();

  auto a1 = std::move(a).send(title{"Types and Programming Languages"});
  title wanted;
  // [receiver]
  auto s1 = std::move(s).recv(wanted).send<alice>(quote{price}).send<bob>(quote{price});
  // [/receiver]
  quote q;
  std::move(a1).recv(q).send(share{q.price / 2}).finish();
  share half;
  auto b1 = std::move(b).recv(q).recv(half);

  int day = 0;
  if (q.price - half.price <= bobs_limit) {
    auto b2 = std::move(b1).send(address{"Saarbruecken"});
    std::move(s1).offer([](address, auto next) { return std::move(next).send(date{12}).finish(); },
                        [](quit, auto next) { return std::move(next).finish(); });
    date d;
    std::move(b2).recv(d).finish();
    day = d.day;
  } else {
    std::move(b1).send(quit{}).finish();
    std::move(s1).offer([](address, auto next) { return std::move(next).send(date{12}).finish(); },
                        [](quit, auto next) { return std::move(next).finish(); });
  }
  return day;
}

int main() { return buy(40, 25) == 12 && buy(100, 25) == 0 ? 0 : 1; }
