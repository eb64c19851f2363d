// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tenure/sessions/diagnose.hpp"

/// What the exporters share. Needs the heap, so it is no part of the umbrella.
namespace tenure::sessions::detail {

/// Is the name one that Mermaid, Graphviz or Scribble keep for themselves?
inline bool is_reserved(std::string const& name) {
  for (char const* const word :
       {"end",   "loop",     "alt",   "else",   "opt",    "par",      "and",    "note",    "over",
        "actor", "node",     "edge",  "graph",  "strict", "subgraph", "choice", "digraph", "participant",
        "at",    "continue", "do",    "from",   "to",     "or",       "rec",    "global",  "local",
        "role",  "protocol", "using", "import", "module", "type",     "self",   "as",      "aux"})
    if (name == word) return true;
  return false;
}

/// The short name of a type with what other languages take for a name: `worker<3>` is worker_3.
inline std::string plain_name(named const& of) {
  std::string name;
  piece const text = short_name(of);
  for (int i = 0; i < text.size; ++i) {
    char const c = text[i];
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '_')
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (name.size() > 1 && name.back() == '_') name.pop_back();
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) name.insert(0, "_");
  if (is_reserved(name)) name += '_';
  return name;
}

/// Different names for different types: where the short ones are the same, a number is added.
inline std::vector<std::string> plain_names(named const* const* of, int count) {
  std::vector<std::string> names;
  auto const taken = [&](std::string const& name) {
    for (auto const& other : names)
      if (other == name) return true;
    return false;
  };
  for (int i = 0; i < count; ++i) {
    std::string const plain = plain_name(*of[i]);
    std::string name = plain;
    for (int n = 2; taken(name); ++n) name = plain + "_" + std::to_string(n);
    names.push_back(std::move(name));
  }
  return names;
}

/// A text of indented lines, about a protocol.
struct page {
  graph const& of;
  std::vector<std::string> roles = plain_names(of.roles, of.role_count);
  std::vector<std::string> messages = plain_names(of.messages, of.message_count);
  int depth = 0;
  std::string text{};

  void line(std::string const& words) {
    text.append(static_cast<std::size_t>(2 * depth), ' ');
    text += words;
    text += '\n';
  }
  std::string const& role(int number) const { return roles[static_cast<std::size_t>(number)]; }
  std::string const& message(int number) const { return messages[static_cast<std::size_t>(number)]; }
  /// The name of a loop. Loops may share a tag where they do not stand in each other, but for called ones.
  std::string tag(int loop) const {
    std::string const name = plain_name(*of.tags[of.nodes[loop].tag]);
    for (int block = of.nodes[loop].up; block != -1; block = of.nodes[block].up)
      if (of.nodes[block].code == op::loop && plain_name(*of.tags[of.nodes[block].tag]) == name)
        return name + "_" + std::to_string(loop);
    return name;
  }
};

template <auto const& G, int... Role>
std::vector<machine> all_machines(std::integer_sequence<int, Role...>) {
  return {machine_of<G, Role>...};
}
/// The machines of all roles, by their numbers.
template <auto const& G>
std::vector<machine> all_machines() {
  static_assert(require_well_formed<G>());
  return all_machines<G>(std::make_integer_sequence<int, graph_of<G>.role_count>{});
}

}  // namespace tenure::sessions::detail
