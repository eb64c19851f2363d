// SPDX-License-Identifier: BSL-1.0
// R11 to R14, R21, R22: how Cell, Mutex, RwLock, counted pointers, products, sums and Vec behave, whatever is
// in them.
#pragma once

#include "tenure/ownership/model/laws_of_types.hpp"

#include <string>
#include <vector>

namespace tenure::model {

/// Cell<T> and T are the same when owned; shared, a Cell is what its thread owns.
inline outcome check_cell(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : contents(r)) {
    type const c = cell(t, r);
    // Cell::from_mut: who lent a T gets a T back.
    detail::scenarios from_mut;
    for_each_heap(in, t.size, t.pointers, [&](heap const& h) {
      claim const lent = owned_at(t, 0, frame, h), shared = c.shr(a, 0, frame, h);
      if (lent && shared) from_mut.add({together(behind(gate{opening::after, a}, *lent), *shared)}, h);
      return true;
    });
    all.add(from_mut.run("a " + t.name + " that is lent as &" + c.name, r, in, a));
    if (all.found) break;
    all.add(
        detail::every_heap(c.name, in, t.size, t.pointers, [&](heap const& h) -> std::optional<std::string> {
          claim const x = c.own(0, detail::value(t, h), h), y = t.own(0, detail::value(t, h), h);
          if (x != y) return "owned, it is not its content: " + detail::text(x) + " and " + detail::text(y);
          claim const shared = behind(gate{opening::local, a, 0}, owned_at(t, 0, frame, h));
          if (c.shr(a, 0, frame, h) != shared) return "shared, it is not what its thread owns";
          return std::nullopt;
        }));
    all.add(detail::same(c.name + " is Send as its content is", send(c, {}, in), send(t, {}, in)));
    all.add(detail::same(c.name + " is Sync never", sync(c, {}, in), detail::never()));
    if (copy(t, {}, in)) all.add(detail::must(c.name + " is Copy as its content is", copy(c, {}, in)));
    if (all.found) break;
  }
  return all;
}

/// Mutex<T> is Send and Sync exactly when T is Send; its guard is never Send, and Sync when T is.
inline outcome check_mutex(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : contents(r)) {
    type const m = mutex(t), g = mutex_guard(b, t, r);
    all.add(detail::same(m.name + " is Sync as its content is Send", sync(m, {}, in), send(t, {}, in)));
    all.add(detail::same(m.name + " is Send as its content is", send(m, {}, in), send(t, {}, in)));
    all.add(detail::same(g.name + " is Send never", send(g, {}, in), detail::never()));
    all.add(detail::same(g.name + " is Sync as its content is", sync(g, {}, in), sync(t, {}, in)));
    if (all.found || (sync(m, {}, in) && all.add(detail::share_among(m, in.threads, r, in)))) break;
  }
  return all;
}

/// RwLock<T> is Sync when T is Send and Sync; so are Arc<T>'s Send and Sync. RefCell, &mut and JoinHandle.
inline outcome check_locks_and_counts(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : contents(r)) {
    type const lock = rw_lock(t), ref = ref_cell(t), counted = arc(t), local = rc(t), mut = unique(b, t, r);
    judgement const is_send = send(t, {}, in), is_sync = sync(t, {}, in),
                    is_both = detail::all_of(is_send, is_sync);
    if (sync(lock, r, in) && all.add(detail::share_among(lock, 2, r, in))) break;
    all.add(detail::same(lock.name + " is Sync as its content is Send and Sync", sync(lock, r, in), is_both));
    all.add(detail::same(lock.name + " is Send as its content is", send(lock, {}, in), is_send));
    all.add(detail::same(counted.name + " is Send as its content is Send and Sync", send(counted, {}, in),
                         is_both));
    all.add(detail::same(counted.name + " is Sync as its content is Send and Sync", sync(counted, {}, in),
                         is_both));
    all.add(detail::same(local.name + " is Send never", send(local, {}, in), detail::never()));
    all.add(detail::same(local.name + " is Sync never", sync(local, {}, in), detail::never()));
    all.add(detail::same(ref.name + " is Send as its content is", send(ref, {}, in), is_send));
    all.add(detail::same(ref.name + " is Sync never", sync(ref, {}, in), detail::never()));
    all.add(detail::same(mut.name + " is Send as its content is", send(mut, {}, in), is_send));
    all.add(detail::same(mut.name + " is Sync as its content is", sync(mut, {}, in), is_sync));
    type const handle = join_handle(t);
    all.add(detail::same(handle.name + " is Send always", send(handle, {}, in), detail::always()));
    all.add(detail::same(handle.name + " is Sync always", sync(handle, {}, in), detail::always()));
    if (all.found) break;
  }
  return all;
}

/// Copy, Send and Sync of products and sums are those of all their parts.
inline outcome check_componentwise(rules const& r, bound const& in) {
  outcome all;
  type const i = integer();
  std::vector<type> const parts{boolean(), i, cell(i, r), rc(i), box(i, r), reference(b, cell(i, r), r)};
  for (type const& x : parts) {
    for (type const& y : parts) {
      for (type const& t : {pair(x, y), either(x, y, r)}) {
        auto const as_parts = [&](char const* what, auto judge_one) {
          all.add(detail::same(t.name + " is " + what + " as its parts are", judge_one(t),
                               detail::all_of(judge_one(x), judge_one(y))));
        };
        as_parts("Send", [&](type const& u) { return send(u, {}, in); });
        as_parts("Sync", [&](type const& u) { return sync(u, {}, in); });
        as_parts("Copy", [&](type const& u) { return copy(u, {}, in); });
        if (all.found) return all;
      }
    }
  }
  return all;
}

/// &'a &'b mut T and &'a Box<T> can be used as &'a &T.
inline outcome check_shared_pointers(rules const& r, bound const& in) {
  outcome all;
  for (type const& t : contents(r)) {
    all.add(detail::must("&'a &'b mut " + t.name + " is not a &'a & of it",
                         shr_incl(unique(b, t, r), reference(meet(a, b), t, r), {}, in)));
    all.add(detail::must("&'a Box<" + t.name + "> is not a &'a & of it",
                         shr_incl(box(t, r), reference(a, t, r), {}, in)));
    if (all.found) break;
  }
  return all;
}

/// A shared Vec has a length that nobody changes, and each element shared in its own mode.
inline outcome check_vec(rules const& r, bound const& in) {
  outcome all;
  type const i = integer();
  for (type const& t : {boolean(), i, cell(i, r), mutex(i), box(i, r)}) {
    type const v = vec(t, r);
    all.add(
        detail::every_heap(v.name, in, v.size, v.pointers, [&](heap const& h) -> std::optional<std::string> {
          claim const shared = v.shr(a, 0, frame, h);
          for (permission const& p : shared.value_or(resource{})) {
            if (p.first == frame && p.gates != std::vector{gate{opening::fraction, a}})
              return "pointer, length and capacity are not read-only: " + text(p);
          }
          for (byte n = 0; shared && n < h[frame + 1]; ++n) {
            claim const element = t.shr(a, 0, static_cast<address>(h[frame] + n * t.size), h);
            if (!element || !entails(*shared, *element))
              return "element " + std::to_string(n) + " is not shared as a " + t.name;
          }
          return std::nullopt;
        }));
    if (all.found || all.add(detail::share_among(v, 1, r, in))) break;
  }
  return all;
}

}  // namespace tenure::model
