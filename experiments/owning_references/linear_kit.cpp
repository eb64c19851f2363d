// SPDX-License-Identifier: BSL-1.0
#include "linear_kit.hpp"

#include "support/child.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace owning_references {
namespace {

/// The first `count` lines of a file, without "// ".
auto head(std::filesystem::path const& file, std::size_t count) -> std::vector<std::string> {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; lines.size() != count && std::getline(in, line);)
    lines.push_back(line.starts_with("// ") ? line.substr(3) : line);
  lines.resize(count);
  return lines;
}

auto rank(std::string const& expected) -> std::size_t {
  static std::vector<std::string> const order{"caught", "missed", "false alarm", "clean"};
  return static_cast<std::size_t>(std::ranges::find(order, expected) - order.begin());
}

}  // namespace

auto judge_probes(ex::compiler const& clang, ex::compiler const* runner,
                  std::filesystem::path const& directory) -> std::vector<probe_result> {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() == ".cpp") files.push_back(entry.path());
  }
  auto const kind = [](auto const& file) { return head(file, 3)[2]; };  // "fault, caught"
  auto const expected = [&](auto const& file) {
    auto const words = kind(file);
    auto const comma = words.find(", ");
    return comma == std::string::npos ? words : words.substr(comma + 2);
  };
  std::ranges::sort(files, [&](auto const& a, auto const& b) {
    return std::pair{rank(expected(a)), a} < std::pair{rank(expected(b)), b};
  });

  ex::scratch const for_questions;
  ex::scratch const for_programs;
  std::vector<std::string> const checked{"-O0", "-w"};
  auto const asked_with = precompile(clang, {}, for_questions.path());
  auto run_with = checked;
  if (runner != nullptr) {
    auto const shared = precompile(*runner, checked, for_programs.path());
    run_with.insert(run_with.end(), shared.begin(), shared.end());
    run_with.emplace_back("-DMISUSE=1");
  }
  std::vector<ex::compilation> questions;
  std::vector<ex::compilation> programs;
  for (auto const& file : files) {
    questions.push_back({.with = &clang, .file = file, .flags = asked_with});
    if (runner == nullptr) continue;
    programs.push_back({.with = runner,
                        .file = file,
                        .flags = run_with,
                        .to = ex::mode::executable,
                        .output = for_programs.path() / fmt::format("probe{}", programs.size())});
  }
  auto const answers = ex::judge_misuse(questions, "probing the consumed analysis of " + clang.name);
  auto const built = ex::compile_all(programs, "building the probes with run-time checks");

  std::vector<probe_result> found;
  for (std::size_t i = 0; i != files.size(); ++i) {
    probe_result one{title_of(files[i]), expected(files[i]), {}, answers[i].reason, {}};
    bool const fault = kind(files[i]).starts_with("fault");
    // Another error than the analysis's own would be no answer to the question.
    bool const by_analysis = answers[i].output.find("-Wconsumed") != std::string::npos;
    if (answers[i].said == ex::answer::accepted) {
      one.found = fault ? "missed" : "clean";
    } else if (answers[i].said == ex::answer::rejected && by_analysis) {
      one.found = fault ? "caught" : "false alarm";
    } else {
      one.found = "no answer: " + answers[i].reason;
    }
    if (runner != nullptr && built[i].accepted()) {
      one.at_run_time =
          outcome(ex::run_child({programs[i].output.string()}, {.time = std::chrono::seconds{10}}));
    }
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace owning_references
