// SPDX-License-Identifier: BSL-1.0
// Send, Sync, Copy and subtyping, decided from their definitions: nothing here knows the name of a type.
//
// R6: Send when `own` says the same on every thread. R7: Sync when `shr` does. R5: Copy when `own` is
// persistent and sharing lets the bytes be read. R10: a subtype has the same size, and both its `own` and its
// `shr` imply the other's. Each takes the rules, of which a mutation test breaks one.
#pragma once

#include "tenure/ownership/model/interior.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace tenure::model {

/// Why a judgement is refused: the heap in which its definition fails, and how. Empty when it holds.
struct refusal {
  heap where;
  std::string why;
};
struct judgement {
  bool holds = true;
  std::uint64_t states = 0;
  std::optional<refusal> because = {};
  explicit operator bool() const { return holds; }
};

namespace detail {
/// Asks `question(heap) -> optional<string>` of every heap until one refuses.
template <class F>
judgement for_all(bound const& in, std::size_t size, bool pointers, F question) {
  judgement j;
  j.states = for_each_heap(in, size, pointers, [&](heap const& h) {
    if (auto why = question(h)) {
      j.holds = false;
      j.because = refusal{h, *why};
    }
    return j.holds;
  });
  return j;
}

inline claim without_threads(claim c) {
  if (!c) return c;
  for (permission& p : *c) {
    for (gate& g : p.gates) g.who = anyone;
  }
  std::ranges::sort(*c);
  return c;
}
inline claim without_readers(claim c) {
  if (c) std::erase_if(*c, [](permission const& p) { return has_gate(p, opening::reading); });
  return c;
}
inline std::string text(claim const& c) { return c ? model::text(*c) : "not valid"; }
inline std::optional<std::string> unequal(claim const& x, claim const& y) {
  if (x == y) return std::nullopt;
  return "thread 0: " + text(x) + "; thread 1: " + text(y);
}
inline bytes value(type const& t, heap const& h) { return read(h, frame, t.size); }
}  // namespace detail

inline judgement send(type const& t, rules const& r = {}, bound const& in = full_bound) {
  return detail::for_all(in, t.size, t.pointers, [&](heap const& h) {
    claim x = t.own(0, detail::value(t, h), h), y = t.own(1, detail::value(t, h), h);
    if (r.has(fault::send_everything)) x = detail::without_threads(x), y = detail::without_threads(y);
    return detail::unequal(x, y);
  });
}

inline judgement sync(type const& t, rules const& r = {}, bound const& in = full_bound) {
  return detail::for_all(in, t.size, t.pointers, [&](heap const& h) {
    claim x = t.shr(a, 0, frame, h), y = t.shr(a, 1, frame, h);
    if (r.has(fault::sync_everything)) x = detail::without_threads(x), y = detail::without_threads(y);
    if (r.has(fault::readers_are_not_sync)) x = detail::without_readers(x), y = detail::without_readers(y);
    return detail::unequal(x, y);
  });
}

/// May this thread read the cell through a claim of shr right away, without a lock?
inline bool reads_plainly(permission const& p, thread who, address at) {
  return p.first <= at && at < p.first + p.size &&
         std::ranges::all_of(
             p.gates,
             [&](gate const& g) {
               return g.how == opening::fraction || (g.how == opening::local && g.who == who);
             });
}

inline judgement copy(type const& t, rules const& r = {}, bound const& in = full_bound) {
  return detail::for_all(in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
    claim const own = t.own(0, detail::value(t, h), h);
    if (!own) return std::nullopt;
    if (!is_persistent(*own) && !r.has(fault::copy_what_is_owned)) return "not twice: " + text(*own);
    claim const shared = t.shr(a, 0, frame, h);
    if (!shared) return "cannot be shared";
    for (auto at = frame; at < frame + t.size && !r.has(fault::copy_without_read); ++at) {
      if (std::ranges::none_of(*shared, [&](permission const& p) { return reads_plainly(p, 0, at); }))
        return "cell " + std::to_string(at) + " cannot be read through " + text(*shared);
    }
    return std::nullopt;
  });
}

/// Does p give all that q gives? Lifetimes may shrink. What is allowed to be written by others as well
/// (behind a gate that is neither read-only nor the only one's) must be the same in both; else q may allow
/// more values.
inline bool entails(permission const& p, permission const& q, rules const& r = {}) {
  if (p.gates.size() != q.gates.size() || p.units < q.units) return false;
  bool const is_part =
      r.has(fault::deep_pointer) && q.first >= p.first && q.first + q.size <= p.first + p.size;
  if (!is_part && (p.first != q.first || p.size != q.size)) return false;
  bool others_write = false;
  for (std::size_t i = 0; i < p.gates.size(); ++i) {
    gate const &x = p.gates[i], &y = q.gates[i];
    if (x.how != y.how || x.who != y.who || x.key != y.key) return false;
    if (others_write ? x.until != y.until : !within(y.until, x.until)) return false;
    bool const weak = x.how == opening::fraction || x.how == opening::last || x.how == opening::counted;
    others_write = others_write || (!weak && !r.has(fault::cell_is_covariant));
  }
  if (is_part && p.size != q.size) return true;
  return others_write ? p.values == q.values : (p.values & ~q.values) == 0;
}

/// Each claim of `y` is given by one of `x`. The logic is affine: `x` may have more.
inline bool entails(resource const& x, resource const& y, rules const& r = {}) {
  return std::ranges::all_of(y, [&](permission const& q) {
    return std::ranges::any_of(x, [&](permission const& p) { return entails(p, q, r); });
  });
}

namespace detail {
inline std::optional<std::string> not_implied(claim const& x, claim const& y, rules const& r) {
  if (!x || (y && entails(*x, *y, r))) return std::nullopt;
  return text(x) + " does not give " + text(y);
}
}  // namespace detail

/// The owned half of subtyping: a value of t is one of u.
inline judgement own_incl(type const& t, type const& u, rules const& r = {}, bound const& in = full_bound) {
  if (t.size != u.size) return {false, 1, refusal{{}, "the sizes differ"}};
  return detail::for_all(in, t.size, t.pointers || u.pointers, [&](heap const& h) {
    return detail::not_implied(t.own(0, detail::value(t, h), h), u.own(0, detail::value(t, h), h), r);
  });
}

/// The shared half: a shared t is a shared u.
inline judgement shr_incl(type const& t, type const& u, rules const& r = {}, bound const& in = full_bound) {
  return detail::for_all(in, std::max(t.size, u.size), t.pointers || u.pointers, [&](heap const& h) {
    return detail::not_implied(t.shr(a, 0, frame, h), u.shr(a, 0, frame, h), r);
  });
}

inline judgement subtype(type const& t, type const& u, rules const& r = {}, bound const& in = full_bound) {
  judgement owned = own_incl(t, u, r, in);
  if (!owned || r.has(fault::incl_without_shr)) return owned;
  judgement shared = shr_incl(t, u, r, in);
  shared.states += owned.states;
  return shared;
}

/// The five answers that the C++ concepts are compared with. A constructor of types is covariant in a mode
/// when it carries `bool <: i32` over in that mode.
struct verdicts {
  bool send, sync, copy;
  auto operator<=>(verdicts const&) const = default;
};
inline verdicts judge(type const& t, bound const& in = full_bound) {
  return {send(t, {}, in).holds, sync(t, {}, in).holds, copy(t, {}, in).holds};
}
template <class Constructor>
bool owned_covariant(Constructor c, bound const& in = full_bound) {
  return own_incl(c(boolean()), c(integer()), {}, in).holds;
}
template <class Constructor>
bool shared_covariant(Constructor c, bound const& in = full_bound) {
  return shr_incl(c(boolean()), c(integer()), {}, in).holds;
}

}  // namespace tenure::model
