// SPDX-License-Identifier: BSL-1.0
// Another copy of a std::shared_ptr may write what this one shares.
// expect-error: [ownership.shared] a std::shared_ptr<
// expect-error: of what is not there, nobody knows whether a const reference to it is deep
#include "tenure/ownership/sharing_std.hpp"

int main() {
  auto const alone = std::make_unique<int>(1);
  tenure::shared const fine{alone};
#if EXPECT_COMPILE_FAIL
  auto const several = std::make_shared<int>(1);
  tenure::shared const s{several};
#endif
  return **fine - 1;
}
