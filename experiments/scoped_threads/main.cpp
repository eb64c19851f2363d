// SPDX-License-Identifier: BSL-1.0
// Threads that borrow from a frame: how three designs make sure that the frame waits, which misuse each of
// them rejects and when, and what a task costs.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "costs.hpp"
#include "support/child.hpp"
#include "support/compiler.hpp"
#include "support/experiment.hpp"
#include "trilemma.hpp"

namespace ex = tenure::experiment;

namespace {

struct misuse {
  std::string title;
  std::string file;
  bool breaks_memory;  ///< AddressSanitizer can show it
};
std::vector<misuse> const all_misuses{
    {"leak the guard in an rc circle", "leak_through_cycle", true},
    {"forget the guard", "forget_the_guard", true},
    {"send an rc", "send_a_counted_handle", false},
    {"capture by reference", "capture_by_reference", false},
};
std::vector<std::string> const designs{"old guard", "join_guard", "scope"};

auto name_of(ex::compiler const& cxx) -> std::string { return cxx.kind == ex::family::gcc ? "GCC" : "Clang"; }

/// What an accepted misuse did.
struct fate {
  bool crashed = false, harmless = false;
};

/// Runs an accepted misuse under AddressSanitizer, in a child process that is expected to fail.
auto run_sanitized(ex::compiler const& clang, ex::compilation what, std::string& output) -> fate {
  ex::scratch const directory;
  what.with = &clang;
  what.flags.insert(what.flags.end(), {"-DMISUSE=1", "-fsanitize=address", "-g", "-pthread"});
  what.to = ex::mode::executable;
  what.output = directory.path() / "misuse";
  auto const built = ex::compile(what);
  if (!built.accepted()) {
    output = built.output;
    return {};
  }
  auto const run = ex::run_child({"env", "ASAN_OPTIONS=detect_leaks=0", what.output.string()}, {});
  output = run.output;
  return {.crashed = run.output.find("AddressSanitizer: heap-use-after-free") != std::string::npos,
          .harmless = run.ok()};
}

void show_misuses(ex::report& out) {
  auto& table = out.verdicts("Which misuse is rejected, and what an accepted one does", designs);
  auto const* const clang = ex::find_compiler(ex::family::clang);
  auto const misuses = out.quick() ? std::vector{all_misuses.front(), all_misuses.back()} : all_misuses;
  if (out.quick()) out.note("--quick judges the first and the last misuse only.");
  std::size_t const rows = misuses.size() / 2;  // of each kind, for each compiler
  std::vector<ex::compilation> all;
  for (auto const& cxx : ex::compilers()) {
    for (auto const& one : misuses) {
      for (int design = 1; design <= 3; ++design) {
        all.push_back({.with = &cxx,
                       .file = out.source_dir() / "cases" / fmt::format("{}.cpp", one.file),
                       .flags = {fmt::format("-DDESIGN={}", design)}});
      }
    }
  }
  auto const judged = ex::judge_misuse(all, "compiling misuses");
  std::size_t at = 0;
  std::size_t guard_leaks_rejected = 0, stray_threads_rejected = 0;
  bool old_accepted = true, old_crashes = clang != nullptr, scope_harmless = clang != nullptr;
  for (auto const& cxx : ex::compilers()) {
    bool const runs = &cxx == clang;
    for (auto const& one : misuses) {
      for (auto const& design : designs) {
        auto const& verdict = judged[at];
        auto const row = fmt::format("{}, {}", one.title, name_of(cxx));
        if (verdict.said == ex::answer::rejected) {
          table.set(row, design, ex::good("rejected", verdict.rule));
          if (design == "join_guard" && one.breaks_memory)
            guard_leaks_rejected += verdict.rule == "[ownership.leak]";
          if (design != "old guard" && !one.breaks_memory) {
            stray_threads_rejected +=
                verdict.rule == "[ownership.send]" || verdict.rule == "[ownership.captures]";
          }
          if (design == "old guard") old_accepted = false;
          if (design == "scope" && one.breaks_memory) scope_harmless = false;
        } else if (verdict.said == ex::answer::broken) {
          table.set(row, design, ex::missing(verdict.output));
          old_accepted = scope_harmless = false;
        } else if (runs && one.breaks_memory) {
          std::string output;
          auto const found = run_sanitized(*clang, all[at], output);
          table.set(row, design,
                    found.crashed    ? ex::bad("use after free", "AddressSanitizer")
                    : found.harmless ? ex::good("harmless", "it waits anyway")
                                     : ex::missing(output));
          if (design == "old guard") old_crashes = old_crashes && found.crashed;
          if (design == "scope") scope_harmless = scope_harmless && found.harmless;
        } else {
          table.set(row, design,
                    one.breaks_memory && design == "scope" ? ex::plain("accepted") : ex::bad("accepted"));
        }
        ++at;
      }
    }
  }
  auto const compilers = ex::compilers().size();
  out.claim_that(
      "a program that leaks a join_guard does not compile, for [ownership.leak]",
      compilers > 0 && guard_leaks_rejected == rows * compilers,
      fmt::format("{} of {} leaks, over {} compilers", guard_leaks_rejected, rows * compilers, compilers));
  out.claim_that("what is not Send, and what is captured, is rejected by join_guard and scope",
                 compilers > 0 && stray_threads_rejected == 2 * rows * compilers,
                 fmt::format("{} of {} programs", stray_threads_rejected, 2 * rows * compilers));
  if (clang == nullptr) {
    out.not_measured("the old design compiles and uses memory after it was freed", "no clang++ >= 19 found");
    out.not_measured("a task of a scope may be leaked without harm", "no clang++ >= 19 found");
    return;
  }
  out.claim_that("the old design compiles and uses memory after it was freed", old_accepted && old_crashes,
                 "run in child processes under AddressSanitizer");
  out.claim_that("a task of a scope may be leaked without harm", scope_harmless,
                 "run in child processes under AddressSanitizer");
}

void measure(ex::report& out) {
  show_misuses(out);
  scoped_threads::show_trilemma(out);
  scoped_threads::show_costs(out);
  out.note(
      "None of the designs can say that a guard is declared after what it borrows: C++ has no lifetimes.");
}

}  // namespace

int main(int argc, char** argv) {
  return ex::run(argc, argv,
                 {.name = "scoped_threads",
                  .question = "How is a thread kept from outliving the frame it borrows from, and what does "
                              "it cost?",
                  .designs = {{"old guard", "a guard whose destructor waits, and that may be leaked (2015)"},
                              {"join_guard", "a guard that is not Leak and stays in its frame"},
                              {"scope", "a function that waits for all its threads before it returns"}}},
                 measure);
}
