// SPDX-License-Identifier: BSL-1.0
// Compiled without exceptions and without run-time type information.
#include <tenure/sessions.hpp>

// The guards of libstdc++ tell whether a heavy header came along.
#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_FORMAT) || defined(_GLIBCXX_CHRONO) || \
    defined(_GLIBCXX_FUNCTIONAL) || defined(_GLIBCXX_RANGES)
#error "<tenure/sessions.hpp> includes one of <iostream>, <format>, <chrono>, <functional>, <ranges>"
#endif

namespace g = tenure::sessions;

struct asker {};
struct teller {};
struct question {};
struct answer {
  int value;
};

inline constexpr auto talk = g::seq(g::send<asker, teller, question>, g::send<teller, asker, answer>);

int main() {
  g::loopback<talk> wires;
  auto waiting = wires.open<asker>().send(question{});
  wires.open<teller>().recv<question>().next.send(answer{7}).finish();
  auto [heard, last] = std::move(waiting).recv<answer>();
  std::move(last).finish();
  return heard.value == 7 ? 0 : 1;
}
