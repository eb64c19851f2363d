// SPDX-License-Identifier: BSL-1.0
// Clients: threads that do, in every order, all that their permissions let them do, until something goes
// wrong.
//
// What a thread may do follows from the gates of its permissions, not from the names of types. Accesses that
// are not atomic have a beginning and an end, so that two of them can overlap. Wrong is: a data race, a value
// that its reader does not expect, a use of freed memory, an unlock by a thread that did not lock. The search
// is breadth-first over all states, so a witness is a shortest one, and the same in every run.
#pragma once

#include "tenure/ownership/model/permission.hpp"
#include "tenure/ownership/model/rules.hpp"
#include "tenure/ownership/model/witness.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenure::model {

/// May a client who has opened all gates write? Not through a fraction (N4).
inline bool may_write(permission const& p, rules const& r = {}) {
  return p.as == use::scalar && (r.has(fault::write_through_read) || !has_gate(p, opening::fraction));
}

/// Where clients start: what each thread holds, in which heaps, which lifetimes may end, and who has locked
/// the locks that are locked.
struct scenario {
  std::vector<resource> threads;
  std::vector<heap> starts;
  lifetime may_end = forever;
  thread locker = 0;
  auto operator<=>(scenario const&) const = default;
};

namespace detail {

enum class act : std::uint8_t {
  none,
  read,
  write,
  step,
  lock,
  lock_to_read,
  clone,
  drop,
  unlock,
  free_cells,
  end
};

struct doing {
  act what = act::none;
  std::uint8_t permission = 0;
  bool operator==(doing const&) const = default;
};
inline constexpr address no_lock = 0xFF;
struct one_thread {
  doing now = {};
  address lock = no_lock;              // the cell of the lock it holds
  byte lock_mode = 0;                  // act::lock or act::lock_to_read
  std::array<std::uint8_t, 4> gone{};  // the permissions that it has given up, as bits
  bool operator==(one_thread const&) const = default;
};
struct snapshot {
  heap h{};
  lifetime dead = forever;
  std::array<one_thread, most_threads> threads{};
  bool operator==(snapshot const&) const = default;
};
struct snapshot_hash {
  std::size_t operator()(snapshot const& s) const {
    static_assert(std::has_unique_object_representations_v<snapshot>);
    auto const* raw = reinterpret_cast<unsigned char const*>(&s);
    std::uint64_t n = 0xcbf29ce484222325U;
    for (std::size_t i = 0; i < sizeof s; ++i) n = (n ^ raw[i]) * 0x100000001b3U;
    return static_cast<std::size_t>(n ^ (n >> 29));
  }
};

class machine {
  scenario const& from_;
  rules rules_;
  bound in_;
  std::unordered_map<snapshot, std::uint32_t, snapshot_hash> index_;
  std::vector<snapshot> states_;
  struct origin {
    std::uint32_t from;
    thread who;
    doing what;
    unsigned value;
  };
  std::vector<origin> origins_;
  std::optional<witness> found_;

  permission const& get(thread t, doing d) const { return from_.threads[t][d.permission]; }
  static bool gone(one_thread const& t, std::size_t i) { return (t.gone[i / 8] >> (i % 8) & 1) != 0; }
  static void give_up(one_thread& t, std::size_t i) {
    t.gone[i / 8] = static_cast<std::uint8_t>(t.gone[i / 8] | 1U << (i % 8));
  }
  static bool waits_for_lock(gate const& g) { return g.how == opening::locked || g.how == opening::reading; }

  /// Is the thing itself held, so that it may be dropped, and not only lent or behind a lock?
  static bool is_own(permission const& p) {
    return std::ranges::all_of(p.gates, [](gate const& g) {
      return g.how == opening::counted || g.how == opening::held || g.how == opening::after;
    });
  }
  /// Can t open the first `count` gates of p now?
  bool open(snapshot const& s, thread t, permission const& p, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      gate const& g = p.gates[i];
      bool const dead = is_dead(g.until, s.dead);
      if (g.how == opening::after ? !dead : dead) return false;
      if (g.how == opening::local && g.who != t && g.who != anyone) return false;
      if (g.how == opening::last) return false;  // it is for the drop of the last pointer
      auto const mode = static_cast<byte>(g.how == opening::locked ? act::lock : act::lock_to_read);
      if (waits_for_lock(g) && (s.threads[t].lock != g.key || s.threads[t].lock_mode != mode)) return false;
    }
    return true;
  }
  static std::pair<address, std::uint8_t> where(permission const& p, act what) {
    if (what != act::lock && what != act::lock_to_read && what != act::unlock) return {p.first, p.size};
    for (gate const& g : p.gates) {
      if (waits_for_lock(g) || g.how == opening::held) return {g.key, std::uint8_t{1}};
    }
    return {p.first, p.size};
  }

  static std::string name(act what) {
    static constexpr char const* names[]{"nothing", "read", "write", "atomically step",
                                         "lock",    "lock", "clone", "drop",
                                         "unlock",  "free", "end"};
    return names[static_cast<std::size_t>(what)];
  }
  std::string describe(origin const& o) const {
    if (o.what.what == act::end) return "lifetime " + model::text(static_cast<lifetime>(o.value)) + " ends";
    auto const [first, size] = where(get(o.who, o.what), o.what.what);
    std::string const who = "thread " + std::to_string(o.who);
    std::string at = " cell " + std::to_string(first);
    if (size > 1) at = " cells " + std::to_string(first) + ".." + std::to_string(first + size - 1);
    if (o.value == begins) return who + " begins to " + name(o.what.what) + at;
    if (o.value == ends) return who + " has done: " + name(o.what.what) + at;
    std::string wrote;
    for (std::size_t i = 0; i < size; ++i)
      wrote += (i == 0 ? "" : ",") + std::to_string(digit(o.value, size, i));
    return who + (o.what.what == act::write ? " has written " : " atomically writes ") + wrote + " to" + at;
  }
  static constexpr unsigned begins = 1000, ends = 1001;

  void fail(std::uint32_t at, origin last, std::string what, snapshot const& after) {
    witness w{std::move(what), {}, {describe(last)}, {}, model::text(after.h)};
    for (std::size_t t = 0; t < from_.threads.size(); ++t)
      w.given.push_back("thread " + std::to_string(t) + " holds: " + model::text(from_.threads[t]));
    for (; origins_[at].from != at; at = origins_[at].from)
      w.steps.insert(w.steps.begin(), describe(origins_[at]));
    w.before = model::text(states_[at].h);
    found_ = std::move(w);
  }
  void reach(snapshot const& s, origin o) {
    if (index_.try_emplace(s, static_cast<std::uint32_t>(states_.size())).second) {
      states_.push_back(s);
      origins_.push_back(o);
    }
  }

  /// Looks whether `o` may begin: the cells are there, and nobody else is at them. Reports what is wrong.
  bool conflicts(std::uint32_t at, origin o, bool writes) {
    snapshot const s = states_[at];
    auto const [first, size] = where(get(o.who, o.what), o.what.what);
    for (auto i = first; i < first + size; ++i) {
      if (s.h[i] != freed) continue;
      fail(at, o, "cell " + std::to_string(i) + " is used after it was freed", s);
      return true;
    }
    for (thread u = 0; u < from_.threads.size(); ++u) {
      if (u == o.who || s.threads[u].now.what == act::none) continue;
      auto const [other, length] = where(get(u, s.threads[u].now), s.threads[u].now.what);
      bool const other_writes = s.threads[u].now.what != act::read;
      if (first < other + length && other < first + size && (writes || other_writes)) {
        fail(at, o, "data race: thread " + std::to_string(u) + " is at the same cells", s);
        return true;
      }
    }
    return false;
  }

  void begin(std::uint32_t at, thread t, doing d, bool writes) {
    origin const o{at, t, d, begins};
    if (conflicts(at, o, writes)) return;
    snapshot s = states_[at];
    permission const& p = get(t, d);
    if (d.what == act::read && !contains(p.values, number(&s.h[p.first], p.size))) {
      fail(at, o,
           "the value is none of " + model::text(p.values, p.size) + ", which thread " + std::to_string(t) +
               " expects",
           s);
      return;
    }
    s.threads[t].now = d;
    reach(s, o);
  }

  void change_count(snapshot& s, thread t, doing d) {
    permission const& p = get(t, d);
    s.h[p.first] = static_cast<byte>(s.h[p.first] + (d.what == act::clone ? 1 : -1));
    if (d.what == act::clone) {  // the clone is dropped by somebody some day: here, never
      return;
    }
    bool const was_last = s.h[p.first] == 0;
    for (std::size_t i = 0; i < from_.threads[t].size(); ++i) {
      permission const& q = from_.threads[t][i];
      bool const of_this = std::ranges::any_of(q.gates, [&](gate const& g) {
        return (g.until & while_counted) != 0 || (g.how == opening::last && g.key == p.first);
      });
      if (!of_this) continue;
      give_up(s.threads[t], i);
      if (was_last && q.gates.back().how == opening::last) std::fill_n(&s.h[q.first], q.size, freed);
    }
    if (was_last) s.h[p.first] = freed;
  }

  void finish(std::uint32_t at, thread t, doing d) {
    snapshot s = states_[at];
    s.threads[t].now = {};
    permission const& p = get(t, d);
    auto const [first, size] = where(p, d.what);
    if (d.what == act::write) return write_each(at, s, t, d);
    if (d.what == act::lock || d.what == act::lock_to_read) take_lock(s, t, d.what, first);
    if (d.what == act::clone || d.what == act::drop) change_count(s, t, d);
    reach(s, {at, t, d, ends});
  }
  void write_each(std::uint32_t at, snapshot s, thread t, doing d) {
    permission const& p = get(t, d);
    for (unsigned v = 0; v < tuples(p.size); ++v) {
      bool small = contains(p.values, v);
      for (std::size_t i = 0; i < p.size; ++i) {
        s.h[p.first + i] = digit(v, p.size, i);
        small = small && s.h[p.first + i] < in_.values;
      }
      if (small) reach(s, {at, t, d, v});
    }
  }
  static void take_lock(snapshot& s, thread t, act mode, address key) {
    s.h[key] = mode == act::lock ? byte{3} : static_cast<byte>(s.h[key] + 1);
    s.threads[t].lock = key;
    s.threads[t].lock_mode = static_cast<byte>(mode);
  }

  void try_lock(std::uint32_t at, thread t, std::uint8_t i, gate const& g) {
    snapshot s = states_[at];
    doing const d{g.how == opening::locked ? act::lock : act::lock_to_read, i};
    bool const is_free = s.h[g.key] == 0 || (d.what == act::lock_to_read && s.h[g.key] < 2);
    if (s.threads[t].lock != no_lock || (!is_free && !rules_.has(fault::lock_is_not_checked))) return;
    if (has_gate(get(t, d), opening::local)) return begin(at, t, d, true);
    origin const o{at, t, d, ends};
    if (conflicts(at, o, true)) return;
    take_lock(s, t, d.what, g.key);
    reach(s, o);
  }
  /// A lock that t holds itself, or through a guard that it was given.
  void unlock(std::uint32_t at, thread t, doing d, address key, bool guard) {
    snapshot s = states_[at];
    origin const o{at, t, d, ends};
    if (guard && t != from_.locker) {
      return fail(at, o,
                  "thread " + std::to_string(t) + " unlocks what thread " + std::to_string(from_.locker) +
                      " has locked",
                  s);
    }
    if (conflicts(at, o, true)) return;
    bool const to_read = !guard && s.threads[t].lock_mode == static_cast<byte>(act::lock_to_read);
    s.h[key] = to_read ? static_cast<byte>(s.h[key] - 1) : byte{0};
    if (!guard) s.threads[t].lock = no_lock, s.threads[t].lock_mode = 0;
    for (std::size_t i = 0; guard && i < from_.threads[t].size(); ++i) {
      if (has_gate(from_.threads[t][i], opening::held)) give_up(s.threads[t], i);
    }
    reach(s, o);
  }

  void steps_of(std::uint32_t at, thread t, std::uint8_t i) {
    snapshot const s = states_[at];
    permission const& p = from_.threads[t][i];
    if (gone(s.threads[t], i)) return;
    for (std::size_t n = 0; n < p.gates.size(); ++n) {
      if (!waits_for_lock(p.gates[n]) || !open(s, t, p, n) || is_dead(p.gates[n].until, s.dead)) continue;
      try_lock(at, t, i, p.gates[n]);
      if (s.threads[t].lock == p.gates[n].key) unlock(at, t, {act::unlock, i}, p.gates[n].key, false);
    }
    if (found_ || !open(s, t, p, p.gates.size())) return;
    for (gate const& g : p.gates) {
      if (g.how == opening::held && is_own(p)) unlock(at, t, {act::unlock, i}, g.key, true);
    }
    if (found_) return;
    bool const atomically =
        has_gate(p, opening::atomic) || (p.as == use::count && p.gates.back().who == anyone);
    if (p.as == use::count) {
      bool const both[]{s.h[p.first] < 3, p.units != 0 && is_own(p)};
      for (int k = 0; k < 2 && !found_; ++k) {
        doing const d{k == 0 ? act::clone : act::drop, i};
        if (!both[k]) continue;
        if (!atomically) {
          begin(at, t, d, true);
        } else if (!conflicts(at, {at, t, d, ends}, true)) {
          snapshot next = s;
          change_count(next, t, d);
          reach(next, {at, t, d, ends});
        }
      }
      return;
    }
    bool const writable = may_write(p, rules_);
    if (atomically) {
      doing const d{act::step, i};
      if (writable && !conflicts(at, {at, t, d, ends}, true)) write_each(at, s, t, d);
      return;
    }
    begin(at, t, {act::read, i}, false);
    if (!found_ && writable) begin(at, t, {act::write, i}, true);
    if (!found_ && p.gates.empty() && p.first < frame) {
      doing const d{act::free_cells, i};
      if (conflicts(at, {at, t, d, ends}, true)) return;
      snapshot next = s;
      std::fill_n(&next.h[p.first], p.size, freed);
      give_up(next.threads[t], i);
      reach(next, {at, t, d, ends});
    }
  }

  /// A lifetime ends when nobody is inside: whoever reads, writes or holds a lock has lent a part of its
  /// token.
  void end_lifetimes(std::uint32_t at) {
    snapshot const s = states_[at];
    for (lifetime const k : {a, b}) {
      if ((from_.may_end & k) == 0 || is_dead(k, s.dead)) continue;
      bool inside = false;
      for (thread t = 0; t < from_.threads.size(); ++t) {
        for (std::size_t i = 0; i < from_.threads[t].size(); ++i) {
          bool const used = (s.threads[t].now.what != act::none && s.threads[t].now.permission == i);
          for (gate const& g : from_.threads[t][i].gates) {
            bool const guards = g.how == opening::held && !gone(s.threads[t], i);
            bool const locks = waits_for_lock(g) && s.threads[t].lock == g.key;
            inside = inside || ((g.until & k) != 0 && g.how != opening::after && (used || guards || locks));
          }
        }
      }
      if (inside) continue;
      snapshot next = s;
      next.dead = meet(next.dead, k);
      reach(next, {at, 0, {act::end, 0}, k});
    }
  }

 public:
  machine(scenario const& from, rules const& r, bound const& in) : from_{from}, rules_{r}, in_{in} {}

  outcome run() {
    for (heap const& h : from_.starts) {
      snapshot s;
      s.h = h;
      reach(s, {static_cast<std::uint32_t>(states_.size()), 0, {}, 0});
    }
    for (std::uint32_t at = 0; at < states_.size() && !found_; ++at) {
      for (thread t = 0; t < from_.threads.size() && !found_; ++t) {
        if (doing const now = states_[at].threads[t].now; now.what != act::none) {
          finish(at, t, now);
          continue;
        }
        for (std::size_t i = 0; i < from_.threads[t].size() && !found_; ++i)
          steps_of(at, t, static_cast<std::uint8_t>(i));
      }
      if (!found_) end_lifetimes(at);
    }
    return {states_.size(), std::move(found_)};
  }
};

}  // namespace detail

/// All that the clients of a scenario can do. At most 32 permissions a thread.
inline outcome run(scenario const& from, rules const& r = {}, bound const& in = full_bound) {
  return detail::machine{from, r, in}.run();
}

}  // namespace tenure::model
