// SPDX-License-Identifier: BSL-1.0
// Millions of messages between three threads, of which each writes what the next one reads without a lock of
// its own. The fault: a role that sends what it goes on writing to.
#include <cstdint>
#include <cstdio>
#include <thread>
#include <utility>

#include "tenure/sessions/between_threads.hpp"

namespace g = tenure::sessions;

struct source {};
struct middle {};
struct sink {};
struct work {
  std::uint32_t* cell;
};
struct stop {};

// the cells go round: whoever holds one writes to it
inline constexpr auto round_trip = g::loop<struct more>(
    g::choice<source>(g::seq(g::send<source, middle, work>, g::send<middle, sink, work>,
                             g::send<sink, source, work>, g::jump<struct more>),
                      g::seq(g::send<source, middle, stop>, g::send<middle, sink, stop>)));

// a stream, in which the sender runs ahead
inline constexpr auto stream = g::loop<struct more>(g::choice<source>(
    g::seq(g::send<source, sink, work>, g::jump<struct more>), g::send<source, sink, stop>));

static int verdict(char const* what, long messages, long found, long expected) {
  std::printf("%s: %ld messages, found %ld, expected %ld\n", what, messages, found, expected);
  return found == expected ? 0 : 1;
}

static int run_round_trip(long rounds) {
  g::between_threads<round_trip, 4, g::faults::trap> wires;
  std::uint32_t cell = 0;
  std::thread passing{[m = wires.open<middle>()]() mutable {
    std::move(m).repeat(
        [](work w, auto next) {
          ++*w.cell;
          return std::move(next).send(w);
        },
        [](stop s, auto next) { return std::move(next).send(s).finish(); });
  }};
  std::thread answering{[k = wires.open<sink>()]() mutable {
    std::move(k).repeat(
        [](work w, auto next) {
          ++*w.cell;
          return std::move(next).send(w);
        },
        [](stop, auto next) { return std::move(next).finish(); });
  }};
  auto s = wires.open<source>();
  for (long i = 0; i < rounds; ++i) {
    auto sent = std::move(s).send(work{&cell});
#if FAULT
    ++cell;
#endif
    work back{};
    s = std::move(sent).recv(back);
    ++*back.cell;
  }
  std::move(s).send(stop{}).finish();
  passing.join();
  answering.join();
  return verdict("round trip", 3 * rounds, static_cast<long>(cell), 3 * rounds);
}

static int run_stream(long count) {
  g::between_threads<stream, 64, g::faults::trap> wires;
  constexpr long cells = 1024;  // more than are ever under way
  static std::uint32_t cell[cells];
  long in_order = 0;
  std::thread reading{[&in_order, k = wires.open<sink>()]() mutable {
    std::move(k).repeat(
        [&in_order](work w, auto next) {
          in_order += *w.cell == static_cast<std::uint32_t>(in_order);
          return next;
        },
        [](stop, auto next) { return std::move(next).finish(); });
  }};
  auto s = wires.open<source>();
  for (long i = 0; i < count; ++i) {
    std::uint32_t& mine = cell[i % cells];
    mine = static_cast<std::uint32_t>(i);
    s = std::move(s).send(work{&mine});
  }
  std::move(s).send(stop{}).finish();
  reading.join();
  return verdict("stream", count, in_order, count);
}

int main() {
#if FAULT
  return run_round_trip(20'000) + run_stream(20'000);
#else
  return run_round_trip(60'000) + run_stream(3'000'000);
#endif
}
