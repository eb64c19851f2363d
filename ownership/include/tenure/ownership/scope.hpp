// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>
#include <exception>
#include <expected>
#include <memory>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/task.hpp"

/// `scope(f)`: threads that borrow from the frame, all of which end before `scope` returns.
///
///   tenure::scope([&](tenure::scope_handle& threads) {
///     threads.spawn([](tenure::shared<int> n) { ... }, tenure::shared{number});
///   });
///
/// Nobody holds a guard that could be leaked: the waiting is done by `scope` itself. That is how Rust closed
/// the hole of 2015 (`thread::scope`), at the price that the threads end where a function call ends.
///
/// What C++ cannot say: that what a thread borrows was declared outside of `f`.
namespace tenure {

namespace rule {

/// [ownership.scope] A scoped task belongs to its scope.
template <class R>
struct leaves_scope;

}  // namespace rule

inline namespace TENURE_ABI {

/// One thread of a scope, and the result to come. To be used inside the scope only.
template <class R>
class TENURE_CONSUMABLE(unconsumed) scoped_task
    : affine<"[ownership.affine] a scoped_task is moved, never copied: write std::move", scoped_task<R>> {
  struct state;
  state* state_;

  TENURE_RETURNS(unconsumed)
  explicit scoped_task(state& known) noexcept : state_{&known} {}
  friend class scope_handle;

 public:
  using result_type = R;

  scoped_task(scoped_task&& other) noexcept : state_{std::exchange(other.state_, nullptr)} {}
  scoped_task(scoped_task const&) = default;  // deleted by the base, whose name says why

  /// Waits for the end of the thread: its result, or what it threw. Consumes the task.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] std::expected<R, std::exception_ptr> join() &&;
};

/// Spawns the threads of one scope. Only `scope` makes one.
class scope_handle {
  struct member {
    std::thread thread;
    member() = default;
    member(member const&) = delete;
    member& operator=(member const&) = delete;
    virtual ~member() = default;
    /// What it threw, if nobody has asked for its result.
    virtual std::exception_ptr failure() noexcept = 0;
  };
  std::vector<std::unique_ptr<member>> members_;

  scope_handle() = default;
  ~scope_handle() { join_all(); }

  void join_all() noexcept {
    for (auto const& one : members_) {
      if (one->thread.joinable()) one->thread.join();
    }
  }
  /// Waits for all, and throws on what the first of them threw whose result nobody has asked for.
  void finish() {
    join_all();
    for (auto const& one : members_) {
      if (auto failure = one->failure()) std::rethrow_exception(std::move(failure));
    }
  }

  template <class R>
  friend class scoped_task;
  template <class F>
  friend auto scope(F&& f) -> std::invoke_result_t<F, scope_handle&>;

 public:
  scope_handle(scope_handle const&) = delete;
  scope_handle& operator=(scope_handle const&) = delete;

  /// Runs `f(args...)` in a thread that ends before the scope does. Arguments may borrow what was declared
  /// outside of the scope: pass `tenure::shared{x}`, `tenure::unique{x}` or an `own`.
  ///
  /// `f` captures nothing [ownership.captures]; arguments and result are Send [ownership.send].
  /// If no thread can be started, `std::system_error` is thrown and the arguments end here. One allocation
  /// besides the one of std::thread. The task may be ignored.
  template <class F, class... Args>
  auto spawn(F f, Args... args);
};

template <class R>
struct scoped_task<R>::state : scope_handle::member, detail::outcome<R> {
  bool asked = false;

  std::exception_ptr failure() noexcept override {
    bool const threw = this->result && !this->result->has_value();  // it has none if it was never started
    return threw && !asked ? this->result->error() : nullptr;
  }
};

template <class R>
std::expected<R, std::exception_ptr> scoped_task<R>::join() && {
  expects(state_ != nullptr, "[ownership.affine] a scoped_task was joined twice");
  state* const it = std::exchange(state_, nullptr);
  it->thread.join();
  it->asked = true;
  return std::move(*it->result);
}

template <class F, class... Args>
auto scope_handle::spawn(F f, Args... args) {
  if constexpr (detail::spawnable<F, Args...>()) {
    using task = scoped_task<detail::result_of<F, Args...>>;
    auto owned = std::make_unique<typename task::state>();
    auto* const it = owned.get();
    members_.push_back(std::move(owned));  // first, so that nothing fails once the thread runs
    it->thread = std::thread{
        [it, f, arguments = std::tuple<Args...>{std::move(args)...}]() mutable { it->run(f, arguments); }};
    return task{*it};
  } else {
    std::abort();
  }
}

/// Calls `f(handle)`, waits for all threads that were spawned with the handle, also when `f` throws, and
/// returns what `f` returned. Throws what `f` throws, else what the first thread threw whose result nobody
/// asked for. `f` runs in this thread and may capture. Precondition: no scoped_task leaves `f`.
template <class F>
auto scope(F&& f) -> std::invoke_result_t<F, scope_handle&> {
  using result = std::invoke_result_t<F, scope_handle&>;
  if constexpr (enforce<rule::leaves_scope<result>>()) {
    scope_handle threads;
    if constexpr (std::is_void_v<result>) {
      std::forward<F>(f)(threads);
      threads.finish();
    } else {
      result made = std::forward<F>(f)(threads);
      threads.finish();
      return std::forward<result>(made);
    }
  } else {
    std::abort();
  }
}

}  // namespace TENURE_ABI

namespace rule {

template <class R>
struct leaves_scope {
  static constexpr bool holds = true;
};
template <class R>
struct leaves_scope<scoped_task<R>> {
  static constexpr bool holds = false;
  static constexpr auto sentence() {
    return "[ownership.scope] a scoped_task<" + name_of<R> +
           "> ends with its scope: join it inside, and return the result";
  }
};

}  // namespace rule

/// A scope is joined by the thread that opened it.
template <class R>
struct declare<marker::send, scoped_task<R>> : no {};
template <class R>
struct declare<marker::sync, scoped_task<R>> : no {};
template <class R>
struct declare<marker::leak, scoped_task<R>> : yes {};
template <>
struct declare<marker::send, scope_handle> : no {};
template <>
struct declare<marker::sync, scope_handle> : no {};

}  // namespace tenure
