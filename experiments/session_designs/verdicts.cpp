// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

#include "support/child.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace session_designs {
namespace {

struct mistake {
  std::string title;
  int number;  ///< in cases/mistakes.hpp
};
std::vector<mistake> const mistakes{{"none", 0},           {"wrong order", 1},    {"wrong payload", 2},
                                    {"wrong peer", 3},     {"a step twice", 4},   {"dropped", 5},
                                    {"missing branch", 6}, {"finished early", 7}, {"version drift", 8}};
constexpr int right = 0, wrong_order = 1, wrong_payload = 2, wrong_peer = 3, drift = 8;

/// Ping-pong has one peer only, and the drift is shown there.
auto has(std::string const& protocol, int number) -> bool {
  return number != (protocol == "ping_pong" ? wrong_peer : drift);
}

enum class when { compiling, running, never, unknown };
struct verdict {
  when noticed = when::unknown;
  std::string by;
};

auto last_line(std::string text) -> std::string {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

auto verdict_of(ex::compiled const& built) -> verdict {
  if (!built.rejected()) return {when::unknown, built.output};
  auto const& text = built.output;
  if (auto const at = text.find("[sessions."); at != std::string::npos)
    return {when::compiling, text.substr(at, text.find(']', at) + 1 - at)};
  if (built.says("-Wconsumed")) return {when::compiling, "use after consumption or drop, -Wconsumed"};
  if (built.says("this protocol has no such message")) return {when::compiling, "its static_assert"};
  return {when::unknown, built.output};
}
auto verdict_of(ex::child_result const& run) -> verdict {
  constexpr int waits_for_ever = 3;
  if (run.ok()) return {when::never, ""};
  if (run.status == waits_for_ever) return {when::never, "it waits for ever"};
  if (run.signal == 0) return {when::unknown, run.how()};
  auto line = last_line(run.output);
  if (line.starts_with("tenure: ")) line = line.substr(8);
  return {when::running, line};
}

auto cell_of(int number, verdict const& found) -> ex::cell {
  switch (found.noticed) {
    case when::compiling:
      return ex::good("compile time: " + found.by);
    case when::running:
      if (auto const end = found.by.find(']'); found.by.starts_with('[') && end != std::string::npos)
        return ex::mixed("run time: " + found.by.substr(0, end + 1), found.by);
      return ex::mixed("run time: " + found.by);
    case when::never:
      if (number == right) return ex::good("runs");
      return ex::bad(found.by.empty() ? "never" : "never: " + found.by);
    case when::unknown:
      break;
  }
  return ex::missing(found.by);
}

/// A program of one design, as it is compiled; `number` is -1 for one that has all mistakes to choose from.
struct program {
  std::string protocol;
  design in;
  ex::compiler const* with;
  int number;
};

auto compilation_of(ex::report const& out, program const& one, std::filesystem::path const& to)
    -> ex::compilation {
  bool const typestate = one.in.name == cursors;
  std::vector<std::string> flags{fmt::format("-DDESIGN={}", one.in.number)};
  if (one.number != -1) flags.push_back(fmt::format("-DMISTAKE={}", one.number));
  return {.with = one.with,
          .file = out.source_dir() / "cases" /
                  fmt::format("{}_{}.cpp", one.protocol, typestate ? "cursors" : "endpoints"),
          .flags = flags,
          .to = ex::mode::executable,
          .output = to};
}

auto programs(bool quick) -> std::vector<program> {
  std::vector<program> all;
  for (auto const& cxx : ex::compilers()) {
    for (std::string const protocol : {"ping_pong", "two_buyer"}) {
      for (auto const& in : designs()) {
        bool const typestate = in.name == cursors;
        if (quick && !typestate && (&cxx != &ex::compilers().back() || protocol == "two_buyer")) continue;
        if (quick && (in.name == table || in.name == nothing)) continue;
        if (!typestate) all.push_back({protocol, in, &cxx, -1});
        for (auto const& one : mistakes) {
          if (!has(protocol, one.number)) continue;
          if (!typestate && one.number != wrong_payload) continue;
          if (quick && protocol == "two_buyer" && one.number != wrong_peer) continue;
          all.push_back({protocol, in, &cxx, one.number});
        }
      }
    }
  }
  return all;
}

}  // namespace

void judge_mistakes(ex::report& out) {
  auto const all = programs(out.quick());
  ex::scratch const directory;
  std::vector<ex::compilation> asked;
  for (std::size_t i = 0; i != all.size(); ++i)
    asked.push_back(compilation_of(out, all[i], directory.path() / fmt::format("program{}", i)));
  auto const built = ex::compile_all(asked, "compiling mistakes");

  auto& shown = out.verdicts("When is a mistake noticed, in a checked build?");
  std::map<std::pair<std::string, std::string>, std::map<when, int>> tally;  // by design and compiler
  bool right_programs_run = true;
  auto const enter = [&](program const& one, int number, verdict const& found) {
    auto const title = std::ranges::find(mistakes, number, &mistake::number)->title;
    auto const protocol = one.protocol == "ping_pong" ? "ping-pong" : "two buyers";
    shown.set(fmt::format("{}: {}, {}", protocol, title, short_name(*one.with)), one.in.name,
              cell_of(number, found));
    if (number == right) {
      right_programs_run = right_programs_run && found.noticed == when::never && found.by.empty();
    } else {
      ++tally[{one.in.name, short_name(*one.with)}][found.noticed];
    }
  };
  // Row by row, so that the rows come in the order of the mistakes.
  for (auto const& mistaken : mistakes) {
    for (std::size_t i = 0; i != all.size(); ++i) {
      auto const& one = all[i];
      bool const chosen_at_run_time = one.number == -1;
      if (chosen_at_run_time ? !has(one.protocol, mistaken.number) || mistaken.number == wrong_payload ||
                                   (one.protocol == "ping_pong" && mistaken.number == wrong_peer)
                             : one.number != mistaken.number)
        continue;
      if (!built[i].accepted()) {
        enter(one, mistaken.number, verdict_of(built[i]));
        continue;
      }
      std::vector<std::string> words{asked[i].output.string()};
      if (chosen_at_run_time) words.push_back(std::to_string(mistaken.number));
      enter(one, mistaken.number, verdict_of(ex::run_child(words, {.time = std::chrono::seconds{20}})));
    }
  }

  out.claim_that("the right programs compile without a warning and run, in every design", right_programs_run,
                 fmt::format("{} programs compiled", all.size()));
  for (auto const& cxx : ex::compilers()) {
    auto const kind = short_name(cxx);
    auto& of = tally[{cursors, kind}];
    auto const sum = of[when::compiling] + of[when::running] + of[when::never] + of[when::unknown];
    auto const evidence =
        fmt::format("{} of {} when compiling, {} when running", of[when::compiling], sum, of[when::running]);
    if (cxx.kind == ex::family::clang) {
      out.claim_that("on Clang, cursors: every mistake is a compile error",
                     sum > 0 && of[when::compiling] == sum, evidence);
    } else {
      int const reuse_and_drop = out.quick() ? 2 : 4;
      out.claim_that(
          "on GCC, cursors: every mistake is a compile error, but for reuse and drop, which trap",
          sum > 0 && of[when::compiling] == sum - reuse_and_drop && of[when::running] == reuse_and_drop,
          evidence);
    }
  }
  int late = 0, missed = 0, early = 0;
  for (auto const& [who, of] : tally) {
    if (who.first == cursors) continue;
    for (auto const& [noticed, count] : of) {
      early += noticed == when::compiling ? count : 0;
      late += noticed == when::running ? count : 0;
      missed += noticed == when::never ? count : 0;
    }
  }
  out.note(
      fmt::format("Endpoints of one type, all designs: {} mistakes noticed when compiling (wrong "
                  "payload, by the typed ring), {} when running, {} never.",
                  early, late, missed));
}

void count_lines(ex::report& out) {
  std::vector<std::string> columns;
  for (auto const& cxx : ex::compilers()) columns.push_back(short_name(cxx));
  auto& lines = out.costs({.title = "Lines of output for one mistake with cursors",
                           .unit = "lines",
                           .baseline = columns.back(),
                           .columns = columns});
  double most = 0;
  for (auto const& cxx : ex::compilers()) {
    for (auto const& [protocol, number] :
         std::vector<std::pair<std::string, int>>{{"ping_pong", wrong_order},
                                                  {"ping_pong", wrong_payload},
                                                  {"two_buyer", wrong_peer},
                                                  {"ping_pong", 6},
                                                  {"ping_pong", 7}}) {
      if (out.quick() && number != wrong_order) continue;
      // As a user calls it: without the flags that make the experiments' output short.
      std::vector<std::string> words{
          cxx.path,        cxx.kind == ex::family::gcc ? "-std=c++23" : "-std=c++26",
          "-Wall",         "-Wextra",
          "-fsyntax-only", fmt::format("-DMISTAKE={}", number)};
      if (cxx.kind == ex::family::clang) words.emplace_back("-Werror=consumed");
      words.insert(words.end(), ex::include_flags().begin(), ex::include_flags().end());
      words.push_back((out.source_dir() / "cases" / (protocol + "_cursors.cpp")).string());
      auto const run = ex::run_child(words);
      auto const title = std::ranges::find(mistakes, number, &mistake::number)->title;
      if (run.status != 1) {
        lines.missing(title, short_name(cxx), "it was not rejected");
        most = std::nan("");
        continue;
      }
      auto const count = static_cast<double>(std::ranges::count(run.output, '\n'));
      lines.set(title, short_name(cxx), count);
      if (cxx.kind == ex::family::clang && (number >= wrong_order && number <= wrong_peer))
        most = std::isnan(most) ? most : std::max(most, count);
    }
  }
  if (ex::find_compiler(ex::family::clang) != nullptr) {
    out.claim_that("all that Clang prints for a wrong step is less than 25 lines", most > 0 && most < 25,
                   fmt::format("{} lines at most", most));
  } else {
    out.not_measured("all that Clang prints for a wrong step is less than 25 lines", "no clang++ found");
  }
}

void check_size_of_cursor(ex::report& out) {
  std::string const text =
      "#include \"tenure/sessions/protocols/smtp.hpp\"\n#include \"tenure/sessions/ring.hpp\"\n"
      "namespace g = tenure::sessions;\nusing wires = g::loopback<g::protocols::smtp::protocol>;\n"
      "static_assert(sizeof(g::cursor<g::protocols::smtp::protocol, g::protocols::smtp::client, 0, wires>) "
      "== sizeof(void*));\n";
  std::vector<ex::compilation> asked;
  for (auto const& cxx : ex::compilers()) {
    asked.push_back({.with = &cxx, .text = text});
    asked.push_back({.with = &cxx, .text = text, .flags = {"-DNDEBUG"}});
  }
  auto const answers = ex::compile_all(asked, "compiling the size of a cursor");
  auto const yes = std::ranges::count_if(answers, [](auto const& one) { return one.accepted(); });
  out.claim_that("sizeof(cursor) == sizeof(void*), in checked builds too", yes == std::ssize(answers),
                 fmt::format("asserted in {} of {} builds", yes, answers.size()));
}

}  // namespace session_designs
