// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <type_traits>

#include "tenure/ownership/config.hpp"
#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/steps.hpp"

/// On what a step does when it does not go on at once: kept out of the way, so that the rest is inlined.
#if defined(__GNUC__)
#define TENURE_RARE [[gnu::cold, gnu::noinline]]
#else
#define TENURE_RARE
#endif

namespace tenure::sessions::detail::inline TENURE_ABI {

/// How sessions end before their time, for all cursors of a role. The state is told, and not part of the
/// type: what is compiled for each state is what each step pays for.
template <auto const& G, class Role, class Carrier>
struct endings {
  static constexpr machine const& table = machine_for<G, Role>;
  static constexpr int self = role_number<G, Role>;

  /// This role, too, has come to its end, for the fault of the session.
  TENURE_RARE static constexpr fault close(Carrier& wires) noexcept {
    fault const why = wires.failure();
    wires.template leave<self>(why);
    if constexpr (Carrier::on_fault == faults::trap) stop(why);
    return why;
  }

  /// The end of a cursor that was not used up: the others are told, and then a checked build traps, unless
  /// the session has ended before or an exception passes.
  TENURE_RARE static constexpr void dropped(Carrier& wires, [[maybe_unused]] int in_state) noexcept {
    bool blameless = static_cast<bool>(wires.failure());
    if (!std::is_constant_evaluated()) blameless = blameless || std::uncaught_exceptions() > 0;
    wires.template leave<self>(fault{cause::cancelled, self});
    if constexpr (is_checked) {
      if (!blameless) {
        stop_at("[sessions.drop]", graph_of<G>, table, in_state, "; its cursor was dropped: cancel() it");
      }
    }
  }

  [[noreturn]] TENURE_RARE static void blocked([[maybe_unused]] int in_state) noexcept {
    if constexpr (is_checked) {
      stop_at("[sessions.blocked]", graph_of<G>, table, in_state,
              "; it waits, and nobody else runs: ask ready(), or use try_send and try_recv");
    } else {
      trap("[sessions.blocked] a step waits for what can never come");
    }
  }

  [[noreturn]] TENURE_RARE static void mistaken([[maybe_unused]] int in_state) noexcept {
    if constexpr (is_checked) {
      stop_at("[sessions.label]", graph_of<G>, table, in_state,
              "; another one came than recv() was asked for: ask next_is<>() first, or offer()");
    } else {
      trap("[sessions.label] another message came than recv() was asked for");
    }
  }

  [[noreturn]] TENURE_RARE static void stop([[maybe_unused]] fault why) noexcept {
    if constexpr (is_checked) {
      bool const left = why.why == cause::cancelled;
      draft line;
      line << (left ? "[sessions.cancelled] " : "[sessions.frame] ") << *graph_of<G>.roles[why.role];
      trap((line << (left ? " has left the session" : " sent what was not due")).chars);
    } else {
      trap("[sessions.cancelled] the session has ended: failure() of its carrier says why");
    }
  }
};

}  // namespace tenure::sessions::detail::inline TENURE_ABI
