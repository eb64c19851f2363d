// SPDX-License-Identifier: BSL-1.0
#include "chains.hpp"

#include "support/child.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace owning_references {
namespace {

constexpr int times = 20;  // runs of each chain under callgrind; the count is the same for each
constexpr int short_chain = 8;
constexpr int long_chain = 16;

auto split(std::string const& line, char at) -> std::vector<std::string> {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

/// The total of one of callgrind's files; -1 when there is none.
auto total(std::filesystem::path const& file) -> double {
  std::ifstream lines(file);
  double found = -1;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("totals:")) found = std::stod(line.substr(line.find(':') + 1));
  }
  return found;
}

auto compilation_of(build const& how, std::filesystem::path const& output) -> ex::compilation {
  auto const here = std::filesystem::path(__FILE__).parent_path();
  std::vector<std::string> flags{"-O2", "-DNDEBUG", fmt::format("-DINLINED={}", int{how.inlined})};
  if (!how.trivial_abi) flags.emplace_back("-DWITHOUT_TRIVIAL_ABI=1");
  if (how.quick) flags.emplace_back("-DQUICK=1");
  if (how.counting) flags.emplace_back("-DCOUNT_MOVES=1");
  return {.with = how.with,
          .file = here / "probe" / "chain.cpp",
          .flags = flags,
          .to = ex::mode::executable,
          .output = output};
}

auto count_moves(std::filesystem::path const& program) -> chain_results {
  auto const run = ex::run_child({program.string()});
  if (!run.ok()) return {fmt::format("the chains {}: {}", run.how(), run.output), {}, {}};
  chain_results found;
  std::istringstream lines(run.output);
  for (std::string line; std::getline(lines, line);) {
    auto const word = split(line, '/');
    if (word.size() != 8 || std::stoi(word[4]) != short_chain) continue;
    found.counted[{word[0], {word[1], word[2], std::stoul(word[3])}}] = {
        std::stod(word[5]), std::stod(word[6]), std::stod(word[7])};
  }
  return found;
}

auto count_instructions(std::filesystem::path const& program) -> chain_results {
  ex::scratch const directory;
  auto const out = directory.path() / "counts";
  // The C library copies large blocks with one instruction that callgrind counts once for each byte. A loop
  // of vector instructions, which it also has, is closer to what a copy costs.
  auto const run =
      ex::run_child({"env", "GLIBC_TUNABLES=glibc.cpu.x86_rep_movsb_threshold=1000000000", "valgrind",
                     "--quiet", "--tool=callgrind", "--dump-before=mark",
                     "--callgrind-out-file=" + out.string(), program.string(), std::to_string(times)},
                    {.time = std::chrono::minutes{5}});
  if (!run.ok()) {
    return {"instructions cannot be counted: " + (run.error.empty() ? run.how() : run.error), {}, {}};
  }
  std::map<std::pair<std::string, chain>, std::map<int, double>> measured;
  double around = 0;  // the loop and one call
  std::istringstream lines(run.output);
  int marks = 0;
  for (std::string line; std::getline(lines, line);) {
    auto const word = split(line, '/');
    if (word.size() != 5) return {"not understood: " + line, {}, {}};
    marks += 2;  // what is between two marks is written at the second one
    auto const counted = total(out.string() + fmt::format(".{}", marks));
    if (counted < 0) return {"callgrind wrote no total for " + line, {}, {}};
    if (word[0] == "nothing") around = counted;
    measured[{word[0], {word[1], word[2], std::stoul(word[3])}}][std::stoi(word[4])] = counted;
  }
  chain_results found;
  for (auto const& [name, at] : measured) {
    if (!at.contains(long_chain)) continue;
    auto const hop = (at.at(long_chain) - at.at(short_chain)) / ((long_chain - short_chain) * times);
    found.lives[name] = {{ex::number{hop}, {}}, {ex::number{(at.at(0) - around) / times}, {}}};
  }
  return found;
}

}  // namespace

auto chain_results::of(std::string const& design, chain const& which) const -> life {
  if (!failure.empty()) return {{std::nullopt, failure}, {std::nullopt, failure}};
  auto const found = lives.find({design, which});
  if (found != lives.end()) return found->second;
  std::string const why = "this design cannot hand it over: see the verdicts";
  return {{std::nullopt, why}, {std::nullopt, why}};
}

auto run_chains(std::vector<build> const& builds) -> std::vector<chain_results> {
  ex::scratch const directory;
  std::vector<ex::compilation> programs;
  for (auto const& each : builds) {
    programs.push_back(compilation_of(each, directory.path() / fmt::format("chain{}", programs.size())));
  }
  auto const compiled = ex::compile_all(programs, "building the chains of calls");
  std::vector<chain_results> results;
  for (std::size_t i = 0; i != builds.size(); ++i) {
    if (!compiled[i].accepted()) {
      results.push_back({"the chains do not compile: " + compiled[i].output.substr(0, 400), {}, {}});
    } else if (builds[i].counting) {
      results.push_back(count_moves(programs[i].output));
    } else {
      results.push_back(count_instructions(programs[i].output));
    }
  }
  return results;
}

}  // namespace owning_references
