// SPDX-License-Identifier: BSL-1.0
// rapidcheck inside a Catch2 test case. rapidcheck's own <rapidcheck/catch.h> knows Catch2 v2 only.
#pragma once

#include "support/catch.hpp"

#include <rapidcheck.h>
#include <rapidcheck/state.h>

#include <sstream>
#include <string>
#include <utility>

namespace rc {

/// A section of the surrounding TEST_CASE that checks `testable` on random arguments. What fails is
/// shrunk, and reported with the RC_PARAMS that reproduce it.
template <class Testable>
void prop(std::string const& description, Testable&& testable) {
  SECTION(description) {
    auto const result = detail::checkTestable(std::forward<Testable>(testable));
    std::ostringstream said;
    detail::printResultMessage(result, said);
    INFO(said.str());
    REQUIRE(result.template is<detail::SuccessResult>());
  }
}

}  // namespace rc
