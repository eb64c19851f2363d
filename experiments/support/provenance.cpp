// SPDX-License-Identifier: BSL-1.0
#include "support/child.hpp"
#include "support/output.hpp"

#include <fmt/format.h>

#include <sys/utsname.h>

#include <ctime>
#include <fstream>

namespace tenure::experiment {
namespace {

auto one_line(std::string text) -> std::string {
  text.erase(text.find_last_not_of('\n') + 1);
  return text;
}

auto commit() -> std::string {
  auto const git = [](std::vector<std::string> rest) {
    rest.insert(rest.begin(), {"git", "-C", TENURE_SOURCE_DIR});
    return run_child(rest, {.time = std::chrono::seconds{20}});
  };
  auto const head = git({"rev-parse", "--short=12", "HEAD"});
  if (!head.ok()) return "unknown";
  auto const changes = git({"status", "--porcelain", "--untracked-files=no"});
  return one_line(head.output) + (changes.ok() && changes.output.empty() ? "" : "+");
}

auto cpu() -> std::string {
  std::ifstream lines("/proc/cpuinfo");
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

auto now() -> std::string {
  std::time_t const t = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&t, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

auto kernel() -> std::string {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

auto this_compiler() -> std::string {
#ifdef __clang__
  return fmt::format("Clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  return fmt::format("GCC {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

}  // namespace

auto where_from(options const& chosen) -> provenance {
  std::string command;
  for (auto const& word : chosen.words) command += (command.empty() ? "" : " ") + word;
  return {commit(), this_compiler(), TENURE_BUILD_FLAGS, now(), cpu(), kernel(), command};
}

}  // namespace tenure::experiment
