// SPDX-License-Identifier: BSL-1.0
#include "tenure/sessions/monitor.hpp"

#include <string_view>

#include "sessions/protocols.hpp"
#include "support/catch.hpp"

using namespace tenure::test;

namespace {

constexpr std::string_view words(auto const& watch) { return watch.sentence().words(); }

constexpr bool follows_a_session() {
  g::monitor<ping_pong, client> watch;
  for (int i = 0; i < 3; ++i) {
    if (watch.sends<ping>() || watch.may_finish() || watch.receives<pong, server>()) return false;
  }
  return !watch.sends<quit, server>() && watch.may_finish() && !watch.finish() && words(watch).empty();
}
static_assert(follows_a_session());

/// The parts of a par in any order, then what follows.
constexpr bool follows_parts(bool sends_first) {
  g::monitor<crossing, left> watch;
  if (watch.sends<quit>())
    watch = {};  // not before the parts are done
  else
    return false;
  if (sends_first ? watch.sends<ping>() : watch.receives<pong>()) return false;
  if (watch.may_finish()) return false;
  if (sends_first ? watch.receives<pong>() : watch.sends<ping>()) return false;
  return !watch.sends<quit>() && watch.may_finish();
}
static_assert(follows_parts(true) && follows_parts(false));

struct a {};
struct b {};
struct x {};
struct y {};
struct z {};
struct w {};
/// A fork in a fork, round and round.
inline constexpr auto nested = g::loop<struct round>(g::seq(
    g::par(g::send<a, b, x>, g::seq(g::par(g::send<b, a, y>, g::send<a, left, z>), g::send<left, a, w>)),
    g::choice<a>(g::seq(g::send<a, b, w>, g::send<a, left, w>, g::jump<struct round>),
                 g::seq(g::send<a, b, quit>, g::send<a, left, quit>))));

}  // namespace

TEST_CASE("a monitor") {
  SECTION("names what was due, and keeps the first fault") {
    g::monitor<ping_pong, client> watch;
    CHECK(watch.receives<pong>() == g::fault{g::cause::frame, 0});
    CHECK(words(watch) ==
          "[sessions.frame] client receives pong; client must send ping to server, or quit to server, here");
    CHECK(watch.sends<ping>() == g::fault{g::cause::frame, 0});
    CHECK_FALSE(watch.may_finish());
    CHECK(watch.finish().why == g::cause::frame);
  }
  SECTION("knows an early end") {
    g::monitor<ping_pong, server> watch;
    REQUIRE_FALSE(watch.receives<ping>());
    CHECK(watch.finish() == g::fault{g::cause::cancelled, 1});
    CHECK(words(watch) == "[sessions.final] server leaves too early: server must send pong to client here");
  }
  SECTION("asks for the peer where there are several") {
    g::monitor<either, client> watch;
    CHECK(watch.sends<order>().why == g::cause::frame);
    CHECK(words(watch).starts_with("[sessions.peer] client sends order, which could be several"));
    watch = {};
    CHECK_FALSE(watch.sends<order, right>());
    CHECK(watch.sends<quit, right>());
  }
  SECTION("takes numbers from outside, whatever they are") {
    using watched = g::monitor<ping_pong, client>;
    constexpr int ping_number = g::message_number<ping_pong, ping>;
    CHECK_FALSE(watched{}.sends(1, ping_number));
    CHECK(watched{}.sends(0, ping_number));
    CHECK(watched{}.sends(17, ping_number));
    CHECK(watched{}.sends(-5, ping_number));
    CHECK(watched{}.sends(1, 1000));
    CHECK(watched{}.sends(1, -1));
    CHECK(watched{}.sends<order>());
  }
  SECTION("walks through parts in parts, in any order") {
    // y and z in any order, then w; x at any time; and the round ends.
    for (int order = 0; order < 8; ++order) {
      g::monitor<nested, a> watch;
      for (int round = 0; round < 3; ++round) {
        bool fine = true;
        auto const early = [&](int when) {
          if (order % 4 == when) fine = fine && !watch.sends<x, b>();
        };
        early(0);
        fine = fine && !(order < 4 ? watch.receives<y>() : watch.sends<z>());
        early(1);
        fine = fine && !(order < 4 ? watch.sends<z>() : watch.receives<y>());
        early(2);
        fine = fine && !watch.receives<w>();
        early(3);
        REQUIRE(fine);
        REQUIRE_FALSE((round < 2 ? watch.sends<w, b>() : watch.sends<quit, b>()));
        REQUIRE_FALSE((round < 2 ? watch.sends<w, left>() : watch.sends<quit, left>()));
      }
      CHECK(watch.may_finish());
    }
    g::monitor<nested, a> watch;
    CHECK(watch.receives<w>());
    CHECK(words(watch) ==
          "[sessions.frame] a receives w; a must send x to b here, and a must receive y from b here, and "
          "a must send z to left here");
  }
}
