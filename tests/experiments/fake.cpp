// SPDX-License-Identifier: BSL-1.0
// An experiment that measures nothing, to test what is around experiments. FAKE in the environment says how
// it ends: "holds" (also when unset), "fails", "unmeasured", "silent" (no claim), "throws", "slow".
#include "support/child.hpp"
#include "support/experiment.hpp"
#include "support/progress.hpp"

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>

namespace ex = tenure::experiment;

static void measure(ex::report& out) {
  auto const* const wish = std::getenv("FAKE");
  std::string const how = wish == nullptr ? "holds" : wish;

  out.verdicts("Who wins?")
      .set("first game", "old", ex::bad("lost", "badly"))
      .set("first game", "new", ex::good("won"))
      .set("second game", "old", ex::missing("it rained"))
      .set("second game", "new", ex::mixed("draw"));
  out.costs({.title = "What it costs", .unit = "coins", .baseline = "old", .axis = "players"})
      .position("2 players", 2)
      .set("2 players", "old", 10)
      .set("2 players", "new", ex::number{12.5, 11, 14})
      .position("4 players", 4)
      .set("4 players", "old", 20)
      .missing("4 players", "new", "no coins left");
  if (how == "throws") throw std::runtime_error("the table broke");
  if (how == "slow") {
    ex::progress shown("waiting", 600);
    for (int i = 0; i != 600; ++i, shown.step()) std::this_thread::sleep_for(std::chrono::milliseconds{100});
  }
  if (how != "silent") out.claim_that("the new one wins", how != "fails", "won 1 of 2");
  if (how == "unmeasured") out.not_measured("it is cheap", "no coins left");
}

int main(int argc, char** argv) {
  return ex::run(argc, argv,
                 {.name = "fake",
                  .question = "Is the new one better?",
                  .designs = {{"old", "as ever"}, {"new", "otherwise"}}},
                 measure);
}
