// SPDX-License-Identifier: BSL-1.0
// Types that choose another meaning of sharing than read-only memory: cells, locks, counted pointers.
#pragma once

#include "tenure/ownership/model/types.hpp"

#include <string>

namespace tenure::model {

/// cell.v: owned, the content; shared, everything on this thread may use it, one whole access at a time.
inline type cell(type const& t, rules const& r = {}) {
  type c{"Cell<" + t.name + ">", t.size, t.shape, t.as, t.pointers, t.own, {}};
  if (r.has(fault::cell_accepts_more)) {
    c.shape = every(t.size);
    c.own = [size = t.size](thread, bytes const& v, heap const&) -> claim {
      return v.size() == size ? claim{resource{}} : std::nullopt;
    };
  }
  c.shr = [inner = c](lifetime k, thread who, address at, heap const& h) {
    return behind(gate{opening::local, k, who}, owned_at(inner, who, at, h));
  };
  return c;
}

/// Shared, each access is one atomic step. Of a scalar.
inline type atomic_cell(type const& t) {
  type c{"Atomic<" + t.name + ">", t.size, t.shape, t.as, t.pointers, t.own, {}};
  c.shr = [t](lifetime k, thread who, address at, heap const& h) {
    return behind(gate{opening::atomic, k}, owned_at(t, who, at, h));
  };
  return c;
}

/// The byte of a lock or of a RefCell: free, so many readers, or a writer.
inline constexpr byte unlocked = 0;
inline constexpr byte most_readers = 2;
inline constexpr byte writer = 3;

namespace detail {
/// A state byte, then the content. Owned, the state does not matter: nobody else is there.
inline type locking(std::string name, type const& t, value_set states) {
  type c{std::move(name), 1 + t.size, 0, use::opaque, t.pointers, {}, {}};
  c.shape = shape_of(c.size, [&](bytes const& v) {
    return contains(states, v[0]) && contains(t.shape, number(v.data() + 1, t.size));
  });
  c.own = [t, states](thread who, bytes const& v, heap const& h) -> claim {
    if (v.size() != 1 + t.size || !contains(states, v[0])) return std::nullopt;
    return t.own(who, {v.begin() + 1, v.end()}, h);
  };
  return c;
}
/// The content owned, which does not reach back to the first byte.
inline claim after_first(type const& t, thread who, address at, heap const& h) {
  claim const content = owned_at(t, who, static_cast<address>(at + 1), h);
  return both(content, resource{region(at, 1, every(1), use::opaque)}) ? content : std::nullopt;
}
/// What a writer and what a reader of the lock at `at` has.
inline claim both_sides(type const& t, lifetime k, thread who, address at, heap const& h) {
  return both(
      behind(gate{opening::locked, k, anyone, at}, after_first(t, who, at, h)),
      behind(gate{opening::reading, k, anyone, at}, t.shr(forever, who, static_cast<address>(at + 1), h)));
}
inline constexpr value_set lock_states = value_set{1} << unlocked | value_set{1} << writer;
inline constexpr value_set reader_states = every(1);
}  // namespace detail

/// mutex.v: shared, the content is owned by whoever has locked it, on whichever thread.
inline type mutex(type const& t) {
  type c = detail::locking("Mutex<" + t.name + ">", t, detail::lock_states);
  c.shr = [t](lifetime k, thread who, address at, heap const& h) -> claim {
    if (!contains(detail::lock_states, h[at])) return std::nullopt;
    return both(resource{region(at, 1, detail::lock_states, use::opaque, {{opening::atomic, k}})},
                behind(gate{opening::locked, k, anyone, at}, detail::after_first(t, who, at, h)));
  };
  return c;
}

/// rwlock.v: a writer owns the content, a reader has it shared. A gate bounds what is behind it, so behind
/// the lock the content is shared without an end of its own.
inline type rw_lock(type const& t) {
  type c = detail::locking("RwLock<" + t.name + ">", t, detail::reader_states);
  c.shr = [t](lifetime k, thread who, address at, heap const& h) -> claim {
    return both(resource{region(at, 1, detail::reader_states, use::opaque, {{opening::atomic, k}})},
                detail::both_sides(t, k, who, at, h));
  };
  return c;
}

/// refcell.v: the same with a state byte that is local to the thread.
inline type ref_cell(type const& t) {
  type c = detail::locking("RefCell<" + t.name + ">", t, detail::reader_states);
  c.shr = [t](lifetime k, thread who, address at, heap const& h) -> claim {
    return behind(gate{opening::local, k, who},
                  both(resource{region(at, 1, detail::reader_states, use::opaque)},
                       detail::both_sides(t, forever, who, at, h)));
  };
  return c;
}

/// mutexguard.v: points to a mutex that this thread has locked; owns its content until it unlocks. Shared, it
/// is the content shared.
inline type mutex_guard(lifetime k, type const& t, rules const& r = {}) {
  return pointer(
      "MutexGuard<" + t.name + ">", 1 + t.size,
      [k, t, r](thread who, address p, heap const& h) -> claim {
        if (h[p] != writer) return std::nullopt;
        thread const locker = r.has(fault::guard_for_anyone) ? anyone : who;
        return both(resource{region(p, 1, detail::lock_states, use::opaque, {{opening::atomic, k}})},
                    behind(gate{opening::held, k, locker, p}, detail::after_first(t, who, p, h)));
      },
      [k, t](lifetime outer, thread who, address p, heap const& h) -> claim {
        return h[p] == writer ? t.shr(meet(k, outer), who, static_cast<address>(p + 1), h) : std::nullopt;
      });
}

namespace detail {
/// rc.v, arc.v: a count, then the content. Each pointer is one unit of the count and has the content shared;
/// the last one owns it (so that it can drop it). Weak pointers are left out.
inline type counted(std::string name, type const& t, bool local) {
  auto const content = [t](lifetime k, lifetime last_until, thread who, address p, heap const& h) -> claim {
    return both(t.shr(k, who, static_cast<address>(p + 1), h),
                behind(gate{opening::last, last_until, anyone, p}, after_first(t, who, p, h)));
  };
  auto const count = [](address p, std::vector<gate> gates, std::uint8_t units) {
    permission c = region(p, 1, 0b1110, use::count, std::move(gates));
    c.units = units;
    return resource{c};
  };
  return pointer(
      std::move(name), 1 + t.size,
      [content, count, local](thread who, address p, heap const& h) -> claim {
        if (h[p] == 0) return std::nullopt;
        return both(count(p, {{opening::counted, while_counted, local ? who : anyone, p}}, 1),
                    content(while_counted, forever, who, p, h));
      },
      [content, count, local](lifetime k, thread who, address p, heap const& h) -> claim {
        if (h[p] == 0) return std::nullopt;
        lifetime const now = meet(k, while_counted);
        gate const cloning =
            local ? gate{opening::local, now, who, p} : gate{opening::atomic, now, anyone, p};
        return both(count(p, {cloning}, 0), content(now, k, who, p, h));
      });
}
}  // namespace detail

inline type rc(type const& t) { return detail::counted("Rc<" + t.name + ">", t, true); }
inline type arc(type const& t) { return detail::counted("Arc<" + t.name + ">", t, false); }

/// join_handle.v: a promise of a value that is good on every thread; shared, it says nothing.
inline type join_handle(type const& t) {
  return pointer(
      "JoinHandle<" + t.name + ">", t.size,
      [t](thread, address p, heap const&) -> claim {
        return resource{region(p, t.size, every(t.size), use::opaque)};
      },
      [](lifetime, thread, address, heap const&) -> claim { return resource{}; });
}

}  // namespace tenure::model
