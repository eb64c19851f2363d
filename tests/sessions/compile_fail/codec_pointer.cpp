// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.codec] reading cannot be encoded: field 2 of reading:
#include <cstddef>

#include "tenure/sessions/codec.hpp"

struct reading {
  int value;
#if !EXPECT_COMPILE_FAIL
  int unit;
#else
  char const* unit;
#endif
};

int main() { return static_cast<int>(tenure::sessions::encoded_size(reading{}) - 8); }
