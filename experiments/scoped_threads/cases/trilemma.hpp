// SPDX-License-Identifier: BSL-1.0
// The scene of the trilemma: a coroutine lets a task write its local variable, while the same thread has
// other work to do. Each task_*.cpp starts the task in one design; with -DMISUSE=1 it can also leak the task.
// Source: "Changing the rules of Rust", of scoped tasks: concurrency, parallelism, borrowing, pick two.
#pragma once

#include <atomic>
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/reference.hpp"

/// `co_await pass{}` lets others go on.
using pass = std::suspend_always;

/// A coroutine that runs only while its owner resumes it, up to the next pass. The owner ends its frame.
///
/// A forgotten task is never resumed and its frame never freed, so forgetting it is harmless, unless the
/// frame keeps a guard on what another frame owns. The type cannot show what the frame keeps: hence a task is
/// not Leak, but where its author says that it keeps no guard.
template <class R, class Leaks = tenure::no>
class [[nodiscard]] task {
 public:
  struct promise_type {
    std::optional<R> result;
    std::exception_ptr failure;

    task get_return_object() { return task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    pass initial_suspend() noexcept { return {}; }
    pass final_suspend() noexcept { return {}; }
    void return_value(R value) { result.emplace(std::move(value)); }
    void unhandled_exception() noexcept { failure = std::current_exception(); }
  };

  task(task&& other) noexcept : frame_{std::exchange(other.frame_, nullptr)} {}
  task& operator=(task&&) = delete;
  ~task() {
    if (frame_) frame_.destroy();
  }

  /// Whether it has come to its end, after one more step.
  bool step() {
    if (!frame_.done()) frame_.resume();
    return frame_.done();
  }
  /// Precondition: it has come to its end. Throws what the coroutine threw.
  R result() && {
    if (frame_.promise().failure) std::rethrow_exception(frame_.promise().failure);
    return std::move(*frame_.promise().result);
  }

 private:
  explicit task(std::coroutine_handle<promise_type> frame) noexcept : frame_{frame} {}
  std::coroutine_handle<promise_type> frame_;
};
template <class R, class Leaks>
struct tenure::declare<tenure::marker::leak, task<R, Leaks>> : Leaks {};

inline void breathe() { std::this_thread::sleep_for(std::chrono::milliseconds{1}); }

/// What all threads of the scene know.
struct scene {
  std::atomic<bool> started{false};  ///< the task runs
  std::atomic<bool> others{false};   ///< the caller's thread has done something else since
  std::atomic<bool> ended{false};    ///< the task has written
  std::atomic<int> in_threads{0};    ///< tasks that run in a thread of their own
  std::thread::id ran_in;            ///< where the task ran
};
inline scene watched;

/// The task: passes until the other work is done, but not for ever, then writes what it borrowed.
/// Its result: whether the other work was done meanwhile.
inline task<bool, tenure::yes> work(tenure::unique<int> place) {
  watched.ran_in = std::this_thread::get_id();
  watched.started = true;
  for (int i = 0; i != 200 && !watched.others; ++i) co_await pass{};
  bool const seen = watched.others;
  *place = 1;
  watched.ended = true;
  co_return seen;
}

/// The task in a thread of its own, with a borrowed place.
inline bool run_borrowing(tenure::unique<int> place) {
  ++watched.in_threads;
  auto all = work(std::move(place));
  while (!all.step()) breathe();
  --watched.in_threads;
  return std::move(all).result();
}

struct observed {
  bool concurrency = false, borrowing = false;
};
/// The caller, in the design of the case.
task<observed> caller();

inline task<bool> other_work() {
  while (!watched.started) co_await pass{};
  watched.others = true;
  co_return true;
}

/// Runs the caller and the other work in turns, and prints what was seen.
inline void observe() {
  auto calling = caller();
  auto other = other_work();
  for (bool all = false; !all; breathe()) {
    bool const called = calling.step();
    all = other.step() && called;
  }
  auto const saw = std::move(calling).result();
  std::printf("concurrency=%d parallelism=%d borrowing=%d\n", saw.concurrency,
              watched.ran_in != std::this_thread::get_id(), saw.borrowing);
}

#if MISUSE
/// A caller that leaks the task once it runs.
task<bool> leaking_caller();

/// The task may write only after the frame of the caller was freed.
inline void leak() {
  {
    auto leaking = leaking_caller();
    while (!leaking.step()) breathe();
  }
  watched.others = true;
  while (watched.in_threads != 0) breathe();
}
#endif

/// Observes; with an argument it leaks.
int main(int argc, char**) {
#if MISUSE
  if (argc > 1) {
    leak();
    return 0;
  }
#endif
  if (argc == 1) observe();
}
