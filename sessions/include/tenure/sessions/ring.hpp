// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/cursor.hpp"
#include "tenure/sessions/lanes.hpp"
#include "tenure/sessions/slot.hpp"

namespace tenure::sessions {

namespace detail {

/// A queue of `Room` messages for one thread, in place.
template <std::size_t Size, std::size_t Align, std::size_t Room>
class ring {
  static_assert(std::has_single_bit(Room));
  std::uint32_t head_ = 0, tail_ = 0;  // count on and on; their difference is what lies in the ring
  message_slot<Size, Align> slots_[Room];

 public:
  constexpr bool empty() const noexcept { return head_ == tail_; }
  constexpr bool full() const noexcept { return tail_ - head_ == Room; }
  constexpr auto& front() noexcept { return slots_[head_ % Room]; }
  constexpr auto const& front() const noexcept { return slots_[head_ % Room]; }
  constexpr auto& back() noexcept { return slots_[tail_ % Room]; }
  constexpr void push() noexcept { ++tail_; }
  constexpr void pop() noexcept { ++head_; }
};

}  // namespace detail

inline namespace TENURE_ABI {

/// An in-memory carrier for one thread: one ring for each ordered pair of roles, in the object itself. No
/// heap.
///
///   loopback<ping_pong> wires;
///   auto c = wires.open<client>();
///
/// `Room` is how many messages a ring holds, rounded up to a power of two. Since nobody else runs, waiting is
/// pointless: a `recv` from an empty ring and a `send` into a full one trap [sessions.blocked]; ask `ready()`
/// or use `try_send` and `try_recv` where the order of the roles' steps is not plain. With `faults::report`
/// the steps return `std::expected`, so that a role sees that another one left.
/// Every operation takes constant time, whatever the size of the protocol; so it works in constant
/// expressions, too.
template <auto const& G, std::size_t Room = 8, faults OnFault = faults::trap>
class loopback {
  static_assert(told<rule::well_formed<G>>());

  detail::lane_row<G, detail::ring, std::bit_ceil(Room)> lanes_;
  fault fault_{};
  std::size_t inside_ = 0;
  enum class stay : std::uint8_t { before, inside, after } stays_[graph_of<G>.role_count] = {};

 public:
  static constexpr faults on_fault = OnFault;

  constexpr loopback() noexcept = default;
  loopback(loopback const&) = delete;
  loopback& operator=(loopback const&) = delete;
  /// Ends the messages that nobody took. Precondition: all cursors have ended.
  constexpr ~loopback() {
    expects(inside_ == 0, "[sessions.open] a carrier ended before the cursors of its session");
    lanes_.each([](auto& queue, detail::lane_plan const& plan) {
      if (plan.trivial && !std::is_constant_evaluated()) return;
      for (; !queue.empty(); queue.pop()) queue.front().end(detail::layouts<G>[queue.front().message()]);
    });
  }

  /// The cursor of a role, at the start of the protocol. Precondition: the role has not been opened yet, else
  /// a trap [sessions.open].
  template <class Role>
  constexpr auto open() {
    return detail::open<G, Role>(*this);
  }
  /// The first fault of the session, or none.
  constexpr fault failure() const noexcept { return fault_; }

  // What cursors use; see Carrier.
  template <int Self>
  constexpr void enter() noexcept {
    if (stays_[Self] != stay::before) {
      trap("[sessions.open] a role was opened twice: a session has one cursor for each role");
    }
    stays_[Self] = stay::inside;
    ++inside_;
  }
  template <int Self>
  constexpr void finish() noexcept {
    if (std::exchange(stays_[Self], stay::after) == stay::inside)
      --inside_;  // the parts of a par may all say so
  }
  template <int Self>
  constexpr void leave(fault why) noexcept {
    finish<Self>();
    if (!fault_) fault_ = why;
  }
  template <int From, int To>
  constexpr bool room() const noexcept {
    return !lanes_.template at<From, To>().full();
  }
  template <int From, int To, int Id, class M>
  constexpr outcome put(M&& message) {
    auto& lane = lanes_.template at<From, To>();
    if (fault_) [[unlikely]]
      return outcome::failed;
    if (lane.full()) [[unlikely]]
      return outcome::later;
    lane.back().template put<std::remove_cvref_t<M>>(Id, std::forward<M>(message));
    lane.push();
    return outcome::done;
  }
  template <int From, int To>
  constexpr int head() const noexcept {
    auto& lane = lanes_.template at<From, To>();
    return lane.empty() ? -1 : lane.front().message();
  }
  template <int From, int To, class M>
  constexpr M& front() noexcept {
    return lanes_.template at<From, To>().front().template get<M>();
  }
  template <int From, int To, class M>
  constexpr void pop() noexcept {
    auto& lane = lanes_.template at<From, To>();
    lane.front().template end<M>();
    lane.pop();
  }
  template <int Self, class Question>
  constexpr bool wait(Question question) {
    return fault_ || question();
  }
};

}  // namespace TENURE_ABI

}  // namespace tenure::sessions
