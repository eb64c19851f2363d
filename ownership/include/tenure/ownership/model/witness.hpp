// SPDX-License-Identifier: BSL-1.0
// What a check brings back: how many states it looked at, and how the law fails if it does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tenure::model {

/// How a law fails: what happens, the steps to it, and the world before the first and after the last.
struct witness {
  std::string what;
  std::vector<std::string> given;  ///< what the threads hold, or the types concerned
  std::vector<std::string> steps;
  std::string before, after;
  bool operator==(witness const&) const = default;
};

struct outcome {
  std::uint64_t states = 0;
  std::optional<witness> found = {};
  /// Adds the states of another check; its witness is taken when there is none yet. Is there one?
  bool add(outcome other) {
    states += other.states;
    if (!found) found = std::move(other.found);
    return found.has_value();
  }
};

/// The witness in lines: what goes wrong, who holds what, the world before, each step, and the world after.
inline std::string text(witness const& w) {
  std::string said = w.what + "\n";
  for (std::string const& line : w.given) said += "  " + line + "\n";
  if (!w.before.empty()) said += "  before: " + w.before + "\n";
  for (std::size_t i = 0; i < w.steps.size(); ++i)
    said += "  " + std::to_string(i + 1) + ". " + w.steps[i] + "\n";
  if (!w.after.empty()) said += "  after:  " + w.after + "\n";
  return said;
}

}  // namespace tenure::model
