// SPDX-License-Identifier: BSL-1.0
#include "programs.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <regex>
#include <sstream>

#include "cases/numbers.hpp"
#include "support/child.hpp"
#include "support/instructions.hpp"
#include "support/progress.hpp"

namespace self_reference {
namespace {

using key = std::pair<std::string, int>;

auto first(std::string const& text, char const* pattern) -> std::string {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match.str(1) : std::string();
}

/// The flags, and what all programs include: compiled once in `directory`.
auto common(std::filesystem::path const& source, ex::compiler const& with, std::vector<std::string> flags,
            std::filesystem::path const& directory) -> std::vector<std::string> {
  auto const root = source / ".." / "..";
  flags.push_back("-I" + (root / "selfref" / "lessons").string());
  flags.push_back("-I" + (source / "cases").string());
  auto header = flags;
  header.insert(header.end(), {"-x", "c++-header"});
  auto const out = directory / (with.kind == ex::family::gcc ? "common.hpp.gch" : "common.hpp.pch");
  auto const built = ex::compile({.with = &with,
                                  .file = source / "cases" / "common.hpp",
                                  .flags = header,
                                  .to = ex::mode::object,
                                  .output = out});
  // Without it everything still compiles, only slower.
  if (built.accepted() && with.kind == ex::family::clang)
    flags.insert(flags.end(), {"-include-pch", out.string()});
  return flags;
}

auto rejection(std::string const& output) -> judged {
  if (auto rule = first(output, R"((\[selfref\.[a-z_]+\]))"); !rule.empty()) return {fate::rejected, rule};
  if (output.find("delete") != std::string::npos) return {fate::rejected, "deleted function"};
  if (output.find("no matching function for call to 'swap'") != std::string::npos)
    return {fate::rejected, "no such function"};
  return {fate::unknown, "for another reason: " + first(output, R"(error: ([^\n]*))")};
}

auto outcome(ex::child_result const& run) -> judged {
  if (!run.error.empty() || run.timed_out) return {fate::unknown, run.how()};
  if (run.ok()) return {fate::right, {}};
  if (auto rule = first(run.output, R"(tenure: (\[[a-z_.]+\]))"); !rule.empty()) return {fate::trapped, rule};
  if (auto report = first(run.output, R"(ERROR: AddressSanitizer: ([^ \n]*))"); !report.empty())
    return {fate::wrong, report};
  if (run.status == WRONG_RESULT) return {fate::wrong, "no report"};
  return {fate::unknown, run.how()};
}

struct task {
  key about;
  std::vector<std::string> defines;
};

auto judge_all(std::filesystem::path const& source, ex::compiler const& with, std::string const& file,
               std::vector<task> const& tasks, std::string const& doing) -> answers {
  ex::scratch const directory;
  auto const flags =
      common(source, with, {"-O1", "-fsanitize=address", "-fsanitize-address-use-after-return=never"},
             directory.path());
  std::vector<ex::compilation> all;
  for (auto const& one : tasks) {
    auto mine = flags;
    mine.insert(mine.end(), one.defines.begin(), one.defines.end());
    all.push_back({.with = &with,
                   .file = source / "cases" / file,
                   .flags = mine,
                   .to = ex::mode::executable,
                   .output = directory.path() / fmt::format("program{}", all.size())});
  }
  auto const compiled = ex::compile_all(all, doing);
  answers found;
  for (std::size_t i = 0; i != tasks.size(); ++i) {
    auto& here = found[tasks[i].about];
    if (compiled[i].rejected()) {
      here = rejection(compiled[i].output);
    } else if (compiled[i].accepted()) {
      here = outcome(ex::run_child({all[i].output.string()}, {.time = std::chrono::seconds{20}}));
    } else {
      here = {fate::unknown, "no verdict from the compiler"};
    }
  }
  return found;
}

auto read_bytes(std::filesystem::path const& program, price& into) -> void {
  std::istringstream said(ex::run_child({program.string(), "bytes"}).output);
  double bytes = 0, heap = 0;
  if (said >> bytes >> heap) {
    into.bytes = bytes;
    into.heap = heap;
  }
}

}  // namespace

auto designs() -> std::vector<design> const& {
  static std::vector<design> const all{
      {"absolute", "a pointer, and nothing else", ABSOLUTE},
      {"!Move", "a pointer in a class that is never moved", STAYS},
      {"move constructor", "a pointer that move constructor and assignment mend", MOVE_CONSTRUCTOR},
      {"hook", "a pointer that a relocation hook mends; no move", HOOK},
      {"self_field", "always this member: nothing is stored", SELF_FIELD},
      {"self_tag", "which of these members: a byte", SELF_TAG},
      {"self_ptr", "distance from itself to anywhere in the object", SELF_PTR},
      {"self_slice", "a range of this member", SELF_SLICE},
      {"index", "a number, looked up by hand", INDEX},
      {"two-phase", "a pointer that is set when the object has arrived", TWO_PHASE},
      {"heap pin", "a unique_ptr to an object with a pointer", HEAP_PIN},
      {"coroutine", "variables in a coroutine's frame", COROUTINE},
      {"offset_ptr", "boost::interprocess::offset_ptr", OFFSET_PTR}};
  return all;
}

auto operations() -> std::vector<operation> const& {
  static std::vector<operation> const all{{"return, made in the return statement", RETURN_PRVALUE, false},
                                          {"return a variable", RETURN_VARIABLE, false},
                                          {"move", MOVE, false},
                                          {"std::swap", SWAP, false},
                                          {"std::vector grows", GROW, false},
                                          {"std::vector erases", ERASE, false},
                                          {"memcpy", MEMCPY, false},
                                          {"realloc", REALLOC, false},
                                          {"another process, another address", MAP, false},
                                          {"relocate_at", RELOCATE, true},
                                          {"transfer_vector grows and erases", TRANSFER_VECTOR, true},
                                          {"debug verifier", VERIFY, true}};
  return all;
}

auto futures() -> std::vector<std::pair<std::string, std::string>> const& {
  static std::vector<std::pair<std::string, std::string>> const all{
      {"by_place", "self_slice of data"},
      {"in_place", "string_view, !Move"},
      {"on_the_heap", "string_view, pinned on the heap"},
      {"with_hook", "string_view, relocation hook"},
      {"two_phase", "optional string_view, set by the first poll"},
      {"coroutine", "C++20 coroutine"}};
  return all;
}

auto future_operations() -> std::vector<operation> const& {
  static std::vector<operation> const all{{"polled in its place", POLL_IN_PLACE, false},
                                          {"moved before the first poll", MOVE_BEFORE_POLL, false},
                                          {"moved between polls", MOVE_BETWEEN_POLLS, false},
                                          {"std::vector grows between polls", GROW_BETWEEN_POLLS, false},
                                          {"relocated between polls", RELOCATE_BETWEEN_POLLS, true}};
  return all;
}

auto judge(std::filesystem::path const& source, ex::compiler const& with, std::vector<design> const& which,
           std::vector<operation> const& what) -> answers {
  std::vector<task> tasks;
  for (auto const& in : which) {
    for (auto const& one : what) {
      tasks.push_back({{in.name, one.number},
                       {fmt::format("-DDESIGN={}", in.number), fmt::format("-DOPERATION={}", one.number)}});
    }
  }
  return judge_all(source, with, "operation.cpp", tasks, "judging designs");
}

auto judge_futures(std::filesystem::path const& source, ex::compiler const& with,
                   std::vector<std::string> const& which, std::vector<operation> const& what) -> answers {
  std::vector<task> tasks;
  for (auto const& in : which) {
    for (auto const& one : what) {
      tasks.push_back({{in, one.number}, {"-DFUTURE=" + in, fmt::format("-DOPERATION={}", one.number)}});
    }
  }
  return judge_all(source, with, "future.cpp", tasks, "judging futures");
}

auto measure(std::filesystem::path const& source, ex::compiler const& with, std::vector<design> const& which,
             std::vector<std::string> const& what, answers const& found) -> std::map<std::string, price> {
  ex::scratch const directory;
  auto const flags = common(source, with, {"-O2", "-DNDEBUG"}, directory.path());
  auto const works = [&](design const& in, int number) {
    auto const at = found.find({in.name, number});
    return at != found.end() && at->second.what == fate::right;
  };
  std::vector<ex::compilation> all;
  for (auto const& in : which) {
    auto mine = flags;
    mine.push_back(fmt::format("-DDESIGN={}", in.number));
    mine.push_back(fmt::format("-DCAN_RELOCATE={:d}", works(in, RELOCATE)));
    mine.push_back(fmt::format("-DCAN_SWAP={:d}", works(in, SWAP)));
    all.push_back({.with = &with,
                   .file = source / "cases" / "cost.cpp",
                   .flags = mine,
                   .to = ex::mode::executable,
                   .output = directory.path() / fmt::format("cost{}", all.size())});
  }
  auto const compiled = ex::compile_all(all, "building with " + with.name);
  std::map<std::string, price> prices;
  ex::progress counting("counting instructions", which.size() * what.size());
  for (std::size_t i = 0; i != which.size(); ++i) {
    auto& here = prices[which[i].name];
    if (!compiled[i].accepted()) {
      for (auto const& one : what) here.instructions[one] = {std::nullopt, compiled[i].output};
      continue;
    }
    read_bytes(all[i].output, here);
    for (auto const& one : what) {
      counting.step();
      if ((one == "relocate" && !works(which[i], RELOCATE)) || (one == "swap" && !works(which[i], SWAP))) {
        here.instructions[one] = {std::nullopt, "not right, or not possible: see the verdicts"};
        continue;
      }
      here.instructions[one] = ex::instructions_per_operation(all[i].output, {one}, 6400);
    }
  }
  return prices;
}

auto measure_futures(std::filesystem::path const& source, ex::compiler const& with,
                     std::vector<std::string> const& which) -> std::map<std::string, price> {
  ex::scratch const directory;
  auto const flags = common(source, with, {"-O2", "-DNDEBUG"}, directory.path());
  std::vector<ex::compilation> all;
  for (auto const& in : which) {
    auto mine = flags;
    mine.push_back("-DFUTURE=" + in);
    all.push_back({.with = &with,
                   .file = source / "cases" / "life.cpp",
                   .flags = mine,
                   .to = ex::mode::executable,
                   .output = directory.path() / fmt::format("life{}", all.size())});
  }
  auto const compiled = ex::compile_all(all, "building futures with " + with.name);
  std::map<std::string, price> prices;
  for (std::size_t i = 0; i != which.size(); ++i) {
    auto& here = prices[which[i]];
    if (!compiled[i].accepted()) {
      here.instructions["life"] = {std::nullopt, compiled[i].output};
      continue;
    }
    read_bytes(all[i].output, here);
    here.instructions["life"] = ex::instructions_per_operation(all[i].output, {"life"}, 2000);
  }
  return prices;
}

}  // namespace self_reference
