// SPDX-License-Identifier: BSL-1.0
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

#include "sessions/protocols.hpp"
#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/markers.hpp"
#include "tenure/sessions.hpp"
#include "tenure/sessions/between_threads.hpp"

using namespace tenure::test;

namespace {

static_assert(g::Carrier<g::loopback<ping_pong>>);
static_assert(g::Carrier<g::between_threads<ping_pong>>);
static_assert(sizeof(g::cursor<ping_pong, client, 0, g::between_threads<ping_pong>>) == sizeof(void*));
static_assert(tenure::Send<g::cursor<ping_pong, client, 0, g::between_threads<ping_pong>>>);
static_assert(!tenure::Send<g::cursor<ping_pong, client, 0, g::loopback<ping_pong>>>);

struct end {};
inline constexpr auto stream = g::loop<struct more>(g::choice<client>(
    g::seq(g::send<client, server, letter>, g::jump<struct more>), g::send<client, server, end>));

/// The relay hears from both sides, and waits for either.
struct relay {};
inline constexpr auto gather = g::choice<left>(
    g::seq(g::send<left, relay, ping>, g::send<left, right, ping>, g::send<right, relay, pong>),
    g::seq(g::send<left, right, quit>, g::send<right, relay, quit>, g::send<left, relay, quit>));

using threads = g::between_threads<stream, 2>;

/// Whether `f` came to its end within a time in which nobody waits for ever.
template <class F>
bool soon(F f) {
  auto const start = std::chrono::steady_clock::now();
  f();
  return std::chrono::steady_clock::now() - start < std::chrono::seconds(5);
}

/// Sends until the session ends.
template <class Cursor>
g::fault flood(Cursor c) {
  for (bool const always = true; always;) {
    auto sent = std::move(c).send(letter{"a letter too long for a small string"});
    if (!sent) return sent.error();
    c = g::adopt(std::move(sent));
  }
  return {};
}

}  // namespace

TEST_CASE("messages between threads arrive once, unchanged and in order") {
  g::between_threads<stream, 4, g::faults::trap> wires;
  auto c = wires.open<client>();
  constexpr int count = 20000;
  std::thread reading;
  int in_order = 0;
  reading = std::thread{[&, s = wires.open<server>()]() mutable {
    std::move(s).repeat(
        [&](letter l, auto next) {
          in_order += l.text == "letter number " + std::to_string(in_order);
          return next;
        },
        [](end, auto next) { return std::move(next).finish(); });
  }};
  for (int i = 0; i < count; ++i) c = std::move(c).send(letter{"letter number " + std::to_string(i)});
  std::move(c).send(end{}).finish();
  reading.join();
  CHECK(in_order == count);
}

TEST_CASE("a role that waits for a message is told when another leaves") {
  threads wires;
  auto c = wires.open<client>();
  g::fault seen;
  std::thread waiting{[&, s = wires.open<server>()]() mutable {
    auto got = std::move(s).recv<letter>();
    if (!got) seen = got.error();
    if (got) std::move(got->next).cancel();
  }};
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  std::move(c).cancel();
  CHECK(soon([&] { waiting.join(); }));
  CHECK(seen == g::fault{g::cause::cancelled, g::role_number<stream, client>});
}

TEST_CASE("a role that waits for room is told when another leaves") {
  threads wires;
  auto s = wires.open<server>();
  g::fault seen;
  std::thread waiting{[&, c = wires.open<client>()]() mutable { seen = flood(std::move(c)); }};
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  std::move(s).cancel();
  CHECK(soon([&] { waiting.join(); }));
  CHECK(seen == g::fault{g::cause::cancelled, g::role_number<stream, server>});
}

TEST_CASE("an exception in one thread ends the session of the other") {
  threads wires;
  g::fault seen;
  std::thread waiting{[&, c = wires.open<client>()]() mutable { seen = flood(std::move(c)); }};
  try {
    auto s = wires.open<server>();
    auto [l, next] = *std::move(s).recv<letter>();
    throw std::runtime_error(l.text);
  } catch (std::runtime_error const&) {
  }
  CHECK(soon([&] { waiting.join(); }));
  CHECK(seen == g::fault{g::cause::cancelled, g::role_number<stream, server>});
}

TEST_CASE("one role waits for several others at once") {
  for (bool const first : {true, false}) {
    g::between_threads<gather, 2, g::faults::trap> wires;
    int heard = 0;
    std::thread relaying{[&, r = wires.open<relay>()]() mutable {
      std::move(r).offer(
          [&](ping p, auto next) {
            auto [q, last] = std::move(next).template recv<pong>();
            heard = 10 * p.value + q.value;
            return std::move(last).finish();
          },
          [&](quit, auto next) {
            auto [q, last] = std::move(next).template recv<quit>();
            heard = -1;
            return std::move(last).finish();
          });
    }};
    std::thread passing{[r = wires.open<right>()]() mutable {
      std::move(r).offer([](ping p, auto next) { return std::move(next).send(pong{p.value + 1}).finish(); },
                         [](quit q, auto next) { return std::move(next).send(q).finish(); });
    }};
    auto l = wires.open<left>();
    if (first) {
      std::move(l).send<relay>(ping{1}).send(ping{1}).finish();
    } else {
      std::move(l).send(quit{}).send(quit{}).finish();
    }
    relaying.join();
    passing.join();
    CHECK(heard == (first ? 12 : -1));
  }
}

TEST_CASE("the parts of a par may be run by a thread each") {
  g::between_threads<crossing, 2, g::faults::trap> wires;
  auto [out, in] = wires.open<left>().split();
  auto [r_in, r_out] = wires.open<right>().split();
  auto const taken = [](auto part, auto* message, auto* after) {
    after->emplace(std::move(part).recv(*message));
  };
  ping p{};
  pong q{};
  using in_end = decltype(g::adopt(std::move(in)).recv(q));
  using r_in_end = decltype(g::adopt(std::move(r_in)).recv(p));
  std::optional<in_end> in_after;
  std::optional<r_in_end> r_in_after;
  std::thread one{taken, std::move(in), &q, &in_after};
  std::thread two{taken, std::move(r_in), &p, &r_in_after};
  auto l = g::adopt(std::move(out)).send(ping{1});
  auto r = g::adopt(std::move(r_out)).send(pong{2});
  one.join();
  two.join();
  join(std::move(l), g::adopt(std::move(*in_after))).send(quit{}).finish();
  join(std::move(r), g::adopt(std::move(*r_in_after))).recv<quit>().next.finish();
  CHECK((p.value == 1 && q.value == 2));
}

TEST_CASE("the tries do not wait, and the first of several faults is kept") {
  threads wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  auto nothing = std::move(s).try_recv<letter>();
  CHECK((!nothing && nothing.error().later()));
  for (int i = 0; i < 2; ++i) c = g::adopt(std::move(c).send(letter{}));
  CHECK(!c.ready());
  auto full = std::move(c).try_send(letter{});
  CHECK((!full && full.error().later()));
  std::move(full.error().self).cancel();
  std::move(nothing.error().self).cancel();
  CHECK(wires.failure() == g::fault{g::cause::cancelled, g::role_number<stream, client>});
}

TEST_CASE("carriers between threads are opened once for each role, and outlive their cursors") {
  CHECK(traps("[sessions.open]", [] {
    threads wires;
    std::move(wires.open<client>()).cancel();
    std::move(wires.open<client>()).cancel();
  }));
}
