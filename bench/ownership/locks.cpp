// SPDX-License-Identifier: BSL-1.0
// A lock that owns its value and a channel, against what C++ has: a mutex beside a value, and a queue with
// one.
#include "support/bench.hpp"
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/rw_lock.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <utility>

namespace {

struct beside {
  std::mutex lock;
  long value = 0;
};
beside plain;
tenure::mutex<long> owning{0};
std::shared_mutex readers_lock;
long read_by_many = 0;
tenure::rw_lock<long> readers{0};

void add_plain(benchmark::State& state) {
  for (auto _ : state) {
    std::lock_guard const held{plain.lock};
    tenure::bench::keep(plain.value += 1);
  }
}
void add_owning(benchmark::State& state) {
  tenure::shared const all{owning};
  for (auto _ : state) {
    auto held = all.lock();
    tenure::bench::keep(*held += 1);
  }
}
void read_plain(benchmark::State& state) {
  for (auto _ : state) {
    std::shared_lock const held{readers_lock};
    tenure::bench::keep(static_cast<long const&>(read_by_many));
  }
}
void read_owning(benchmark::State& state) {
  tenure::shared const all{readers};
  for (auto _ : state) {
    auto const held = all.read();
    tenure::bench::keep(*held);
  }
}

/// While it lives, another thread takes the lock over and over.
template <void (*Once)()>
class rival {
  std::atomic<bool> ending_{false};
  std::thread thread_{[this] {
    while (!ending_.load(std::memory_order_relaxed)) Once();
  }};

 public:
  ~rival() {
    ending_ = true;
    thread_.join();
  }
};
void once_plain() {
  std::lock_guard const held{plain.lock};
  plain.value += 1;
}
void once_owning() { *tenure::shared{owning}.lock() += 1; }
void contend_plain(benchmark::State& state) {
  rival<once_plain> const other;
  add_plain(state);
}
void contend_owning(benchmark::State& state) {
  rival<once_owning> const other;
  add_owning(state);
}

/// What one writes by hand.
class queue {
  std::mutex lock_;
  std::condition_variable not_empty_;
  std::deque<long> values_;

 public:
  void push(long value) {
    {
      std::lock_guard const held{lock_};
      values_.push_back(value);
    }
    not_empty_.notify_one();
  }
  long pop() {
    std::unique_lock held{lock_};
    not_empty_.wait(held, [&] { return !values_.empty(); });
    long const first = values_.front();
    values_.pop_front();
    return first;
  }
};

void through_queue(benchmark::State& state) {
  queue values;
  for (auto _ : state) {
    values.push(1);
    tenure::bench::keep(values.pop());
  }
}
void through_channel(benchmark::State& state) {
  auto ends = tenure::channel<long>::unbounded();
  for (auto _ : state) {
    tenure::bench::keep(ends.send.send(1).has_value());
    tenure::bench::keep(ends.receive.recv());
  }
}

/// A batch of values from another thread.
constexpr long batch = 1000;
void stream_queue(benchmark::State& state) {
  queue values, requests;
  std::thread other([&] {
    while (requests.pop() != 0) {
      for (long i = 0; i != batch; ++i) values.push(i);
    }
  });
  for (auto _ : state) {
    requests.push(1);
    for (long i = 0; i != batch; ++i) tenure::bench::keep(values.pop());
  }
  requests.push(0);
  other.join();
  state.SetItemsProcessed(state.iterations() * batch);
}
void stream_channel(benchmark::State& state) {
  auto values = tenure::channel<long>::unbounded();
  auto requests = tenure::channel<long>::unbounded();
  std::thread other([&] {
    while (requests.receive.recv()) {
      for (long i = 0; i != batch; ++i) tenure::bench::keep(values.send.send(i).has_value());
    }
  });
  for (auto _ : state) {
    tenure::bench::keep(requests.send.send(1).has_value());
    for (long i = 0; i != batch; ++i) tenure::bench::keep(values.receive.recv());
  }
  {
    auto const last = std::move(requests.send);
  }
  other.join();
  state.SetItemsProcessed(state.iterations() * batch);
}

/// The C++ library takes some locks without atomic instructions until the program has started a thread.
bool const many_threads = [] {
  std::thread([] {}).join();
  return true;
}();

[[maybe_unused]] tenure::bench::group const locks = [] {
  tenure::bench::keep(many_threads);
  return tenure::bench::group("lock, add and unlock, nobody else")
      .baseline("std::mutex", add_plain)
      .add("mutex", add_owning);
}();
[[maybe_unused]] tenure::bench::group const contended =
    tenure::bench::group("lock, add and unlock, against another thread")
        .baseline("std::mutex", contend_plain)
        .add("mutex", contend_owning);
[[maybe_unused]] tenure::bench::group const reading =
    tenure::bench::group("lock to read and unlock, nobody else")
        .baseline("std::shared_mutex", read_plain)
        .add("rw_lock", read_owning);
[[maybe_unused]] tenure::bench::group const passing = tenure::bench::group("send and receive in one thread")
                                                          .baseline("mutex and deque", through_queue)
                                                          .add("channel", through_channel);
[[maybe_unused]] tenure::bench::group const streaming =
    tenure::bench::group("receive 1000 values from another thread")
        .baseline("mutex and deque", stream_queue)
        .add("channel", stream_channel);

}  // namespace
