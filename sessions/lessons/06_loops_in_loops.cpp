// SPDX-License-Identifier: BSL-1.0
// A login that may be tried again, and then orders, each of several lines. Both sides are nested loops.

#include <tenure/sessions.hpp>
#include <tenure/sessions/between_threads.hpp>

#include <thread>

namespace g = tenure::sessions;

struct client {};
struct server {};
struct password {
  int code;
};
struct denied {};
struct welcome {};
struct line {
  int amount;
};
struct order_done {};
struct total {
  int amount;
};
struct bye {};

// [protocol]
inline constexpr auto shop = g::loop<struct login>(
    g::seq(g::send<client, server, password>,
           g::choice<server>(g::seq(g::send<server, client, denied>, g::jump<struct login>),
                             g::seq(g::send<server, client, welcome>,
                                    g::loop<struct order>(g::choice<client>(
                                        g::seq(g::send<client, server, line>, g::jump<struct order>),
                                        g::seq(g::send<client, server, order_done>,
                                               g::send<server, client, total>, g::jump<struct order>),
                                        g::send<client, server, bye>))))));
// [/protocol]

// [client]
template <class Cursor>
int shopping(Cursor start) {
  int code = 0;
  auto asked = std::move(start).send(password{code});
  while (asked.template next_is<denied>()) {
    denied no;
    asked = std::move(asked).recv(no).send(password{++code});
  }
  welcome w;
  auto c = std::move(asked).recv(w);
  int paid = 0;
  for (int order = 0; order < 3; ++order) {
    for (int i = 0; i < 5; ++i) c = std::move(c).send(line{i});
    total t;
    c = std::move(c).send(order_done{}).recv(t);
    paid += t.amount;
  }
  std::move(c).send(bye{}).finish();
  return paid;
}
// [/client]

// [server]
template <class Cursor>
void serve(Cursor start) {
  password p;
  auto judged = std::move(start).recv(p);
  while (p.code != 3) judged = std::move(judged).send(denied{}).recv(p);
  int sum = 0;
  std::move(judged).send(welcome{}).repeat(
      [&](line l, auto next) {
        sum += l.amount;
        return next;
      },
      [&](order_done, auto next) { return std::move(next).send(total{std::exchange(sum, 0)}); },
      [](bye, auto next) { return std::move(next).finish(); });
}
// [/server]

int main() {
  g::between_threads<shop, 8, g::faults::trap> wires;
  auto c = wires.open<client>();
  std::thread serving{[s = wires.open<server>()]() mutable { serve(std::move(s)); }};
  int const paid = shopping(std::move(c));
  serving.join();
  return paid == 30 ? 0 : 1;
}
