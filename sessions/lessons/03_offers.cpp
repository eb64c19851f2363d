// SPDX-License-Identifier: BSL-1.0
// An offer has an arm for every message that may come next, or the program does not compile.

#include <tenure/sessions.hpp>

namespace g = tenure::sessions;

struct account {};
struct teller {};
struct deposit {
  int amount;
};
struct withdraw {
  int amount;
};
struct balance {
  int amount;
};
struct closing {};

// [protocol]
inline constexpr auto banking = g::loop<struct day>(g::choice<teller>(
    g::seq(g::send<teller, account, deposit>, g::jump<struct day>),
    g::seq(g::send<teller, account, withdraw>, g::send<account, teller, balance>, g::jump<struct day>),
    g::send<teller, account, closing>));
// [/protocol]

// [repeat]
/// `repeat` offers again as long as the arms come back to where it began.
template <class Cursor>
int keep(Cursor a) {
  int money = 0;
  auto end = std::move(a).repeat(
      [&](deposit d, auto next) {
        money += d.amount;
        return next;
      },
      [&](withdraw w, auto next) {
        money -= w.amount;
        return std::move(next).send(balance{money});
      },
      [](closing, auto next) { return std::move(next).finish(); });
  return end.completed() ? money : -1;
}
// [/repeat]

// [offer]
/// One `offer` is one message. The arms end in different states, and `one_of` says in which.
template <class Cursor>
int keep_by_hand(Cursor a) {
  int money = 0;
  auto turn = std::move(a).offer(g::overloaded{
      [&](deposit d, auto next) {
        money += d.amount;
        return next;
      },
      g::otherwise([](auto, auto next) { return std::move(next).cancel(); }),
  });
  while (turn.template is<Cursor>()) {
    turn = std::move(turn).template get<Cursor>().offer(g::overloaded{
        [&](deposit d, auto next) {
          money += d.amount;
          return next;
        },
        [](withdraw, auto next) { return std::move(next).cancel(); },
        [](closing, auto next) { return std::move(next).finish(); },
    });
  }
  return money;
}
// [/offer]

int main() {
  g::loopback<banking> wires;
  auto t = wires.open<teller>();
  auto a = wires.open<account>();
  for (int i = 1; i <= 4; ++i) t = std::move(t).send(deposit{i});
  auto waiting = std::move(t).send(withdraw{3});
  // one thread: the account must answer before the teller can go on
  auto paid = std::move(a).repeat(
      [](deposit, auto next) { return next; },
      [](withdraw w, auto next) { return std::move(next).send(balance{10 - w.amount}).cancel(); },
      [](closing, auto next) { return std::move(next).finish(); });
  static_cast<void>(paid);
  static_cast<void>(std::move(waiting).cancel());

  g::loopback<banking> second;
  auto u = second.open<teller>();
  for (int i = 1; i <= 4; ++i) u = std::move(u).send(deposit{i});
  std::move(u).send(closing{}).finish();
  int const kept = keep(second.open<account>());

  g::loopback<banking> third;
  auto v = third.open<teller>();
  for (int i = 1; i <= 3; ++i) v = std::move(v).send(deposit{i});
  std::move(v).send(closing{}).finish();
  return kept == 10 && keep_by_hand(third.open<account>()) == 6 ? 0 : 1;
}
