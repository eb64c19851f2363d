// SPDX-License-Identifier: BSL-1.0
// Where the library's verdict differs from Rust's, is there a race? Programs that do what Rust's verdict
// would allow are built with ThreadSanitizer and run, each beside a control that only reads.
#include <fmt/format.h>

#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <tenure/ownership/std.hpp>

#include "parts.hpp"
#include "support/compiler.hpp"

namespace ex = tenure::experiment;

namespace marker_designs {
namespace {

struct with_mutable {
  mutable int value;
};

struct subject {
  char const* type;
  char const* file;
  tenure::verdict said;
};
std::string const verdict_column = "the library says";
std::string const read_column = "two threads read";
std::string const write_column = "two threads write";

auto word(tenure::verdict said) -> ex::cell {
  switch (said) {
    case tenure::verdict::no:
      return ex::plain("no");
    case tenure::verdict::yes:
      return ex::plain("yes");
    case tenure::verdict::unknown:
      return ex::plain("unknown");
  }
  return ex::missing("no verdict");
}

}  // namespace

void show_races(ex::report& out) {
  using tenure::derived;
  std::array const subjects{
      subject{"std::shared_ptr<int> is Send", "race_shared_ptr",
              derived<tenure::marker::send, std::shared_ptr<int>>},
      subject{"std::unique_ptr<int> is Sync", "race_unique_ptr",
              derived<tenure::marker::sync, std::unique_ptr<int>>},
      subject{"std::span<int> is Sync", "race_span", derived<tenure::marker::sync, std::span<int>>},
      subject{"struct { mutable int } is Sync", "race_mutable", derived<tenure::marker::sync, with_mutable>},
  };
  std::string const claim = "Where the library does not say yes and Rust would, ThreadSanitizer finds a race";
  auto const* cxx = ex::find_compiler(ex::family::clang);
  if (cxx == nullptr) {
    out.not_measured(claim, "no clang++ >= 19 found");
    return;
  }
  auto& table = out.verdicts("Races behind the verdicts that differ from Rust",
                             {verdict_column, read_column, write_column});
  ex::scratch const directory;
  std::vector<ex::compilation> builds;
  for (auto const& one : subjects) {
    for (int const misuse : {0, 1}) {
      builds.push_back({.with = cxx,
                        .file = out.source_dir() / "cases" / fmt::format("{}.cpp", one.file),
                        .flags = {"-fsanitize=thread", "-g", "-pthread", fmt::format("-DMISUSE={}", misuse)},
                        .to = ex::mode::executable,
                        .output = directory.path() / fmt::format("{}_{}", one.file, misuse)});
    }
  }
  auto const built = ex::compile_all(builds, "building with ThreadSanitizer");
  std::size_t shown = 0;
  for (std::size_t i = 0; i != builds.size(); ++i) {
    auto const& one = subjects[i / 2];
    bool const writes = i % 2 == 1;
    auto const& column = writes ? write_column : read_column;
    table.set(one.type, verdict_column, word(one.said));
    if (!built[i].accepted()) {
      table.set(one.type, column, ex::missing(built[i].output));
      continue;
    }
    auto const run = ex::run_child({builds[i].output.string()}, {});
    bool const race = run.output.find("WARNING: ThreadSanitizer: data race") != std::string::npos;
    bool const clean = run.ok() && !race;
    table.set(one.type, column,
              race    ? ex::bad("data race")
              : clean ? ex::good("no race")
                      : ex::missing("ThreadSanitizer did not run: " + run.output));
    shown += writes ? race && one.said != tenure::verdict::yes : clean;
  }
  out.claim_that(
      claim, shown == builds.size(),
      fmt::format("{} of {} programs ran as expected: a race where two threads write, none where they read",
                  shown, builds.size()));
}

}  // namespace marker_designs
