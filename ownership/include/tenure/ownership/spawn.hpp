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

#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/static_bound.hpp"
#include "tenure/ownership/task.hpp"

/// `spawn`: a thread that nobody has to wait for, given only what may cross threads and may live for ever.
/// Source: Rust's `thread::spawn`; its bounds are the ones of "Changing the rules of Rust".
namespace tenure {

inline namespace TENURE_ABI {

template <class R>
class join_handle;

/// Runs `f(args...)` in a thread of its own. The arguments are decayed and moved, and `f` receives them as
/// rvalues; they end in the new thread when `f` has returned.
///
/// `f` captures nothing [ownership.captures]; arguments and result are Send [ownership.send], borrow nothing
/// [ownership.static] and are Leak, for the thread may outlive `main` [ownership.leak].
/// If no thread can be started, `std::system_error` is thrown and nothing is lost: what was moved in is moved
/// back to where it came from, if its type can be assigned. One allocation besides the one of std::thread.
template <class F, class... Args>
auto spawn(F f, Args&&... args);

/// A thread and the result to come. Dropping the handle lets the thread run on alone.
template <class R>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] join_handle
    : affine<"[ownership.affine] a join_handle is moved, never copied: write std::move", join_handle<R>> {
  std::thread thread_;
  std::shared_ptr<detail::outcome<R>> outcome_;

  TENURE_RETURNS(unconsumed)
  join_handle(std::thread thread, std::shared_ptr<detail::outcome<R>> outcome) noexcept
      : thread_{std::move(thread)}, outcome_{std::move(outcome)} {}
  template <class F, class... Args>
  friend auto spawn(F, Args&&...);

 public:
  join_handle(join_handle&&) = default;
  join_handle(join_handle const&) = default;  // deleted by the base, whose name says why
  join_handle& operator=(join_handle&& other) noexcept {
    join_handle ended{std::move(*this)};
    thread_ = std::move(other.thread_);
    outcome_ = std::move(other.outcome_);
    return *this;
  }
  join_handle& operator=(join_handle const&) = default;
  ~join_handle() {
    if (thread_.joinable()) thread_.detach();
  }

  /// Waits for the end of the thread: its result, or what it threw. Consumes the handle.
  /// Throws `std::system_error` in the thread itself, which cannot wait for its own end.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  TENURE_LEAVES(consumed)
  [[nodiscard]] std::expected<R, std::exception_ptr> join() && {
    expects(thread_.joinable(), "[ownership.affine] a join_handle was used after it was moved from");
    thread_.join();
    auto const outcome = std::move(outcome_);
    return std::move(*outcome->result);
  }
};

template <class F, class... Args>
auto spawn(F f, Args&&... args) {
  if constexpr (!detail::spawnable<F, std::decay_t<Args>...>()) {
    std::abort();
  } else {
    using result = detail::result_of<F, std::decay_t<Args>...>;
    if constexpr (detail::enforce_all<rule::static_bound<std::decay_t<Args>>..., rule::static_bound<result>,
                                      rule::leak<std::decay_t<Args>>..., rule::leak<result>>()) {
      struct packet : detail::outcome<result> {
        std::tuple<std::decay_t<Args>...> arguments;
        explicit packet(Args&&... given) : arguments(std::forward<Args>(given)...) {}
      };
      auto const shared_packet = std::make_shared<packet>(std::forward<Args>(args)...);
      try {
        std::thread thread{[f, shared_packet] { shared_packet->run(f, shared_packet->arguments); }};
        return join_handle<result>{std::move(thread), shared_packet};
      } catch (...) {
        auto const give_back = [](auto& stored, auto&& place) {
          using stored_type = std::remove_reference_t<decltype(stored)>;
          if constexpr (std::is_same_v<decltype(place), stored_type&&> &&
                        std::is_move_assignable_v<stored_type>) {
            place = std::move(stored);
          }
        };
        std::apply([&](auto&... stored) { (give_back(stored, std::forward<Args>(args)), ...); },
                   shared_packet->arguments);
        throw;
      }
    } else {
      std::abort();
    }
  }
}

}  // namespace TENURE_ABI

/// A handle says nothing about the result before it is joined. It is Send and Sync whatever it returns.
template <class R>
struct declare<marker::send, join_handle<R>> : yes {};
template <class R>
struct declare<marker::sync, join_handle<R>> : yes {};
template <class R>
struct declare<marker::synchronised, join_handle<R>> : no {};
/// The result lies in memory that the thread owns too, as in a counted handle.
template <class R>
struct declare<marker::leak, join_handle<R>> : like<R> {};

}  // namespace tenure
