// SPDX-License-Identifier: BSL-1.0
// What does it cost to hand a value over, down a chain of calls of which the last one ends it, and which
// mistakes does each way of doing so reject?
#include "chains.hpp"
#include "linear_kit.hpp"
#include "misuse.hpp"

#include "support/compiler.hpp"
#include "support/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace ex = tenure::experiment;
using namespace owning_references;

namespace {

struct size_row {
  std::string label;
  chain which;  // `how` is filled in by who uses it
};
std::vector<size_row> const all_sizes{
    {"8 B", {"", "movable", 8}},        {"64 B", {"", "movable", 64}},
    {"512 B", {"", "movable", 512}},    {"4 KiB", {"", "movable", 4096}},
    {"64 KiB", {"", "movable", 65536}}, {"64 B, immovable", {"", "immovable", 64}},
};
auto sizes_of(ex::report const& out) -> std::vector<size_row> {
  if (!out.quick()) return all_sizes;
  return {all_sizes[0], all_sizes[3], all_sizes[5]};  // what probe/chain.cpp runs with -DQUICK=1
}
auto short_name(ex::compiler const& cxx) -> std::string {
  return cxx.kind == ex::family::gcc ? "GCC" : "Clang";
}
constexpr double within = 1.02;
constexpr auto plain_own = "own<T>, no trivial_abi";

auto names(ex::report const& out) -> std::vector<std::string> {
  std::vector<std::string> all;
  for (auto const& design : out.subject().designs) all.push_back(design.name);
  return all;
}

/// How often each design moves the value, and how much memory it asks for, in a life of eight hand-overs.
void show_counts(ex::report& out, chain_results const& found) {
  auto& moves = out.costs({.title = "Moves and allocations in a life of eight hand-overs",
                           .unit = "moves",
                           .baseline = "raw pointer"});
  auto& bytes = out.costs({.title = "Bytes moved in a life of eight hand-overs",
                           .unit = "bytes",
                           .baseline = "raw pointer",
                           .axis = "size of the value, bytes"});
  moves.unit("allocations", "allocations");
  double own_moves = 0, own_bytes = 0, own_allocations = 0;
  bool complete = true;
  for (auto const& row : sizes_of(out)) {
    if (row.which.kind == "movable") bytes.position(row.label, static_cast<double>(row.which.size));
    for (auto const& design : names(out)) {
      auto const at = found.counted.find({design, {"call", row.which.kind, row.which.size}});
      bool const owning = design.starts_with("own<T>");
      if (at == found.counted.end()) {
        auto const why = found.failure.empty() ? "cannot be handed over: see the verdicts" : found.failure;
        bytes.missing(row.label, design, why);
        moves.missing("moves, " + row.which.kind, design, why);
        if (owning) complete = false;
        continue;
      }
      auto const& one = at->second;
      bytes.set(row.label, design, one.bytes);
      moves.set("moves, " + row.which.kind, design, one.moves);
      moves.set("allocations", design, one.allocations);
      if (!owning) continue;
      own_moves = std::max(own_moves, one.moves);
      own_bytes = std::max(own_bytes, one.bytes);
      own_allocations = std::max(own_allocations, one.allocations);
    }
  }
  out.claim_that("an own never moves the value, at any size", complete && own_moves == 0 && own_bytes == 0,
                 fmt::format("{} moves and {} bytes at most, over {} kinds of value", own_moves, own_bytes,
                             sizes_of(out).size()));
  out.claim_that("an own allocates nothing", complete && own_allocations == 0,
                 fmt::format("{} allocations at most", own_allocations));
}

/// Instructions per hand-over, and the greatest ratio to the raw pointer of each design.
auto show_hops(ex::report& out, std::string const& title, std::string const& how, chain_results const& found,
               chain_results const* without_trivial_abi = nullptr) -> std::map<std::string, double> {
  auto columns = names(out);
  if (without_trivial_abi != nullptr) columns.emplace_back(plain_own);
  auto& table = out.costs({.title = title,
                           .unit = "instructions",
                           .baseline = "raw pointer",
                           .columns = columns,
                           .axis = "size of the value, bytes"});
  std::map<std::string, double> worst;
  for (auto const& row : sizes_of(out)) {
    auto which = row.which;
    which.how = how;
    if (which.kind == "movable") table.position(row.label, static_cast<double>(which.size));
    for (auto const& design : names(out)) table.set(row.label, design, found.of(design, which).per_hop);
    if (without_trivial_abi != nullptr)
      table.set(row.label, plain_own, without_trivial_abi->of("own<T>", which).per_hop);
    for (auto const& column : columns) {
      auto const ratio = table.ratio(row.label, column);
      auto& so_far = worst.try_emplace(column, 0.0).first->second;
      so_far = std::isnan(ratio) ? ratio : std::max(so_far, ratio);
    }
  }
  return worst;
}

/// The same for other ways of calling, and what making and ending a value costs.
void show_ways(ex::report& out,
               std::vector<std::pair<ex::compiler const*, chain_results const*>> const& calls,
               std::vector<std::pair<ex::compiler const*, chain_results const*>> const& inlined) {
  auto& ways = out.costs({.title = "Instructions per hand-over of 64 B, by what else a step does",
                          .unit = "instructions",
                          .baseline = "raw pointer"});
  auto& ends = out.costs({.title = "Instructions for making 64 B and ending it, with no hand-over between",
                          .unit = "instructions",
                          .baseline = "raw pointer"});
  for (auto const& [cxx, found] : calls) {
    for (auto const& [how, label] : {std::pair{"tail", "nothing (tail call)"},
                                     {"call", "work after the call"},
                                     {"touch", "use before, work after"}}) {
      for (auto const& design : names(out))
        ways.set(fmt::format("{}, {}", label, short_name(*cxx)), design,
                 found->of(design, {how, "movable", 64}).per_hop);
    }
    for (auto const& design : names(out))
      ends.set("one call, " + short_name(*cxx), design, found->of(design, {"call", "movable", 64}).ends);
  }
  for (auto const& [cxx, found] : inlined) {
    for (auto const& design : names(out))
      ends.set("inlined, " + short_name(*cxx), design, found->of(design, {"touch", "movable", 64}).ends);
  }
}

void measure_chains(ex::report& out) {
  std::vector<build> builds;
  auto const& all = ex::compilers();
  for (auto const& cxx : all) {
    builds.push_back({.with = &cxx, .inlined = false, .quick = out.quick()});
    builds.push_back({.with = &cxx, .inlined = true, .quick = out.quick()});
  }
  auto const counting = builds.size();
  builds.push_back({.with = &all.front(), .counting = true, .quick = out.quick()});
  auto const* const clang = ex::find_compiler(ex::family::clang);
  auto const plain = builds.size();
  if (clang != nullptr) builds.push_back({.with = clang, .trivial_abi = false, .quick = out.quick()});
  auto const results = run_chains(builds);

  show_counts(out, results[counting]);
  std::vector<std::pair<ex::compiler const*, chain_results const*>> calls, inlined;
  for (std::size_t i = 0; i != all.size(); ++i) {
    auto const& cxx = all[i];
    auto const& called = results[2 * i];
    auto const& folded = results[2 * i + 1];
    calls.emplace_back(&cxx, &called);
    inlined.emplace_back(&cxx, &folded);
    bool const is_clang = cxx.kind == ex::family::clang;
    auto const kind = short_name(cxx);
    auto const called_ratios =
        show_hops(out, fmt::format("Instructions per hand-over, each call a real one, {}", kind), "call",
                  called, is_clang ? &results[plain] : nullptr);
    auto const inlined_ratios = show_hops(
        out, fmt::format("Instructions per hand-over and one use, inlined, {}", kind), "touch", folded);

    auto const claim = [&](std::string const& what, double ratio) {
      out.claim_that(fmt::format("on {}, {} costs a raw pointer's instructions, within 2 %", kind, what),
                     ratio <= within, fmt::format("{:.3f} times, at the worst size", ratio));
    };
    claim("own<T>&& in a call that is not inlined", called_ratios.at("own<T>&&"));
    claim("own<T>&& inlined", inlined_ratios.at("own<T>&&"));
    claim("own<T> by value inlined", inlined_ratios.at("own<T>"));
    if (is_clang) {
      claim("own<T> by value in a call that is not inlined", called_ratios.at("own<T>"));
      out.claim_that("it is trivial_abi that makes it so",
                     called_ratios.at(plain_own) > within && called_ratios.at("own<T>") <= within,
                     fmt::format("{:.2f} times without the attribute, {:.2f} with it",
                                 called_ratios.at(plain_own), called_ratios.at("own<T>")));
    } else {
      out.note(fmt::format(
          "{} knows no trivial_abi: an own passed by value through a call that is not inlined goes "
          "through memory, {:.2f} times the raw pointer's instructions (unique_ptr: {:.2f}).",
          cxx.name, called_ratios.at("own<T>"), called_ratios.at("unique_ptr")));
    }
  }
  if (!out.quick()) show_ways(out, calls, inlined);
}

void measure_size(ex::report& out) {
  std::string const text =
      "#include \"tenure/ownership/slot.hpp\"\nstruct big { char bytes[4096]; ~big(); };\n"
      "static_assert(sizeof(tenure::own<big>) == sizeof(big*) && sizeof(tenure::own<char>) == "
      "sizeof(char*));\n";
  std::vector<ex::compilation> asked;
  for (auto const& cxx : ex::compilers()) {
    asked.push_back({.with = &cxx, .text = text});
    asked.push_back({.with = &cxx, .text = text, .flags = {"-DNDEBUG"}});
  }
  auto const answers = ex::compile_all(asked, "compiling the size of an own");
  auto const yes = std::ranges::count_if(answers, [](auto const& one) { return one.accepted(); });
  out.claim_that("sizeof(own<T>) == sizeof(T*), in checked builds too", yes == std::ssize(answers),
                 fmt::format("asserted in {} of {} builds", yes, answers.size()));
}

void measure_misuse(ex::report& out) {
  std::vector<std::filesystem::path> cases;
  for (auto const* name :
       {"use_after_hand_over", "use_after_branch", "hand_over_in_loop", "end_twice", "end_through_alias",
        "forget_the_end", "overwrite_the_owner", "copy_by_accident", "return_from_frame",
        "outlive_the_storage", "fill_twice", "end_as_base", "hand_over_immovable"}) {
    cases.push_back(out.source_dir() / "cases" / fmt::format("{}.cpp", name));
  }
  std::vector<std::string> const columns = names(out);
  // The numbers of cases/case.hpp.
  std::map<std::string, int> const number{{"by value", 1},   {"unique_ptr", 2}, {"T&&", 3},
                                          {"own<T>", 4},     {"own<T>&&", 5},   {"pointer and flag", 6},
                                          {"raw pointer", 7}};
  std::vector<std::string> judged_columns = columns;
  if (out.quick()) {  // the others take the longest and carry no claim
    judged_columns = {"raw pointer", "unique_ptr", "own<T>", "own<T>&&"};
    out.note(
        "--quick judges misuse for four designs only, and does not run the silent ones under "
        "AddressSanitizer.");
  }
  std::vector<int> numbers;
  for (auto const& column : judged_columns) numbers.push_back(number.at(column));

  auto& table = out.verdicts("What becomes of a misuse, in a build with run-time checks", judged_columns);
  auto& means = out.verdicts("What stops the misuse of an own", {"own<T>", "own<T>&&"});
  auto& able = out.verdicts("Can a value that is not movable be handed over?", judged_columns);

  int silent = 0, of_own = 0, unknown = 0;
  std::set<std::string> hidden_titles;
  bool immovable = true;
  std::vector<std::vector<std::vector<judged>>> by_compiler;
  for (auto const& cxx : ex::compilers()) by_compiler.push_back(judge_cases(cxx, cases, numbers));
  if (auto const* clang = ex::find_compiler(ex::family::clang); clang != nullptr && !out.quick())
    sanitize(*clang, cases, numbers, by_compiler);
  for (std::size_t i = 0; i != cases.size(); ++i) {
    for (std::size_t c = 0; c != by_compiler.size(); ++c) {
      auto const& cxx = ex::compilers()[c];
      auto const& found = by_compiler[c];
      auto const title = title_of(cases[i]);
      auto const row = fmt::format("{} ({})", title, short_name(cxx));
      bool const ability = cases[i].stem() == "hand_over_immovable";
      bool const unsafe_door =
          cases[i].stem() == "end_through_alias";  // from_raw, by a promise that is broken
      for (std::size_t k = 0; k != judged_columns.size(); ++k) {
        auto const& column = judged_columns[k];
        auto const& one = found[i][k];
        bool const owning = column.starts_with("own<T>");
        if (ability) {
          bool const can = one.what == fate::no_harm;
          able.set(short_name(cxx), column,
                   can                          ? ex::good("yes")
                   : one.what == fate::rejected ? ex::bad("no", one.by)
                                                : ex::missing(one.by));
          bool const should = column != "by value" && column != "T&&";
          immovable = immovable && one.what == (should ? fate::no_harm : fate::rejected);
          continue;
        }
        auto shown = cell_of(one);
        if (owning) shown.note.clear();  // the next table says it
        table.set(row, column, std::move(shown));
        if (!owning) continue;
        means.set(row, column,
                  ex::plain(one.what == fate::no_harm          ? "nothing to stop"
                            : one.what == fate::unknown        ? "not known"
                            : one.by.starts_with("language: ") ? "the language"
                                                               : one.by));
        if (column == "own<T>" && !unsafe_door) ++of_own;
        if (one.what == fate::unknown) ++unknown;
        bool const hidden =
            one.what == fate::silent || one.what == fate::sanitizer || one.what == fate::crashed;
        if (hidden && !unsafe_door && column == "own<T>") ++silent;
        if (hidden) hidden_titles.insert(fmt::format("{}, {}", row, column));
      }
    }
  }
  for (auto const& title : hidden_titles) out.note("Not stopped in a checked build: " + title + ".");
  out.claim_that(
      "no misuse of an own that is held by value goes unnoticed in a checked build, except through from_raw",
      silent == 0 && unknown == 0, fmt::format("{} of {} unnoticed, {} unknown", silent, of_own, unknown));
  out.claim_that("an own hands over a value that cannot be moved; by value and T&& cannot end it elsewhere",
                 immovable,
                 out.quick() ? "compiled and run on each compiler, for the designs of --quick"
                             : "compiled and run on each compiler");
}

void measure_linear_kit(ex::report& out) {
  std::string const sentence = "the consumed analysis sees what the paper's list says, and nothing else";
  auto const* const clang = ex::find_compiler(ex::family::clang);
  if (clang == nullptr) return out.not_measured(sentence, "no clang++ >= 19 found");
  auto const* const gcc = ex::find_compiler(ex::family::gcc);
  auto const* const runner = out.quick() ? nullptr : gcc != nullptr ? gcc : clang;
  auto const probes = judge_probes(*clang, runner, out.source_dir() / "linear");
  std::vector<std::string> columns{"Clang"};
  if (runner != nullptr) columns.emplace_back("checked build");
  auto& table = out.verdicts("The linear kit: what the consumed analysis sees", columns);
  std::size_t as_expected = 0;
  for (auto const& one : probes) {
    bool const right = one.found == "caught" || one.found == "clean";
    table.set(one.title, "Clang",
              right                        ? ex::good(one.found)
              : one.found == "missed"      ? ex::mixed(one.found)
              : one.found == "false alarm" ? ex::bad(one.found)
                                           : ex::missing(one.found));
    if (one.found == one.expected) ++as_expected;
    if (runner == nullptr) continue;
    bool const fault = one.expected == "caught" || one.expected == "missed";
    auto const ran = one.at_run_time.what;
    table.set(one.title, "checked build",
              ran == fate::trapped            ? ex::good("trap")
              : ran == fate::no_harm && fault ? ex::bad("silent")
              : ran == fate::no_harm          ? ex::plain("runs")
              : ran == fate::crashed          ? ex::mixed("crash")
                                              : ex::missing(one.at_run_time.by));
  }
  out.claim_that(sentence, as_expected == probes.size() && probes.size() >= 15,
                 fmt::format("{} of {} probes as expected", as_expected, probes.size()));
}

void measure(ex::report& out) {
  for (auto const& cxx : ex::compilers()) out.note(fmt::format("{} is {}.", short_name(cxx), cxx.name));
  measure_size(out);
  measure_chains(out);
  measure_misuse(out);
  measure_linear_kit(out);
  out.note(
      "Instructions are counted by callgrind at -O2 -DNDEBUG: per hand-over, a chain of 16 calls less one of "
      "8, over 8. "
      "Copies of large blocks are counted as the C library's loop of vector instructions.");
}

}  // namespace

int main(int argc, char** argv) {
  return ex::run(
      argc, argv,
      {.name = "owning_references",
       .question = "What does it cost to hand a value down a chain of calls that ends its life, and which "
                   "mistakes does each way reject?",
       .designs = {{"raw pointer", "T*; a comment says who ends the value"},
                   {"pointer and flag", "T* and whether who holds it has to end the value"},
                   {"by value", "T, moved from call to call"},
                   {"T&&", "a reference to a value that the last one moves from"},
                   {"unique_ptr", "std::unique_ptr<T> by value, the value on the heap"},
                   {"own<T>", "tenure::own<T> by value, the value in a slot of the caller's frame"},
                   {"own<T>&&", "a reference to an own, which the last one takes"}}},
      measure);
}
