// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] lock cannot be relocated
#include "tenure/selfref/immovable.hpp"
#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct lock : immovable {
  int state = 0;
};

int main() {
  tenure::slot<lock> here, there;
  auto made = here.emplace_with([] { return lock{}; });
#if EXPECT_COMPILE_FAIL
  auto const moved = relocate_at(std::move(made), there);
#endif
}
