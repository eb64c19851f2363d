// SPDX-License-Identifier: BSL-1.0
// Random choreographies: up to five roles, choices, recursion, parallel parts, calls. Their texts keep the
// rules of checks.hpp, so that the projection is what judges them; about half tell all who take part in an
// arm which one it is, since blind ones are nearly all rejected.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tenure/sessions/choreography.hpp"

namespace tenure::test {

namespace g = tenure::sessions;

/// splitmix64: the same numbers everywhere.
class dice {
  std::uint64_t at_;

 public:
  explicit dice(std::uint64_t seed) : at_{seed} {}
  std::uint64_t roll() {
    std::uint64_t z = (at_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  int below(int n) { return static_cast<int>(roll() % static_cast<std::uint64_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }
};

struct names {
  g::named roles[5]{{"A"}, {"B"}, {"C"}, {"D"}, {"E"}};
  g::named messages[12]{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}, {"f"}, {"g"}, {"h"}, {"i"}, {"j"}, {"k"}, {"l"}};
  g::named tags[12]{{"T0"}, {"T1"}, {"T2"}, {"T3"}, {"T4"},  {"T5"},
                    {"T6"}, {"T7"}, {"T8"}, {"T9"}, {"T10"}, {"T11"}};
};
inline names const all_names;

class random_choreography {
  dice& dice_;
  int roles_;
  int labels_;
  int sends_left_;
  bool polite_;
  int tags_ = 0;
  std::vector<g::step> steps_;

  /// Which ordered pairs may be used: bit 5 * from + to.
  using pairs = unsigned;
  static pairs pair(int from, int to) { return 1u << (5 * from + to); }
  struct surroundings {
    pairs allowed;
    std::vector<int> loops;  // the tags that can be jumped to
    int depth;
  };

  void put(g::step const& s) { steps_.push_back(s); }
  template <class F>
  bool block(g::step header, F body) {
    std::size_t const at = steps_.size();
    put(header);
    bool const falls = body();
    steps_[at].length = static_cast<int>(steps_.size() - at);
    return falls;
  }
  void send(int from, int to, int message) {
    --sends_left_;
    put({g::op::send, &all_names.roles[from], &all_names.roles[to], &all_names.messages[message]});
  }
  int any_pair(pairs of) {
    int n = dice_.below(__builtin_popcount(of));
    for (int i = 0;; ++i)
      if (of >> i & 1)
        if (n-- == 0) return i;
  }
  static pairs from(int role) { return 31u << (5 * role); }

  bool jump(surroundings const& in) {
    int const tag = dice_.chance(75)
                        ? in.loops.back()
                        : in.loops[static_cast<std::size_t>(dice_.below(static_cast<int>(in.loops.size())))];
    put({g::op::jump, &all_names.tags[tag]});
    return false;
  }

  /// A few steps; `begun`: something has been sent since the innermost loop began. Does control come out?
  bool sequence(surroundings const& in, int length, bool begun) {
    for (int i = 0; i < length; ++i) {
      int const what = dice_.below(100);
      if (what < 50 || in.depth == 0 || sends_left_ <= 1) {
        int const p = any_pair(in.allowed);
        send(p / 5, p % 5, dice_.below(labels_));
      } else if (what < 75) {
        if (!choose(in)) return false;
      } else if (what < 88 && tags_ < 12) {
        if (!repeat(in)) return false;
      } else if (what < 96 && __builtin_popcount(in.allowed) > 1) {
        if (!part(in)) return false;
      } else {
        surroundings inner = in;
        inner.loops.clear();
        --inner.depth;
        if (!block({g::op::call}, [&] { return sequence(inner, 1 + dice_.below(2), false); })) return false;
      }
      begun = true;
      if (sends_left_ <= 0) break;
    }
    if (begun && !in.loops.empty() && dice_.chance(45)) return jump(in);
    return true;
  }

  bool repeat(surroundings in) {
    int const tag = tags_++;
    --in.depth;
    in.loops.push_back(tag);
    return block({g::op::loop, &all_names.tags[tag]}, [&] {
      if (dice_.chance(70) && in.depth > 0) {
        if (dice_.chance(40)) sequence_of_sends(in);
        return choose(in);
      }
      return sequence(in, 1 + dice_.below(3), false);
    });
  }
  void sequence_of_sends(surroundings const& in) {
    int const p = any_pair(in.allowed);
    send(p / 5, p % 5, dice_.below(labels_));
  }

  bool choose(surroundings in) {
    int const decider = any_pair(in.allowed) / 5;
    --in.depth;
    std::vector<int> used;
    return block({g::op::choice, &all_names.roles[decider]}, [&] {
      bool falls = arms(in, decider, used);
      put({g::op::close});
      return falls;
    });
  }
  bool arms(surroundings const& in, int decider, std::vector<int>& used) {
    bool falls = false;
    int const count = dice_.chance(75) ? 2 : 3;
    bool const to_one = polite_ || dice_.chance(60);
    int const first_to = any_pair(in.allowed & from(decider)) % 5;
    for (int i = 0; i < count; ++i) {
      if (in.depth > 0 && dice_.chance(6) && sends_left_ > 3) {  // the arm begins with a choice of its own
        surroundings inner = in;
        --inner.depth;
        falls = block({g::op::arm},
                      [&] {
                        return block({g::op::choice, &all_names.roles[decider]}, [&] {
                          bool const out = arms(inner, decider, used);
                          put({g::op::close});
                          return out;
                        });
                      }) ||
                falls;
        continue;
      }
      int to = to_one ? first_to : any_pair(in.allowed & from(decider)) % 5;
      int label = dice_.below(labels_);
      for (int tries = 0; std::find(used.begin(), used.end(), 16 * to + label) != used.end(); ++tries)
        label = tries < 6 ? dice_.below(labels_) : label + 1;  // there are twelve
      used.push_back(16 * to + label);
      falls = block({g::op::arm},
                    [&] {
                      send(decider, to, label);
                      surroundings inside = in;
                      if (polite_ && !dice_.chance(5)) tell(inside, decider, to, label);
                      return sequence(inside, dice_.below(3), true);
                    }) ||
              falls;
    }
    return falls;
  }
  /// Some of the others hear which arm it is; only they take part in it.
  void tell(surroundings& in, int decider, int told, int label) {
    unsigned knows = 1u << decider | 1u << told;
    for (int r = 0; r < roles_; ++r) {
      if (knows >> r & 1 || dice_.chance(45)) continue;
      for (int teller = 0; teller < roles_; ++teller)
        if (knows >> teller & 1 && in.allowed & pair(teller, r) && (teller == decider || dice_.chance(30))) {
          send(teller, r, label);
          knows |= 1u << r;
          break;
        }
    }
    pairs among = 0;
    for (int f = 0; f < 5; ++f)
      for (int t = 0; t < 5; ++t)
        if (knows >> f & 1 && knows >> t & 1) among |= in.allowed & pair(f, t);
    in.allowed = among;
  }

  bool part(surroundings in) {
    --in.depth;
    in.loops.clear();
    pairs sides[2]{0, 0};
    bool const by_sender = dice_.chance(40);
    bool side_of[5];
    for (bool& s : side_of) s = dice_.chance(50);
    for (int i = 0; i < 25; ++i)
      if (in.allowed >> i & 1) sides[by_sender ? side_of[i / 5] : dice_.chance(50)] |= 1u << i;
    if (sides[0] == 0 || sides[1] == 0) {
      sides[0] = in.allowed & (0u - in.allowed);  // the lowest bit
      sides[1] = in.allowed & ~sides[0];
    }
    return block({g::op::par}, [&] {
      bool falls = true;
      for (pairs const side : sides) {
        in.allowed = side;
        falls = block({g::op::part},
                      [&] {
                        bool const out = sequence(in, 1 + dice_.below(2), false);
                        put({g::op::done});
                        return out;
                      }) &&
                falls;
      }
      put({g::op::close});
      return falls;
    });
  }

 public:
  /// `most` bounds the number of messages, roughly.
  random_choreography(dice& d, int most)
      : dice_{d},
        roles_{2 + d.below(4)},
        labels_{2 + d.below(5)},
        sends_left_{2 + d.below(most - 1)},
        polite_{d.chance(65)} {
    pairs all = 0;
    for (int f = 0; f < roles_; ++f)
      for (int t = 0; t < roles_; ++t)
        if (f != t) all |= pair(f, t);
    surroundings const top{all, {}, 3};
    while (sequence(top, 1 + dice_.below(4), false) && sends_left_ > 0 && dice_.chance(60)) {
    }
  }
  std::vector<g::step> const& steps() const { return steps_; }
};

/// The text, as one would write it in the literature: "mu T0. A:{ A->B:a. T0 | A->B:b }".
inline std::string write(g::step const* steps, int from, int past) {
  std::string text;
  auto const name = [](g::named const* of) {
    return std::string(of->full().begin, static_cast<std::size_t>(of->full().size));
  };
  for (int i = from; i < past; i += steps[i].length) {
    if (!text.empty() && steps[i].code != g::op::done && steps[i].code != g::op::close) text += ". ";
    switch (steps[i].code) {
      case g::op::send:
        text += name(steps[i].a) + "->" + name(steps[i].b) + ":" + name(steps[i].m);
        break;
      case g::op::loop:
        text += "mu " + name(steps[i].a) + " (" + write(steps, i + 1, i + steps[i].length) + ")";
        break;
      case g::op::jump:
        text += name(steps[i].a);
        break;
      case g::op::call:
        text += "call (" + write(steps, i + 1, i + steps[i].length) + ")";
        break;
      case g::op::choice:
      case g::op::par: {
        bool const is_choice = steps[i].code == g::op::choice;
        g::op const branch = is_choice ? g::op::arm : g::op::part;
        text += is_choice ? name(steps[i].a) + ":{ " : "par { ";
        for (int b = i + 1; steps[b].code == branch; b += steps[b].length)
          text += (b == i + 1 ? "" : is_choice ? " | " : " || ") + write(steps, b + 1, b + steps[b].length);
        text += " }";
        break;
      }
      default:
        break;
    }
  }
  return text;
}
inline std::string write(std::vector<g::step> const& steps) {
  return write(steps.data(), 0, static_cast<int>(steps.size()));
}

}  // namespace tenure::test
