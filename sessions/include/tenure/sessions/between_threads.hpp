// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "tenure/ownership/declare.hpp"
#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/cursor.hpp"
#include "tenure/sessions/lanes.hpp"
#include "tenure/sessions/slot.hpp"

namespace tenure::sessions {

namespace detail {

/// What two threads write stays this far apart, so that they do not take turns with one cache line.
inline constexpr std::size_t cache_line = 64;

/// A queue of `Room` messages from one thread to another, without locks. Each side writes its own index and
/// remembers the last one it saw of the other's, which it reads again only when it must.
/// Source: L. Lamport's queue of one producer and one consumer.
template <std::size_t Size, std::size_t Align, std::size_t Room>
class shared_ring {
  static_assert(std::has_single_bit(Room));
  alignas(cache_line) std::atomic<std::uint32_t> tail_{0};  // written by the sender
  std::uint32_t head_seen_ = 0;                             // the sender's
  alignas(cache_line) std::atomic<std::uint32_t> head_{0};  // written by the receiver
  alignas(cache_line) message_slot<Size, Align> slots_[Room];

 public:
  // the sender's side
  bool full() noexcept {
    std::uint32_t const tail = tail_.load(std::memory_order_relaxed);
    if (tail - head_seen_ < Room) return false;
    head_seen_ = head_.load(std::memory_order_acquire);
    return tail - head_seen_ == Room;
  }
  auto& back() noexcept { return slots_[tail_.load(std::memory_order_relaxed) % Room]; }
  void push() noexcept { tail_.store(tail_.load(std::memory_order_relaxed) + 1, std::memory_order_release); }

  // the receiver's side
  bool empty() const noexcept {
    return tail_.load(std::memory_order_acquire) == head_.load(std::memory_order_relaxed);
  }
  auto& front() noexcept { return slots_[head_.load(std::memory_order_relaxed) % Room]; }
  auto const& front() const noexcept { return slots_[head_.load(std::memory_order_relaxed) % Room]; }
  void pop() noexcept { head_.store(head_.load(std::memory_order_relaxed) + 1, std::memory_order_release); }
};

/// What a role waits at: a number that grows whenever something happens to one of its queues.
struct alignas(cache_line) bell {
  std::atomic<std::uint32_t> rung{0};

  void ring() noexcept {
    rung.fetch_add(1);
    rung.notify_all();
  }
  /// Whoever rings has made the answer yes before, so that a yes is not missed: either it is seen here, or
  /// the number has changed by then.
  template <class Question>
  void wait_until(Question question) {
    for (;;) {
      std::uint32_t const before = rung.load();
      if (question()) return;
      rung.wait(before);
    }
  }
};

}  // namespace detail

inline namespace TENURE_ABI {

/// An in-memory carrier between threads: a lock-free ring for each ordered pair of roles, in the object
/// itself. No heap, no locks.
///
///   between_threads<ping_pong> wires;
///   std::jthread serving{[s = wires.open<server>()]() mutable { serve(std::move(s)); }};
///
/// A role's cursor is used by one thread at a time (the parts of a `par` by one each). A step that must wait
/// sleeps in `std::atomic::wait`, and wakes when its queue moves or a role leaves; `try_send`, `try_recv` and
/// `ready()` never wait. By default steps return `std::expected`: a session between threads ends when one of
/// its roles leaves, wherever the others are.
/// `Room` is how many messages a ring holds, rounded up to a power of two.
template <auto const& G, std::size_t Room = 8, faults OnFault = faults::report>
class between_threads {
  static_assert(told<rule::well_formed<G>>());

  static constexpr int roles = graph_of<G>.role_count;

  // `full` remembers what it saw of the other side, and so is the sender's even where it is only asked
  mutable detail::lane_row<G, detail::shared_ring, std::bit_ceil(Room)> lanes_;
  detail::bell bells_[roles];
  alignas(detail::cache_line) std::atomic<std::uint32_t> fault_{0};  // 0, or cause and role
  std::atomic<int> inside_{0};
  enum class stay : std::uint8_t { before, inside, after };
  std::atomic<stay> stays_[roles]{};

 public:
  static constexpr faults on_fault = OnFault;

  between_threads() noexcept = default;
  between_threads(between_threads const&) = delete;
  between_threads& operator=(between_threads const&) = delete;
  /// Ends the messages that nobody took. Precondition: all cursors have ended, before this in the sense of
  /// threads, too.
  ~between_threads() {
    expects(inside_.load() == 0, "[sessions.open] a carrier ended before the cursors of its session");
    lanes_.each([](auto& queue, detail::lane_plan const& plan) {
      if (plan.trivial) return;
      for (; !queue.empty(); queue.pop()) queue.front().end(detail::layouts<G>[queue.front().message()]);
    });
  }

  /// The cursor of a role, at the start of the protocol. Precondition: the role has not been opened yet, else
  /// a trap in every build [sessions.open].
  template <class Role>
  auto open() {
    return detail::open<G, Role>(*this);
  }
  /// The first fault of the session, or none.
  fault failure() const noexcept {
    std::uint32_t const packed = fault_.load(std::memory_order_acquire);
    return packed == 0 ? fault{} : fault{static_cast<cause>(packed & 0xff), static_cast<int>(packed >> 8)};
  }

  // What cursors use; see Carrier.
  template <int Self>
  void enter() noexcept {
    if (stays_[Self].exchange(stay::inside) != stay::before) {
      trap("[sessions.open] a role was opened twice: a session has one cursor for each role");
    }
    ++inside_;
  }
  template <int Self>
  void finish() noexcept {
    if (stays_[Self].exchange(stay::after) == stay::inside) --inside_;  // the parts of a par may all say so
  }
  template <int Self>
  void leave(fault why) noexcept {
    std::uint32_t none = 0;
    std::uint32_t const packed =
        static_cast<std::uint32_t>(why.role) << 8 | static_cast<std::uint32_t>(why.why);
    if (fault_.compare_exchange_strong(none, packed)) {
      for (auto& each : bells_) each.ring();
    }
    finish<Self>();
  }
  template <int From, int To>
  bool room() const noexcept {
    return !lanes_.template at<From, To>().full();
  }
  template <int From, int To, int Id, class M>
  outcome put(M&& message) {
    auto& lane = lanes_.template at<From, To>();
    if (failure()) [[unlikely]]
      return outcome::failed;
    if (lane.full()) [[unlikely]]
      return outcome::later;
    lane.back().template put<std::remove_cvref_t<M>>(Id, std::forward<M>(message));
    lane.push();
    bells_[To].ring();
    return outcome::done;
  }
  template <int From, int To>
  int head() const noexcept {
    auto const& lane = lanes_.template at<From, To>();
    return lane.empty() ? -1 : lane.front().message();
  }
  template <int From, int To, class M>
  M& front() noexcept {
    return lanes_.template at<From, To>().front().template get<M>();
  }
  template <int From, int To, class M>
  void pop() noexcept {
    auto& lane = lanes_.template at<From, To>();
    lane.front().template end<M>();
    lane.pop();
    bells_[From].ring();
  }
  template <int Self, class Question>
  bool wait(Question question) {
    bells_[Self].wait_until([&] { return failure() || question(); });
    return true;
  }
};

}  // namespace TENURE_ABI

}  // namespace tenure::sessions

/// Such a cursor may change its thread. It is not shared: each use consumes it.
template <auto const& G, class Role, int State, std::size_t Room, tenure::sessions::faults OnFault>
struct tenure::declare<
    tenure::marker::send,
    tenure::sessions::cursor<G, Role, State, tenure::sessions::between_threads<G, Room, OnFault>>>
    : tenure::yes {};
