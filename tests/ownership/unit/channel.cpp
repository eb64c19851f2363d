// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/spawn.hpp"
#include "tenure/ownership/std.hpp"

using namespace tenure;

TEST_CASE("values come in the order in which they were sent", "[ownership]") {
  auto [send, receive] = channel<std::unique_ptr<int>>::unbounded();
  for (int i = 0; i != 3; ++i) CHECK(send.send(std::make_unique<int>(i)));
  for (int i = 0; i != 3; ++i) CHECK(*receive.recv().value() == i);
  CHECK_FALSE(receive.try_recv());
  CHECK_FALSE(receive.finished());
}

TEST_CASE("with the last sender the channel ends", "[ownership]") {
  auto ends = channel<int>::unbounded();
  {
    auto const first = std::move(ends.send);
    auto const second = first.clone();
    static_cast<void>(second.send(1));
  }
  CHECK_FALSE(ends.receive.finished());
  CHECK(ends.receive.recv() == 1);
  CHECK(ends.receive.recv() == std::nullopt);
  CHECK(ends.receive.finished());
}

TEST_CASE("without a receiver the value comes back", "[ownership]") {
  auto ends = channel<std::string>::unbounded();
  CHECK(ends.send.send("lost with the receiver"));
  {
    auto const gone = std::move(ends.receive);
  }
  auto const sent = ends.send.send("back");
  REQUIRE_FALSE(sent);
  CHECK(sent.error() == "back");
  auto const tried = ends.send.try_send("back again");
  REQUIRE_FALSE(tried);
  CHECK(tried.error().value == "back again");
  CHECK(tried.error().closed);
}

TEST_CASE("what nobody receives ends with the receiver", "[ownership]") {
  auto const watched = std::make_shared<int const>(1);
  auto ends = channel<std::shared_ptr<int const>>::unbounded();
  CHECK(ends.send.send(watched));
  CHECK(watched.use_count() == 2);
  {
    auto const gone = std::move(ends.receive);
  }
  CHECK(watched.use_count() == 1);
}

TEST_CASE("a full channel gives the value back, or waits", "[ownership]") {
  auto [send, receive] = bounded_channel<int>(2);
  CHECK(send.try_send(1));
  CHECK(send.try_send(2));
  auto const full = send.try_send(3);
  REQUIRE_FALSE(full);
  CHECK(full.error().value == 3);
  CHECK_FALSE(full.error().closed);

  auto waiting = spawn([](sender<int> out) { return out.send(3).has_value(); }, send.clone());
  CHECK(receive.recv() == 1);
  CHECK(receive.recv() == 2);
  CHECK(receive.recv() == 3);
  auto const waiting_result = std::move(waiting).join();
  CHECK(waiting_result == true);
}

TEST_CASE("a sender that waits for room is woken when the receiver goes", "[ownership]") {
  auto ends = bounded_channel<int>(1);
  CHECK(ends.send.send(1));
  auto waiting = spawn([](sender<int> out) { return out.send(2).has_value(); }, ends.send.clone());
  {
    auto const gone = std::move(ends.receive);
  }
  auto const waiting_result = std::move(waiting).join();
  CHECK(waiting_result == false);
}

TEST_CASE("a shared sender is used by several threads", "[ownership]") {
  auto [send, receive] = bounded_channel<int>(3);
  auto& out = send;
  auto& in = receive;
  int sum = 0;
  scope([&](scope_handle& threads) {
    for (int i = 0; i != 3; ++i) {
      threads.spawn(
          [](shared<sender<int>> to) {
            for (int n = 1; n <= 100; ++n) static_cast<void>(to.send(n));
          },
          shared{out});
    }
    for (int i = 0; i != 300; ++i) sum += in.recv().value();
  });
  CHECK(sum == 3 * 5050);
}

TEST_CASE("assigning an end lets go of the former one", "[ownership]") {
  auto first = channel<int>::unbounded();
  auto second = channel<int>::unbounded();
  first.send = std::move(second.send);
  CHECK(first.receive.finished());
  CHECK(first.send.send(4));
  first.receive = std::move(second.receive);
  CHECK(first.receive.recv() == 4);
}

#if TENURE_CHECKED
TEST_CASE("a bounded channel has room", "[ownership]") {
  CHECK(test::traps("[ownership.channel]", [] { static_cast<void>(bounded_channel<int>(0)); }));
}
#endif
