// SPDX-License-Identifier: BSL-1.0
#include "costs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/sharing_std.hpp"
#include "tenure/ownership/spawn.hpp"
#include "tenure/ownership/std.hpp"

namespace ex = tenure::experiment;

namespace scoped_threads {
namespace {

using bytes = std::vector<std::byte>;

/// Looks at both ends, so that the cost is the one of getting there.
int look(bytes const& data) { return std::to_integer<int>(data.front()) + std::to_integer<int>(data.back()); }
int look_shared(tenure::shared<bytes> data) {
  return std::to_integer<int>(*data[0]) + std::to_integer<int>(*data[data.size() - 1]);
}

/// One worker that waits for tasks: what a task costs where no thread is started.
class pool {
  std::mutex lock_;
  std::condition_variable wake_, done_;
  std::deque<std::function<void()>> tasks_;
  bool busy_ = false, ending_ = false;
  std::thread worker_{[this] { work(); }};

  void work() {
    std::unique_lock held{lock_};
    for (;;) {
      wake_.wait(held, [&] { return ending_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      auto const task = std::move(tasks_.front());
      tasks_.pop_front();
      busy_ = true;
      held.unlock();
      task();
      held.lock();
      busy_ = false;
      done_.notify_all();
    }
  }

 public:
  ~pool() {
    {
      std::lock_guard const held{lock_};
      ending_ = true;
    }
    wake_.notify_all();
    worker_.join();
  }
  void run(std::function<void()> task) {
    {
      std::lock_guard const held{lock_};
      tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
  }
  void wait() {
    std::unique_lock held{lock_};
    done_.wait(held, [&] { return tasks_.empty() && !busy_; });
  }
};

struct design {
  std::string name;
  void (*task)(pool&, bytes const&);  ///< starts a task that sees the bytes, and waits for it
};
std::atomic<int> seen{0};

std::vector<design> const designs{
    {"std::thread", [](pool&, bytes const& data) { std::thread([&] { seen = look(data); }).join(); }},
    {"std::jthread", [](pool&, bytes const& data) { std::jthread const one([&] { seen = look(data); }); }},
    {"pool",
     [](pool& workers, bytes const& data) {
       workers.run([&] { seen = look(data); });
       workers.wait();
     }},
    {"join_guard",
     [](pool&, bytes const& data) {
       auto one = tenure::spawn_scoped(look_shared, tenure::shared{data});
       seen = std::move(one).join().value();
     }},
    {"scope",
     [](pool&, bytes const& data) {
       seen = tenure::scope([&](tenure::scope_handle& threads) {
         auto one = threads.spawn(look_shared, tenure::shared{data});
         return std::move(one).join().value();
       });
     }},
    {"spawn, a copy",
     [](pool&, bytes const& data) {
       auto one = tenure::spawn([](bytes copy) { return look(copy); }, data);
       seen = std::move(one).join().value();
     }},
};

}  // namespace

void show_costs(ex::report& out) {
  std::vector<std::string> columns;
  for (auto const& one : designs) columns.push_back(one.name);
  auto& time = out.costs({.title = "Time from starting a task to having its result",
                          .unit = "microseconds",
                          .baseline = "std::thread",
                          .columns = columns,
                          .axis = "bytes that the task may see"});
  auto& memory = out.costs({.title = "Allocations per task",
                            .unit = "allocations",
                            .baseline = "std::thread",
                            .columns = columns});
  pool workers;
  int const rounds = out.quick() ? 30 : 200;
  std::vector<std::pair<std::string, std::size_t>> const sizes{
      {"1 KiB", 1u << 10}, {"64 KiB", 1u << 16}, {"1 MiB", 1u << 20}, {"16 MiB", 1u << 24}};
  for (auto const& [row, size] : sizes) {
    bytes const data(size);
    std::vector<std::vector<double>> samples(designs.size());
    for (int i = 0; i != rounds; ++i) {  // interleaved, so that all see the same machine
      for (std::size_t d = 0; d != designs.size(); ++d) {
        auto const start = std::chrono::steady_clock::now();
        designs[d].task(workers, data);
        std::chrono::duration<double, std::micro> const took = std::chrono::steady_clock::now() - start;
        samples[d].push_back(took.count());
      }
    }
    time.position(row, static_cast<double>(size));
    for (std::size_t d = 0; d != designs.size(); ++d)
      time.set(row, designs[d].name, ex::summarise(samples[d]));
  }
  auto& room = out.costs({.title = "Bytes allocated per task that sees 16 MiB",
                          .unit = "bytes",
                          .baseline = "std::thread",
                          .columns = columns});
  bytes const data(1u << 24);
  for (auto const& one : designs) {
    long const before = allocations(), bytes_before = bytes_allocated();
    constexpr int tasks = 10;
    for (int i = 0; i != tasks; ++i) one.task(workers, data);
    memory.set("one task", one.name, static_cast<double>(allocations() - before) / tasks);
    room.set("one task", one.name, static_cast<double>(bytes_allocated() - bytes_before) / tasks);
  }
  out.claim_that("a scoped guard allocates no more than std::thread does",
                 memory.ratio("one task", "join_guard") <= 1.0,
                 fmt::format("{:.2f} times as often", memory.ratio("one task", "join_guard")));
  // Counted, not timed: on a busy machine a new thread waits for its turn longer than a copy takes.
  double const borrowed = std::max(room.at("one task", "join_guard"), room.at("one task", "scope"));
  double const copied = room.at("one task", "spawn, a copy");
  out.claim_that("what a scoped task sees is borrowed, what a spawned one sees is copied",
                 borrowed < 1024 && copied >= static_cast<double>(data.size()),
                 fmt::format("{:.0f} and {:.0f} bytes allocated for a task that sees {}", borrowed, copied,
                             data.size()));
}

}  // namespace scoped_threads
