// SPDX-License-Identifier: BSL-1.0
// Owned and shared: what each type lets you do in each mode, and do the laws of RustBelt hold in every small
// state? A law counts for something when a fault in it is found, so each is broken on purpose as well.
#include "tenure/ownership/model/laws.hpp"

#include "support/experiment.hpp"
#include "support/progress.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ex = tenure::experiment;
namespace m = tenure::model;

namespace {

/// One pass over all laws and all their faults.
struct pass {
  struct row {
    m::outcome sound;
    std::vector<m::outcome> broken;
  };
  std::vector<row> rows;
  std::uint64_t states = 0, broken_states = 0;
  double seconds = 0;
};

pass check_all(m::bound const& in, std::string const& doing) {
  pass p;
  ex::progress progress{doing, m::laws().size()};
  auto const start = std::chrono::steady_clock::now();
  for (m::law const& law : m::laws()) {
    pass::row row{law.check({}, in), {}};
    p.states += row.sound.states;
    for (m::fault const f : law.broken_by) {
      row.broken.push_back(law.check({f}, in));
      p.broken_states += row.broken.back().states;
    }
    p.rows.push_back(std::move(row));
    progress.step();
  }
  p.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return p;
}

bool same(pass const& x, pass const& y) {
  for (std::size_t i = 0; i < x.rows.size(); ++i) {
    if (x.rows[i].sound.states != y.rows[i].sound.states) return false;
    for (std::size_t k = 0; k < x.rows[i].broken.size(); ++k) {
      if (x.rows[i].broken[k].states != y.rows[i].broken[k].states) return false;
      if (x.rows[i].broken[k].found != y.rows[i].broken[k].found) return false;
    }
  }
  return x.rows.size() == y.rows.size();
}

void show_laws(ex::report& out, pass const& p) {
  auto& table = out.verdicts("Which laws hold, and is a fault in them found?",
                             {"law", "rules as they are", "states", "rule broken", "steps"});
  std::size_t hold = 0, found = 0, faults = 0;
  for (std::size_t i = 0; i < p.rows.size(); ++i) {
    m::law const& law = m::laws()[i];
    m::outcome const& sound = p.rows[i].sound;
    std::string const label = law.id + " " + law.title;
    table.set(label, "law", ex::plain(law.sentence));
    table.set(label, "rules as they are",
              sound.found ? ex::bad("fails", text(*sound.found)) : ex::good("holds"));
    table.set(label, "states", ex::plain(std::to_string(sound.states)));
    hold += sound.found ? 0 : 1;
    std::string said, steps;
    bool all = true;
    for (m::outcome const& o : p.rows[i].broken) {
      ++faults;
      found += o.found ? 1 : 0;
      all = all && o.found;
      said += (said.empty() ? "" : "; ") + (o.found ? o.found->what : "not found");
      steps += (steps.empty() ? "" : ", ") + std::to_string(o.found ? o.found->steps.size() : 0);
      if (o.found) out.note(fmt::format("{} {}, broken: {}", law.id, law.title, text(*o.found)));
    }
    table.set(label, "rule broken", all ? ex::good("found") : ex::bad(said));
    table.set(label, "steps", ex::plain(steps));
  }
  out.claim_that("All 22 laws and 8 negative laws hold in every state within the bound", hold == 30,
                 fmt::format("{} of {} hold", hold, p.rows.size()));
  out.claim_that("Every law's deliberate fault has a witness", found == faults && faults >= 30,
                 fmt::format("{} of {} faults found", found, faults));
}

/// What clients can do: read off the permissions, for a value whose bytes are all valid.
std::string abilities(m::claim const& c) {
  if (!c) return "nothing";
  bool reads = false, writes = false, atomically = false, locks = false, locks_to_read = false;
  for (m::permission const& p : *c) {
    if (p.first < m::frame) continue;  // what it points to is said by its own type
    bool const lock = m::has_gate(p, m::opening::locked), read_lock = m::has_gate(p, m::opening::reading);
    locks = locks || lock;
    locks_to_read = locks_to_read || read_lock;
    if (lock || read_lock) continue;
    bool const atomic = m::has_gate(p, m::opening::atomic);
    if (p.as == m::use::opaque && atomic) continue;  // the lock itself
    bool const fixed = m::has_gate(p, m::opening::fraction);
    reads = reads || !atomic;
    writes = writes || (!fixed && !atomic);
    atomically = atomically || atomic;
  }
  std::string said;
  auto const add = [&](bool it, char const* words) {
    if (it) said += (said.empty() ? "" : ", ") + std::string{words};
  };
  add(reads && !locks, "read");
  add(writes && !locks, "write");
  add(atomically, "atomic steps");
  add(locks, "lock and write");
  add(locks_to_read, "lock and read");
  return said.empty() ? "nothing" : said;
}

void show_modes(ex::report& out, m::bound const& in) {
  m::type const i = m::integer(), f = m::boolean();
  std::vector<m::type> const types{i,
                                   m::either(f, i),
                                   m::atomic_cell(i),
                                   m::cell(i),
                                   m::ref_cell(i),
                                   m::mutex(i),
                                   m::rw_lock(i),
                                   m::box(i),
                                   m::vec(i),
                                   m::unique(m::b, i),
                                   m::reference(m::b, i),
                                   m::rc(i),
                                   m::arc(i)};
  auto& table = out.verdicts("What a type lets you do with its own bytes",
                             {"owned", "mode cell", "shared", "by whom, shared", "Send", "Sync", "Copy"});
  for (m::type const& t : types) {
    m::heap h{};
    h[0] = 1;  // a count of one, or an element
    m::claim const shared = t.shr(m::a, 0, m::frame, h);
    m::verdicts const v = m::judge(t, in);
    auto const yes = [](bool it) { return it ? ex::good("yes") : ex::plain("no"); };
    table.set(t.name, "owned", ex::plain(abilities(m::owned_at(t, 0, m::frame, h))));
    table.set(t.name, "mode cell", ex::plain(abilities(m::in_mode(m::mode::cell, t, m::a, 0, m::frame, h))));
    table.set(t.name, "shared", ex::plain(abilities(shared)));
    table.set(t.name, "by whom, shared", ex::plain(v.sync ? "every thread" : "one thread"));
    table.set(t.name, "Send", yes(v.send));
    table.set(t.name, "Sync", yes(v.sync));
    table.set(t.name, "Copy", yes(v.copy));
  }
}

void show_variance(ex::report& out, m::bound const& in) {
  auto& table = out.verdicts("Does F carry bool <: i32 over?", {"owned", "shared"});
  using constructor = std::function<m::type(m::type const&)>;
  std::vector<std::pair<char const*, constructor>> const all{
      {"Box", [](m::type const& t) { return m::box(t); }},
      {"Vec", [](m::type const& t) { return m::vec(t); }},
      {"Rc", [](m::type const& t) { return m::rc(t); }},
      {"&", [](m::type const& t) { return m::reference(m::b, t); }},
      {"&mut", [](m::type const& t) { return m::unique(m::b, t); }},
      {"Cell", [](m::type const& t) { return m::cell(t); }},
      {"RefCell", [](m::type const& t) { return m::ref_cell(t); }},
      {"Mutex", [](m::type const& t) { return m::mutex(t); }},
      {"RwLock", [](m::type const& t) { return m::rw_lock(t); }},
  };
  auto const yes = [](bool it) { return it ? ex::good("yes") : ex::plain("no"); };
  for (auto const& [name, make] : all) {
    table.set(name, "owned", yes(m::owned_covariant(make, in)));
    table.set(name, "shared", yes(m::shared_covariant(make, in)));
  }
  auto const cell = all[5].second;
  out.claim_that("An owned Cell is covariant, a shared one is not",
                 m::owned_covariant(cell, in) && !m::shared_covariant(cell, in),
                 "by the definition of subtyping in each mode");
}

/// The post's open question: the mode cell, and which conversions clients survive.
void show_lattice(ex::report& out, m::bound const& in) {
  auto& table = out.verdicts("From one mode to another: is it allowed, and do clients survive it?",
                             {"i32", "Result<bool, i32>", "Cell<i32>", "Mutex<i32>"});
  m::type const i = m::integer();
  std::vector<m::type> const types{i, m::either(m::boolean(), i), m::cell(i), m::mutex(i)};
  bool as_expected = true, never_wrong = true;
  for (m::mode from : m::modes) {
    for (m::mode to : m::modes) {
      if (from == to) continue;
      for (m::type const& t : types) {
        bool const allowed = m::may_convert(from, to, t, {}, in).holds;
        m::outcome const o = m::convert(from, to, t, {}, in);
        never_wrong = never_wrong && (!allowed || !o.found);
        std::string const verdict =
            std::string{allowed ? "allowed" : "refused"} +
            (o.found ? ", a fault: " + o.found->what.substr(0, o.found->what.find(':')) : ", no fault found");
        table.set(text(from) + " to " + text(to), t.name,
                  allowed ? (o.found ? ex::bad(verdict) : ex::good(verdict)) : ex::plain(verdict));
        if (t.name != "i32") continue;
        as_expected = as_expected && allowed == (from == m::mode::unique) && allowed == !o.found;
      }
    }
  }
  out.claim_that(
      "For plain data a unique reference may enter the modes cell and shared, and there is no other way "
      "between modes",
      as_expected, "each refused conversion has a client that goes wrong");
  out.claim_that("No conversion that is allowed has a client that goes wrong", never_wrong,
                 "four types, six conversions");
}

void measure(ex::report& out) {
  m::bound const in = out.quick() ? m::quick_bound : m::full_bound;
  out.note(
      fmt::format("Bound: bytes of {} values; {} cells of memory vary, and up to {} of the frame; up to {} "
                  "threads; a token in {} parts; two lifetimes; {} types.",
                  in.values, in.pointed, m::widest, in.threads, in.token, m::catalogue().size()));
  pass const first = check_all(in, "laws and faults"), again = check_all(in, "once more");
  show_laws(out, first);
  show_modes(out, in);
  show_variance(out, in);
  show_lattice(out, in);
  out.note(
      fmt::format("{} states for the laws, {} more until the faults were found; {:.1f} s and {:.1f} s in two "
                  "passes. A state counts once for each law and type that it is looked at for.",
                  first.states, first.broken_states, first.seconds, again.seconds));
  out.claim_that("At least a million states are visited", first.states >= 1'000'000,
                 fmt::format("{} states", first.states));
  out.claim_that("A pass takes less than two minutes", first.seconds < 120,
                 fmt::format("{:.1f} s", first.seconds));
  out.claim_that("Two passes visit the same states and find the same witnesses", same(first, again),
                 "counts and witnesses compared");
}

}  // namespace

int main(int argc, char** argv) {
  return ex::run(
      argc, argv,
      {.name = "shared_modes",
       .question =
           "What does each type let you do when it is owned and when it is shared, and why is that safe?",
       .designs = {{"two modes", "RustBelt: each type chooses what owning and what sharing it means"}}},
      measure);
}
