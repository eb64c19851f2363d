// SPDX-License-Identifier: BSL-1.0
#include "trilemma.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "support/child.hpp"
#include "support/compiler.hpp"

namespace ex = tenure::experiment;

namespace scoped_threads {
namespace {

struct design {
  std::string name;
  std::string file;
};
std::vector<design> const designs{
    {"spawned with copies", "task_copies"},     {"blocking scope", "task_blocking"},
    {"resumed by its caller", "task_local"},    {"guard that may leak", "task_leakable"},
    {"guard that is not Leak", "task_guarded"},
};
std::size_t const copies = 0, leakable = 3, guarded = 4;  // rows that claims speak of
std::array<std::string, 3> const properties{"concurrency", "parallelism", "borrowing"};

/// What is known of one design.
struct found {
  std::array<bool, 3> has{};
  bool ran = false;  ///< printed all three and ended well, with nothing leaked
  enum { unknown, rejected, harmless, use_after_free } leak = unknown;
  std::string output;  ///< when something went wrong

  auto all_three() const -> bool { return has[0] && has[1] && has[2]; }
  auto given_up() const -> int { return 3 - has[0] - has[1] - has[2]; }
  auto sound() const -> bool { return leak == rejected || leak == harmless; }
};

void observe(std::string const& program, found& one) {
  auto const run = ex::run_child({program}, {});
  one.ran = run.ok();
  for (std::size_t p = 0; p != properties.size(); ++p) {
    one.has[p] = run.output.find(properties[p] + "=1") != std::string::npos;
    one.ran = one.ran && (one.has[p] || run.output.find(properties[p] + "=0") != std::string::npos);
  }
  if (!one.ran) one.output = run.how() + ": " + run.output;
}

void leak(std::string const& program, found& one) {
  auto const run = ex::run_child({"env", "ASAN_OPTIONS=detect_leaks=0", program, "leak"}, {});
  if (run.ok()) {
    one.leak = found::harmless;
  } else if (run.output.find("AddressSanitizer: heap-use-after-free") != std::string::npos) {
    one.leak = found::use_after_free;
  } else {
    one.output = run.how() + ": " + run.output;
  }
}

}  // namespace

void show_trilemma(ex::report& out) {
  std::string const needed = "only a guard that cannot be leaked gives all three and stays sound";
  std::string const given_up =
      "each design that may be leaked gives up one of the three, or uses memory after it was freed";
  auto const* const clang = ex::find_compiler(ex::family::clang);
  if (clang == nullptr) {
    out.not_measured(needed, "no clang++ >= 19 found");
    out.not_measured(given_up, "no clang++ >= 19 found");
    return;
  }
  ex::scratch const directory;
  std::string const leaks = "-DMISUSE=1", observes = "-DMISUSE=0";
  auto const ask = [&](ex::compiler const& with, std::size_t d, std::string const& flag) {
    return ex::compilation{
        .with = &with, .file = out.source_dir() / "cases" / (designs[d].file + ".cpp"), .flags = {flag}};
  };
  auto const program = [&](std::size_t d, std::string const& flag) {
    return (directory.path() / (designs[d].file + (flag == leaks ? "_leaks" : ""))).string();
  };
  auto const ask_program = [&](std::size_t d, std::string const& flag) {
    auto what = ask(*clang, d, flag);
    what.flags.insert(what.flags.end(), {"-fsanitize=address", "-pthread"});
    what.to = ex::mode::executable;
    what.output = program(d, flag);
    return what;
  };

  // One program per design can observe and leak; the guard, whose leak is rejected, has another to observe.
  std::vector<ex::compilation> questions;
  for (std::size_t d = 0; d != designs.size(); ++d) questions.push_back(ask_program(d, leaks));
  questions.push_back(ask_program(guarded, observes));
  questions.push_back(ask(*clang, copies, "-DBORROW=1"));
  for (auto const& cxx : ex::compilers()) {
    if (&cxx == clang) continue;
    questions.push_back(ask(cxx, guarded, observes));
    questions.push_back(ask(cxx, guarded, leaks));
  }
  auto const answers = ex::compile_all(questions, "compiling scoped tasks");
  auto const& control = answers[designs.size()];
  auto const& lending = answers[designs.size() + 1];
  auto const leak_rejected = [](ex::compiled const& accepted, ex::compiled const& asked) {
    return accepted.accepted() && asked.rejected() && asked.says("[ownership.leak]");
  };
  std::size_t rejections = leak_rejected(control, answers[guarded]);
  for (std::size_t i = designs.size() + 2; i < answers.size(); i += 2)
    rejections += leak_rejected(answers[i], answers[i + 1]);

  std::vector<found> all(designs.size());
  for (std::size_t d = 0; d != designs.size(); ++d) {
    auto& one = all[d];
    if (d == guarded && leak_rejected(control, answers[d])) {
      one.leak = found::rejected;
      observe(program(d, observes), one);
    } else if (answers[d].accepted()) {
      observe(program(d, leaks), one);
      leak(program(d, leaks), one);
    } else {
      one.output = answers[d].output;
    }
  }

  auto& table = out.verdicts("Scoped tasks over coroutines: what each design gives up",
                             {properties[0], properties[1], properties[2], "a leaked task"});
  bool const lending_rejected = lending.rejected() && lending.says("[ownership.static]");
  for (std::size_t d = 0; d != designs.size(); ++d) {
    auto const& one = all[d];
    for (std::size_t p = 0; p != properties.size(); ++p) {
      bool const lends = d == copies && p == 2 && lending_rejected;
      table.set(designs[d].name, properties[p],
                !one.ran ? ex::missing(one.output)
                : one.has[p]
                    ? ex::good("yes")
                    : ex::mixed("given up", lends ? "lending it is rejected: [ownership.static]" : ""));
    }
    table.set(designs[d].name, "a leaked task",
              one.leak == found::rejected         ? ex::good("rejected", "[ownership.leak]")
              : one.leak == found::harmless       ? ex::good("harmless")
              : one.leak == found::use_after_free ? ex::bad("use after free", "AddressSanitizer")
                                                  : ex::missing(one.output));
  }

  std::size_t all_and_sound = 0, one_given_up = 0;
  for (auto const& one : all) {
    all_and_sound += one.ran && one.all_three() && one.sound();
    one_given_up += one.ran && one.given_up() == 1 && one.leak == found::harmless;
  }
  auto const& guard = all[guarded];
  out.claim_that(needed,
                 all_and_sound == 1 && guard.ran && guard.all_three() && guard.leak == found::rejected &&
                     rejections == ex::compilers().size(),
                 fmt::format("{} of {} designs; its leak is [ownership.leak] for {} of {} compilers",
                             all_and_sound, designs.size(), rejections, ex::compilers().size()));
  out.claim_that(
      given_up,
      one_given_up == 3 && all[leakable].ran && all[leakable].all_three() &&
          all[leakable].leak == found::use_after_free && lending_rejected,
      fmt::format("{} designs give up one and are harmless when leaked; run under AddressSanitizer",
                  one_given_up));
}

}  // namespace scoped_threads
