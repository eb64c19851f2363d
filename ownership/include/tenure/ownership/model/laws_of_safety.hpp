// SPDX-License-Identifier: BSL-1.0
// N1, N2, N4, N6, N7: what must not be possible.
#pragma once

#include "tenure/ownership/model/laws_of_types.hpp"

#include <string>
#include <vector>

namespace tenure::model {

/// No reference to a part of what a cell holds: &Cell<Result<bool, i32>> does not give &Cell<bool>.
inline outcome check_no_deep_pointer(rules const& r, bound const& in) {
  outcome all;
  type const f = boolean(), i = integer();
  for (type const& outer : {cell(either(f, i)), cell(either(i, f)), cell(pair(f, i)), mutex(f)}) {
    for (type const& inner : {cell(f), cell(i)}) {
      for (auto offset = static_cast<address>(outer.size); offset-- > 0;) {
        detail::scenarios pointed;
        all.states += for_each_heap(in, outer.size, false, [&](heap const& h) {
          claim const x = outer.shr(a, 0, frame, h),
                      y = inner.shr(a, 0, static_cast<address>(frame + offset), h);
          if (x && y && entails(*x, *y, r)) pointed.add({together(*x, *y)}, h);
          return true;
        });
        if (all.add(pointed.run("a shared " + outer.name + " gives a shared " + inner.name + " at byte " +
                                    std::to_string(offset),
                                r, in)))
          return all;
      }
    }
  }
  return all;
}

/// An owned Cell is covariant, a shared one is not; nor is what is behind a lock or a &mut.
inline outcome check_no_shared_covariance(rules const& r, bound const& in) {
  outcome all;
  type const f = boolean(), i = integer();
  all.add(detail::must("an owned Cell is not covariant", own_incl(cell(f), cell(i), r, in)));
  for (auto const& [t, u] :
       {std::pair{cell(f), cell(i)}, {cell(i), cell(f)}, {ref_cell(f), ref_cell(i)}, {mutex(f), mutex(i)}}) {
    judgement const weaker = shr_incl(t, u, r, in);
    all.states += weaker.states;
    if (weaker && all.add(detail::share_as_both(t, u, r, in))) return all;
  }
  type const narrow = unique(b, f), wide = unique(b, i);
  judgement const weaker = own_incl(narrow, wide, r, in);
  all.states += weaker.states;
  detail::scenarios lent;  // whoever lent a bool gets it back, after it was used as an i32
  for_each_heap(in, 1, true, [&](heap const& h) {
    claim const mut = wide.own(0, detail::value(wide, h), h),
                lender = weaker && mut ? owned_at(f, 0, h[frame], h) : std::nullopt;
    if (lender) lent.add({together(behind(gate{opening::after, b}, *lender), *mut)}, h);
    return true;
  });
  all.add(lent.run("a " + narrow.name + " is used as a " + wide.name, r, in, b));
  return all;
}

/// Were sharing read-only for all types, Cell::set would not be possible; as it is, it is.
inline outcome check_read_only_model(rules const& r, bound const& in) {
  outcome all;
  type const f = boolean(), i = integer();
  for (type const& t : {i, f, pair(f, i), cell(i), cell(f), cell(either(f, i)), atomic_cell(i)}) {
    type rigid = t;
    rigid.shr = read_only(t);
    detail::scenarios readers;
    all.states += for_each_heap(in, t.size, false, [&](heap const& h) {
      claim const shared = rigid.shr(a, 0, frame, h);
      if (shared && std::ranges::any_of(*shared, [&](permission const& p) { return may_write(p, r); }))
        readers.add({*shared, *shared}, h);
      return true;
    });
    if (all.add(readers.run(t.name + ", shared read-only and set all the same", r, in))) break;
    if (all.add(detail::share_among(rigid, in.threads, r, in))) break;
  }
  heap const zero{};
  bool const can_set = may_write(cell(i).shr(a, 0, frame, zero)->front());
  if (!can_set && !all.found) all.found = detail::seen("a shared Cell cannot be set", {cell(i).name}, zero);
  return all;
}

/// Whoever holds two copies of a Copy value may use both: what is owned once is not Copy.
inline outcome check_copy_is_persistent(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : catalogue(r)) {
    judgement const is_copy = copy(t, r, in);
    all.states += is_copy.states;
    if (!is_copy) continue;
    detail::scenarios copies;
    std::optional<witness> twice;
    for_each_heap(in, t.size, t.pointers, [&](heap const& h) {
      claim const own = t.own(0, detail::value(t, h), h);
      if (!own) return true;
      resource both = *own;
      both.insert(both.end(), own->begin(), own->end());
      copies.add({is_persistent(*own) ? *own : both}, h);
      if (!is_persistent(*own) && !twice)
        twice = detail::seen("two copies own the same: " + text(*own), {t.name}, h);
      return true;
    });
    if (all.add(copies.run("type " + t.name + ", of which thread 0 has two copies", r, in))) break;
    if (all.add({0, twice})) break;
  }
  return all;
}

/// A guard stays on the thread that locked.
inline outcome check_guard_stays(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : {boolean(), integer(), cell(integer())}) {
    type const g = mutex_guard(b, t, r);
    judgement const sent = send(g, {}, in);
    all.states += sent.states;
    if (sent && all.add(detail::hand_over(g, r, in))) break;
    if (all.add(detail::same(g.name + " is Send never", sent, detail::never()))) break;
    // On its own thread a guard does no harm.
    detail::scenarios here;
    for_each_heap(in, 1, true, [&](heap const& h) {
      claim const own = g.own(0, detail::value(g, h), h),
                  lock = own ? mutex(t).shr(b, 1, h[frame], h) : std::nullopt;
      if (own && lock) here.add({*own, *lock}, h);
      return true;
    });
    if (all.add(here.run("thread 0 has a " + g.name + ", thread 1 the shared mutex", r, in, b))) break;
  }
  return all;
}

}  // namespace tenure::model
