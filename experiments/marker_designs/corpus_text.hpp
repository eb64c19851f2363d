// SPDX-License-Identifier: BSL-1.0
// The corpus as text: its functions, and the words in them that are bounds.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace marker_designs {

/// A word that bounds a type variable, or leaves it without a bound.
struct word {
  std::size_t at;    ///< in the function's text
  std::string said;  ///< "Silent", "bounded_job", ...
  [[nodiscard]] auto is_bound() const -> bool { return !said.starts_with('S') && !said.starts_with('s'); }
};

struct function {
  std::string name;
  std::string text;
  std::vector<word> words;

  [[nodiscard]] auto bounds() const -> std::size_t;
  /// The same function with one of its words, or all of them, made to say something else.
  [[nodiscard]] auto silenced(std::size_t which) const -> function;
  [[nodiscard]] auto all_silenced() const -> function;
  [[nodiscard]] auto all_bounded() const -> function;
  /// Without any word: what the three texts must have in common, and the baseline of what compiling costs.
  [[nodiscard]] auto without_words() const -> function;
};

/// The functions of a text. One that includes another text of the corpus has its functions.
/// Throws std::runtime_error when the file cannot be read or holds none.
auto functions_of(std::filesystem::path const& file) -> std::vector<function>;

/// The line that calls a function, by its name.
auto calls_of(std::filesystem::path const& file) -> std::map<std::string, std::string, std::less<>>;

auto apply(std::vector<function> all, function (function::*change)() const) -> std::vector<function>;

}  // namespace marker_designs
