// SPDX-License-Identifier: BSL-1.0
// A source that runs ahead, a sink that keeps up as it can. `try_send` and `try_recv` do not wait: a step
// that did not happen gives the cursor back, and has left no trace.

#include <tenure/sessions.hpp>

namespace g = tenure::sessions;

struct source {};
struct sink {};
struct value {
  int number;
};
struct stop {};

// [protocol]
inline constexpr auto stream = g::loop<struct more>(g::choice<source>(
    g::seq(g::send<source, sink, value>, g::jump<struct more>), g::send<source, sink, stop>));
// [/protocol]

int main() {
  g::loopback<stream, 4> wires;
  auto out = wires.open<source>();
  auto in = wires.open<sink>();

  // [ready]
  int sent = 0, sum = 0;
  while (sent < 100) {
    while (sent < 100 && out.ready()) out = std::move(out).send(value{++sent});
    while (in.ready()) {
      value v;
      in = std::move(in).recv(v);
      sum += v.number;
    }
  }
  // [/ready]

  // [try]
  int refused = 0;
  for (int i = 0; i < 6; ++i) {
    auto went = std::move(out).try_send(value{i});
    refused += !went;
    out = g::settle(std::move(went));  // the next state or the same: here it is the same
  }
  // [/try]
  while (in.ready()) {
    value v;
    in = std::move(in).recv(v);
    sum += v.number;
  }
  std::move(out).send(stop{}).finish();
  std::move(in).recv<stop>().next.finish();
  return sum == 5050 + 0 + 1 + 2 + 3 && refused == 2 ? 0 : 1;
}
