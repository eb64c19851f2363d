// SPDX-License-Identifier: BSL-1.0
// R1 to R10: what every semantic type must satisfy, and what Copy, Send, Sync and subtyping mean.
#pragma once

#include "tenure/ownership/model/law.hpp"

#include <string>
#include <vector>

namespace tenure::model {

/// own(tid, vl) only of as many bytes as the type has.
inline outcome check_size(rules const& r, bound const& in) {
  std::vector<type> types = catalogue(r);
  if (r.has(fault::longer_value)) {
    types[0].own = [](thread, bytes const& v, heap const&) -> claim {
      return !v.empty() && v[0] < 2 ? claim{resource{}} : std::nullopt;
    };
  }
  outcome all;
  for (type const& t : types) {
    all.add(
        detail::every_heap(t.name, in, widest, t.pointers, [&](heap const& h) -> std::optional<std::string> {
          for (std::size_t n = 0; n <= widest; ++n) {
            if (n != t.size && t.own(0, read(h, frame, n), h))
              return std::to_string(n) + " bytes are a value of " + t.name + ", whose size is " +
                     std::to_string(t.size);
          }
          return std::nullopt;
        }));
    if (all.found) break;
  }
  return all;
}

/// What is shared can be had twice, and two who have it get on.
inline outcome check_persistent(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    outcome const twice =
        detail::every_heap(t.name, in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
          claim const shared = t.shr(a, 0, frame, h);
          if (!shared || is_persistent(*shared)) return std::nullopt;
          return "sharing claims what cannot be had twice: " + text(*shared);
        });
    // What goes wrong is shown by two who have it, where they can do so.
    if (twice.found && all.add(detail::share_among(t, 2, r, in))) break;
    if (all.add(twice)) break;
  }
  return all;
}

namespace detail {
/// What of s is behind as many gates as p has: sharing puts new gates outside.
inline permission inner(permission s, permission const& p) {
  while (s.gates.size() > p.gates.size()) s.gates.erase(s.gates.begin());
  return s;
}
/// Can a full borrow of `owned` for 'a be turned into `shared`? Cell by cell: what is claimed exclusively may
/// be given away under any protocol, whose values must hold now; what is shared already stays so.
inline std::optional<std::string> not_shareable(resource const& owned, resource const& shared,
                                                heap const& h) {
  for (permission const& s : shared) {
    if (!contains(s.values, number(&h[s.first], s.size))) return "what is shared is not valid: " + text(s);
    for (address at = s.first; at < s.first + s.size; ++at) {
      bool const given = std::ranges::any_of(owned, [&](permission const& p) {
        return p.first <= at && at < p.first + p.size && (!is_duplicable(p) || entails(p, inner(s, p)));
      });
      if (!given) return "cell " + std::to_string(at) + " is shared but was not owned: " + text(s);
    }
  }
  return std::nullopt;
}
}  // namespace detail

/// Whatever is owned can be shared for a lifetime, and owned again when it has ended.
inline outcome check_share(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    all.add(
        detail::every_heap(t.name, in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
          claim const owned = owned_at(t, 0, frame, h);
          if (!owned) return std::nullopt;
          claim const shared = t.shr(a, 0, frame, h);
          if (!shared) return "it is owned but cannot be shared";
          return detail::not_shareable(*owned, *shared, h);
        }));
    if (all.found || all.add(detail::share_among(t, 1, r, in))) break;
  }
  return all;
}

/// Sharing for a longer lifetime is sharing for a shorter one.
inline outcome check_shorter(rules const& r, bound const& in) {
  std::vector<type> types = catalogue(r);
  if (r.has(fault::one_lifetime_only)) {
    types[0].shr = [shr = types[0].shr](lifetime k, thread who, address at, heap const& h) {
      return k == a ? shr(k, who, at, h) : std::nullopt;
    };
  }
  outcome all;
  for (type const& t : types) {
    for (auto const& [longer, shorter] :
         {std::pair{forever, a}, {a, meet(a, b)}, {b, meet(a, b)}, {forever, b}}) {
      all.add(detail::every_heap(
          t.name, in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
            auto why = detail::not_implied(t.shr(longer, 0, frame, h), t.shr(shorter, 0, frame, h), {});
            if (why)
              *why = "sharing for " + text(longer) + " is not sharing for " + text(shorter) + ": " + *why;
            return why;
          }));
    }
    if (all.found) break;
  }
  return all;
}

/// A type that is Copy can be read through a shared reference while others use it, ...
inline outcome check_copy(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    judgement const is_copy = copy(t, r, in);
    all.states += is_copy.states;
    if (!is_copy) continue;
    bool const others = sync(t, {}, in).holds;
    detail::scenarios reading;
    for_each_heap(in, t.size, t.pointers, [&](heap const& h) {
      claim const shared = t.shr(a, 1, frame, h);
      resource const reader{region(frame, t.size, t.shape, use::opaque, {{opening::fraction, a}})};
      if (shared && t.own(0, detail::value(t, h), h)) {
        std::vector<resource> threads{reader};
        if (others) threads.push_back(*shared);
        reading.add(std::move(threads), h);
      }
      return true;
    });
    if (all.add(reading.run("type " + t.name + ", which thread 0 copies through a shared reference", r, in)))
      break;
  }
  return all;
}

namespace detail {
/// What a thread still has after it gave a value of t away: what is duplicable, and another counted pointer
/// when the count says that there is one.
inline resource kept(resource const& own, heap const& h) {
  resource rest;
  bool another = true;
  for (permission const& p : own) another = another && (p.units == 0 || h[p.first] > 1);
  for (permission const& p : own) {
    bool const of_count =
        p.units != 0 || has_gate(p, opening::last) ||
        std::ranges::any_of(p.gates, [](gate const& g) { return (g.until & while_counted) != 0; });
    if (of_count ? another : is_duplicable(p)) rest.push_back(p);
  }
  return rest;
}
/// Thread 0 gives a value of t, which it believed, to thread 1, which believes it from then on.
inline outcome hand_over(type const& t, rules const& r, bound const& in) {
  scenarios all;
  for_each_heap(in, t.size, t.pointers, [&](heap const& h) {
    claim const before = t.own(0, value(t, h), h), after = owned_at(t, 1, frame, h);
    if (before && after) all.add({kept(*before, h), *after}, h);
    return true;
  });
  return all.run("a value of " + t.name + " is sent from thread 0 to thread 1", r, in);
}
}  // namespace detail

/// A type that is Send can be given to another thread.
inline outcome check_send(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    judgement const sent = send(t, r, in);
    all.states += sent.states;
    if (sent && all.add(detail::hand_over(t, r, in))) break;
  }
  return all;
}

/// A type that is Sync can be shared by several threads.
inline outcome check_sync(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    judgement const shared = sync(t, r, in);
    all.states += shared.states;
    if (shared && all.add(detail::share_among(t, in.threads, r, in))) break;
  }
  return all;
}

/// T is Sync exactly when &T is Send.
inline outcome check_sync_is_send_of_reference(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    type const ref = reference(b, t, r);
    if (all.add(detail::same(ref.name + " is Send as " + t.name + " is Sync", send(ref, {}, in),
                             sync(t, {}, in))))
      break;
  }
  return all;
}

/// Of plain data, sharing is read-only memory that is a valid value; Send implies Sync.
inline outcome check_plain(rules const& r, bound const& in) {
  type i = integer();
  if (r.has(fault::local_scalar)) i.shr = cell(integer()).shr;
  outcome all;
  for (type const& t : {boolean(), i, pair(i, boolean())}) {
    auto const simple = read_only(t);
    all.add(
        detail::every_heap(t.name, in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
          claim const shared = t.shr(a, 0, frame, h);
          if (!shared != !simple(a, 0, frame, h)) return "valid in one mode only";
          for (permission const& p : shared.value_or(resource{})) {
            if (p.gates != std::vector{gate{opening::fraction, a}}) return "not read-only: " + text(p);
          }
          return std::nullopt;
        }));
    all.add(detail::must("Send but not Sync: " + t.name, sync(t, {}, in)));
    if (all.found) break;
  }
  return all;
}

namespace detail {
/// One thread has what lies in the frame as a shared t and as a shared u.
inline outcome share_as_both(type const& t, type const& u, rules const& r, bound const& in) {
  scenarios all;
  for_each_heap(in, t.size, t.pointers || u.pointers, [&](heap const& h) {
    claim const x = t.shr(a, 0, frame, h), y = u.shr(a, 0, frame, h);
    if (x && y && t.own(0, value(t, h), h)) all.add({together(*x, *y)}, h);
    return true;
  });
  return all.run("a shared " + t.name + " is used as a shared " + u.name, r, in);
}
}  // namespace detail

/// Where t is a subtype of u, a t can be used as a u, owned and shared, while others still use it as a t.
inline outcome check_subtype(rules const& r, bound const& in) {
  outcome all;
  std::vector<type> const types = catalogue(r);
  for (type const& t : types) {
    for (type const& u : types) {
      if (t.size != u.size || t.name == u.name) continue;
      judgement const below = subtype(t, u, r, in);
      all.states += below.states;
      if (!below) continue;
      all.add(detail::share_as_both(t, u, r, in));
      if (!all.found && !r.has(fault::incl_without_shr))
        all.add(detail::must(t.name + " <: " + u.name, own_incl(t, u, {}, in)));
      if (all.found) return all;
    }
  }
  return all;
}

}  // namespace tenure::model
