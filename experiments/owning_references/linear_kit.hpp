// SPDX-License-Identifier: BSL-1.0
// Judges the probes of linear/: what Clang's consumed analysis says, and what a checked build does.
#pragma once

#include "misuse.hpp"

#include "support/compiler.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace owning_references {

struct probe_result {
  std::string title;
  std::string expected;  ///< "caught", "missed", "false alarm", "clean"
  std::string found;     ///< the same words, or why there is no answer
  std::string reason;    ///< the first error, if any
  judged at_run_time;    ///< of the checked program, which Clang may have rejected: its warnings are off
};

/// The probes, those that show a fault first. `clang` judges; `runner` builds what is run, unless it is null.
auto judge_probes(ex::compiler const& clang, ex::compiler const* runner,
                  std::filesystem::path const& directory) -> std::vector<probe_result>;

}  // namespace owning_references
