// SPDX-License-Identifier: BSL-1.0
// Verdicts about compilation come from compilers. This finds those of the machine, runs them on a
// piece of source, and says what they answered and how long they took.
#pragma once

#include "support/child.hpp"
#include "support/tables.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tenure::experiment {

enum class family { gcc, clang };

struct compiler {
  family kind = family::gcc;
  int major = 0;
  std::string path;
  std::string name;                      ///< "GCC 12.2.0", "Clang 19.1.7"
  std::vector<std::string> house_flags;  ///< language version and warnings as in the presets
};

/// The compilers found, GCC (12 or later) first, then Clang (19 or later); at most one of each kind.
/// Looked for once per run.
auto compilers() -> std::vector<compiler> const&;
/// The one of that kind, or null when the machine has none.
auto find_compiler(family kind) -> compiler const*;

/// -I flags for every module of this source tree and for what they depend on.
auto include_flags() -> std::vector<std::string> const&;

enum class mode { syntax_only, object, executable };

/// One run of a compiler. Either `text` is the source, or `file` names it.
struct compilation {
  compiler const* with = nullptr;
  std::string text = {};
  std::filesystem::path file = {};
  std::vector<std::string> flags = {};  ///< added to the house flags and include flags
  mode to = mode::syntax_only;
  std::filesystem::path output = {};  ///< for object and executable
};

enum class answer {
  accepted,
  rejected,
  broken,  ///< no verdict: the compiler crashed, took too long, or could not be started
};

struct compiled {
  answer said = answer::broken;
  std::string output;  ///< the diagnostics, without echoed source lines
  double user_seconds = 0;

  [[nodiscard]] auto accepted() const -> bool { return said == answer::accepted; }
  [[nodiscard]] auto rejected() const -> bool { return said == answer::rejected; }
  /// Whether the diagnostics contain the text, for example a rule's id.
  [[nodiscard]] auto says(std::string_view text) const -> bool {
    return output.find(text) != std::string::npos;
  }
};

auto compile(compilation const& what) -> compiled;
/// All of them, two at a time, with progress. Answers come in the order of the questions.
auto compile_all(std::vector<compilation> const& what, std::string const& doing) -> std::vector<compiled>;

/// Whether a misuse is rejected, asked fairly: the source is compiled as it is (the control, which
/// must be accepted) and with -DMISUSE=1. A control that is not accepted makes the answer `broken`.
struct judgement {
  answer said;
  std::string rule;    ///< first "[module.rule]" in the diagnostics, or empty
  std::string reason;  ///< first error in the diagnostics; check that it is the one you meant
  std::string output;  ///< of the compilation that decided
};
auto judge_misuse(std::vector<compilation> const& cases, std::string const& doing) -> std::vector<judgement>;
auto judge_misuse(compilation const& one) -> judgement;

/// User seconds for the compilation, over `repetitions` runs one after another. Throws
/// std::runtime_error with the diagnostics when it is not accepted.
auto compile_cost(compilation const& what, std::size_t repetitions) -> number;

}  // namespace tenure::experiment
