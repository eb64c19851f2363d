// SPDX-License-Identifier: BSL-1.0
// arc among threads. The values are plain, so that ThreadSanitizer sees every access that the counts fail to
// order: with a relaxed decrement, a relaxed upgrade or a relaxed get_mut it reports a race here.
#include <atomic>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/ownership/arc.hpp"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TENURE_TEST_TSAN 1
#endif
#endif

namespace {

// Many where they are cheap or where somebody watches; enough elsewhere to see that it works.
#if defined(TENURE_TEST_TSAN)
constexpr int rounds = 20'000;
#elif defined(NDEBUG)
constexpr int rounds = 300'000;
#else
constexpr int rounds = 5'000;
#endif
constexpr int thread_count = 4;

std::atomic<int> alive{0};

/// Plain data: read by all owners, written by the end of the value.
struct payload {
  int value;
  explicit payload(int v) : value{v} { alive.fetch_add(1, std::memory_order_relaxed); }
  payload(payload const&) = delete;
  ~payload() {
    value = -1;
    alive.fetch_sub(1, std::memory_order_relaxed);
  }
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::leak, payload> : tenure::yes {};

namespace {

using handle = tenure::arc<payload>;

/// Runs `f(i)` in `thread_count` threads, started together, and waits for them.
template <class F>
void in_threads(F f) {
  std::atomic<int> waiting{thread_count};
  std::vector<std::jthread> threads;
  for (int i = 0; i < thread_count; ++i) {
    threads.emplace_back([i, &f, &waiting] {
      waiting.fetch_sub(1, std::memory_order_relaxed);
      while (waiting.load(std::memory_order_relaxed) != 0) std::this_thread::yield();
      f(i);
    });
  }
}

TEST_CASE("arc: threads that clone, read and drop agree on when the value ends") {
  std::atomic<int> wrong{0};
  {
    auto const shared = handle::make(42);
    in_threads([&](int) {
      for (int i = 0; i < rounds; ++i) {
        auto const mine = shared.clone();
        auto const weak = mine.downgrade();
        auto const again = weak.upgrade();
        if (!again || (*again)->value != 42) ++wrong;
      }
    });
    REQUIRE(shared.strong_count() == 1);
    REQUIRE(shared.weak_count() == 0);
    REQUIRE(alive == 1);
  }
  REQUIRE(wrong == 0);
  REQUIRE(alive == 0);
}

TEST_CASE("arc: the last handle, in whichever thread, ends the value after all reads") {
  int const values = rounds / 200;
  int wrong = 0;
  for (int n = 0; n < values; ++n) {
    std::vector<handle> handles;
    std::atomic<int> bad{0};
    auto first = handle::make(n);
    for (int i = 1; i < thread_count; ++i) handles.push_back(first.clone());
    handles.push_back(std::move(first));
    in_threads([&](int i) {
      auto const mine = std::move(handles[static_cast<std::size_t>(i)]);
      if (mine->value != n) ++bad;
    });
    wrong += bad;
    if (alive != 0) ++wrong;
  }
  REQUIRE(wrong == 0);
}

TEST_CASE("arc: a weak handle gets the living value or nothing") {
  int const values = rounds / 200;
  int wrong = 0;
  for (int n = 0; n < values; ++n) {
    std::atomic<int> bad{0};
    std::optional strong{handle::make(n)};
    auto const weak = strong->downgrade();
    in_threads([&](int i) {
      if (i == 0) {
        strong.reset();
        return;
      }
      for (int tries = 0; tries < 50; ++tries) {
        auto const got = weak.upgrade();
        if (!got) return;
        if ((*got)->value != n) ++bad;
        std::this_thread::yield();
      }
    });
    wrong += bad;
    if (alive != 0 || weak.strong_count() != 0) ++wrong;
  }
  REQUIRE(wrong == 0);
}

TEST_CASE("arc: who becomes the sole owner may write what others have read") {
  int const values = rounds / 200;
  int wrong = 0;
  for (int n = 0; n < values; ++n) {
    auto sole = handle::make(n);
    std::atomic<int> bad{0};
    {
      std::jthread const reader{[&bad, n, mine = sole.clone()]() mutable {
        auto const held = std::move(mine);
        if (held->value != n) ++bad;
      }};
      payload* writable = nullptr;
      while ((writable = sole.get_mut()) == nullptr) std::this_thread::yield();
      writable->value = n + 1;
    }
    if (sole->value != n + 1) ++wrong;
    wrong += bad;
  }
  REQUIRE(wrong == 0);
}

TEST_CASE("arc: at most one of several owners unwraps the value") {
  using number = tenure::arc<int>;
  int const values = rounds / 200;
  int wrong = 0;
  for (int n = 0; n < values; ++n) {
    std::vector<number> handles;
    std::atomic<int> got{0};
    auto first = number::make(n);
    auto const weak = first.downgrade();
    for (int i = 1; i < thread_count; ++i) handles.push_back(first.clone());
    handles.push_back(std::move(first));
    in_threads([&](int i) {
      auto mine = std::move(handles[static_cast<std::size_t>(i)]);
      auto const value = std::move(mine).try_unwrap();
      if (value.has_value()) got += *value == n ? 1 : 100;
    });
    if (got > 1 || weak.upgrade().has_value()) ++wrong;
  }
  REQUIRE(wrong == 0);
}

TEST_CASE("arc: a weak handle that left make_cyclic upgrades when the value is whole") {
  int const values = rounds / 200;
  int wrong = 0;
  for (int n = 0; n < values; ++n) {
    std::atomic<int> seen{-1};
    std::jthread observer;
    auto const made = tenure::arc<int>::make_cyclic([&](auto const& self) {
      observer = std::jthread{[&seen, weak = self.clone()] {
        auto strong = weak.upgrade();
        while (!strong) {
          std::this_thread::yield();
          strong = weak.upgrade();
        }
        seen = **strong;
      }};
      return n;
    });
    observer.join();
    if (seen != n || made.strong_count() != 1) ++wrong;
  }
  REQUIRE(wrong == 0);
}

}  // namespace
