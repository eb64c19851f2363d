// SPDX-License-Identifier: BSL-1.0
#include "support/compiler.hpp"

#include "support/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <exception>
#include <fstream>
#include <mutex>
#include <regex>
#include <stdexcept>
#include <thread>

namespace tenure::experiment {
namespace {

constexpr std::size_t at_a_time = 2;
constexpr auto time_limit = std::chrono::minutes{5};

/// The value of a predefined macro in the output of `-dM -E`, or -1.
auto macro(std::string_view all, std::string_view name) -> int {
  auto const line = fmt::format("#define {} ", name);
  auto const at = all.find(line);
  if (at == std::string_view::npos) return -1;
  int value = -1;
  std::from_chars(all.data() + at + line.size(), all.data() + all.size(), value);
  return value;
}

/// Asks the program itself what it is: a g++ on the path may well be Clang.
auto identify(std::string const& path) -> compiler {
  auto const asked =
      run_child({path, "-dM", "-E", "-x", "c++", "/dev/null"}, {.time = std::chrono::seconds{20}});
  if (!asked.ok()) return {};
  auto const& all = asked.output;
  compiler found;
  found.path = path;
  found.house_flags = {"-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"};
  if (auto const major = macro(all, "__clang_major__"); major >= 0) {
    found.kind = family::clang;
    found.major = major;
    found.name = fmt::format("Clang {}.{}.{}", major, macro(all, "__clang_minor__"),
                             macro(all, "__clang_patchlevel__"));
    found.house_flags.insert(found.house_flags.begin(), "-std=c++26");
    found.house_flags.emplace_back("-Werror=consumed");
    found.house_flags.emplace_back("-fno-caret-diagnostics");
  } else {
    found.kind = family::gcc;
    found.major = macro(all, "__GNUC__");
    found.name = fmt::format("GCC {}.{}.{}", found.major, macro(all, "__GNUC_MINOR__"),
                             macro(all, "__GNUC_PATCHLEVEL__"));
    found.house_flags.insert(found.house_flags.begin(), "-std=c++23");
    found.house_flags.emplace_back("-fno-diagnostics-show-caret");
  }
  found.house_flags.emplace_back("-fdiagnostics-color=never");
  return found;
}

auto first_usable(family kind, int oldest, std::vector<std::string> const& candidates) -> compiler {
  for (auto const& candidate : candidates) {
    auto found = identify(candidate);
    if (!found.path.empty() && found.kind == kind && found.major >= oldest) return found;
  }
  return {};
}

auto look_for_compilers() -> std::vector<compiler> {
  std::vector<compiler> found;
  auto gcc = first_usable(family::gcc, 12, {"g++", "g++-12", "g++-13", "g++-14", "g++-15"});
  if (!gcc.path.empty()) found.push_back(std::move(gcc));
  auto clang =
      first_usable(family::clang, 19, {"clang++-19", "clang++", "clang++-20", "clang++-21", "clang++-22"});
  if (!clang.path.empty()) found.push_back(std::move(clang));
  return found;
}

auto split(std::string_view text, char at) -> std::vector<std::string> {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find(at), text.size());
    if (end != 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

auto arguments(compilation const& what, std::filesystem::path const& source) -> std::vector<std::string> {
  std::vector<std::string> words{what.with->path};
  words.insert(words.end(), what.with->house_flags.begin(), what.with->house_flags.end());
  words.insert(words.end(), include_flags().begin(), include_flags().end());
  words.insert(words.end(), what.flags.begin(), what.flags.end());
  if (what.to == mode::syntax_only) words.emplace_back("-fsyntax-only");
  if (what.to == mode::object) words.emplace_back("-c");
  words.push_back(source.string());
  if (what.to != mode::syntax_only) words.insert(words.end(), {"-o", what.output.string()});
  return words;
}

auto contains(std::string const& text, std::string_view part) -> bool {
  return text.find(part) != std::string::npos;
}

/// A compiler that says "error" and exits with 1 has judged the program. A crash, or a file that is
/// not there, says nothing about the program.
auto answer_of(child_result const& run) -> answer {
  if (run.ok()) return answer::accepted;
  bool const judged = run.error.empty() && !run.timed_out && run.signal == 0 && run.status == 1;
  bool const crashed =
      contains(run.output, "internal compiler error") || contains(run.output, "PLEASE submit a bug");
  bool const incomplete = contains(run.output, "No such file or directory") ||
                          contains(run.output, "file not found") ||
                          contains(run.output, "fatal error: Killed");
  return judged && !crashed && !incomplete && contains(run.output, "error") ? answer::rejected
                                                                            : answer::broken;
}

/// The first rule id, such as [ownership.affine]. Names of the standard library ([class.copy]) do not
/// occur in brackets in diagnostics; -Wflags do, and begin with a dash.
auto first_rule(std::string const& output) -> std::string {
  static std::regex const rule(R"(\[(ownership|views|selfref|sessions)\.[a-z_.]+\])");
  std::smatch match;
  return std::regex_search(output, match, rule) ? match.str() : std::string();
}

auto first_error(std::string const& output) -> std::string {
  static std::regex const error(R"(error: ([^\n]*))");
  std::smatch match;
  return std::regex_search(output, match, error) ? match.str(1) : std::string();
}

}  // namespace

auto compilers() -> std::vector<compiler> const& {
  static auto const found = look_for_compilers();
  return found;
}

auto find_compiler(family kind) -> compiler const* {
  for (auto const& one : compilers()) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

auto include_flags() -> std::vector<std::string> const& {
  static auto const flags = [] {
    std::vector<std::string> made;
    for (auto const& directory : split(TENURE_INCLUDE_DIRS, '|')) {
      if (directory != "/usr/include") made.push_back("-I" + directory);
    }
    return made;
  }();
  return flags;
}

auto compile(compilation const& what) -> compiled {
  if (what.with == nullptr) return {answer::broken, "no such compiler on this machine", 0};
  scratch const directory;
  auto source = what.file;
  if (source.empty()) {
    source = directory.path() / "source.cpp";
    std::ofstream(source) << what.text;
  }
  if (!std::filesystem::exists(source))
    return {answer::broken, fmt::format("there is no file '{}'", source.string()), 0};
  auto run = run_child(arguments(what, source), {.time = time_limit});
  auto const said = answer_of(run);
  if (said == answer::broken && run.output.empty()) run.output = run.how();
  return {said, std::move(run.output), run.user_seconds};
}

auto compile_all(std::vector<compilation> const& what, std::string const& doing) -> std::vector<compiled> {
  std::vector<compiled> answers(what.size());
  progress shown(doing, what.size());
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  auto const work = [&] {
    try {
      for (auto i = next++; i < what.size(); i = next++) {
        answers[i] = compile(what[i]);
        shown.step();
      }
    } catch (...) {
      std::lock_guard const one_at_a_time(failure_mutex);
      failure = std::current_exception();
      next = what.size();
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i != std::min(at_a_time, what.size()); ++i) workers.emplace_back(work);
  }
  if (failure) std::rethrow_exception(failure);
  return answers;
}

auto judge_misuse(std::vector<compilation> const& cases, std::string const& doing) -> std::vector<judgement> {
  std::vector<compilation> both;
  for (auto const& one : cases) {
    both.push_back(one);
    both.push_back(one);
    both.back().flags.emplace_back("-DMISUSE=1");
  }
  auto const answers = compile_all(both, doing);
  std::vector<judgement> judged;
  for (std::size_t i = 0; i != cases.size(); ++i) {
    auto const& control = answers[2 * i];
    auto const& misuse = answers[2 * i + 1];
    if (!control.accepted()) {
      judged.push_back({answer::broken,
                        {},
                        "the control is not accepted: " + first_error(control.output),
                        control.output});
    } else if (misuse.said == answer::broken) {
      judged.push_back({answer::broken, {}, "no verdict from the compiler", misuse.output});
    } else {
      judged.push_back({misuse.said, first_rule(misuse.output), first_error(misuse.output), misuse.output});
    }
  }
  return judged;
}

auto judge_misuse(compilation const& one) -> judgement {
  return judge_misuse(std::vector{one}, "compiling").front();
}

auto compile_cost(compilation const& what, std::size_t repetitions) -> number {
  std::vector<double> seconds;
  for (std::size_t i = 0; i != repetitions; ++i) {
    auto const answered = compile(what);
    if (!answered.accepted())
      throw std::runtime_error("compile_cost: the source is not accepted:\n" + answered.output);
    seconds.push_back(answered.user_seconds);
  }
  return summarise(std::move(seconds));
}

}  // namespace tenure::experiment
