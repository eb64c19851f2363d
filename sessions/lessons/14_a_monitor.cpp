// SPDX-License-Identifier: BSL-1.0
// A peer that no compiler of ours has seen, here the lines of a script: a monitor walks the protocol with it.

#include <tenure/sessions.hpp>
#include <tenure/sessions/monitor.hpp>

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>

namespace g = tenure::sessions;

struct client {};
struct server {};
struct ping {};
struct pong {};
struct quit {};

inline constexpr auto ping_pong = g::loop<struct again>(g::choice<client>(
    g::seq(g::send<client, server, ping>, g::send<server, client, pong>, g::jump<struct again>),
    g::send<client, server, quit>));

// [script]
/// How many lines of the client the protocol allows. The server answers each ping.
int accepted(std::initializer_list<std::string_view> lines) {
  g::monitor<ping_pong, client> watch;
  int count = 0;
  for (std::string_view const line : lines) {
    if (line == "ping") {
      watch.sends<ping>();
      watch.receives<pong>();  // the first fault stays
    } else if (line == "quit") {
      watch.sends<quit>();
    } else {
      watch.sends(-1, -1);  // no message of the protocol
    }
    if (watch.failure()) break;
    ++count;
  }
  watch.finish();
  if (watch.failure()) std::printf("%s\n", std::string{watch.sentence().words()}.c_str());
  return count;
}
// [/script]

int main() {
  bool const right = accepted({"ping", "ping", "quit"}) == 3;
  bool const late = accepted({"ping", "quit", "ping"}) == 2;
  bool const unknown = accepted({"ping", "pong?"}) == 1;
  bool const early = accepted({"ping"}) == 1;
  return right && late && unknown && early ? 0 : 1;
}
