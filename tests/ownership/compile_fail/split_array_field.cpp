// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.split]
#include <utility>

#include "tenure/ownership/slot.hpp"

struct row {
  int cells[2];
};

int main() {
  tenure::slot<row> s;
  auto o = s.emplace();
#if EXPECT_COMPILE_FAIL
  auto pieces = std::move(o).split();
#endif
}
