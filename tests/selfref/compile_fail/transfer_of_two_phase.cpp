// SPDX-License-Identifier: BSL-1.0
// Options do not hide that an address may lead inside.
// expect-error: [selfref.transfer] future cannot be relocated
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenure/selfref/relocate.hpp"
#include "tenure/selfref/std.hpp"

struct future {
  std::optional<std::string> data;
  std::optional<std::string_view> name;
};
struct finished {
  std::optional<int> result;
};

int main() {
  tenure::slot<finished> one, two;
  auto there = tenure::selfref::relocate_at(one.emplace(), two);
#if EXPECT_COMPILE_FAIL
  tenure::slot<future> here, elsewhere;
  auto bad = tenure::selfref::relocate_at(here.emplace(), elsewhere);
#endif
}
