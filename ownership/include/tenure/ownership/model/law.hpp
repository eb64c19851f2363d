// SPDX-License-Identifier: BSL-1.0
// What a law is to this model: a sentence, a check of all small states, and the faults that the check must
// find.
#pragma once

#include "tenure/ownership/model/judgements.hpp"
#include "tenure/ownership/model/machine.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tenure::model {

/// `check` looks at every state within the bound. With the rules as they are it finds no witness; with each
/// of `broken_by` it finds one.
struct law {
  std::string id;
  std::string title;
  std::string sentence;
  std::string source;  ///< where lambda-rust or the post states it
  std::vector<fault> broken_by;
  outcome (*check)(rules const&, bound const&);
};

/// The types that laws are checked for. Types that only a fault brings in are added by the law concerned.
inline std::vector<type> catalogue(rules const& r = {}) {
  type const i = integer(), f = boolean();
  std::vector<type> all{f, i, pair(f, i), either(f, i, r), atomic_cell(i)};
  for (type const& t : {f, i, pair(f, i), either(f, i, r)}) all.push_back(cell(t, r));
  for (type const& t : {f, i, cell(i, r)}) {
    all.push_back(ref_cell(t));
    all.push_back(mutex(t));
    all.push_back(rw_lock(t));
  }
  for (type const& t : {f, i, cell(i, r), mutex(i)}) {
    all.push_back(box(t, r));
    all.push_back(reference(b, t, r));
    all.push_back(unique(b, t, r));
    all.push_back(rc(t));
    all.push_back(arc(t));
    all.push_back(vec(t, r));
    if (t.size == 1) all.push_back(mutex_guard(b, t, r));
  }
  for (type const& t :
       {reference(meet(a, b), i, r), box(box(i, r), r), cell(box(i, r), r), cell(reference(b, f, r), r),
        reference(b, unique(b, i, r), r), unique(b, box(f, r), r), vec(box(i, r), r), pair(rc(i), i),
        either(i, rc(i), r), mutex(rc(i)), mutex(box(i, r)), arc(rc(i)), rc(ref_cell(i)),
        arc(rw_lock(cell(i, r))), join_handle(rc(i))})
    all.push_back(t);
  return all;
}

/// The types that constructors are tried with: each row of the quadrant table, in at most two bytes.
inline std::vector<type> contents(rules const& r = {}) {
  type const i = integer();
  return {boolean(), i, cell(i, r), rc(i), mutex(i), reference(b, cell(i, r), r), mutex_guard(b, i, r)};
}

namespace detail {

inline witness seen(std::string what, std::vector<std::string> given, heap const& h) {
  return {std::move(what), std::move(given), {}, model::text(h), {}};
}

/// Scenarios that differ in their heaps only are run together.
class scenarios {
  std::map<std::vector<resource>, std::vector<heap>> groups_;

 public:
  void add(std::vector<resource> threads, heap const& h) { groups_[std::move(threads)].push_back(h); }
  outcome run(std::string const& of, rules const& r, bound const& in, lifetime may_end = forever) const {
    outcome all;
    for (auto const& [threads, heaps] : groups_) {
      if (all.add(model::run({threads, heaps, may_end}, r, in))) break;
    }
    if (all.found) all.found->given.insert(all.found->given.begin(), of);
    return all;
  }
};

/// One thread owns t and has lent it for 'a to so many threads, itself among them.
inline outcome share_among(type const& t, thread threads, rules const& r, bound const& in) {
  scenarios all;
  for_each_heap(in, t.size, t.pointers, [&](heap const& h) {
    claim const owned = owned_at(t, 0, frame, h);
    std::vector<resource> held;
    for (thread who = 0; owned && who < threads; ++who) {
      claim const shared = t.shr(a, who, frame, h);
      if (shared) held.push_back(*shared);
    }
    if (!owned || held.size() != threads) return true;
    held[0] = together(held[0], behind(gate{opening::after, a}, *owned));
    all.add(std::move(held), h);
    return true;
  });
  return all.run("type " + t.name + ", shared for 'a by " + std::to_string(threads) + " threads", r, in, a);
}

/// A check of two verdicts that the definitions give: that they are the same.
inline outcome same(std::string const& what, judgement const& x, judgement const& y) {
  outcome o{x.states + y.states, {}};
  if (x.holds == y.holds) return o;
  judgement const& no = x.holds ? y : x;
  o.found = seen(what + ": " + (x.holds ? "yes, but no by definition" : "no, but yes by definition"),
                 {no.because->why}, no.because->where);
  return o;
}
inline judgement all_of(judgement x, judgement const& y) {
  x.states += y.states;
  if (x.holds && !y.holds) x.holds = false, x.because = y.because;
  return x;
}
inline judgement never() { return {false, 0, refusal{{}, "it names the thread"}}; }
inline judgement always() { return {}; }
inline outcome must(std::string const& what, judgement const& j) {
  outcome o{j.states, {}};
  if (!j.holds) o.found = seen(what, {j.because->why}, j.because->where);
  return o;
}

/// A check of every heap: `question` says what is wrong with it, if anything.
template <class F>
outcome every_heap(std::string const& of, bound const& in, std::size_t size, bool pointers, F question) {
  judgement const j = for_all(in, size, pointers, question);
  outcome o{j.states, {}};
  if (!j.holds) o.found = seen(j.because->why, {of}, j.because->where);
  return o;
}

}  // namespace detail
}  // namespace tenure::model
