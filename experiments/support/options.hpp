// SPDX-License-Identifier: BSL-1.0
// The command line that every experiment has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenure::experiment {

struct options {
  bool quick = false;                   ///< fewer repetitions and smaller inputs; the claims stay the same
  std::uint64_t seed = 1;               ///< for everything random
  std::string json = {};                ///< where to write the results; empty: nowhere
  std::vector<std::string> words = {};  ///< the command line as given, for the provenance
};

/// Either options, or the exit status with which to stop at once (help was asked for, bad usage).
struct parsed {
  std::optional<options> chosen;
  int status = 0;
};

/// Reads the command line. Help goes to stdout, a mistake is one sentence on stderr.
auto parse(int argc, char** argv, std::string const& name, std::string const& question) -> parsed;

}  // namespace tenure::experiment
