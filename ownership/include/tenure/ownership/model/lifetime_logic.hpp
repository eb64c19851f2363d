// SPDX-License-Identifier: BSL-1.0
// The rules of the lifetime logic as steps, what must be true of every state that they reach, and the search.
#pragma once

#include "tenure/ownership/model/lifetimes.hpp"
#include "tenure/ownership/model/rules.hpp"
#include "tenure/ownership/model/witness.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenure::model {

/// The steps that the rules allow, and what is wrong with a state.
class lifetime_logic {
  rules r_;
  bound in_;
  steps_allowed can_;

  lifetime gone(lifetimes const& s) const {
    lifetime g = forever;
    for (std::size_t k = 0; k < 2; ++k) {
      if (s.lives[k] == life::dead) g = meet(g, static_cast<lifetime>(1U << k));
    }
    return g;
  }
  bool dead(lifetimes const& s, lifetime k) const {
    if (r_.has(fault::needs_both_dead)) return k != forever && within(gone(s), k);
    return is_dead(k, gone(s));
  }
  bool begun(lifetimes const& s, lifetime k) const {
    return ((k & a) == 0 || s.lives[0] == life::alive) && ((k & b) == 0 || s.lives[1] == life::alive);
  }
  bool awake(lifetimes const& s, loan const& l) const {
    return l.fields != 0 && !dead(s, l.until) && (l.after == forever || dead(s, l.after));
  }
  static bool enough(lifetimes const& s, std::size_t t, lifetime k) {
    return ((k & a) == 0 || s.tokens[t][0] > 0) && ((k & b) == 0 || s.tokens[t][1] > 0);
  }
  static void pay(lifetimes& s, std::size_t t, lifetime k, int parts) {
    for (std::size_t i = 0; i < 2; ++i) {
      if ((k >> i & 1) != 0) s.tokens[t][i] = static_cast<std::uint8_t>(s.tokens[t][i] + parts);
    }
  }
  /// Loans that can never be opened again are forgotten; equal states look equal.
  lifetimes tidy(lifetimes s) const {
    for (loan& l : s.loans) {
      if (l.fields != 0 && l.inside == 0 && dead(s, l.until)) l = {};
      if (l.after != forever && dead(s, l.after)) l.after = forever;
    }
    std::ranges::sort(s.loans, std::ranges::greater{});
    return s;
  }
  bool room(lifetimes const& s) const { return s.loans[can_.loans - 1].fields == 0; }
  static void add(lifetimes& s, loan l) {
    *std::ranges::find_if(s.loans, [](loan const& x) { return x.fields == 0; }) = l;
  }

  template <class Visit>
  void token_steps(lifetimes const& s, Visit const& visit) const {
    for (std::size_t k = 0; k < 2; ++k) {
      std::string const name = k == 0 ? "'a" : "'b";
      if (s.lives[k] == life::unborn) {
        lifetimes n = s;
        n.lives[k] = life::alive;
        n.tokens[0][k] = in_.token;
        visit(n, "lifetime " + name + " begins; thread 0 has its token");
      }
      for (std::size_t t = 0; t < in_.threads; ++t) {
        std::string const who = "thread " + std::to_string(t);
        for (std::size_t u = 0; u < in_.threads && s.tokens[t][k] > 0; ++u) {
          if (u == t) continue;
          lifetimes n = s;
          --n.tokens[t][k];
          ++n.tokens[u][k];
          visit(n, who + " gives a part of the token of " + name + " to thread " + std::to_string(u));
        }
        bool const may_end = r_.has(fault::end_while_read) ? s.tokens[t][k] > 0 : s.tokens[t][k] == in_.token;
        if (may_end && s.lives[k] == life::alive) {
          lifetimes n = s;
          n.lives[k] = life::dead;
          for (auto& hand : n.tokens) {
            if (!r_.has(fault::token_survives)) hand[k] = 0;
          }
          visit(n, who + " ends " + name);
        }
      }
    }
  }

  template <class Visit>
  void loan_steps(lifetimes const& s, std::size_t i, Visit const& visit) const {
    loan const l = s.loans[i];
    if (!awake(s, l) || l.inside != 0) return;
    std::string const what = detail::fields_text(l.fields);
    for (lifetime k : {a, b, meet(a, b)}) {
      bool const lend = l.until == forever ? can_.borrow : can_.reborrow;
      if (lend && l.reads_only == 0 && room(s) && begun(s, k) && !within(l.until, k)) {
        lifetimes n = s;
        n.loans[i].after = r_.has(fault::lender_keeps) ? forever : k;
        add(n, {l.fields, meet(l.until, k), forever, 0, 0});
        visit(n, (l.until == forever ? "borrow " : "reborrow ") + what + " for " + model::text(k));
      }
      if (can_.shorten && l.until != forever && begun(s, k) && !within(l.until, k)) {
        lifetimes n = s;
        n.loans[i].until = r_.has(fault::lifetime_grows) ? forever : meet(l.until, k);
        visit(n, "shorten the loan of " + what + " to " + model::text(n.loans[i].until));
      }
    }
    if (can_.split && l.fields == 3 && l.reads_only == 0 && room(s)) {
      lifetimes n = s;
      std::uint8_t const left = r_.has(fault::split_overlaps) ? 3 : 1,
                         right = r_.has(fault::split_overlaps) ? 3 : 2;
      n.loans[i].fields = left;
      add(n, {right, l.until, l.after, 0, 0});
      visit(n, "split the loan into x and y");
    }
    for (std::size_t j = i + 1; can_.split && j < most_loans; ++j) {
      loan const& m = s.loans[j];
      if (m.fields == 0 || (m.fields & l.fields) != 0 || m.until != l.until || m.after != l.after ||
          m.reads_only != l.reads_only || m.inside != 0 || l.reads_only != 0)
        continue;
      lifetimes n = s;
      n.loans[i].fields = 3;
      n.loans[j] = {};
      visit(n, "combine the loans of x and y");
    }
    bool const lasting = l.until == forever && r_.has(fault::share_without_borrow);
    if (can_.fracture && l.reads_only == 0 && (l.until != forever || lasting) && (!lasting || room(s))) {
      for (std::size_t t = 0; t < in_.threads; ++t) {
        if (!enough(s, t, l.until)) continue;  // the token is only shown: it comes back at once
        lifetimes n = s;
        if (lasting) {
          add(n, {l.fields, forever, forever, 1, 0});
        } else {
          n.loans[i].reads_only = 1;
        }
        visit(n, "share " + what + (lasting ? " without a lifetime" : " for " + model::text(l.until)));
      }
    }
  }

  template <class Visit>
  void access_steps(lifetimes const& s, std::size_t i, Visit const& visit) const {
    loan const l = s.loans[i];
    bool const free_entry = r_.has(fault::open_without_token);
    for (std::size_t t = 0; t < in_.threads && l.fields != 0; ++t) {
      auto const bit = static_cast<std::uint8_t>(1U << t);
      std::string const who = "thread " + std::to_string(t);
      if ((l.inside & bit) != 0) {
        bool ok = true;
        for (std::size_t f = 0; f < 2; ++f) ok = ok && ((l.fields >> f & 1) == 0 || s.values[f] != invalid);
        if (ok || (l.until != forever && r_.has(fault::close_without_content))) {
          lifetimes n = s;
          n.loans[i].inside ^= bit;
          if (!free_entry) pay(n, t, l.until, 1);
          visit(n, who + " closes " + detail::fields_text(l.fields));
        }
        for (std::size_t f = 0; can_.write && l.reads_only == 0 && f < 2; ++f) {
          if ((l.fields >> f & 1) == 0) continue;
          for (byte v = 0; v <= invalid; ++v) {
            lifetimes n = s;
            n.values[f] = v;
            visit(n, who + " writes " + std::to_string(v) + (f == 0 ? " to x" : " to y"));
          }
        }
        continue;
      }
      bool const taken = l.reads_only == 0 && l.inside != 0;
      if (!awake(s, l) || taken || (!free_entry && !enough(s, t, l.until))) continue;
      lifetimes n = s;
      n.loans[i].inside |= bit;
      if (!free_entry) pay(n, t, l.until, -1);
      visit(n, who + " opens " + detail::fields_text(l.fields));
    }
  }

 public:
  lifetime_logic(rules const& r, bound const& in, steps_allowed const& can) : r_{r}, in_{in}, can_{can} {}

  /// Calls visit(next state, words) for each step that the rules allow.
  template <class Visit>
  void steps(lifetimes const& s, Visit const& tell) const {
    auto const visit = [&](lifetimes const& n, std::string const& words) { tell(tidy(n), words); };
    token_steps(s, visit);
    for (std::size_t i = 0; i < most_loans; ++i) {
      loan_steps(s, i, visit);
      access_steps(s, i, visit);
    }
    for (lifetime k : {a, b}) {
      bool const over = is_dead(k, gone(s)), allowed = r_.has(fault::fake_while_alive) ? begun(s, k) : over;
      if (!can_.fake || !allowed || !room(s)) continue;
      lifetimes n = s;
      add(n, {3, k, forever, 0, 0});
      visit(n, "borrow {x,y} out of nothing for " + model::text(k));
    }
  }

  /// What is wrong with a state; nothing of a state that the unbroken rules reach.
  std::optional<std::string> wrong(lifetimes const& s) const {
    for (std::size_t k = 0; k < 2; ++k) {
      unsigned parts = 0;
      for (auto const& hand : s.tokens) parts += hand[k];
      if (s.lives[k] == life::dead && parts != 0) return "a token of a lifetime that is dead";
      for (loan const& l : s.loans) {
        bool const paid = (l.until >> k & 1) != 0 && !r_.has(fault::open_without_token);
        for (unsigned t = 0; paid && t < most_threads; ++t) parts += l.inside >> t & 1U;
      }
      if (s.lives[k] == life::alive && parts != in_.token) return "the parts of a token are not the whole";
    }
    bool all_over = true;
    for (life l : s.lives) all_over = all_over && l == life::dead;
    for (unsigned f = 0; f < 2; ++f) {
      int writers = 0, readers = 0;
      bool open = false, owned = false;
      for (loan const& l : s.loans) {
        if ((l.fields >> f & 1) == 0) continue;
        if (l.inside != 0 && is_dead(l.until, gone(s)))
          return "somebody is inside a loan whose lifetime has ended";
        bool const counts = awake(s, l) || l.inside != 0;
        (l.reads_only != 0 ? readers : writers) += counts ? 1 : 0;
        open = open || (l.inside != 0 && l.reads_only == 0);
        owned = owned || (l.until == forever && l.reads_only == 0 && awake(s, l));
      }
      if (writers > 1 || (writers == 1 && readers > 0))
        return std::string{"two may use "} + (f == 0 ? "x" : "y") + ", and one may write it";
      if (s.values[f] == invalid && !open)
        return std::string{f == 0 ? "x" : "y"} + " is not valid though nobody is changing it";
      if (all_over && !owned) return "all lifetimes have ended and the owner has not got everything back";
    }
    return std::nullopt;
  }
};

namespace detail {
struct lifetimes_hash {
  std::size_t operator()(lifetimes const& s) const {
    static_assert(std::has_unique_object_representations_v<lifetimes>);
    auto const* raw = reinterpret_cast<unsigned char const*>(&s);
    std::uint64_t n = 0xcbf29ce484222325U;
    for (std::size_t i = 0; i < sizeof s; ++i) n = (n ^ raw[i]) * 0x100000001b3U;
    return static_cast<std::size_t>(n ^ (n >> 29));
  }
};

}  // namespace detail

/// All states that the rules of the lifetime logic reach, breadth-first, until one is wrong.
inline outcome run_lifetimes(steps_allowed const& can, rules const& r = {}, bound in = full_bound) {
  in.threads = 2;
  lifetime_logic const logic{r, in, can};
  std::unordered_map<lifetimes, std::uint32_t, detail::lifetimes_hash> index;
  std::vector<lifetimes> states{at_first()};
  std::vector<std::uint32_t> from{0};
  index.emplace(states[0], 0);
  for (std::uint32_t at = 0; at < states.size(); ++at) {
    if (auto const why = logic.wrong(states[at])) {
      witness w{*why, {}, {}, {}, text(states[at], in.token)};
      for (std::uint32_t now = at; now != 0; now = from[now]) {
        std::string words;
        logic.steps(states[from[now]], [&](lifetimes const& n, std::string const& said) {
          if (words.empty() && n == states[now]) words = said;
        });
        w.steps.insert(w.steps.begin(), words);
      }
      w.before = text(states[0], in.token);
      return {states.size(), std::move(w)};
    }
    logic.steps(lifetimes{states[at]}, [&](lifetimes const& n, std::string const&) {
      if (index.try_emplace(n, static_cast<std::uint32_t>(states.size())).second) {
        states.push_back(n);
        from.push_back(at);
      }
    });
  }
  return {states.size(), std::nullopt};
}

}  // namespace tenure::model
