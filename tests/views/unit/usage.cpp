// SPDX-License-Identifier: BSL-1.0
// The report of fields that were granted and never touched.
#include <functional>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "tenure/views.hpp"
#include "tenure/views/usage.hpp"

using namespace tenure::views;
using tenure::is_checked;

namespace usage_case {

class journal {
  std::vector<std::string> lines_;
  std::vector<std::size_t> index_;
  int errors_ = 0;
  int seen_ = 0;
  friend struct tenure::views::access;

 public:
  struct text;
  struct errors;
  struct seen;

 private:
  static auto tenure_fields(text*) -> fields<&journal::lines_, &journal::index_>;
  static auto tenure_fields(errors*) -> fields<&journal::errors_>;
  static auto tenure_fields(seen*) -> fields<&journal::seen_>;

 public:
  static void count(view<journal, mut<errors>> self) { self[at<&journal::errors_>] += 1; }
  static void add(view<journal, shr<seen>, mut<text, errors>> self, std::string line) {
    self[at<&journal::lines_>].push_back(std::move(line));
  }
  static void add_or_count(view<journal, shr<seen>, mut<text, errors>> self, bool good) {
    good ? self[at<&journal::lines_>].emplace_back().clear() : count(self);
  }
  static void add_line(view<journal, mut<text>> self) { self[at<&journal::lines_>].emplace_back(); }
  static void with(view<journal, mut<text, errors>> self,
                   std::function<void(view<journal, mut<text, errors>>)> const& work) {
    work(self);
  }
  static auto total(view<journal, shr<all>> self) -> std::size_t {
    return static_cast<journal const&>(self).lines_.size();
  }
};

}  // namespace usage_case

using usage_case::journal;

TEST_CASE("A function that was granted too much is told what would do") {
  journal object;
  watched<journal::add> add;
  CHECK(add.report().empty());
  add(object, "one");
  add(object, "two");
  if constexpr (is_checked) {
    CHECK_FALSE(add.uses_all());
    auto const report = add.report();
    CHECK(report.starts_with("[views.usage] "));
    CHECK(report.find("journal::add(") != std::string::npos);
    CHECK(report.ends_with(
        "(view<usage_case::journal, shr<usage_case::journal::seen>, mut<usage_case::journal::text, "
        "usage_case::journal::errors>>) never touched usage_case::journal::seen, "
        "usage_case::journal::errors in 2 calls: "
        "view<usage_case::journal, mut<usage_case::journal::text>> suffices"));
  } else {
    CHECK(add.report().empty());
  }
}

TEST_CASE("What any of the calls touched counts, also through a narrower view") {
  journal object;
  watched<journal::add_or_count> add_or_count;
  add_or_count(object, true);
  add_or_count(object, false);
  if constexpr (is_checked) {
    CHECK(add_or_count.report().ends_with(
        "never touched usage_case::journal::seen in 2 calls: view<usage_case::journal, "
        "mut<usage_case::journal::text, usage_case::journal::errors>> suffices"));
  }
}

TEST_CASE("A function that uses what it asked for is not mentioned") {
  journal object;
  watched<journal::count> count;
  watched<journal::total> total;
  count(object);
  CHECK(total(object) == 0);
  CHECK(count.report().empty());
  CHECK(total.report().empty());
}

TEST_CASE("Watches nest, and each sees its own object only") {
  journal outer, inner;
  watched<journal::count> count;
  auto const touches_another = [&](view<journal, mut<journal::text, journal::errors>> self) {
    count(inner);
    journal::add_line(self);
  };
  watched<journal::with> with;
  with(outer, touches_another);
  if constexpr (is_checked) {
    CHECK(count.uses_all());
    CHECK(
        with.report().ends_with("never touched usage_case::journal::errors in 1 call: "
                                "view<usage_case::journal, mut<usage_case::journal::text>> suffices"));
  }
}
