// SPDX-License-Identifier: BSL-1.0
// What a choreography means, without machines: sending and receiving are events of their own, and what comes
// later in the text waits for what comes before it only in the same role. (Weak sequencing, as in message
// sequence charts.)
//
// What is left to do is a term: events that are not over, parts that run at the same time, and the place in
// the text up to which the session has been decided. A role that wants to go on beyond that place decides the
// choices on its way; all ways to do so are possible until events rule them out, so a session is in a set of
// terms.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sessions/support/explorer.hpp"
#include "tenure/sessions/graph.hpp"

namespace tenure::test {

class meaning {
  struct item;
  /// The text from `at` up to `stop` is undecided; `block` is where the text of this term begins.
  struct term {
    std::vector<item> items;
    int at, stop, block;
  };
  struct item {
    int send;  // a node, or -1 for parts
    bool sent = false;
    std::vector<term> parts;
  };
  using step = std::pair<event, term>;

  g::graph const& of_;
  int longest_;                   // a term with more pending messages is given up
  std::vector<unsigned> who_;     // the roles in the block of a node
  std::vector<bool> closed_;      // from everywhere in the block one can come to its end, and not elsewhere
  std::vector<unsigned> ahead_;   // the roles that may still do something behind a node
  std::vector<unsigned> begins_;  // the roles that may find something to send there, before they receive
  std::vector<term> terms_;
  std::map<std::u16string, int> known_;
  std::vector<bool> finished_;
  struct ways {
    bool made = false, gave_up = false;
    std::vector<std::pair<event, int>> list{};
  };
  std::vector<ways> ways_;
  bool gave_up_ = false;
  int effort_ = 0;  // what is left of it for one term

  g::node const& at(int node) const { return of_.nodes[node]; }
  /// Is there nothing left in it, for anybody?
  bool over(term const& t) const {
    if (!t.items.empty()) return false;
    int n = t.at;
    while (n != t.stop && (at(n).code == g::op::arm || at(n).code == g::op::close))
      n = at(n).code == g::op::arm ? at(n).goes : n + 1;
    return n == t.stop;
  }
  /// Calls `f` with each node where control may go from a node.
  template <class F>
  void each_next(int n, F f) const {
    g::node const& here = at(n);
    switch (here.code) {
      case g::op::choice:
      case g::op::par:
        for (int b = n + 1; at(b).code == g::op::arm || at(b).code == g::op::part; b += at(b).length)
          f(b + 1);
        break;
      case g::op::arm:
      case g::op::jump:
      case g::op::done:
        f(here.goes);
        break;
      case g::op::end:
        break;
      default:
        f(n + 1);
    }
  }
  bool is_closed(int block) const {
    int const past = block + at(block).length;
    std::set<int> comes_out{past};
    for (bool changed = true; changed;) {
      changed = false;
      for (int n = past - 1; n >= block; --n)
        each_next(
            n, [&](int to) { changed = (comes_out.contains(to) && comes_out.insert(n).second) || changed; });
    }
    for (int n = block; n < past; ++n) {
      if (!comes_out.contains(n)) return false;
      if (at(n).code == g::op::jump && at(n).goes < block) return false;
    }
    return true;
  }

  static int size(term const& t) {
    int sum = 0;
    for (item const& i : t.items) {
      sum += i.send != -1;
      for (term const& part : i.parts) sum += 1 + size(part);
    }
    return sum;
  }
  static void key(term const& t, std::u16string& to) {
    for (item const& i : t.items) {
      to.push_back(i.send == -1 ? u'(' : static_cast<char16_t>(256 + 2 * i.send + i.sent));
      for (term const& part : i.parts) key(part, to);
      if (i.send == -1) to.push_back(u')');
    }
    to.push_back(u'.');
    to.push_back(static_cast<char16_t>(t.at));
    to.push_back(static_cast<char16_t>(t.stop));
  }

  /// Puts `part` in the place of part number `p` of item number `i`.
  term replaced(term t, std::size_t i, std::size_t p, term part) const {
    auto& parts = t.items[i].parts;
    if (over(part))
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(p));
    else
      parts[p] = std::move(part);
    if (parts.empty()) t.items.erase(t.items.begin() + static_cast<std::ptrdiff_t>(i));
    return t;
  }

  /// The terms in which the role has nothing left to do in this one.
  std::vector<term> without(term const& t, int role) {
    if (!(who_[static_cast<std::size_t>(t.block)] >> role & 1)) return {t};
    std::vector<term> all{term{{}, t.at, t.stop, t.block}};
    for (item const& i : t.items) {
      std::vector<item> same;
      if (i.send != -1) {
        if (at(i.send).to == role || (at(i.send).from == role && !i.sent)) return {};
        same.push_back(i);
      } else {
        same = passed(i, role);
      }
      std::vector<term> next;
      for (term const& before : all)
        for (item const& x : same) {
          term with = before;
          if (x.send != -1 || !x.parts.empty()) with.items.push_back(x);
          next.push_back(std::move(with));
        }
      all = std::move(next);
    }
    std::vector<term> result;
    for (term& t2 : all) decide_without(std::move(t2), role, result);
    return result;
  }
  /// The same for parts.
  std::vector<item> passed(item const& i, int role) {
    std::vector<item> all{item{-1, false, {}}};
    for (term const& part : i.parts) {
      std::vector<item> next;
      for (term const& p : without(part, role))
        for (item const& before : all) {
          item with = before;
          if (!over(p)) with.parts.push_back(p);
          next.push_back(std::move(with));
        }
      all = std::move(next);
    }
    return all;
  }
  /// Decides the rest of a term so that the role does nothing in it.
  void decide_without(term t, int role, std::vector<term>& into) {
    decide(std::move(t), role, ahead_, [&](term on, bool met) {
      if (!met) into.push_back(std::move(on));
    });
  }

  /// Decides one way after another until something of the role's is met, or the end. `f(term, met)`. Goes
  /// where the role is in `hopeful` only. What it is to receive has not been sent, so it need not be looked
  /// at.
  template <class F>
  void decide(term t, int role, std::vector<unsigned> const& hopeful, F const& f) {
    for (;;) {
      if (t.at == t.stop) return f(std::move(t), false);
      if (--effort_ < 0 || size(t) > longest_) {
        gave_up_ = true;
        return;
      }
      int const n = t.at;
      g::node const& here = at(n);
      if (!(hopeful[static_cast<std::size_t>(n)] >> role & 1)) return;
      bool const mine = who_[static_cast<std::size_t>(n)] >> role & 1;
      switch (here.code) {
        case g::op::send:
          if (here.to == role) return;  // it has not been sent
          t.items.push_back({n, false, {}});
          ++t.at;
          if (mine) return f(std::move(t), true);
          break;
        case g::op::par:
          t.items.push_back({-1, false, {}});
          for (int part = n + 1; at(part).code == g::op::part; part += at(part).length)
            t.items.back().parts.push_back({{}, part + 1, part + at(part).length - 1, part});
          t.at = here.goes;
          if (!here.falls) t.at = t.stop;  // nobody comes out of it, and nothing may follow it
          if (mine) return f(std::move(t), true);
          break;
        case g::op::loop:
        case g::op::choice:
          if (!mine &&
              closed_[static_cast<std::size_t>(n)]) {  // whatever happens there, it is beside the role
            t.items.push_back({-1, false, {term{{}, n, n + here.length, n}}});
            t.at = n + here.length;
            break;
          }
          if (here.code == g::op::loop) {
            ++t.at;
            break;
          }
          for (int arm = n + 1; at(arm).code == g::op::arm; arm += at(arm).length) {
            term way = t;
            way.at = arm + 1;
            decide(std::move(way), role, hopeful, f);
          }
          return;
        case g::op::arm:
        case g::op::jump:
          t.at = here.goes;
          break;
        default:
          ++t.at;
      }
    }
  }

  /// All that the role can do, each with what is left then.
  void act(term const& t, int role, std::vector<step>& into) {
    if (!(who_[static_cast<std::size_t>(t.block)] >> role & 1)) return;
    act_from(t, 0, role, into);
  }
  void act_from(term const& t, std::size_t first, int role, std::vector<step>& into) {
    for (std::size_t i = first; i < t.items.size(); ++i) {
      item const& here = t.items[i];
      if (here.send != -1) {
        g::node const& n = at(here.send);
        if (n.from == role && !here.sent) {
          term on = t;
          on.items[i].sent = true;
          into.push_back({{role, {true, n.to, n.message}}, std::move(on)});
          return;
        }
        if (n.to == role) {
          if (!here.sent) return;
          term on = t;
          on.items.erase(on.items.begin() + static_cast<std::ptrdiff_t>(i));
          into.push_back({{role, {false, n.from, n.message}}, std::move(on)});
          return;
        }
        continue;
      }
      bool concerned = false;
      for (std::size_t p = 0; p < here.parts.size(); ++p) {
        if (!(who_[static_cast<std::size_t>(here.parts[p].block)] >> role & 1)) continue;
        concerned = true;
        std::vector<step> inside;
        act(here.parts[p], role, inside);
        for (step& s : inside) into.push_back({s.first, replaced(t, i, p, std::move(s.second))});
      }
      if (!concerned) continue;
      for (item const& on : passed(here, role)) {
        term next = t;
        if (on.parts.empty())
          next.items.erase(next.items.begin() + static_cast<std::ptrdiff_t>(i));
        else
          next.items[i] = on;
        act_from(next, on.parts.empty() ? i : i + 1, role, into);
      }
      return;
    }
    std::size_t const decided = t.items.size();
    decide(t, role, begins_, [&](term on, bool met) {
      if (met) act_from(on, decided, role, into);
    });
  }

  int intern(term t) {
    std::u16string name;
    key(t, name);
    auto const [place, is_new] = known_.try_emplace(std::move(name), static_cast<int>(terms_.size()));
    if (is_new) {
      finished_.push_back(over(t));
      terms_.push_back(std::move(t));
      ways_.emplace_back();
    }
    return place->second;
  }

 public:
  /// Precondition: the text has no flaw of its own.
  explicit meaning(g::graph const& of, int longest)
      : of_{of},
        longest_{longest},
        who_(static_cast<std::size_t>(of.size)),
        closed_(static_cast<std::size_t>(of.size)),
        ahead_(static_cast<std::size_t>(of.size)),
        begins_(static_cast<std::size_t>(of.size)) {
    for (int n = 0; n < of.size; ++n) {
      auto const block = static_cast<std::size_t>(n);
      for (int i = n; i < n + at(n).length; ++i)
        if (at(i).code == g::op::send) who_[block] |= 1u << at(i).from | 1u << at(i).to;
      closed_[block] = (at(n).code == g::op::loop || at(n).code == g::op::choice) && is_closed(n);
      ahead_[block] = at(n).code == g::op::send ? who_[block] : 0;
      begins_[block] = at(n).code == g::op::send ? 1u << at(n).from : 0;
    }
    for (bool changed = true; changed;) {
      changed = false;
      auto const grow = [&](unsigned& set, unsigned by) {
        changed = changed || (by & ~set) != 0;
        set |= by;
      };
      for (int n = of.size - 1; n >= 0; --n)
        each_next(n, [&](int to) {
          auto const here = static_cast<std::size_t>(n), there = static_cast<std::size_t>(to);
          grow(ahead_[here], ahead_[there]);
          grow(begins_[here], begins_[there] & (at(n).code == g::op::send ? ~who_[here] : ~0u));
        });
    }
    // The whole concerns everybody.
    whole_ = {{}, 0, of.size - 1, of.size - 1};
    who_[static_cast<std::size_t>(of.size - 1)] = ~0u;
    intern(whole_);
  }
  static constexpr int start = 0;

  /// All events that can come next from a term, and the terms after them.
  std::vector<std::pair<event, int>> const& next(int from) {
    auto const f = static_cast<std::size_t>(from);
    if (!ways_[f].made) {
      ways w{.made = true};
      gave_up_ = false;
      effort_ = 2000;
      for (int r = 0; r < of_.role_count; ++r) {
        std::vector<step> all;
        act(term{terms_[f]}, r, all);
        for (step& s : all) w.list.push_back({s.first, intern(std::move(s.second))});
      }
      std::sort(w.list.begin(), w.list.end());
      w.list.erase(std::unique(w.list.begin(), w.list.end()), w.list.end());
      w.gave_up = gave_up_;
      ways_[f] = std::move(w);
    }
    return ways_[f].list;
  }
  /// Were some ways left out because they would have been too long?
  bool gave_up(int from) const { return ways_[static_cast<std::size_t>(from)].gave_up; }
  bool finished(int number) const { return finished_[static_cast<std::size_t>(number)]; }

 private:
  term whole_;
};

/// Where the roles together and the choreography disagree.
struct comparison {
  enum class verdict { agree, does_more, does_less, ends_early, ends_late } found = verdict::agree;
  bool whole = true;  ///< every trace was compared
  std::size_t pairs = 0;
  std::vector<event> trace;  ///< up to and including the event in which they differ
};

inline char const* name_of(comparison::verdict what) {
  constexpr char const* names[]{
      "agree", "the roles do what the choreography does not", "the choreography does what the roles do not",
      "the roles end before the choreography", "the choreography ends before the roles"};
  return names[static_cast<int>(what)];
}

/// Compares all traces over queues with room for so many messages, breadth first, up to `most` pairs of a
/// configuration and a set of terms.
inline comparison compare(std::vector<automaton> const& roles, g::graph const& of, std::size_t room,
                          std::size_t most, int longest = 12) {
  product const all{roles, room};
  meaning means{of, longest};
  comparison result;
  struct visit {
    product::config c;
    std::vector<int> terms;
    bool gave_up;
    std::size_t from;
    event by;
  };
  std::vector<visit> seen{{all.start(), {meaning::start}, false, 0, {-1, {}}}};
  std::set<std::pair<product::config, std::vector<int>>> known{{seen[0].c, seen[0].terms}};
  auto const disagree = [&](comparison::verdict how, std::size_t at, event const* last) {
    result.found = how;
    if (last) result.trace.push_back(*last);
    for (; at != 0; at = seen[at].from) result.trace.push_back(seen[at].by);
    std::reverse(result.trace.begin(), result.trace.end());
  };
  for (std::size_t i = 0; i < seen.size(); ++i) {
    visit const here = seen[i];
    bool gave_up = here.gave_up, finished = false;
    std::map<event, std::vector<int>> meant;
    for (int const t : here.terms) {
      for (auto const& [e, to] : means.next(t))
        if (all.possible(here.c, e)) meant[e].push_back(to);
      gave_up = gave_up || means.gave_up(t);
      finished = finished || means.finished(t);
    }
    result.whole = result.whole && !gave_up;
    std::set<event> done;
    all.each_step(here.c, [&](event const& e, product::config next) {
      if (result.found != comparison::verdict::agree) return;
      done.insert(e);
      auto const match = meant.find(e);
      if (match == meant.end()) {
        if (!gave_up) disagree(comparison::verdict::does_more, i, &e);
        return;
      }
      std::vector<int> terms = match->second;
      std::sort(terms.begin(), terms.end());
      terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
      if (seen.size() >= most) {
        result.whole = false;
        return;
      }
      bool const many = terms.size() > 40;
      if (many) terms.resize(40);
      if (known.insert({next, terms}).second)
        seen.push_back({std::move(next), std::move(terms), gave_up || many, i, e});
    });
    if (result.found == comparison::verdict::agree) {
      for (auto const& [e, to] : meant)
        if (!done.contains(e)) {
          disagree(comparison::verdict::does_less, i, &e);
          break;
        }
      bool const ended = all.all_done(here.c) && all.all_queues_empty(here.c);
      if (result.found == comparison::verdict::agree && ended != finished && !gave_up)
        disagree(ended ? comparison::verdict::ends_early : comparison::verdict::ends_late, i, nullptr);
      if (result.found == comparison::verdict::agree && finished && !ended)
        disagree(comparison::verdict::ends_late, i, nullptr);
    }
    if (result.found != comparison::verdict::agree) break;
  }
  result.pairs = seen.size();
  return result;
}

}  // namespace tenure::test
