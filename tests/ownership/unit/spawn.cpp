// SPDX-License-Identifier: BSL-1.0
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "support/catch.hpp"
#include "support/threads_run_out.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/spawn.hpp"
#include "tenure/ownership/std.hpp"

using namespace tenure;

namespace {

int twice(int n) { return 2 * n; }

std::string what(std::exception_ptr const& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (std::exception const& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a thread is given values and gives one back", "[ownership]") {
  auto first = spawn([](int a, std::string b) { return b + std::to_string(a); }, 4, std::string{"n"});
  auto second = spawn(twice, 21);
  auto third = spawn([](auto... numbers) { return (numbers + ...); }, 1, 2, 3);
  auto fourth = spawn([] {});
  auto const first_result = std::move(first).join();
  CHECK(first_result == "n4");
  auto const second_result = std::move(second).join();
  CHECK(second_result == 42);
  auto const third_result = std::move(third).join();
  CHECK(third_result == 6);
  auto const fourth_result = std::move(fourth).join();
  CHECK(fourth_result.has_value());
}

TEST_CASE("what cannot be copied is moved in and out", "[ownership]") {
  auto held = std::make_unique<int>(5);
  auto handle = spawn([](std::unique_ptr<int> n) { return std::make_unique<int>(*n + 1); }, std::move(held));
  auto result = std::move(handle).join();
  REQUIRE(result);
  CHECK(**result == 6);
  std::string const kept{"kept"};
  auto other = spawn([](std::string s) { return s.size(); }, kept);
  auto const other_result = std::move(other).join();
  CHECK(other_result == 4u);
  CHECK(kept == "kept");
}

TEST_CASE("what a thread throws comes back", "[ownership]") {
  auto handle = spawn([]() -> int { throw std::runtime_error{"no number"}; });
  auto const result = std::move(handle).join();
  REQUIRE_FALSE(result);
  CHECK(what(result.error()) == "no number");
  {
    auto const dropped = spawn([] { throw 1; });
  }  // nobody asks: it is dropped
}

TEST_CASE("arguments end in the thread, when the function has returned", "[ownership]") {
  auto [send, receive] = channel<int>::unbounded();
  // By reference: the sender stays among the arguments, and must not wait for the handle.
  auto handle = spawn([](sender<int> const& out) { static_cast<void>(out.send(1)); }, std::move(send));
  CHECK(receive.recv() == 1);
  CHECK(receive.recv() == std::nullopt);
  auto const handle_result = std::move(handle).join();
  CHECK(handle_result);
}

TEST_CASE("a dropped handle lets the thread run on", "[ownership]") {
  auto const done = arc<atomic_cell<bool>>::make(false);
  auto [send, receive] = channel<int>::unbounded();
  {
    auto const dropped = spawn(
        [](receiver<int> from, arc<atomic_cell<bool>> told) {
          static_cast<void>(from.recv());
          shared{*told}.store(true);
        },
        std::move(receive), done.clone());
  }
  CHECK_FALSE(shared{*done}.load());
  static_cast<void>(send.send(1));
  while (!shared{*done}.load()) std::this_thread::yield();
}

TEST_CASE("assigning a handle lets go of the former thread", "[ownership]") {
  auto handle = spawn(twice, 1);
  handle = spawn(twice, 2);
  auto const handle_result = std::move(handle).join();
  CHECK(handle_result == 4);
}

#if defined(TENURE_TEST_THREADS_RUN_OUT)
TEST_CASE("a thread that cannot be started loses nothing", "[ownership]") {
  auto held = std::make_unique<int>(5);
  std::string const copied{"copied"};
  {
    test::threads_run_out const none_left;
    CHECK_THROWS_AS(
        static_cast<void>(spawn([](std::unique_ptr<int>, std::string) {}, std::move(held), copied)),
        std::system_error);
  }
  REQUIRE(held);  // moved back
  CHECK(*held == 5);
  CHECK(copied == "copied");
  auto now = spawn([](std::unique_ptr<int> n) { return *n; }, std::move(held));
  auto const now_result = std::move(now).join();
  CHECK(now_result == 5);
}
TEST_CASE("a scoped thread that cannot be started leaves what it would have borrowed", "[ownership]") {
  int number = 1;
  slot<std::string> place;
  {
    test::threads_run_out const none_left;
    CHECK_THROWS_AS(static_cast<void>(spawn_scoped([](unique<int> n) { *n = 2; }, unique{number})),
                    std::system_error);
    CHECK_THROWS_AS(static_cast<void>(spawn_scoped([](own<std::string>) {}, place.emplace("lent"))),
                    std::system_error);
    CHECK_THROWS_AS(
        scope([&](scope_handle& threads) { threads.spawn([](unique<int> n) { *n = 2; }, unique{number}); }),
        std::system_error);
    int reached = 0;
    scope([&](scope_handle& threads) {
      CHECK_THROWS_AS(threads.spawn([] {}), std::system_error);
      reached = 1;
    });
    CHECK(reached == 1);
  }
  CHECK(number == 1);
  CHECK(*place.emplace("again") == "again");  // the slot is free
}
#endif
