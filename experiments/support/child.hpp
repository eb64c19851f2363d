// SPDX-License-Identifier: BSL-1.0
// Running another program: a time limit, its output, how it ended, and the processor time it used.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenure::experiment {

struct child_limits {
  std::chrono::milliseconds time = std::chrono::minutes{2};
  std::size_t output = std::size_t{1} << 20;  ///< bytes kept; what comes after is read and dropped
};

struct child_result {
  std::string output;       ///< stdout and stderr, in the order in which they came
  std::string error;        ///< why it could not be started; empty when it was
  int status = -1;          ///< exit status, -1 when it did not exit by itself
  int signal = 0;           ///< the signal that ended it, or 0
  bool timed_out = false;   ///< ended by us, with everything it had started
  double user_seconds = 0;  ///< of the child and of what it waited for
  double system_seconds = 0;
  double wall_seconds = 0;

  [[nodiscard]] auto ok() const -> bool { return error.empty() && !timed_out && signal == 0 && status == 0; }
  /// How it ended, in words.
  [[nodiscard]] auto how() const -> std::string;
};

/// Runs `words[0]`, looked up on the PATH, and waits for it. Standard input is empty. Throws
/// `interrupted` when the user stops the experiment meanwhile; the child is ended first.
auto run_child(std::vector<std::string> const& words, child_limits limits = {}) -> child_result;

/// Thrown when the user asked to stop (SIGINT, SIGTERM).
struct interrupted : std::runtime_error {
  interrupted() : std::runtime_error("stopped by the user") {}
};
/// From here on SIGINT and SIGTERM are noticed by `run_child` and `progress`; a second one ends the
/// program at once.
void notice_interrupts();
/// Throws `interrupted` if one came.
void stop_if_interrupted();

/// A new directory under the system's place for temporary files, removed with all it holds.
class scratch {
 public:
  scratch();
  ~scratch();
  scratch(scratch const&) = delete;
  auto operator=(scratch const&) -> scratch& = delete;
  [[nodiscard]] auto path() const -> std::filesystem::path const& { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tenure::experiment
