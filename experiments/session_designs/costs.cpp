// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

#include "support/child.hpp"
#include "support/instructions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace session_designs {
namespace {

constexpr double most_instructions = 60, within = 1.05, fold_costs_at_most = 2.5;
/// A session of two buyers is over after six messages; the others go on.
constexpr auto two_buyers = "two-buyer, with its opening and end";

struct built {
  ex::compiled answer;
  std::filesystem::path program;
};
auto build(ex::scratch const& directory, std::vector<ex::compilation> asked, std::string const& doing)
    -> std::vector<built> {
  for (std::size_t i = 0; i != asked.size(); ++i) {
    asked[i].flags.insert(asked[i].flags.begin(), {"-O2", "-DNDEBUG"});
    asked[i].to = ex::mode::executable;
    asked[i].output = directory.path() / fmt::format("program{}", i);
  }
  auto answers = ex::compile_all(asked, doing);
  std::vector<built> all;
  for (std::size_t i = 0; i != asked.size(); ++i) all.push_back({std::move(answers[i]), asked[i].output});
  return all;
}
auto count(built const& one, std::vector<std::string> const& arguments, std::size_t n) -> ex::cost {
  if (!one.answer.accepted()) return {std::nullopt, "it does not compile: " + one.answer.output};
  return ex::instructions_per_operation(one.program, arguments, n);
}
/// A minute of optimisation each: the largest protocol is compiled where a claim is made on it.
constexpr int largest = 1024;
auto not_compiled(ex::compiler const& cxx, design const& one, int size) -> bool {
  return size == largest && (cxx.kind != ex::family::gcc || (one.name != cursors && one.name != by_hand));
}
auto worse(double so_far, double next) -> double {
  return std::isnan(so_far) || std::isnan(next) ? std::nan("") : std::max(so_far, next);
}

}  // namespace

void count_messages(ex::report& out) {
  std::vector<std::string> protocols{"ping-pong", "streaming", "smtp", "two-buyer"};
  if (out.quick()) protocols = {"ping-pong"};
  double most = 0, most_with_opening = 0, ratio = 0, above = -1e9;
  for (bool const kept : {true, false}) {
    if (out.quick() && !kept) continue;
    for (auto const& cxx : ex::compilers()) {
      if (out.quick() && &cxx != &ex::compilers().front()) continue;
      ex::scratch const directory;
      std::vector<ex::compilation> asked;
      std::vector<std::string> names;
      for (auto const& one : designs()) {
        if ((out.quick() || !kept) && (one.name == monitored || one.name == table)) continue;
        if (out.quick() && one.name == nothing) continue;
        names.push_back(one.name);
        asked.push_back(
            {.with = &cxx,
             .file = out.source_dir() / "probe" / "cost.cpp",
             .flags = {fmt::format("-DDESIGN={}", one.number), fmt::format("-DKEPT={}", kept ? 1 : 0)}});
      }
      auto const programs = build(directory, asked, "compiling protocols");
      auto& shown = out.costs(
          {.title = fmt::format("Instructions per message, {}, {}", short_name(cxx),
                                kept ? "the state of a role in memory" : "everything inlined into one loop"),
           .unit = "instructions",
           .baseline = by_hand,
           .columns = names});
      for (auto const& protocol : protocols) {
        auto const row = protocol == "two-buyer" ? two_buyers : protocol;
        for (std::size_t i = 0; i != programs.size(); ++i) {
          shown.set(row, names[i], count(programs[i], {protocol}, 5'040));
        }
        auto const cost = shown.at(row, cursors);
        if (protocol == "two-buyer") {
          most_with_opening = worse(most_with_opening, cost);
          continue;
        }
        most = worse(most, cost);
        if (kept) {
          ratio = worse(ratio, shown.ratio(row, cursors));
        } else {
          above = worse(above, cost - shown.at(row, by_hand));
        }
      }
    }
  }
  out.claim_that("a message (sent and received) costs at most 60 instructions", most <= most_instructions,
                 fmt::format("{:.1f} at most{}", most,
                             out.quick() ? ""
                                         : fmt::format("; {:.1f} where a session of six messages is opened "
                                                       "and ended for them",
                                                       most_with_opening)));
  out.claim_that(
      "with the state of a role in memory, a message costs at most 1.05 times what it costs by hand",
      ratio <= within, fmt::format("{:.3f} times, in the worst case", ratio));
  if (out.quick()) return;
  out.claim_that(
      "where the compiler folds the state written by hand away, a message costs at most 2.5 instructions "
      "more",
      above <= fold_costs_at_most, fmt::format("{:.1f} more, in the worst case", above));
}

void count_sizes(ex::report& out) {
  std::vector<int> const quick_sizes{2, 16};
  std::vector<int> sizes{2, 32, largest};
  if (out.quick()) sizes = quick_sizes;
  double most = 0, growth = 0, ratio = 0;
  for (auto const& cxx : ex::compilers()) {
    if (out.quick() && &cxx != &ex::compilers().front()) continue;
    std::vector<design> shown_designs;
    for (auto const& one : designs()) {
      if (one.name == monitored) continue;
      if (out.quick() && one.name != cursors && one.name != by_hand) continue;
      shown_designs.push_back(one);
    }
    std::vector<std::string> columns;
    for (auto const& one : shown_designs) columns.push_back(one.name);
    auto& shown = out.costs(
        {.title = fmt::format("Instructions per message by the size of the protocol, {}", short_name(cxx)),
         .unit = "instructions",
         .baseline = by_hand,
         .columns = columns,
         .axis = "messages in the protocol"});
    ex::scratch const directory;
    std::vector<ex::compilation> asked;
    for (int const size : sizes) {
      for (auto const& one : shown_designs) {
        if (not_compiled(cxx, one, size)) continue;
        asked.push_back({.with = &cxx,
                         .file = out.source_dir() / "probe" / "chain.cpp",
                         .flags = {fmt::format("-DDESIGN={}", one.number), fmt::format("-DSIZE={}", size)}});
      }
    }
    auto const programs = build(directory, asked, "compiling protocols of all sizes");
    std::size_t i = 0;
    for (int const size : sizes) {
      auto const row = std::to_string(size);
      shown.position(row, size);
      for (auto const& one : shown_designs) {
        if (not_compiled(cxx, one, size)) {
          shown.missing(row, one.name, "not compiled: it takes too long");
          continue;
        }
        shown.set(row, one.name, count(programs[i++], {}, 20'480));
      }
      if (not_compiled(cxx, shown_designs.front(), size)) continue;
      most = worse(most, shown.at(row, cursors));
      ratio = worse(ratio, shown.ratio(row, cursors));
      growth = worse(growth, shown.at(row, cursors) / shown.at(std::to_string(sizes.front()), cursors));
    }
  }
  out.claim_that(
      "a message costs no more in a larger protocol, at most 60 instructions and 1.05 times by hand",
      growth <= 1.02 && most <= most_instructions && ratio <= within,
      fmt::format(
          "2 to {} messages: {:.1f} instructions at most, {:.3f} times the smallest protocol's, {:.3f} "
          "times by hand",
          sizes.back(), most, growth, ratio));
}

}  // namespace session_designs
