// SPDX-License-Identifier: BSL-1.0
// Progress of a long part of an experiment, on stderr, with an estimate of the time left. Short parts
// say nothing. On a terminal one line is rewritten; elsewhere a plain line is added now and then.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace tenure::experiment {

class progress {
 public:
  /// `total` steps of about equal length.
  progress(std::string what, std::size_t total);
  ~progress();
  progress(progress const&) = delete;
  auto operator=(progress const&) -> progress& = delete;

  /// One step is done. May be called from several threads. Throws `interrupted` when the user asked
  /// to stop.
  void step();

 private:
  using clock = std::chrono::steady_clock;

  std::string what_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool terminal_;
  bool shown_ = false;
  clock::time_point started_ = clock::now();
  clock::time_point last_ = started_;
  std::mutex mutex_;
};

}  // namespace tenure::experiment
