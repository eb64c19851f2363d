// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>

#include "tenure/sessions/fault.hpp"

/// A carrier moves the messages of one session. Cursors ask it for the few things below, with the numbers of
/// roles and messages known at compile time, so that each becomes a handful of instructions.
///
/// The premises, on which freedom from deadlock rests, and which the compiler cannot check:
///   1. One queue for each ordered pair of roles, first in, first out. What was put is taken once, unchanged;
///      a carrier may be slow, and may fail as a whole, but does not lose, repeat or reorder.
///   2. A queue has room for at least one message, and its room comes back when the message is taken.
///   3. A put message belongs to the carrier, which ends it if nobody takes it. A taken one belongs to the
///      taker. A put or take that answers `later` or `failed` has not touched the message.
///   4. `wait` of a role returns when its question turns true, or when the session ends: whoever puts, takes
///      or leaves wakes those who wait for it. No other event needs to.
///   5. The first fault is kept. From then on every operation of every role answers `failed`.
///   6. The carrier outlives its cursors and does not move. A role is opened once.
namespace tenure::sessions {

/// How an operation of a carrier went.
enum class outcome : std::uint8_t {
  done,
  later,   ///< not possible yet; nothing has changed
  failed,  ///< the session has ended: `failure()` says why; nothing has changed
};

/// What the steps of its cursors make of a fault.
enum class faults : std::uint8_t {
  trap,    ///< they end the program, and so return the next cursor itself
  report,  ///< they return `std::expected<next, fault>`
};

namespace detail {
/// Stands for a message in the concept.
struct any_message {};
struct any_question {
  bool operator()() const;
};
}  // namespace detail

/// The operations. `From`, `To` and `Self` are numbers of roles, `Id` is that of a message.
template <class C>
concept Carrier = requires(C c, C const& seen, detail::any_message m) {
  /// What its cursors do about faults.
  { C::on_fault } -> std::convertible_to<faults>;
  /// Would a put from From to To find room now?
  { seen.template room<0, 1>() } -> std::same_as<bool>;
  /// Puts message number Id at the end of the queue, if there is room.
  { c.template put<0, 1, 0>(static_cast<detail::any_message&&>(m)) } -> std::same_as<outcome>;
  /// The number of the message at the head of the queue, or -1. Does not wait.
  { seen.template head<0, 1>() } -> std::same_as<int>;
  /// The message at the head. Precondition: it is an any_message.
  { c.template front<0, 1, detail::any_message>() } -> std::same_as<detail::any_message&>;
  /// Ends the message at the head, and removes it.
  { c.template pop<0, 1, detail::any_message>() };
  /// Waits until the question is answered with yes or the session ends. Returns false where that can never
  /// come about.
  { c.template wait<0>(detail::any_question{}) } -> std::same_as<bool>;
  /// The first fault, or none.
  { seen.failure() } -> std::convertible_to<fault>;
  /// The role has come to its end.
  { c.template finish<0>() };
  /// The role gives up: this is the fault, if it is the first, and all others are told.
  { c.template leave<0>(fault{}) };
};

}  // namespace tenure::sessions
