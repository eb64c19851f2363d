// SPDX-License-Identifier: BSL-1.0
// What becomes of a finished report: text for a reader, JSON for the tools.
#pragma once

#include "support/experiment.hpp"

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace tenure::experiment {

/// Columns that the text takes on a terminal: combining marks take none, wide characters two.
auto display_width(std::string_view utf8) -> std::size_t;

/// The report as text with aligned tables.
auto as_text(report const& found) -> std::string;

/// Where the numbers come from.
struct provenance {
  std::string commit;  ///< with "+" when the tree had changes, or "unknown"
  std::string compiler;
  std::string flags;
  std::string date;  ///< UTC, ISO 8601
  std::string cpu;
  std::string system;
  std::string command;
};
auto where_from(options const& chosen) -> provenance;

auto as_json(report const& found, provenance const& from) -> std::string;

/// A file that is written whole or not at all: opened beside its place before the measuring starts,
/// renamed into it at the end. Devices are written directly. Errors throw std::runtime_error with one
/// sentence.
class result_file {
 public:
  explicit result_file(std::filesystem::path path);
  ~result_file();
  result_file(result_file const&) = delete;
  auto operator=(result_file const&) -> result_file& = delete;

  void write(std::string const& text);

 private:
  void fail(char const* doing, int error) const;

  std::filesystem::path path_;
  std::filesystem::path temporary_;  ///< empty when written directly
  std::FILE* file_ = nullptr;
};

}  // namespace tenure::experiment
