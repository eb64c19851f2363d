// SPDX-License-Identifier: BSL-1.0
#include "support/progress.hpp"

#include "support/child.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdio>

namespace tenure::experiment {
namespace {

constexpr auto quiet = std::chrono::seconds{2};
constexpr auto between_lines = std::chrono::seconds{10};
constexpr auto between_redraws = std::chrono::milliseconds{200};

auto in_words(double seconds) -> std::string {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  return fmt::format("{:.0f} min", seconds / 60);
}

}  // namespace

progress::progress(std::string what, std::size_t total)
    : what_(std::move(what)), total_(total), terminal_(isatty(STDERR_FILENO) == 1) {}

progress::~progress() {
  if (terminal_ && shown_) fmt::print(stderr, "\r\x1b[K");
}

void progress::step() {
  stop_if_interrupted();
  std::lock_guard const one_at_a_time(mutex_);
  ++done_;
  auto const now = clock::now();
  auto const pause = terminal_ ? clock::duration(between_redraws) : clock::duration(between_lines);
  if (now - started_ < quiet || (shown_ && now - last_ < pause) || done_ >= total_) return;
  auto const spent = std::chrono::duration<double>(now - started_).count();
  auto const left = spent / static_cast<double>(done_) * static_cast<double>(total_ - done_);
  auto const line = fmt::format("  {}: {} of {}, about {} left", what_, done_, total_, in_words(left));
  if (terminal_) {
    fmt::print(stderr, "\r\x1b[K{}", line);
  } else {
    fmt::print(stderr, "{}\n", line);
  }
  std::fflush(stderr);
  shown_ = true;
  last_ = now;
}

}  // namespace tenure::experiment
