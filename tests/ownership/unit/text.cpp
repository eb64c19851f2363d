// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/text.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/config.hpp"

using namespace tenure;

namespace {

template <text Words>
struct tagged {
  static constexpr std::string_view words = Words;
};

}  // namespace

TEST_CASE("A text is a string that may be a template argument") {
  CHECK(tagged<"seven" + text{" words"}>::words == "seven words");
  CHECK(std::string{(text{"a"} + "b").data()} == "ab");  // ends with a zero
  CHECK(text<0>{}.size() == 0);
  CHECK(std::string_view{digits_of<18446744073709551615u>} == "18446744073709551615");
}

TEST_CASE("trap ends the program with one sentence on stderr") {
  auto const end = test::dies([] { trap("[ownership.rule] it was broken"); });
  CHECK(end.died);
  CHECK(end.said == "tenure: [ownership.rule] it was broken\n");
  CHECK_FALSE(test::dies([] { expects(true, "[ownership.rule] it holds"); }).died);
  CHECK(test::dies([] { expects(false, "[ownership.rule] it was broken"); }).died == is_checked);
}
