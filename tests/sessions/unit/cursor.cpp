// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <optional>
#include <stdexcept>

#include "sessions/protocols.hpp"
#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/sessions.hpp"

using namespace tenure::test;

namespace {

using wires_t = g::loopback<ping_pong>;
static_assert(sizeof(g::cursor<ping_pong, client, 0, wires_t>) == sizeof(void*));
static_assert(sizeof(g::cursor<ping_pong, client, 0, g::loopback<ping_pong, 8, g::faults::report>>) ==
              sizeof(void*));
static_assert(g::Carrier<wires_t>);

/// A session inside a constant expression, by every kind of step.
constexpr int rounds(int n) {
  wires_t wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  int sum = 0;
  for (int i = 1; i <= n; ++i) {
    auto waiting = std::move(c).send(ping{i});
    auto turn = std::move(s).offer(
        g::overloaded{[](ping p, auto next) { return std::move(next).send(pong{2 * p.value}); },
                      [](quit, auto next) { return std::move(next).finish(); }});
    ensure(turn.is<decltype(s)>() && !turn.is<g::finished>());
    s = std::move(turn).get<decltype(s)>();
    auto [answer, next] = std::move(waiting).recv<pong>();
    c = g::adopt(std::move(next));
    sum += answer.value;
  }
  std::move(c).send(quit{}).finish();
  auto end = std::move(s).repeat([](ping p, auto next) { return std::move(next).send(pong{p.value}); },
                                 g::otherwise([](auto, auto next) { return std::move(next).finish(); }));
  ensure(end.completed());
  return sum;
}
static_assert(rounds(10) == 110);

/// The parts of a par, joined in either order.
constexpr int cross() {
  g::loopback<crossing> wires;
  auto [l_out, l_in] = wires.open<left>().split();
  auto [r_in, r_out] = wires.open<right>().split();
  auto l1 = g::adopt(std::move(l_out)).send(ping{1});
  auto r1 = g::adopt(std::move(r_out)).send(pong{2});
  auto [p, l2] = g::adopt(std::move(l_in)).recv<pong>();
  auto [q, r2] = g::adopt(std::move(r_in)).recv<ping>();
  join(std::move(l1), g::adopt(std::move(l2))).send(quit{}).finish();
  std::move(join(g::adopt(std::move(r2)), std::move(r1)).recv<quit>().next).finish();
  return 10 * p.value + q.value;
}
static_assert(cross() == 21);

/// What a try finds impossible leaves no trace.
constexpr bool tries() {
  g::loopback<ping_pong, 2> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  ensure(c.ready() && !s.ready());
  auto nothing = std::move(s).try_recv<ping>();
  ensure(!nothing && nothing.error().later());
  s = g::adopt(std::move(nothing.error().self));
  auto w = g::adopt(std::move(c).try_send(ping{1}));
  ensure(!w.ready() && s.ready());
  quit q;
  auto another = std::move(s).try_recv(q);  // a ping is there
  ensure(!another && another.error().later());
  ping p{};
  auto got = g::adopt(std::move(another.error().self)).try_recv(p);
  ensure(got.has_value() && p.value == 1);
  s = g::adopt(std::move(got)).send(pong{p.value});
  auto end = std::move(w).recv<pong>().next.send(quit{});
  std::move(end).finish();
  std::move(s).recv(q).finish();
  return true;
}
static_assert(tries());

struct page {
  std::unique_ptr<int> text;
};
struct last {};
inline constexpr auto pages = g::loop<struct more>(g::choice<client>(
    g::seq(g::send<client, server, page>, g::jump<struct more>), g::send<client, server, last>));

struct entry {
  std::shared_ptr<int> count;
};
inline constexpr auto entries = g::loop<struct more>(g::choice<client>(
    g::seq(g::send<client, server, entry>, g::jump<struct more>), g::send<client, server, last>));

}  // namespace

TEST_CASE("sessions run the same when the program runs") {
  CHECK(rounds(10) == 110);
  CHECK(cross() == 21);
  CHECK(tries());
}

TEST_CASE("a message that was not sent is as it was") {
  g::loopback<pages, 2> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  for (int i = 0; i < 2; ++i) c = std::move(c).send(page{std::make_unique<int>(i)});
  page third{std::make_unique<int>(2)};
  auto refused = std::move(c).try_send(std::move(third));
  CHECK(!refused);
  CHECK(refused.error().later());
  CHECK((third.text && *third.text == 2));
  c = g::settle(std::move(refused));
  page got;
  s = std::move(s).recv(got);
  CHECK(*got.text == 0);
  c = g::settle(std::move(c).try_send(std::move(third)));
  CHECK(!third.text);
  for (int i = 1; i <= 2; ++i) {
    s = std::move(s).recv(got);
    CHECK(*got.text == i);
  }
  std::move(c).send(last{}).finish();
  std::move(s).recv<last>().next.finish();
}

TEST_CASE("messages that nobody takes end with the carrier") {
  auto const count = std::make_shared<int>(0);
  {
    g::loopback<entries> wires;
    auto c = wires.open<client>();
    auto s = wires.open<server>();
    for (int i = 0; i < 3; ++i) c = std::move(c).send(entry{count});
    entry e;
    s = std::move(s).recv(e);
    CHECK(count.use_count() == 4);
    std::move(c).cancel();
    std::move(s).cancel();
  }
  CHECK(count.use_count() == 1);
}

TEST_CASE("a role that leaves is reported to the others, and the first fault is kept") {
  g::loopback<fan, 4, g::faults::report> wires;
  auto c = wires.open<client>();
  auto l = wires.open<left>();
  auto r = wires.open<right>();
  auto c1 = g::adopt(std::move(c).send(order{1}));
  std::move(r).cancel();
  g::fault const gone{g::cause::cancelled, g::role_number<fan, right>};
  CHECK(wires.failure() == gone);
  auto c2 = std::move(c1).send(order{2});
  CHECK((!c2 && c2.error() == gone));
  order o;
  auto l1 = std::move(l).recv(o);  // the order is there, and it is too late for it
  CHECK((!l1 && l1.error() == gone));
  CHECK(wires.failure() == gone);
}

TEST_CASE("a try, a question and an offer report a role that has left, too") {
  g::loopback<ping_pong, 4, g::faults::report> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  g::fault const gone{g::cause::cancelled, g::role_number<ping_pong, client>};
  std::move(c).cancel();
  CHECK(s.ready());
  CHECK(!s.next_is<ping>());
  auto tried = std::move(s).try_recv<ping>();
  CHECK((!tried && tried.error().why == gone && !tried.error().later()));
  auto offered = g::adopt(std::move(tried.error().self))
                     .offer([](ping, auto next) { return std::move(next).cancel(); },
                            [](quit, auto next) { return std::move(next).finish(); });
  CHECK((!offered && offered.error() == gone));
}

TEST_CASE("a cursor that an exception drops cancels its session") {
  g::loopback<ping_pong, 4, g::faults::report> wires;
  auto s = wires.open<server>();
  try {
    auto c = wires.open<client>();
    auto waiting = g::adopt(std::move(c).send(ping{1}));
    if (waiting.ready()) std::move(waiting).cancel();
    throw std::runtime_error("the client's own trouble");
  } catch (std::runtime_error const&) {
  }
  auto got = std::move(s).recv<ping>();
  CHECK((!got && got.error() == g::fault{g::cause::cancelled, g::role_number<ping_pong, client>}));
}

TEST_CASE("a dropped cursor traps in checked builds and cancels in others") {
  auto drop = [] {
    g::loopback<ping_pong> wires;
    auto s = wires.open<server>();
    {
      auto c = wires.open<client>();
      std::optional hidden{std::move(c)};
    }
    bool const told = wires.failure() == g::fault{g::cause::cancelled, g::role_number<ping_pong, client>};
    std::move(s).cancel();
    if (!told) throw std::logic_error("nobody was told");
  };
  if (tenure::is_checked) {
    CHECK(traps("[sessions.drop] client must send ping to server, or quit to server, here", drop));
  } else {
    CHECK_NOTHROW(drop());
  }
}

TEST_CASE("steps that cannot be taken trap") {
  CHECK(traps("[sessions.open]", [] {
    wires_t wires;
    std::move(wires.open<client>()).cancel();
    std::move(wires.open<client>()).cancel();
  }));
  CHECK(traps("[sessions.blocked]", [] {
    wires_t wires;
    auto s = wires.open<server>();
    std::move(s).recv<ping>().next.cancel();
  }));
  CHECK(traps("[sessions.blocked]", [] {
    g::loopback<pages, 2> wires;
    auto c = wires.open<client>();
    for (int i = 0; i < 3; ++i) c = std::move(c).send(page{});
    std::move(c).cancel();
  }));
  CHECK(traps("[sessions.label]", [] {
    wires_t wires;
    auto c = wires.open<client>();
    auto s = wires.open<server>();
    auto waiting = std::move(c).send(ping{1});
    std::move(s).recv<quit>().next.finish();
    std::move(waiting).cancel();
  }));
  CHECK(traps("[sessions.cancelled]", [] {
    wires_t wires;
    auto c = wires.open<client>();
    auto s = wires.open<server>();
    std::move(s).cancel();
    std::move(c).send(ping{1}).cancel();
  }));
  if (!tenure::is_checked) return;
  CHECK(traps("[sessions.used]", [] {
    wires_t wires;
    auto c = wires.open<client>();
    auto waiting = std::move(c).send(ping{1});
    auto [p, s] = wires.open<server>().recv<ping>();
    std::move(s).cancel();
    std::move(s).cancel();
    std::move(waiting).cancel();
  }));
  CHECK(traps("[sessions.open]", [] {
    auto wires = std::make_unique<wires_t>();
    auto c = wires->open<client>();
    wires.reset();
    std::move(c).cancel();
  }));
}
