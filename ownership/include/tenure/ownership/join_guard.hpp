// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <exception>
#include <expected>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/task.hpp"

/// `spawn_scoped`: a thread that borrows from the frame that waits for it, in the destructor of a guard.
///
/// This is the API that Rust removed in 2015, because a guard can be leaked there, and then the thread goes
/// on using a frame that is gone. Here the guard is not Leak, so every API that could skip its destructor
/// rejects it. It is not Move either: it stays in the frame in which it was made, or inside a local
/// aggregate, and is not made by `new`. So no vector and no shared_ptr can take it away, which no marker
/// would see.
///
/// What C++ cannot say: that the guard is declared after what it borrows, and that a guard made in a `return`
/// statement borrows nothing of that frame. Clang sees the latter where the references are made in the call.
namespace tenure {

inline namespace TENURE_ABI {

template <class R>
class join_guard;

/// Runs `f(args...)` in a thread that the returned guard waits for. Arguments may borrow: pass
/// `tenure::shared{x}`, `tenure::unique{x}` or an `own`, each of what was declared before the guard.
/// Until the guard ends, x is left alone where it was lent as unique, and only read where shared.
///
/// `f` captures nothing [ownership.captures]; arguments and result are Send [ownership.send].
/// If no thread can be started, `std::system_error` is thrown, the arguments end here, and what they borrowed
/// is free again. The only allocation is the one of std::thread.
template <class F, class... Args>
auto spawn_scoped(F f, Args... args TENURE_LIFETIMEBOUND);

/// A thread that borrows, and the result to come. Its destructor waits.
template <class R>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] join_guard {
  detail::outcome<R> outcome_;
  std::thread thread_;

  template <class F, class... Args>
  TENURE_RETURNS(unconsumed)
  join_guard(F f, std::tuple<Args...>&& arguments)
      : thread_{[this, f, arguments = std::move(arguments)]() mutable { outcome_.run(f, arguments); }} {}
  template <class F, class... Args>
  friend auto spawn_scoped(F, Args...);

 public:
  using result_type = R;

  join_guard(join_guard const&) = delete;
  join_guard& operator=(join_guard const&) = delete;
  static void* operator new(std::size_t) = delete;
  static void* operator new[](std::size_t) = delete;
  ~join_guard() {
    if (thread_.joinable()) thread_.join();
  }

  /// Waits for the end of the thread: its result, or what it threw. Consumes the guard. A guard that ends
  /// without having been asked drops both.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] std::expected<R, std::exception_ptr> join() && {
    expects(thread_.joinable(), "[ownership.affine] a join_guard was joined twice");
    thread_.join();
    return std::move(*outcome_.result);
  }
};

template <class F, class... Args>
auto spawn_scoped(F f, Args... args TENURE_LIFETIMEBOUND) {
  if constexpr (detail::spawnable<F, Args...>()) {
    return join_guard<detail::result_of<F, Args...>>{f, std::tuple<Args...>{std::move(args)...}};
  } else {
    std::abort();
  }
}

}  // namespace TENURE_ABI

/// What it gives to others is a result, which is Send.
template <class R>
struct declare<marker::send, join_guard<R>> : yes {};
template <class R>
struct declare<marker::sync, join_guard<R>> : yes {};
template <class R>
struct declare<marker::synchronised, join_guard<R>> : no {};
/// The point of it all.
template <class R>
struct declare<marker::leak, join_guard<R>> : no {};
template <class R>
struct declare<marker::move, join_guard<R>> : no {};
template <class R>
struct declare<marker::transfer, join_guard<R>> : no {};

}  // namespace tenure
