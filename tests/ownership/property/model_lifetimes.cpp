// SPDX-License-Identifier: BSL-1.0
// Long random runs of the lifetime logic, with more threads and finer tokens than are searched exhaustively.
#include "tenure/ownership/model/lifetime_logic.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/property.hpp"

namespace m = tenure::model;

namespace {

constexpr m::bound larger{.threads = 3, .token = 12};
constexpr m::steps_allowed everything{.write = true,
                                      .split = true,
                                      .shorten = true,
                                      .reborrow = true,
                                      .fracture = true,
                                      .fake = true,
                                      .loans = m::most_loans};

/// Takes the steps that the numbers choose, and says what went wrong, with all steps to it.
std::optional<std::string> walk(std::vector<std::uint16_t> const& choices, m::rules const& r) {
  m::lifetime_logic const logic{r, larger, everything};
  m::lifetimes now = m::at_first();
  std::string said;
  for (std::uint16_t const choice : choices) {
    std::vector<std::pair<m::lifetimes, std::string>> next;
    logic.steps(now, [&](m::lifetimes const& n, std::string const& words) { next.emplace_back(n, words); });
    if (next.empty()) return std::nullopt;
    auto const& [state, words] = next[choice % next.size()];
    now = state;
    said += words + "; ";
    if (auto const why = logic.wrong(now)) return said + *why + ": " + text(now, larger.token);
  }
  return std::nullopt;
}

std::vector<std::uint16_t> any_choices() {
  auto const length = *rc::gen::inRange<std::size_t>(0, 200);
  return *rc::gen::container<std::vector<std::uint16_t>>(length, rc::gen::arbitrary<std::uint16_t>());
}

}  // namespace

TEST_CASE("model: random runs of the lifetime logic go right") {
  rc::prop("R15 to R20, N3, N5", [] {
    if (auto const why = walk(any_choices(), {})) RC_FAIL(*why);
  });
}

TEST_CASE("model: random runs find each fault of the lifetime logic") {
  for (m::fault const f : {m::fault::token_survives, m::fault::lender_keeps, m::fault::open_without_token,
                           m::fault::close_without_content, m::fault::split_overlaps,
                           m::fault::lifetime_grows, m::fault::needs_both_dead, m::fault::fake_while_alive,
                           m::fault::share_without_borrow, m::fault::end_while_read}) {
    INFO("fault " << static_cast<int>(f));
    rc::detail::TestParams params;
    params.seed = 1;
    params.maxSuccess = 5000;
    params.disableShrinking = true;
    auto const result = rc::detail::checkTestable(
        [f] {
          if (auto const why = walk(any_choices(), {f})) RC_FAIL(*why);
        },
        rc::detail::TestMetadata{}, params);
    CHECK(result.template is<rc::detail::FailureResult>());
  }
}
