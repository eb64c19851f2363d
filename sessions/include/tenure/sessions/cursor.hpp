// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <expected>
#include <type_traits>
#include <utility>

#include "tenure/ownership/address.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/diagnose.hpp"
#include "tenure/sessions/endings.hpp"
#include "tenure/sessions/ends.hpp"
#include "tenure/sessions/offer.hpp"
#include "tenure/sessions/parts.hpp"
#include "tenure/sessions/queues.hpp"
#include "tenure/sessions/steps.hpp"

namespace tenure::sessions {

inline namespace TENURE_ABI {

/// Where a role stands in its protocol. One word. Each step consumes the cursor and returns the next one, so
/// that what may be done next is a matter of type; states are canonical, so a loop comes back to the type it
/// started from, and is written as a loop:
///
///   while (s.next_is<ping>()) s = std::move(s).recv(p).send(pong{p.value});
///
/// Over a carrier with `faults::report` each step returns `std::expected` of what is said below, with the
/// fault of the session as the error; over one with `faults::trap` a fault ends the program.
/// A step that waits for what can never come traps [sessions.blocked].
///
/// A cursor is affine. On Clang, using one twice [sessions.used] and dropping one before its protocol ends
/// [sessions.drop] are compile errors (`-Werror=consumed`), elsewhere traps in checked builds. Where nothing
/// stops it (unchecked, or while an exception passes), dropping a cursor cancels its session.
/// Every step costs a constant number of instructions, whatever the size of the protocol.
template <auto const& G, class Role, int State, class Carrier>
class TENURE_CONSUMABLE(unconsumed) TENURE_TRIVIAL_ABI [[nodiscard]] cursor
    : affine<"[sessions.copy] a cursor is moved, never copied: write std::move",
             cursor<G, Role, State, Carrier>> {
  static constexpr machine const& table = detail::machine_for<G, Role>;
  static constexpr int self = role_number<G, Role>;
  static constexpr state const& here = table.states[State];
  static constexpr bool ended = here.kind == state_kind::final;

  Carrier* wires_;  // null after the last use

  friend detail::cursor_access;
  template <auto const&, class, int, class>
  friend class cursor;

  constexpr Carrier& look() const noexcept {
    expects(wires_ != nullptr, "[sessions.used] a cursor was used after it was moved from or took its step");
    return *wires_;
  }
  constexpr Carrier& use() noexcept {
    Carrier& wires = look();
    wires_ = nullptr;
    return wires;
  }

  using inbox = detail::inbox<G, Role, State>;
  using endings = detail::endings<G, Role, Carrier>;
  template <int Target>
  using at = cursor<G, Role, Target, Carrier>;

 public:
  TENURE_RETURNS(unconsumed)
  constexpr cursor(detail::key, Carrier& wires) noexcept : wires_{address_of(wires)} {}
  constexpr cursor(cursor&& other) noexcept : wires_{std::exchange(other.wires_, nullptr)} {}
  cursor(cursor const&) = default;  // deleted by the base, whose name says why
  TENURE_RETURNS(unconsumed)
  constexpr cursor(dead_end) noexcept : wires_{nullptr} {}
  /// Refused, with a sentence.
  template <class Other, int There>
    requires(!std::is_same_v<cursor<G, Other, There, Carrier>, cursor>)
  TENURE_RETURNS(unconsumed)
  constexpr cursor(cursor<G, Other, There, Carrier>&&) noexcept : wires_{nullptr} {
    static_cast<void>(enforce<rule::same_place<G, Role, State, Other, There>>());
  }

  TENURE_CALLABLE_WHEN("consumed")
  constexpr cursor& operator=(cursor&& other) noexcept {
    expects(wires_ == nullptr, "[sessions.drop] a cursor was overwritten while its session goes on");
    if (wires_ != nullptr) end();
    wires_ = std::exchange(other.wires_, nullptr);
    return *this;
  }
  cursor& operator=(cursor const&) = default;

  TENURE_CALLABLE_WHEN("consumed")
  constexpr ~cursor()
    requires(!ended)
  {
    if (wires_ != nullptr) end();
  }
  constexpr ~cursor()
    requires(ended)
  {
    if (wires_ != nullptr) end();
  }

  /// Sends a message; waits while its queue is full. `send<To>(m)` where several roles may be sent an `M`.
  template <class To = anyone, class M>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto send(M&& message) && {
    using step = rule::step<G, Role, State, action::send, std::remove_cvref_t<M>, To>;
    if constexpr (enforce<step>()) {
      Carrier& wires = look();
      outcome went = wires.template put<self, step::way.peer, step::way.message>(std::forward<M>(message));
      while (went == outcome::later) [[unlikely]] {
        if (!wires.template wait<self>([&] { return wires.template room<self, step::way.peer>(); }))
          endings::blocked(State);
        went = wires.template put<self, step::way.peer, step::way.message>(std::forward<M>(message));
      }
      wires_ = nullptr;
      if (went == outcome::failed) [[unlikely]]
        return failed<at<step::way.target>>(wires);
      return onwards<at<step::way.target>>(wires);
    } else {
      return dead_end{};
    }
  }

  /// Receives a message into `into`; waits for it. `recv<From>(p)` where an `M` may come from several roles.
  /// Precondition in a state in which other messages may come, too: `next_is<M>()`, else a trap in every
  /// build [sessions.label].
  template <class From = anyone, class M>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto recv(M& into) && {
    using step = rule::step<G, Role, State, action::receive, M, From>;
    if constexpr (enforce<step>()) {
      Carrier& wires = look();
      if (!arrived<step::found.edge>(wires)) [[unlikely]]
        return failed<at<step::way.target>>(use());
      into = std::move(wires.template front<step::way.peer, self, M>());
      wires.template pop<step::way.peer, self, M>();
      wires_ = nullptr;
      return onwards<at<step::way.target>>(wires);
    } else {
      return dead_end{};
    }
  }

  /// The same with the message and the next cursor in one: `auto [p, next] = std::move(c).recv<pong>();`
  /// Clang does not follow structured bindings: `adopt(std::move(next))` puts a cursor under tracking again.
  template <class M, class From = anyone>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto recv() && {
    using step = rule::step<G, Role, State, action::receive, M, From>;
    if constexpr (enforce<step>()) {
      using got = received<M, at<step::way.target>>;
      Carrier& wires = look();
      if (!arrived<step::found.edge>(wires)) [[unlikely]]
        return failed<got>(use());
      M message{std::move(wires.template front<step::way.peer, self, M>())};
      wires.template pop<step::way.peer, self, M>();
      wires_ = nullptr;
      return result<got>{got{std::move(message), at<step::way.target>{detail::key{}, wires}}};
    } else {
      return dead_end{}.template recv<M>();
    }
  }

  /// Whether the next message is an `M`; waits for it. With a fault to report the answer is no.
  template <class M, class From = anyone>
  TENURE_CALLABLE_WHEN("unconsumed")
  [[nodiscard]] constexpr bool next_is() const {
    using step = rule::step<G, Role, State, action::receive, M, From>;
    if constexpr (enforce<step>()) {
      int const which = arrival(look());
      if (which == -1 && Carrier::on_fault == faults::trap) endings::stop(look().failure());
      return which == step::found.edge;
    } else {
      return false;
    }
  }

  /// Receives any of the messages that may come, and calls the arm for it with the message and the next
  /// cursor; waits for one. Arms take their message by type, `otherwise(f)` takes the rest; each returns a
  /// cursor, or what `finish()` or `cancel()` returned. The result is that of the arms, and where they
  /// differ, `one_of` theirs. `offer(a, b)` is `offer(overloaded{a, b})`.
  template <class... Arms>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto offer(Arms&&... given) && {
    if constexpr (sizeof...(Arms) == 1) {
      return offer_to(given...);
    } else {
      overloaded<std::remove_cvref_t<Arms>...> arms{std::forward<Arms>(given)...};
      return offer_to(arms);
    }
  }

  /// Offers again and again, as long as an arm returns to this very state; then it is as `offer`.
  template <class... Arms>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto repeat(Arms&&... given) && {
    if constexpr (sizeof...(Arms) == 1) {
      return detail::repeated<cursor>(std::move(*this), given...);
    } else {
      overloaded<std::remove_cvref_t<Arms>...> arms{std::forward<Arms>(given)...};
      return detail::repeated<cursor>(std::move(*this), arms);
    }
  }

  /// Tries to send without waiting. Where it cannot be done now, the error has the cursor, and the message
  /// is as it was.
  template <class To = anyone, class M>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto try_send(M&& message) && {
    using step = rule::step<G, Role, State, action::send, std::remove_cvref_t<M>, To>;
    if constexpr (enforce<step>()) {
      using tried = std::expected<at<step::way.target>, retry<cursor>>;
      Carrier& wires = use();
      if (wires.template put<self, step::way.peer, step::way.message>(std::forward<M>(message)) ==
          outcome::done) {
        return tried{std::in_place, detail::key{}, wires};
      }
      return tried{std::unexpect, detail::key{}, wires, wires.failure()};
    } else {
      return dead_end{};
    }
  }

  /// Tries to receive without waiting, as `try_send`. The error also comes back when a message is there, but
  /// not an `M`.
  template <class From = anyone, class M>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto try_recv(M& into) && {
    using step = rule::step<G, Role, State, action::receive, M, From>;
    if constexpr (enforce<step>()) {
      using tried = std::expected<at<step::way.target>, retry<cursor>>;
      Carrier& wires = look();
      bool const there = !wires.failure() && inbox::first(wires) == step::found.edge;
      if (there) {
        into = std::move(wires.template front<step::way.peer, self, M>());
        wires.template pop<step::way.peer, self, M>();
      }
      wires_ = nullptr;
      if (there) return tried{std::in_place, detail::key{}, wires};
      return tried{std::unexpect, detail::key{}, wires, wires.failure()};
    } else {
      return dead_end{};
    }
  }
  template <class M, class From = anyone>
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed) constexpr auto try_recv() && {
    using step = rule::step<G, Role, State, action::receive, M, From>;
    if constexpr (enforce<step>()) {
      using got = received<M, at<step::way.target>>;
      using tried = std::expected<got, retry<cursor>>;
      Carrier& wires = look();
      if (wires.failure() || inbox::first(wires) != step::found.edge) {
        return tried{std::unexpect, detail::key{}, use(), wires.failure()};
      }
      M message{std::move(wires.template front<step::way.peer, self, M>())};
      wires.template pop<step::way.peer, self, M>();
      wires_ = nullptr;
      return tried{got{std::move(message), at<step::way.target>{detail::key{}, wires}}};
    } else {
      return dead_end{};
    }
  }

  /// Whether the next step will not wait: a message that may come is there; every message that may be sent
  /// has room; or the session has ended, which the next step will tell.
  TENURE_CALLABLE_WHEN("unconsumed")
  [[nodiscard]] constexpr bool ready() const {
    Carrier const& wires = look();
    if constexpr (here.kind == state_kind::receive) {
      return wires.failure() || inbox::first(wires) != -1;
    } else if constexpr (here.kind == state_kind::send) {
      return wires.failure() || detail::outbox<G, Role, State>::has_room(wires);
    } else {
      return true;
    }
  }

  /// One cursor for each part of the `par` that begins here, in the order of the choreography:
  /// `auto [a, b] = std::move(c).split();`. They are independent of each other: their steps may be taken in
  /// any order, and over a carrier between threads by several threads. `join` makes one of them again.
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed)
  constexpr auto split() && {
    if constexpr (enforce<rule::turn<G, Role, State, state_kind::fork, "[sessions.order]">>()) {
      return detail::split_at<G, Role, State>(use());
    } else {
      return dead_end{};
    }
  }

  /// Ends the session for this role. Only in a final state.
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed)
  constexpr finished finish() && noexcept {
    if constexpr (enforce<rule::turn<G, Role, State, state_kind::final, "[sessions.final]">>()) {
      use().template finish<self>();
    }
    return detail::cursor_access::end(true);
  }

  /// Gives up: the other roles' next steps report `cause::cancelled`, with this role.
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed)
  constexpr finished cancel() && noexcept {
    use().template leave<self>(fault{cause::cancelled, self});
    return detail::cursor_access::end(false);
  }

 private:
  static constexpr bool reports = Carrier::on_fault == faults::report;
  template <class Next>
  using result = std::conditional_t<reports, std::expected<Next, fault>, Next>;

  template <class Next>
  static constexpr result<Next> onwards(Carrier& wires) {
    if constexpr (reports) {
      return result<Next>{std::in_place, detail::key{}, wires};
    } else {
      return Next{detail::key{}, wires};
    }
  }
  template <class Arms>
  constexpr auto offer_to(Arms& arms) {
    using offered = detail::offered<G, Role, State, Carrier, Arms>;
    if constexpr (!enforce<rule::turn<G, Role, State, state_kind::receive, "[sessions.order]">>()) {
      return dead_end{};
    } else if constexpr (!offered::enforced()) {
      return dead_end{};
    } else {
      using accepted = detail::accepted<G, Role, State, Carrier, Arms>;
      Carrier& wires = look();
      int const way = arrival(wires);
      wires_ = nullptr;
      if (way == -1) [[unlikely]]
        return accepted::failed(endings::close(wires));
      return accepted::call(wires, way, arms);
    }
  }
  /// The session has ended before the step.
  template <class Next>
  static constexpr result<Next> failed(Carrier& wires) {
    if constexpr (reports) {
      return result<Next>{std::unexpect, endings::close(wires)};
    } else {
      endings::close(wires);
      std::unreachable();
    }
  }
  /// Whether the message of that edge has arrived; waits for it. False when the session has ended.
  template <int At>
  static constexpr bool arrived(Carrier& wires) {
    int const found = arrival(wires);
    if (here.count > 1 && found != -1 && found != At) [[unlikely]]
      endings::mistaken(State);
    return found != -1;
  }
  /// Waits for a message that may come in this state: its edge, or -1 when the session has ended.
  static constexpr int arrival(Carrier& wires) {
    if (wires.failure()) [[unlikely]]
      return -1;
    int const found = inbox::first(wires);
    return found != -1 ? found : late_arrival(wires);
  }
  TENURE_RARE static constexpr int late_arrival(Carrier& wires) noexcept {
    int found = -1;
    bool const possible = wires.template wait<self>([&] {
      bool const all_heard = inbox::full(wires);  // asked first: a message may come between the two questions
      found = inbox::first(wires);
      return found != -1 || all_heard;
    });
    if (!possible) endings::blocked(State);
    if (found == -1 && !wires.failure()) {
      wires.template leave<self>(fault{cause::frame, table.edges[here.first].peer});
    }
    return wires.failure() ? -1 : found;
  }
  /// The end of a cursor that was not used up.
  constexpr void end() noexcept {
    Carrier& wires = *std::exchange(wires_, nullptr);
    if constexpr (ended) {
      wires.template finish<self>();
    } else {
      endings::dropped(wires, State);
    }
  }
};

}  // namespace TENURE_ABI

namespace detail {

/// How a carrier makes the cursor of a role, at the start of the protocol.
template <auto const& G, class Role, class Carrier>
constexpr auto open(Carrier& wires) {
  if constexpr (!well_formed<G>) {
    return dead_end{};  // the carrier's type has said why
  } else if constexpr (!enforce<rule::has_role<G, Role>>()) {
    return dead_end{};
  } else {
    wires.template enter<role_number<G, Role>>();
    return cursor_access::make<cursor<G, Role, 0, Carrier>>(wires);
  }
}

}  // namespace detail

}  // namespace tenure::sessions
