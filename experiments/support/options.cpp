// SPDX-License-Identifier: BSL-1.0
#include "support/options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdio>

namespace tenure::experiment {
namespace {

/// CLI11 would turn -1 into the largest number there is.
auto not_negative(std::string const& text) -> std::string {
  return text.starts_with('-') ? fmt::format("{} is negative", text) : std::string();
}

}  // namespace

auto parse(int argc, char** argv, std::string const& name, std::string const& question) -> parsed {
  options chosen;
  chosen.words.assign(argv, argv + argc);

  CLI::App app(question, name);
  app.add_flag("--quick", chosen.quick, "fewer repetitions and smaller inputs");
  app.add_option("--json", chosen.json, "write the results to this file")->type_name("FILE");
  app.add_option("--seed", chosen.seed, "seed for everything random")
      ->type_name("N")
      ->capture_default_str()
      ->check(not_negative);
  app.footer(
      "Exit status: 0 every claim holds, 1 a claim fails or was not measured, 2 bad usage or no work done.");
  try {
    app.parse(argc, argv);
  } catch (CLI::CallForHelp const&) {
    fmt::print("{}", app.help());
    return {std::nullopt, 0};
  } catch (CLI::ParseError const& mistake) {
    fmt::print(stderr, "{}: {} (see --help)\n", name, mistake.what());
    return {std::nullopt, 2};
  }
  if (app.count("--json") != 0 && chosen.json.empty()) {
    fmt::print(stderr, "{}: --json needs the name of a file (see --help)\n", name);
    return {std::nullopt, 2};
  }
  return {std::move(chosen), 0};
}

}  // namespace tenure::experiment
