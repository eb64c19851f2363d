// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdlib>
#include <deque>
#include <expected>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/static_bound.hpp"

/// `channel<T>`: values from many senders to one receiver, in another thread or in the same one.
///
///   auto [send, receive] = tenure::channel<job>::bounded(16);
///
/// What goes through it changes its thread, so it is Send. It lies in a buffer that both ends own: an end
/// that is sent through its own channel makes a circle, and then what is buffered is never destroyed. So it
/// is Leak. It is moved into the buffer and out of it, so it is Move. Source: Rust's `mpsc`, with the bounds
/// of "Changing the rules of Rust".
namespace tenure {

inline namespace TENURE_ABI {

template <class T, class Lock>
class sender;
template <class T, class Lock>
class receiver;

}  // namespace TENURE_ABI

/// A value that `try_send` gives back.
template <class T>
struct unsent {
  T value;
  bool closed;  ///< the receiver has gone; else the channel was full
};

namespace detail {

template <class T, class Lock>
struct channel_state {
  using condition = std::conditional_t<std::is_same_v<Lock, std::mutex>, std::condition_variable,
                                       std::condition_variable_any>;
  Lock lock;
  condition not_empty, not_full;
  std::deque<T> values;
  std::size_t const room;
  std::size_t senders = 1;
  bool receiving = true;

  explicit channel_state(std::size_t most) : room{most} {}
};

}  // namespace detail

inline namespace TENURE_ABI {

template <class T, class Lock = std::mutex>
struct channel_ends {
  sender<T, Lock> send;
  receiver<T, Lock> receive;
};

/// Makes channels. `Lock` is the lock of the buffer.
template <class T, class Lock = std::mutex>
class channel {
  static consteval bool enforced() {
    return enforce<rule::send<T>>() && enforce<rule::leak<T>>() && enforce<rule::move<T>>();
  }
  static channel_ends<T, Lock> with_room(std::size_t room);

 public:
  /// `send` waits while `room` values are waiting to be received. Precondition: `room > 0`, else a trap
  /// in checked builds [ownership.channel].
  static channel_ends<T, Lock> bounded(std::size_t room);
  /// `send` never waits.
  static channel_ends<T, Lock> unbounded();
};

/// The end into which values go; `clone()` makes more. It may be shared among threads.
template <class T, class Lock = std::mutex>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] sender
    : affine<"[ownership.affine] a sender is moved, never copied: write clone() for one more",
             sender<T, Lock>> {
  using state = detail::channel_state<T, Lock>;
  std::shared_ptr<state> state_;

  TENURE_RETURNS(unconsumed)
  explicit sender(std::shared_ptr<state> counted_already) noexcept : state_{std::move(counted_already)} {}
  friend channel<T, Lock>;

  state& live() const noexcept {
    expects(state_ != nullptr, "[ownership.affine] a sender was used after it was moved from");
    return *state_;
  }

 public:
  using value_type = T;

  sender(sender&&) = default;
  sender(sender const&) = default;  // deleted by the base, whose name says why
  sender& operator=(sender&& other) noexcept {
    sender ended{std::move(*this)};
    state_ = std::move(other.state_);
    return *this;
  }
  sender& operator=(sender const&) = default;
  /// With the last sender the channel ends: the receiver gets what is left, and then nothing.
  ~sender() {
    if (!state_) return;
    bool last = false;
    {
      std::unique_lock const held{state_->lock};
      last = --state_->senders == 0;
    }
    if (last) state_->not_empty.notify_one();
  }

  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  sender clone() const {
    std::unique_lock const held{live().lock};
    ++live().senders;
    return sender{state_};
  }

  /// Waits for room, and puts the value in. The error is the value, if the receiver has gone. The channel is
  /// unchanged if the move constructor throws.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  std::expected<void, T> send(T value) const {
    state& to = live();
    {
      std::unique_lock held{to.lock};
      to.not_full.wait(held, [&] { return !to.receiving || to.values.size() < to.room; });
      if (!to.receiving) return std::unexpected{std::move(value)};
      to.values.push_back(std::move(value));
    }
    to.not_empty.notify_one();
    return {};
  }

  /// The same without waiting: a full channel gives the value back, too.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  std::expected<void, unsent<T>> try_send(T value) const {
    state& to = live();
    {
      std::unique_lock const held{to.lock};
      if (!to.receiving || to.values.size() >= to.room) {
        return std::unexpected{unsent<T>{std::move(value), !to.receiving}};
      }
      to.values.push_back(std::move(value));
    }
    to.not_empty.notify_one();
    return {};
  }
};

/// The end from which values come, in the order in which they were sent. There is one.
template <class T, class Lock = std::mutex>
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] receiver
    : affine<"[ownership.affine] a receiver is moved, never copied: write std::move", receiver<T, Lock>> {
  using state = detail::channel_state<T, Lock>;
  std::shared_ptr<state> state_;

  TENURE_RETURNS(unconsumed)
  explicit receiver(std::shared_ptr<state> known) noexcept : state_{std::move(known)} {}
  friend channel<T, Lock>;

  state& live() const noexcept {
    expects(state_ != nullptr, "[ownership.affine] a receiver was used after it was moved from");
    return *state_;
  }
  /// Precondition: not empty, and locked.
  static std::optional<T> take_first(state& from) {
    std::optional<T> first{std::move(from.values.front())};
    from.values.pop_front();
    return first;
  }

 public:
  using value_type = T;

  receiver(receiver&&) = default;
  receiver(receiver const&) = default;  // deleted by the base, whose name says why
  receiver& operator=(receiver&& other) noexcept {
    receiver ended{std::move(*this)};
    state_ = std::move(other.state_);
    return *this;
  }
  receiver& operator=(receiver const&) = default;
  /// Nobody will receive what is left: it ends here, and senders get their values back from now on.
  ~receiver() {
    if (!state_) return;
    std::deque<T> left;
    {
      std::unique_lock const held{state_->lock};
      state_->receiving = false;
      left.swap(state_->values);
    }
    state_->not_full.notify_all();
  }

  /// Waits for a value. Nothing, once all senders have gone and all values were received.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  std::optional<T> recv() {
    state& from = live();
    std::optional<T> first;
    {
      std::unique_lock held{from.lock};
      from.not_empty.wait(held, [&] { return !from.values.empty() || from.senders == 0; });
      if (from.values.empty()) return std::nullopt;
      first = take_first(from);
    }
    from.not_full.notify_one();
    return first;
  }

  /// The same without waiting: nothing also if nothing has been sent yet.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  std::optional<T> try_recv() {
    state& from = live();
    std::optional<T> first;
    {
      std::unique_lock const held{from.lock};
      if (from.values.empty()) return std::nullopt;
      first = take_first(from);
    }
    from.not_full.notify_one();
    return first;
  }

  /// No value will ever come again.
  TENURE_CALLABLE_WHEN("unconsumed", "unknown")
  [[nodiscard]] bool finished() const {
    state& from = live();
    std::unique_lock const held{from.lock};
    return from.values.empty() && from.senders == 0;
  }
};

template <class T, class Lock>
channel_ends<T, Lock> channel<T, Lock>::with_room(std::size_t room) {
  auto state = std::make_shared<detail::channel_state<T, Lock>>(room);
  sender<T, Lock> first{state};
  return {std::move(first), receiver<T, Lock>{std::move(state)}};
}

template <class T, class Lock>
channel_ends<T, Lock> channel<T, Lock>::bounded(std::size_t room) {
  if constexpr (enforced()) {
    expects(room > 0, "[ownership.channel] a bounded channel needs room for one value at least");
    return with_room(room);
  } else {
    std::abort();
  }
}

template <class T, class Lock>
channel_ends<T, Lock> channel<T, Lock>::unbounded() {
  if constexpr (enforced()) {
    return with_room(std::numeric_limits<std::size_t>::max());
  } else {
    std::abort();
  }
}

}  // namespace TENURE_ABI

/// `channel<T>::bounded(room)` under a name of its own.
template <class T>
channel_ends<T> bounded_channel(std::size_t room) {
  return channel<T>::bounded(room);
}

template <class T, class Lock>
struct declare<marker::send, sender<T, Lock>> : when<is<marker::send, T>> {};
template <class T, class Lock>
struct declare<marker::sync, sender<T, Lock>> : when<is<marker::send, T>> {};
/// Assigning a sender is a write.
template <class T, class Lock>
struct declare<marker::synchronised, sender<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::leak, sender<T, Lock>> : like<T> {};
template <class T, class Lock>
struct declare<marker::send, receiver<T, Lock>> : when<is<marker::send, T>> {};
/// There is one receiver, which one thread uses.
template <class T, class Lock>
struct declare<marker::sync, receiver<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::synchronised, receiver<T, Lock>> : no {};
template <class T, class Lock>
struct declare<marker::leak, receiver<T, Lock>> : like<T> {};
template <class T, class Lock>
struct declare<marker::static_bound, sender<T, Lock>> : like<T> {};
template <class T, class Lock>
struct declare<marker::static_bound, receiver<T, Lock>> : like<T> {};

/// A shared sender sends, and can be cloned.
template <class T, class Lock>
struct sharing<sender<T, Lock>> {
  using frozen = no;

  class access {
    sender<T, Lock> const* it_;

   public:
    explicit access(sender<T, Lock> const& it) noexcept : it_{std::addressof(it)} {}
    std::expected<void, T> send(T value) const { return it_->send(std::move(value)); }
    std::expected<void, unsent<T>> try_send(T value) const { return it_->try_send(std::move(value)); }
    sender<T, Lock> clone() const { return it_->clone(); }
  };
};

}  // namespace tenure
