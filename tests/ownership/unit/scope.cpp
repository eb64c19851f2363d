// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/sharing_std.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/std.hpp"

using namespace tenure;

namespace {

int sum_of(shared<std::vector<int>> numbers) {
  int sum = 0;
  for (auto const number : numbers) sum += *number;
  return sum;
}

/// Waits until it is told, and says when it is done: a thread that would be late if nobody waited.
void late(shared<atomic_cell<int>> step, unique<int> result) {
  while (step.load() == 0) std::this_thread::yield();
  for (int i = 0; i != 100; ++i) std::this_thread::yield();
  *result = 1;
}

}  // namespace

TEST_CASE("a scoped thread borrows from the frame that waits for it", "[ownership]") {
  std::vector<int> const numbers{1, 2, 3};
  int doubled = 4;
  slot<std::string> place;
  {
    auto sum = spawn_scoped(sum_of, shared{numbers});
    auto const doubling = spawn_scoped([](unique<int> n) { *n *= 2; }, unique{doubled});
    auto size = spawn_scoped([](own<std::string> s) { return s->size(); }, place.emplace("taken"));
    auto const sum_result = std::move(sum).join();
    CHECK(sum_result == 6);
    auto const size_result = std::move(size).join();
    CHECK(size_result == 5u);
  }
  CHECK(doubled == 8);
  CHECK(*place.emplace("free again") == "free again");
}

TEST_CASE("a guard waits in its destructor", "[ownership]") {
  int result = 0;
  {
    atomic_cell<int> step{0};
    auto const guard = spawn_scoped(late, shared{step}, unique{result});
    shared{step}.store(1);
  }
  CHECK(result == 1);
}

TEST_CASE("a guard waits also when an exception passes", "[ownership]") {
  int result = 0;
  try {
    atomic_cell<int> step{1};
    auto const guard = spawn_scoped(late, shared{step}, unique{result});
    throw std::runtime_error{"passes"};
  } catch (std::runtime_error const&) {
    CHECK(result == 1);
  }
}

TEST_CASE("guards may lie in a local aggregate or array", "[ownership]") {
  std::array<int, 3> results{};
  {
    join_guard<void> const guards[]{
        spawn_scoped([](unique<int> n) { *n = 1; }, unique{results[0]}),
        spawn_scoped([](unique<int> n) { *n = 2; }, unique{results[1]}),
        spawn_scoped([](unique<int> n) { *n = 3; }, unique{results[2]}),
    };
  }
  CHECK(results == std::array{1, 2, 3});
}

TEST_CASE("what a scoped thread throws comes back, or is dropped with its guard", "[ownership]") {
  auto guard = spawn_scoped([]() -> int { throw std::runtime_error{"no number"}; });
  auto const result = std::move(guard).join();
  CHECK_FALSE(result.has_value());
  {
    auto const dropped = spawn_scoped([] { throw 1; });
  }
}

TEST_CASE("a scope ends after its threads", "[ownership]") {
  std::vector<int> results(8);
  atomic_cell<int> step{0};
  scope([&](scope_handle& threads) {
    for (auto& one : results) threads.spawn(late, shared{step}, unique{one});
    shared{step}.store(1);
  });
  CHECK(std::accumulate(results.begin(), results.end(), 0) == 8);
}

TEST_CASE("a scope returns what its function returns", "[ownership]") {
  std::vector<int> const numbers{1, 2, 3};
  int const sum = scope([&](scope_handle& threads) {
    auto first = threads.spawn(sum_of, shared{numbers});
    auto second = threads.spawn(sum_of, shared{numbers});
    return std::move(first).join().value() + std::move(second).join().value();
  });
  CHECK(sum == 12);
  int number = 3;
  int& same = scope([&](scope_handle&) -> int& { return number; });
  CHECK(&same == &number);
}

TEST_CASE("a scope waits also when its function throws", "[ownership]") {
  int result = 0;
  atomic_cell<int> step{0};
  CHECK_THROWS_AS(scope([&](scope_handle& threads) {
                    threads.spawn(late, shared{step}, unique{result});
                    shared{step}.store(1);
                    throw std::runtime_error{"passes"};
                  }),
                  std::runtime_error);
  CHECK(result == 1);
}

TEST_CASE("a scope passes on what a thread threw whose result nobody asked for", "[ownership]") {
  CHECK_THROWS_WITH(scope([](scope_handle& threads) {
                      threads.spawn([] {});
                      threads.spawn([] { throw std::runtime_error{"first"}; });
                    }),
                    "first");
  bool threw = false;
  scope([&](scope_handle& threads) {
    auto asked = threads.spawn([] { throw std::runtime_error{"asked"}; });
    threw = !std::move(asked).join().has_value();
  });
  CHECK(threw);
}

TEST_CASE("scoped threads write in turn through a mutex in the frame", "[ownership]") {
  mutex<int> sum{0};
  scope([&](scope_handle& threads) {
    for (int i = 0; i != 4; ++i) {
      threads.spawn(
          [](shared<mutex<int>> all) {
            for (int n = 0; n != 500; ++n) *all.lock() += 1;
          },
          shared{sum});
    }
  });
  CHECK(std::move(sum).into_inner() == 2000);
}
