// SPDX-License-Identifier: BSL-1.0
#include "misuse.hpp"

#include <fmt/format.h>

#include <csignal>
#include <fstream>
#include <regex>

namespace owning_references {
namespace {

constexpr int book_says_wrong = 3;  // cases/case.hpp: book::wrong_status

auto first(std::string const& text, char const* pattern) -> std::string {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match.str(1) : std::string();
}

/// What a rejection rests on: a rule of the library, a warning, or the language.
auto reason_of(std::string const& output) -> std::string {
  if (auto rule = first(output, R"((\[ownership\.[a-z_]+\]))"); !rule.empty()) return rule;
  if (auto warning = first(output, R"(error: [^\n]*\[-W(?:error[=,]-?W?)?([a-z-]+)[^\]]*\])");
      !warning.empty())
    return "-W" + warning;
  return "language: " + first(output, R"(error: ([^\n]*))");
}

}  // namespace

auto precompile(ex::compiler const& with, std::vector<std::string> const& flags,
                std::filesystem::path const& directory) -> std::vector<std::string> {
  auto const header = directory / "common.hpp";
  std::ofstream(header)
      << "#include \"tenure/ownership/slot.hpp\"\n#include <cstdio>\n#include <cstdlib>\n"
         "#include <memory>\n#include <new>\n#include <optional>\n#include <tuple>\n#include <utility>\n";
  auto all = flags;
  all.insert(all.end(), {"-x", "c++-header"});
  auto const made =
      ex::compile({.with = &with,
                   .file = header,
                   .flags = all,
                   .to = ex::mode::object,
                   .output = header.string() + (with.kind == ex::family::gcc ? ".gch" : ".pch")});
  if (!made.accepted()) return {};
  return {"-include", header.string()};
}

auto outcome(ex::child_result const& run) -> judged {
  if (!run.error.empty() || run.timed_out) return {fate::unknown, run.how()};
  if (run.ok()) return {fate::no_harm, {}};
  if (run.status == book_says_wrong) return {fate::silent, first(run.output, "wrong: ([^\n]*)")};
  if (auto rule = first(run.output, R"(tenure: (\[[a-z_.]+\]))"); run.signal == SIGABRT && !rule.empty())
    return {fate::trapped, rule};
  return {fate::crashed, run.how()};
}

auto judge_cases(ex::compiler const& with, std::vector<std::filesystem::path> const& cases,
                 std::vector<int> const& designs) -> std::vector<std::vector<judged>> {
  ex::scratch const directory;
  // Optimised, so that warnings that follow values are at their best; with run-time checks.
  std::vector<std::string> const flags{"-O2"};
  auto const shared = precompile(with, flags, directory.path());

  std::vector<ex::compilation> programs;
  auto const add = [&](std::filesystem::path const& file, int design, bool misuse) {
    auto all = flags;
    all.insert(all.end(), shared.begin(), shared.end());
    all.push_back(fmt::format("-DDESIGN={}", design));
    if (misuse) all.emplace_back("-DMISUSE=1");
    programs.push_back({.with = &with,
                        .file = file,
                        .flags = std::move(all),
                        .to = ex::mode::executable,
                        .output = directory.path() / fmt::format("case{}", programs.size())});
  };
  for (auto const& file : cases) {
    add(file, 0, false);  // the control: all designs, without the misuse
    for (int const design : designs) add(file, design, true);
  }
  auto const compiled = ex::compile_all(programs, "judging misuse with " + with.name);

  std::vector<std::vector<judged>> found(cases.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i != cases.size(); ++i) {
    auto const control = next++;
    auto const sane = compiled[control].accepted() && ex::run_child({programs[control].output.string()}).ok();
    for (std::size_t k = 0; k != designs.size(); ++k) {
      auto const at = next++;
      if (!sane) {
        found[i].push_back(
            {fate::unknown, fmt::format("the control of {} is not right: {}", cases[i].filename().string(),
                                        first(compiled[control].output, R"(error: ([^\n]*))"))});
      } else if (compiled[at].rejected()) {
        found[i].push_back({fate::rejected, reason_of(compiled[at].output)});
      } else if (compiled[at].accepted()) {
        found[i].push_back(
            outcome(ex::run_child({programs[at].output.string()}, {.time = std::chrono::seconds{10}})));
      } else {
        found[i].push_back({fate::unknown, "no verdict from the compiler"});
      }
    }
  }
  return found;
}

void sanitize(ex::compiler const& with, std::vector<std::filesystem::path> const& cases,
              std::vector<int> const& designs, std::vector<std::vector<std::vector<judged>>>& found) {
  ex::scratch const directory;
  std::vector<std::string> flags{"-O0", "-w", "-fsanitize=address"};
  auto const shared = precompile(with, flags, directory.path());
  flags.insert(flags.end(), shared.begin(), shared.end());
  flags.insert(flags.end(), {"-DWITNESS=0", "-DMISUSE=1"});

  std::vector<ex::compilation> programs;
  std::vector<std::pair<std::size_t, std::size_t>> which;
  for (std::size_t i = 0; i != cases.size(); ++i) {
    for (std::size_t k = 0; k != designs.size(); ++k) {
      bool silent = false;
      for (auto const& one : found) silent = silent || one[i][k].what == fate::silent;
      if (!silent) continue;
      auto all = flags;
      all.push_back(fmt::format("-DDESIGN={}", designs[k]));
      which.emplace_back(i, k);
      programs.push_back({.with = &with,
                          .file = cases[i],
                          .flags = std::move(all),
                          .to = ex::mode::executable,
                          .output = directory.path() / fmt::format("case{}", programs.size())});
    }
  }
  auto const compiled = ex::compile_all(programs, "building what is silent with AddressSanitizer");
  for (std::size_t n = 0; n != programs.size(); ++n) {
    if (!compiled[n].accepted()) continue;
    auto const run = ex::run_child({programs[n].output.string()}, {.time = std::chrono::seconds{20}});
    auto const report = first(run.output, R"(ERROR: ((?:Address|Leak)Sanitizer: [^ \n]*))");
    if (run.ok() || report.empty()) continue;
    for (auto& one : found) {
      auto& there = one[which[n].first][which[n].second];
      if (there.what != fate::silent) continue;
      // A null pointer needs no sanitizer to end the program.
      bool const null = report.ends_with("SEGV");
      there = null ? judged{fate::crashed, "null pointer"} : judged{fate::sanitizer, report};
    }
  }
}

auto title_of(std::filesystem::path const& file) -> std::string {
  std::ifstream lines(file);
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  if (!line.starts_with("// ")) return file.stem().string();
  line.erase(0, 3);
  if (line.ends_with('.')) line.pop_back();
  return line;
}

auto cell_of(judged const& what) -> ex::cell {
  switch (what.what) {
    case fate::rejected:
      return ex::good("rejected");
    case fate::no_harm:
      return ex::good("no harm");
    case fate::trapped:
      return ex::mixed("trap");
    case fate::crashed:
      return ex::mixed("crash");
    case fate::sanitizer:
      return ex::bad("ASan only");
    case fate::silent:
      return ex::bad("silent");
    case fate::unknown:
      break;
  }
  return ex::missing(what.by);
}

}  // namespace owning_references
