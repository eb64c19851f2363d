// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace tenure::sessions {

/// Why a session ended before its protocol did.
enum class cause : unsigned char {
  none,       ///< it did not
  cancelled,  ///< a role gave up, or dropped its cursor [sessions.cancelled]
  frame,      ///< what arrived is not what the protocol says [sessions.frame]
  drift,      ///< the two ends were built from different protocols [sessions.drift]
  lost,       ///< the transport failed [sessions.lost]
};

/// How a session ended before its protocol did, and with which role it began. Of several faults a carrier
/// keeps the first.
struct fault {
  cause why = cause::none;
  int role = -1;  ///< the number of the role that left, or whose message was not due

  constexpr explicit operator bool() const noexcept { return why != cause::none; }
  friend constexpr bool operator==(fault const&, fault const&) = default;
};

}  // namespace tenure::sessions
