// SPDX-License-Identifier: BSL-1.0
// Channels.
//
// The other way to share is not to share: a value that is sent has left its thread. What goes through a
// channel is Send. It is also Leak: both ends own the buffer, and an end may be sent through its own channel.

#include <tenure/ownership/channel.hpp>
#include <tenure/ownership/rc.hpp>
#include <tenure/ownership/spawn.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <memory>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

static void workers() {
  // [workers]
  auto [send, receive] = tenure::channel<int>::bounded(4);  // a sender waits while four are on their way
  auto work = [](tenure::sender<int> out, int from) {
    for (int i = from; i != from + 10; ++i) {
      if (!out.send(i)) return;  // nobody listens any more
    }
  };
  auto first = tenure::spawn(work, send.clone(), 0);
  auto second = tenure::spawn(work, std::move(send), 10);
  int sum = 0;
  while (auto const number = receive.recv()) sum += *number;  // until the last sender has gone
  expect(sum == 190, "each number came once");
  // [/workers]
  expect(std::move(first).join() && std::move(second).join(), "both ended");
}

static void comes_back() {
  // [back]
  auto ends = tenure::channel<std::unique_ptr<int>>::unbounded();
  {
    auto const gone = std::move(ends.receive);
  }
  auto const sent = ends.send.send(std::make_unique<int>(7));
  expect(!sent && *sent.error() == 7, "what cannot be delivered is not lost");
  // [/back]
}

// [bounds]
static_assert(tenure::Send<tenure::sender<int>> && tenure::Sync<tenure::sender<int>>);
static_assert(tenure::Send<tenure::receiver<int>> && !tenure::Sync<tenure::receiver<int>>);  // one listens
static_assert(!tenure::Send<tenure::sender<tenure::rc<int>>>);
// [/bounds]

int main() {
  workers();
  comes_back();
  return failures;
}
