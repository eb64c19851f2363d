// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/ownership/text.hpp"
#include "tenure/sessions/explain.hpp"
#include "tenure/sessions/projection.hpp"
#include "tenure/sessions/remarks.hpp"

/// A protocol judged in words, when the program is compiled.
namespace tenure::sessions {

/// What is wrong with a protocol, as a sentence with the rule's id, roles, messages and arms. For a
/// well-formed one the remarks on it, or an empty text.
template <auto const& G>
consteval auto diagnose() {
  constexpr auto write = [](char* out, int room) {
    return well_formed<G> ? write_remarks<graph_of<G>.size + 1>(graph_of<G>, out, room)
                          : explain(graph_of<G>, flaw_of<G>, out, room);
  };
  text<static_cast<std::size_t>(write(nullptr, 0))> sentence;
  write(sentence.chars, static_cast<int>(sentence.size()));
  return sentence;
}

namespace rule {

/// The rules of checks.hpp and subsets.hpp. Whatever makes a cursor or a carrier of a protocol enforces it.
template <auto const& G>
struct well_formed {
  static constexpr bool holds = sessions::well_formed<G>;
  static constexpr auto sentence() { return diagnose<G>(); }
};

/// A role that is named is a role of the protocol.
template <auto const& G, class Role>
struct has_role {
  static constexpr bool holds = role_number<G, Role> != -1;

 private:
  static constexpr int write(char* out, int room) {
    detail::pen to{graph_of<G>, out, room};
    to << "[sessions.role] " << short_name(*identity<Role>)
       << " takes no part in this protocol: its roles are ";
    for (int r = 0; r < graph_of<G>.role_count; ++r) {
      if (r > 0) to << ", ";
      to.role(r);
    }
    return to.size;
  }

 public:
  static constexpr auto sentence() {
    text<static_cast<std::size_t>(write(nullptr, 0))> words;
    write(words.chars, static_cast<int>(words.size()));
    return words;
  }
};

}  // namespace rule

/// `static_assert(require_well_formed<G>())` where a bare `static_assert(well_formed<G>)` would only say no:
/// the sentence of `diagnose` is the error.
template <auto const& G>
consteval bool require_well_formed() {
  return told<rule::well_formed<G>>();
}

}  // namespace tenure::sessions
