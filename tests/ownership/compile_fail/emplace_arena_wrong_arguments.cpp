// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.emplace]
#include "tenure/ownership/arena.hpp"

struct named {
  explicit named(char const*) {}
};

int main() {
  tenure::arena<64> room;
  auto b = room.emplace<named>("a");
#if EXPECT_COMPILE_FAIL
  auto c = room.emplace<named>(1, 2);
#endif
}
