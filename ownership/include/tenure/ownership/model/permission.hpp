// SPDX-License-Identifier: BSL-1.0
// What a value claims of the heap: a set of permissions, each "these cells hold one of these values, and I
// may get at them after opening these gates".
//
// This is a small separation algebra. RustBelt's predicates become precise: in a given heap a type's `own`
// and `shr` hold of exactly one resource or of none, so that a law can be decided by looking. A gate is one
// of RustBelt's ways to share an assertion: a full borrow, a fractured one, a non-atomic one, one at a
// lifetime, or an invariant behind a lock or a count. No gate at all is plain ownership.
#pragma once

#include "tenure/ownership/model/state.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tenure::model {

enum class opening : std::uint8_t {
  after,     ///< the lender's: opens when the lifetime has ended (what bor_create gives beside the borrow)
  borrow,    ///< full borrow, `&mut`: one holder
  fraction,  ///< fractured borrow: everybody reads, nobody writes
  local,     ///< non-atomic borrow: everything on one thread
  atomic,    ///< borrow at a lifetime: opened for one atomic step
  locked,    ///< after locking the cell `key` for writing
  reading,   ///< after locking the cell `key` for reading
  held,      ///< as long as `who`, who locked `key`, has not unlocked it (a guard)
  counted,   ///< one unit of the count
  last,      ///< for the drop of the last pointer counted at `key`
};

struct gate {
  opening how;
  lifetime until = forever;
  thread who = anyone;
  address key = 0;
  auto operator<=>(gate const&) const = default;
};

/// What a client may do with the bytes besides reading them.
enum class use : std::uint8_t {
  scalar,  ///< write any value that the claim allows
  opaque,  ///< nothing: a pointer, a tag that is shared, a lock, which its own operations change
  count,   ///< clone, and drop if it is a unit of its own
};

struct permission {
  address first = 0;
  std::uint8_t size = 1;
  use as = use::scalar;
  std::uint8_t units = 0;  ///< how much of a count; 0 for everything that is not a count
  value_set values = 0;
  std::vector<gate> gates = {};  ///< opened from first to last
  auto operator<=>(permission const&) const = default;
};

/// A set of permissions, sorted.
using resource = std::vector<permission>;

/// May the claim be had twice? Its outermost gate decides.
inline bool is_duplicable(permission const& p) {
  if (p.gates.empty()) return false;
  switch (p.gates.front().how) {
    case opening::fraction:
    case opening::local:
    case opening::atomic:
    case opening::locked:
    case opening::reading:
    case opening::last:
      return true;
    case opening::after:
    case opening::borrow:
    case opening::held:
    case opening::counted:
      return false;
  }
  return false;
}

inline bool overlap(permission const& p, permission const& q) {
  return p.first < q.first + q.size && q.first < p.first + p.size;
}

inline bool has_gate(permission const& p, opening how) {
  return std::ranges::any_of(p.gates, [&](gate const& g) { return g.how == how; });
}

inline permission timeless(permission p) {
  for (gate& g : p.gates) g.until = forever;
  return p;
}

/// The writer's and the reader's side of one lock.
inline bool are_two_sides(permission const& p, permission const& q) {
  auto const x = timeless(p).gates, y = timeless(q).gates;
  auto const [at, other] = std::ranges::mismatch(x, y);
  if (at == x.end() || other == y.end() || at->key != other->key) return false;
  auto const is_side = [](gate const& g) { return g.how == opening::locked || g.how == opening::reading; };
  return is_side(*at) && is_side(*other);
}

/// Two permissions may exist at once: of different cells, or under one protocol.
inline bool compatible(permission const& p, permission const& q) {
  if (!overlap(p, q)) return true;
  auto const sleeps_until = [](permission const& lender, permission const& other) {
    return !lender.gates.empty() && lender.gates[0].how == opening::after && !other.gates.empty() &&
           other.gates[0].how != opening::after && within(other.gates[0].until, lender.gates[0].until);
  };
  if (sleeps_until(p, q) || sleeps_until(q, p)) return true;
  if (p.as == use::count && q.as == use::count) return p.gates.back().who == q.gates.back().who;
  if (has_gate(p, opening::last) || has_gate(q, opening::last)) return true;  // opens when there is no other
  if (are_two_sides(p, q)) return true;
  if (!is_duplicable(p) || !is_duplicable(q)) return false;
  if (p.gates[0].how == opening::fraction && q.gates[0].how == opening::fraction) return true;
  permission const x = timeless(p), y = timeless(q);
  return x == y || (x.gates == y.gates && has_gate(x, opening::fraction));
}

/// Separating conjunction, or nothing when the two cannot both be. What is duplicable is kept once, units of
/// a count are added.
inline std::optional<resource> join(resource const& x, resource const& y) {
  resource both = x;
  for (permission const& q : y) {
    for (permission const& p : x) {
      if (!compatible(p, q)) return std::nullopt;
    }
    auto same = std::ranges::find_if(both, [&](permission const& p) {
      return p.first == q.first && p.gates == q.gates && p.units != 0 && q.units != 0 && !is_duplicable(q);
    });
    if (same != both.end()) {
      same->units = static_cast<std::uint8_t>(same->units + q.units);
    } else if (!is_duplicable(q) || std::ranges::find(both, q) == both.end()) {
      both.push_back(q);
    }
  }
  std::ranges::sort(both);
  return both;
}

/// Persistent: to have it twice is to have it once.
inline bool is_persistent(resource const& r) { return join(r, r) == r; }

/// The union of claims that belong together anyway, such as the parts of one shared value.
inline resource together(resource x, resource const& y) {
  x.insert(x.end(), y.begin(), y.end());
  std::ranges::sort(x);
  x.erase(std::ranges::unique(x).begin(), x.end());
  return x;
}

/// The same claims, to be had only through one more gate, outside all others.
inline resource behind(gate g, resource r) {
  for (permission& p : r) p.gates.insert(p.gates.begin(), g);
  std::ranges::sort(r);
  return r;
}

inline std::string text(permission const& p) {
  static constexpr char const* names[]{"after ",      "borrowed for ", "read-only for ",      "local to ",
                                       "atomic for ", "locked ",       "locked for reading ", "held ",
                                       "counted ",    "last "};
  std::string said = p.size == 1
                         ? "cell " + std::to_string(p.first)
                         : "cells " + std::to_string(p.first) + ".." + std::to_string(p.first + p.size - 1);
  said += " in " + text(p.values, p.size);
  if (p.gates.empty()) said += ", owned";
  for (gate const& g : p.gates) {
    said += std::string{", "} + names[static_cast<std::size_t>(g.how)];
    bool const by_key = g.how == opening::locked || g.how == opening::reading || g.how == opening::held ||
                        g.how == opening::last;
    if (by_key) said += "by cell " + std::to_string(g.key) + " ";
    if (g.who != anyone) said += "thread " + std::to_string(g.who) + " ";
    if (g.until != forever || !by_key) said += text(g.until);
  }
  return said;
}

inline std::string text(resource const& r) {
  std::string said;
  for (permission const& p : r) said += (said.empty() ? "" : "; ") + text(p);
  return said.empty() ? "nothing" : said;
}

}  // namespace tenure::model
