// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/erased.hpp"
#include "tenure/sessions/explain.hpp"

/// What is allowed, and worth knowing: a role that runs ahead of a loop in which it takes no part. What it
/// sends waits in a queue that only the carrier bounds.
namespace tenure::sessions {

namespace detail {

template <int N>
constexpr void remark_on(graph const& g, int role, pen& to) {
  erased<N> const seen(g, role);
  for (int p = 0; p < seen.end(); ++p) {
    node const& loop = seen.at(p);
    if (loop.code != op::loop || !loop.falls) continue;
    int behind = p + 1;
    while (seen.node_at[behind] < seen.node_at[p] + loop.length) ++behind;
    if (seen.events_before[behind] != seen.events_before[p]) continue;
    p = behind - 1;  // loops in this one are no news
    int const next = seen.resolved[behind];
    if (next >= seen.end() || seen.at(next).from != role) continue;
    if (to.size > 0) to << " ";
    to << "remark: ";
    to.role(role) << " takes no part in ";
    to.tag("loop", loop.tag) << " and may run ahead of it: it ";
    to.does(role, seen.node_at[next])
        << " without waiting for the loop to end, as far as the carrier's queues reach.";
  }
}

}  // namespace detail

/// Writes the remarks on a well-formed protocol, at most `room` characters, and returns how many they have.
template <int N>
constexpr int write_remarks(graph const& g, char* out, int room) {
  detail::pen to{g, out, room};
  for (int role = 0; role < g.role_count; ++role) detail::remark_on<N>(g, role, to);
  return to.size;
}

}  // namespace tenure::sessions
