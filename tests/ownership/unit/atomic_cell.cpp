// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/atomic_cell.hpp"

#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using tenure::atomic_cell;
using tenure::shared;

TEST_CASE("an atomic cell, from one thread") {
  atomic_cell<int> const c{1};
  shared const s{c};
  s.store(2);
  CHECK(s.load(std::memory_order_acquire) == 2);
  CHECK(s.exchange(3) == 2);
  auto const won = s.compare_exchange(3, 4);
  REQUIRE(won);
  CHECK(*won == 3);
  auto const lost = s.compare_exchange(3, 5);
  REQUIRE(!lost);
  CHECK(lost.error() == 4);
  CHECK(s.fetch_add(2) == 4);
  CHECK(s.fetch_sub(1) == 6);
}

TEST_CASE("an atomic cell, from four threads") {
  atomic_cell<int> sum;
  atomic_cell<unsigned> tries;
  constexpr int rounds = 20'000;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([mine = shared{sum}, lost = shared{tries}] {
        for (int n = 0; n < rounds; ++n) {
          int now = mine.load(std::memory_order_relaxed);
          for (;;) {
            auto const done = mine.compare_exchange(now, now + 1);
            if (done) break;
            now = done.error();
            lost.fetch_add(1);
          }
        }
      });
    }
  }
  CHECK(std::move(sum).into_inner() == 4 * rounds);
}
