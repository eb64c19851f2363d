// SPDX-License-Identifier: BSL-1.0
// One choreography, judged by the library and by everything that knows nothing of the library's projection.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sessions/support/global.hpp"
#include "sessions/support/random.hpp"
#include "tenure/sessions/projection.hpp"

namespace tenure::test {

inline std::string write(std::vector<event> const& trace, g::graph const& of) {
  std::string text;
  for (event const& e : trace) {
    auto const name = [](g::named const* n) { return std::string{n->text}; };
    text += (text.empty() ? "" : " ") + name(of.roles[e.role]);
    text += e.what.peer == -1 ? " stops"
                              : (e.what.sends ? "!" : "?") + name(of.roles[e.what.peer]) + ":" +
                                    name(of.messages[e.what.message]);
  }
  return text;
}

/// Numbers and projects choreographies one after the other, in the same room.
class judge {
  static constexpr int most = 256;
  g::graph_table<most> table_;
  g::projection<most> room_[5];

 public:
  g::graph of{};
  g::flaw wrong;                   ///< what the library says
  std::vector<g::machine> tables;  ///< the library's, where it accepts
  std::vector<automaton> roles;  ///< the same without forks; where it rejects, from the definition, unchecked
  std::string complaint;         ///< what the library has wrong, in its own terms or against the definition

  /// False where there are too many steps.
  bool read(std::vector<g::step> const& steps) {
    complaint.clear();
    tables.clear();
    roles.clear();
    if (steps.size() > most) return false;
    g::lower(steps.data(), static_cast<int>(steps.size()), table_);
    table_.wrong = g::check_text<most + 1>(table_.view());
    of = table_.view();
    wrong = of.wrong;
    for (int r = 0; r < of.role_count && !wrong; ++r) {
      g::project(of, r, room_[r]);
      wrong = room_[r].wrong;
      tables.push_back(room_[r].view());
    }
    if (of.wrong) return true;
    for (int r = 0; r < of.role_count; ++r) {
      automaton plain = erase(of, r);
      if (wrong) {
        roles.push_back(std::move(plain));
        continue;
      }
      roles.push_back(flatten(room_[r].view()));
      if (!plain.too_large && !equivalent(plain, roles.back()))
        complaint = std::string{"not the erasure of what "} + of.roles[r]->text + " does";
      if (!forks(room_[r].view()) && !minimal(roles.back()))
        complaint = std::string{of.roles[r]->text} + " has equivalent states";
    }
    return true;
  }

  static bool forks(g::machine const& of) {
    for (int s = 0; s < of.state_count; ++s)
      if (of[s].kind == g::state_kind::fork) return true;
    return false;
  }
  /// Can all states be told apart? By refinement, of all against all.
  static bool minimal(automaton const& of) {
    std::vector<std::size_t> kind(of.states.size());
    for (std::size_t classes = 1;;) {
      std::map<std::pair<bool, std::map<deed, std::size_t>>, std::size_t> numbers;
      std::vector<std::size_t> next;
      for (auto const& place : of.states) {
        std::map<deed, std::size_t> moves;
        for (auto const& m : place.moves) moves[m.what] = kind[static_cast<std::size_t>(m.to)];
        next.push_back(numbers.try_emplace({place.done, std::move(moves)}, numbers.size()).first->second);
      }
      kind = std::move(next);
      if (numbers.size() == of.states.size()) return true;
      if (numbers.size() == classes) return false;
      classes = numbers.size();
    }
  }

  /// What goes wrong when the roles run, with queues for so many messages; empty if nothing does.
  std::string fault(std::size_t room, std::size_t configurations, std::size_t pairs, int longest,
                    bool* whole = nullptr) const {
    exploration const run = explore(roles, room, configurations);
    if (whole) *whole = run.whole;
    if (run.found != trouble::none) return std::string{name_of(run.found)} + " after " + write(run.trace, of);
    comparison const both = compare(roles, of, room, pairs, longest);
    if (whole) *whole = *whole && both.whole;
    if (both.found == comparison::verdict::agree) return {};
    return std::string{name_of(both.found)} + " in " + write(both.trace, of);
  }
};

}  // namespace tenure::test
