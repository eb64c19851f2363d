// SPDX-License-Identifier: BSL-1.0
// A stream of messages from one thread to another, over the ring between threads: with its bare operations,
// and with cursors, which also see that the other side has left.
#include <thread>

#include "support/bench.hpp"
#include "tenure/sessions/between_threads.hpp"

namespace {

namespace g = tenure::sessions;

struct source {};
struct sink {};
struct value {
  std::uint32_t number;
};
struct stop {};
constexpr auto stream = g::loop<struct more>(g::choice<source>(
    g::seq(g::send<source, sink, value>, g::jump<struct more>), g::send<source, sink, stop>));

constexpr std::uint32_t messages = 20'000;
constexpr std::size_t room = 256;

void bare(benchmark::State& state) {
  for (auto _ : state) {
    g::between_threads<stream, room> wires;
    std::thread sending{[&] {
      for (std::uint32_t i = 0; i < messages; ++i) {
        while (wires.put<0, 1, 0>(value{i}) != g::outcome::done)
          wires.wait<0>([&] { return wires.room<0, 1>(); });
      }
    }};
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i < messages; ++i) {
      if (wires.head<0, 1>() == -1) wires.wait<1>([&] { return wires.head<0, 1>() != -1; });
      sum += wires.front<0, 1, value>().number;
      wires.pop<0, 1, value>();
    }
    sending.join();
    tenure::bench::keep(sum);
  }
  state.SetItemsProcessed(state.iterations() * messages);
}

template <class Source>
void pour(Source out) {
  for (std::uint32_t i = 0; i < messages; ++i) out = std::move(out).send(value{i});
  std::move(out).send(stop{}).finish();
}
template <class Sink>
std::uint32_t drain(Sink in) {
  std::uint32_t sum = 0;
  value v;
  while (in.template next_is<value>()) {
    in = std::move(in).recv(v);
    sum += v.number;
  }
  stop last;
  std::move(in).recv(last).finish();
  return sum;
}
void cursors(benchmark::State& state) {
  for (auto _ : state) {
    g::between_threads<stream, room, g::faults::trap> wires;
    std::thread sending{[out = wires.open<source>()]() mutable { pour(std::move(out)); }};
    tenure::bench::keep(drain(wires.open<sink>()));
    sending.join();
  }
  state.SetItemsProcessed(state.iterations() * messages);
}

[[maybe_unused]] tenure::bench::group const streaming =
    tenure::bench::group("20000 messages, two threads").baseline("bare ring", bare).add("cursors", cursors);

}  // namespace
