// SPDX-License-Identifier: BSL-1.0
// What the workloads of all designs have in common.
#pragma once

namespace run {

/// Called after each message: somebody else knows the ring, and so no message is forwarded past it. With
/// -DKEPT=1 somebody knows the roles' endpoints or cursors, too, as where each step of a role is in another
/// function: their state is in memory.
template <class Wires, class... Roles>
void forget(Wires const& wires, [[maybe_unused]] Roles const&... roles) {
#if KEPT
  (..., [](void const* known) { __asm__ volatile("" : : "r"(known) : "memory"); }(&roles));
#endif
  __asm__ volatile("" : : "r"(&wires) : "memory");
}

/// What a mail is in the workload, and how many messages it makes.
inline constexpr unsigned recipients = 2;
inline constexpr unsigned lines = 8;
inline constexpr unsigned messages_of_a_mail = 2 + 2 * recipients + 2 + lines + 2;

}  // namespace run
