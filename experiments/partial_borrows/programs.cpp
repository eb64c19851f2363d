// SPDX-License-Identifier: BSL-1.0
#include "programs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <regex>
#include <set>

#include "shapes/cases.hpp"
#include "support/child.hpp"
#include "support/progress.hpp"

namespace partial_borrows {
namespace {

auto with_flags(std::vector<std::string> flags, std::vector<std::string> const& more)
    -> std::vector<std::string> {
  flags.insert(flags.end(), more.begin(), more.end());
  return flags;
}

/// What changes the library's headers: the analysis is judged alone, without the checks at run time.
auto build_flags(design const& which) -> std::vector<std::string> {
  if (which.number == ANALYSIS) return {"-DTENURE_CHECKED=0"};
  return {};
}
/// What else a shape is compiled with. The analysis is a warning of Clang's that is off unless asked for.
auto flags_of(design const& which, ex::family kind) -> std::vector<std::string> {
  if (which.number == ANALYSIS && kind == ex::family::clang) return {"-Wthread-safety"};
  return {};
}

/// The flags, and what all shapes include: compiled once for each set of flags, in a folder of that name.
auto common(ex::compiler const& with, std::vector<std::string> const& flags,
            std::filesystem::path const& directory) -> std::vector<std::string> {
  auto const folder = directory / fmt::format("common{}", fmt::join(flags, ""));
  auto const header = folder / "common.hpp";
  auto all = with_flags(flags, {"-include", header.string()});
  if (!std::filesystem::create_directory(folder)) return all;
  std::ofstream(header)
      << "#include <map>\n#include <memory>\n#include <optional>\n#include <span>\n"
         "#include <string>\n#include <string_view>\n#include <utility>\n#include <vector>\n"
         "#include \"tenure/ownership/ref_cell.hpp\"\n#include \"tenure/views/place.hpp\"\n";
  // Without it everything still compiles, only slower.
  ex::compile({.with = &with,
               .file = header,
               .flags = with_flags(flags, {"-x", "c++-header"}),
               .to = ex::mode::object,
               .output = header.string() + (with.kind == ex::family::gcc ? ".gch" : ".pch")});
  return all;
}

auto first(std::string const& text, char const* pattern) -> std::string {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match.str(1) : std::string();
}

auto outcome(ex::child_result const& run) -> judged {
  if (!run.error.empty() || run.timed_out) return {fate::unknown, run.how()};
  if (run.ok()) return {fate::ran, {}};
  if (auto rule = first(run.output, R"(tenure: (\[[a-z_.]+\]))"); run.signal == SIGABRT && !rule.empty())
    return {fate::trapped, rule};
  if (run.status == WRONG_RESULT) return {fate::wrong, "a wrong result"};
  return {fate::wrong, "a crash"};
}

struct build {
  question about;
  ex::compilation how;
};

auto file_of(std::filesystem::path const& source, std::string const& shape, design const& which)
    -> std::filesystem::path {
  return source / "shapes" / shape / (which.file + ".cpp");
}

auto compile_all(std::vector<build> const& builds, std::string const& doing) -> std::vector<ex::compiled> {
  std::vector<ex::compilation> all;
  for (auto const& one : builds) all.push_back(one.how);
  return ex::compile_all(all, doing);
}

}  // namespace

auto reason_of(std::string const& diagnostics) -> std::string {
  if (auto rule = first(diagnostics, R"((\[views\.[a-z_]+\]))"); !rule.empty()) return rule;
  if (auto warning = first(diagnostics, R"(error: [^\n]*\[-W(?:error[=,]-?W?)?([a-z-]+)[^\]]*\])");
      !warning.empty() && warning != "fpermissive")
    return "-W" + warning;
  return "the language";
}

auto designs() -> std::vector<design> const& {
  static std::vector<design> const all{{"whole-object flag", "whole_object", WHOLE_OBJECT},
                                       {"references", "references", REFERENCES},
                                       {"typed views", "views", VIEWS},
                                       {"counted loans", "place", COUNTED},
                                       {"analysis", "place", ANALYSIS}};
  return all;
}

auto programs() -> std::vector<program> const& {
  static std::vector<program> const all{
      {THE_PROGRAM, true, "the program itself, as it comes to mind"},
      {TWO_READERS, true, "two readers of one field"},
      {ENDS_ONE_LOAN, true, "one field is given back, another stays lent"},
      {TWO_ELEMENTS, true, "two loans, for two elements of one array"},
      {LOAN_IN_A_BRANCH, true, "a field is lent only if it is needed"},
      {SPLIT_FIELD, true, "one field becomes two, callers as before"},
      {CHANGES_WHAT_IT_READS, false, "the container that is read is changed"},
      {UNDECLARED_FIELD, false, "a function is edited to touch one more field"},
      {TWO_WRITERS, false, "two writers of one field"},
      {WRITES_WHAT_IT_READS, false, "what was given for reading is written"},
      {WRONG_FIELD, false, "the neighbour of the same type is used"},
      {KEPT_TOO_LONG, false, "a loan is kept past the object's end"},
      {THROUGH_AN_ALIAS, false, "a second loan through another name"},
      {KEPT_A_REFERENCE, false, "what was read through a loan is kept past it"}};
  return all;
}

auto shapes(bool quick) -> std::vector<shape> {
  if (quick) {
    return {{"counting",
             "experiments and a counter",
             {THE_PROGRAM, CHANGES_WHAT_IT_READS, UNDECLARED_FIELD, TWO_WRITERS}}};
  }
  return {{"counting",
           "experiments and a counter",
           {THE_PROGRAM, TWO_READERS, ENDS_ONE_LOAN, LOAN_IN_A_BRANCH, SPLIT_FIELD, CHANGES_WHAT_IT_READS,
            UNDECLARED_FIELD, TWO_WRITERS, WRITES_WHAT_IT_READS, KEPT_TOO_LONG, THROUGH_AN_ALIAS,
            KEPT_A_REFERENCE}},
          {"graph",
           "a graph's nodes and edges",
           {THE_PROGRAM, LOAN_IN_A_BRANCH, CHANGES_WHAT_IT_READS, UNDECLARED_FIELD, TWO_WRITERS}},
          {"mailbox",
           "messages and statistics",
           {THE_PROGRAM, ENDS_ONE_LOAN, CHANGES_WHAT_IT_READS, UNDECLARED_FIELD, THROUGH_AN_ALIAS}},
          {"editor",
           "a text editor",
           {THE_PROGRAM, CHANGES_WHAT_IT_READS, UNDECLARED_FIELD, WRITES_WHAT_IT_READS, WRONG_FIELD}},
          {"simulation",
           "a struct of arrays",
           {THE_PROGRAM, TWO_ELEMENTS, UNDECLARED_FIELD, TWO_WRITERS, WRONG_FIELD}},
          {"compiler",
           "interner and diagnostics",
           {THE_PROGRAM, TWO_READERS, CHANGES_WHAT_IT_READS, UNDECLARED_FIELD, KEPT_TOO_LONG}}};
}

auto judge(std::filesystem::path const& source, std::vector<shape> const& which, bool quick) -> answers {
  answers found;
  for (auto const& cxx : ex::compilers()) {
    ex::scratch const directory;
    std::vector<build> builds;
    for (auto const& in : designs()) {
      if (quick && in.number == ANALYSIS && cxx.kind != ex::family::clang) continue;
      auto const flags = with_flags(common(cxx, build_flags(in), directory.path()), flags_of(in, cxx.kind));
      for (auto const& one : which) {
        auto const add = [&](int number) {
          builds.push_back({{one.name, in.name, number, cxx.kind},
                            {.with = &cxx,
                             .file = file_of(source, one.name, in),
                             .flags = with_flags(flags, {fmt::format("-DCASE={}", number)}),
                             .to = ex::mode::executable,
                             .output = directory.path() / fmt::format("program{}", builds.size())}});
        };
        add(0);  // the control
        for (int const number : one.programs) add(number);
      }
    }
    auto const compiled = compile_all(builds, "judging programs with " + cxx.name);
    judged control;
    for (std::size_t i = 0; i != builds.size(); ++i) {
      auto& here = found[builds[i].about];
      if (compiled[i].rejected()) {
        here = {fate::rejected, reason_of(compiled[i].output)};
      } else if (compiled[i].accepted()) {
        here = outcome(ex::run_child({builds[i].how.output.string()}, {.time = std::chrono::seconds{10}}));
      } else {
        here = {fate::unknown, "no verdict from the compiler"};
      }
      if (builds[i].about.program == 0) {
        control = here;
        if (control.what == fate::rejected) control.by = first(compiled[i].output, R"(error: ([^\n]*))");
      } else if (control.what != fate::ran) {
        here = {fate::unknown, fmt::format("the control of {}, {}, is not right: {}", builds[i].about.shape,
                                           builds[i].about.design, control.by)};
      }
    }
  }
  return found;
}

void sanitize(std::filesystem::path const& source, answers& found) {
  auto const* const clang = ex::find_compiler(ex::family::clang);
  if (clang == nullptr) return;
  std::set<int> wrong_programs;
  for (auto const& one : programs()) {
    if (!one.right) wrong_programs.insert(one.number);
  }
  ex::scratch const directory;
  std::vector<std::string> const house{"-w", "-fsanitize=address", "-DTENURE_CHECKED=0"};
  auto const flags = common(*clang, house, directory.path());
  std::vector<build> builds;
  for (auto const& [about, what] : found) {
    if (about.with != ex::family::clang || !wrong_programs.contains(about.program)) continue;
    if (what.what != fate::ran && what.what != fate::wrong) continue;
    auto const in = std::ranges::find(designs(), about.design, &design::name);
    builds.push_back({about,
                      {.with = clang,
                       .file = file_of(source, about.shape, *in),
                       .flags = with_flags(flags, {fmt::format("-DCASE={}", about.program)}),
                       .to = ex::mode::executable,
                       .output = directory.path() / fmt::format("program{}", builds.size())}});
  }
  auto const compiled = compile_all(builds, "building what nothing stops with AddressSanitizer");
  for (std::size_t i = 0; i != builds.size(); ++i) {
    if (!compiled[i].accepted()) continue;
    auto const run = ex::run_child(
        {"env", "ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1", builds[i].how.output.string()},
        {.time = std::chrono::seconds{20}});
    auto const report = first(run.output, R"(ERROR: AddressSanitizer: ([^ \n]*))");
    if (report.empty()) continue;
    for (auto const kind : {ex::family::clang, ex::family::gcc}) {  // the program is the same
      auto about = builds[i].about;
      about.with = kind;
      auto const at = found.find(about);
      if (at != found.end() && (at->second.what == fate::ran || at->second.what == fate::wrong))
        at->second = {fate::wrong, report};
    }
  }
}

auto measure_prices(std::filesystem::path const& source, std::vector<shape> const& which, ex::family kind)
    -> std::map<std::pair<std::string, std::string>, price> {
  std::map<std::pair<std::string, std::string>, price> found;
  auto const* const cxx = ex::find_compiler(kind);
  if (cxx == nullptr) return found;
  ex::scratch const directory;
  std::vector<std::string> const house{"-O2", "-DNDEBUG"};
  auto const flags = common(*cxx, house, directory.path());
  std::vector<build> builds;
  for (auto const& one : which) {
    for (auto const& in : designs()) {
      builds.push_back({{one.name, in.name, 0, kind},
                        {.with = cxx,
                         .file = file_of(source, one.name, in),
                         .flags = flags,
                         .to = ex::mode::executable,
                         .output = directory.path() / fmt::format("program{}", builds.size())}});
    }
  }
  auto const compiled = compile_all(builds, "building the shapes with " + cxx->name);
  ex::progress counting("counting instructions", builds.size());
  for (std::size_t i = 0; i != builds.size(); ++i) {
    auto& here = found[{builds[i].about.shape, builds[i].about.design}];
    if (!compiled[i].accepted()) {
      here.instructions = {std::nullopt, "the program does not compile: " + compiled[i].output};
      continue;
    }
    auto const program = builds[i].how.output;
    here.instructions = ex::instructions_per_operation(program, {}, 100);
    auto const said = ex::run_child({program.string(), "bytes"}).output;
    std::from_chars(said.data(), said.data() + said.size(), here.bytes);
    counting.step();
  }
  return found;
}

}  // namespace partial_borrows
