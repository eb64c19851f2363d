// SPDX-License-Identifier: BSL-1.0
// Several senders, one receiver, bounded and unbounded: every value arrives once, each sender's in order.
#include "stress.hpp"

#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/scope.hpp"

struct message {
  int from;
  long number;
};
using sender = tenure::sender<message, stress::mutex_lock>;
using channel = tenure::channel<message, stress::mutex_lock>;

static void send_all(sender to, int from, long times) {
  for (long i = 0; i != times; ++i) {
    if (!to.send(message{from, i})) return;
  }
}

static int run(char const* what, tenure::channel_ends<message, stress::mutex_lock> ends, long each) {
  constexpr int senders = 3;
  long next[senders]{};
  long out_of_order = 0, received = 0;
  tenure::scope([&](tenure::scope_handle& threads) {
    for (int i = 0; i != senders; ++i) threads.spawn(send_all, ends.send.clone(), i, each);
    {
      auto const last = std::move(ends.send);
    }
    while (auto const one = ends.receive.recv()) {
      ++received;
      out_of_order += next[one->from]++ != one->number;
    }
  });
  return stress::verdict(what, 2 * senders * each, received, senders * each) +
         stress::verdict("  out of order", 2 * senders * each, out_of_order, 0);
}

int main() {
#if FAULT
  constexpr long each = 20'000;
#else
  constexpr long each = 200'000;
#endif
  return run("unbounded channel", channel::unbounded(), each) +
         run("bounded channel", channel::bounded(64), each);
}
