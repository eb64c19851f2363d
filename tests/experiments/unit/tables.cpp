// SPDX-License-Identifier: BSL-1.0
#include "support/tables.hpp"
#include "support/catch.hpp"
#include "support/output.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace ex = tenure::experiment;

namespace {

auto sample() -> ex::about {
  return {.name = "sample", .question = "Which?", .designs = {{"old", "as ever"}, {"new", "otherwise"}}};
}

}  // namespace

TEST_CASE("a verdict table keeps rows in order and counts marks") {
  ex::verdict_table table("Verdicts", {"old", "new"});
  table.set("b", "old", ex::good("yes")).set("a", "old", ex::bad("no")).set("b", "new", ex::good("yes"));
  REQUIRE(table.rows().size() == 2);
  CHECK(table.rows()[0].label == "b");
  CHECK(table.count("old", ex::mark::good) == 1);
  CHECK(table.count("old", ex::mark::bad) == 1);
  CHECK(table.find("a", "new") == nullptr);
  CHECK(table.find("a", "old")->text == "no");
}

TEST_CASE("a misspelt column is an error") {
  ex::verdict_table table("Verdicts", {"old", "new"});
  CHECK_THROWS_AS(table.set("a", "nwe", ex::good("yes")), std::out_of_range);
  CHECK(table.rows().empty());
  CHECK_THROWS_AS(ex::cost_table({.title = "Costs", .unit = "ns", .baseline = "none", .columns = {"old"}}),
                  std::invalid_argument);
}

TEST_CASE("ratios are taken to the baseline, and a missing number satisfies no comparison") {
  ex::cost_table table(
      {.title = "Costs", .unit = "ns", .baseline = "old", .columns = {"old", "new", "other"}});
  table.set("a", "old", 4).set("a", "new", 6).missing("a", "other", "no such machine");
  CHECK(table.ratio("a", "new") == 1.5);
  CHECK(table.ratio("a", "old") == 1);
  CHECK(std::isnan(table.ratio("a", "other")));
  CHECK_FALSE(table.ratio("a", "other") <= 1.0);
  CHECK_FALSE(table.ratio("a", "other") >= 1.0);
  CHECK(std::isnan(table.at("b", "old")));
  table.set("zero", "old", 0).set("zero", "new", 0);
  CHECK(table.ratio("zero", "new") == 1);
}

TEST_CASE("samples are summarised by median and range") {
  auto const odd = ex::summarise({3, 1, 2});
  CHECK(odd.value == 2);
  CHECK(odd.low == 1);
  CHECK(odd.high == 3);
  CHECK(ex::summarise({4, 1, 2, 3}).value == 2.5);
  CHECK_THROWS_AS(ex::summarise({}), std::invalid_argument);
}

TEST_CASE("columns are aligned by what is seen, not by bytes") {
  CHECK(ex::display_width("own<T>") == 6);
  CHECK(ex::display_width("✓ größer") == 8);
  CHECK(ex::display_width("e\u0301") == 1);
  CHECK(ex::display_width("漢字") == 4);

  ex::report found(sample(), {});
  auto& table = found.verdicts("Verdicts");
  table.set("größer", "old", ex::good("ä")).set("bigger", "old", ex::good("a"));
  table.set("größer", "new", ex::plain("end")).set("bigger", "new", ex::plain("end"));
  auto const text = ex::as_text(found);
  CHECK(text.find("  größer  ✓ ä  end\n  bigger  ✓ a  end\n") != std::string::npos);
}

TEST_CASE("notes stand below the table, equal ones once") {
  ex::report found(sample(), {});
  auto& table = found.verdicts("Verdicts");
  table.set("a", "old", ex::bad("no", "because")).set("a", "new", ex::bad("no", "because"));
  table.set("b", "old", ex::missing("no compiler"));
  auto const text = ex::as_text(found);
  CHECK(text.find("✗ no [1]") != std::string::npos);
  CHECK(text.find("  [1] because\n  [2] no compiler\n") != std::string::npos);
}

TEST_CASE("two tables of one title are an error") {
  ex::report found(sample(), {});
  found.verdicts("Table");
  CHECK_THROWS_AS(found.costs({.title = "Table", .unit = "ns", .baseline = "old"}), std::invalid_argument);
}

TEST_CASE("JSON says what was found") {
  ex::report found(sample(), {.quick = true, .seed = 7});
  found.costs({.title = "The costs", .unit = "ns", .baseline = "old"})
      .set("a", "old", 2)
      .set("a", "new", ex::number{3, 2.5, 4})
      .missing("b", "old", "why");
  found.not_measured("it is fast", "no clock");
  auto const json = ex::as_json(found, {});
  for (auto const* part :
       {"\"schema\": \"tenure-experiment/1\"", "\"id\": \"the-costs\"", "\"ratio\": 1.5", "\"low\": 2.5",
        "\"missing\": \"why\"", "\"status\": \"not measured\"", "\"quick\": true", "\"seed\": 7"}) {
    INFO(part);
    CHECK(json.find(part) != std::string::npos);
  }
}

TEST_CASE("only what was measured and found true holds") {
  ex::report found(sample(), {});
  CHECK_FALSE(found.all_hold());
  found.claim_that("one is one", true, "1 == 1");
  CHECK(found.all_hold());
  found.not_measured("two is two", "no second finger");
  CHECK_FALSE(found.all_hold());
}
