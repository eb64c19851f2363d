// SPDX-License-Identifier: BSL-1.0
// A family of workers, each the same program, and a coordinator that talks to all of them in turn.

#include <tenure/sessions.hpp>
#include <tenure/sessions/between_threads.hpp>

#include <thread>

namespace g = tenure::sessions;

struct coordinator {};
struct work {
  int from, to;
};
struct part {
  int sum;
};
struct end {};

constexpr int workers = 3;

// [protocol]
inline constexpr auto map_reduce = g::loop<struct round>(g::choice<coordinator>(
    g::seq(g::each<workers>([](auto i) { return g::send<coordinator, g::worker<i>, work>; }),
           g::each<workers>([](auto i) { return g::send<g::worker<i>, coordinator, part>; }),
           g::jump<struct round>),
    g::each<workers>([](auto i) { return g::send<coordinator, g::worker<i>, end>; })));
// [/protocol]

// [worker]
template <class Cursor>
void run(Cursor c) {
  std::move(c).repeat(
      [](work w, auto next) {
        int sum = 0;
        for (int i = w.from; i < w.to; ++i) sum += i;
        return std::move(next).send(part{sum});
      },
      [](end, auto next) { return std::move(next).finish(); });
}
// [/worker]

int main() {
  g::between_threads<map_reduce, 8, g::faults::trap> wires;
  auto c = wires.open<coordinator>();
  std::thread t0{[w = wires.open<g::worker<0>>()]() mutable { run(std::move(w)); }};
  std::thread t1{[w = wires.open<g::worker<1>>()]() mutable { run(std::move(w)); }};
  std::thread t2{[w = wires.open<g::worker<2>>()]() mutable { run(std::move(w)); }};

  int sum = 0;
  for (int round = 0; round < 20; ++round) {
    int const at = 30 * round;
    part p0, p1, p2;
    c = std::move(c)
            .send<g::worker<0>>(work{at, at + 10})
            .send<g::worker<1>>(work{at + 10, at + 20})
            .send<g::worker<2>>(work{at + 20, at + 30})
            .recv<g::worker<0>>(p0)
            .recv<g::worker<1>>(p1)
            .recv<g::worker<2>>(p2);
    sum += p0.sum + p1.sum + p2.sum;
  }
  std::move(c).send<g::worker<0>>(end{}).send<g::worker<1>>(end{}).send<g::worker<2>>(end{}).finish();
  t0.join();
  t1.join();
  t2.join();
  return sum == 600 * 599 / 2 ? 0 : 1;
}
