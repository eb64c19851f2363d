// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.codec] light cannot be encoded: field 1 of light: color is an enumeration without a fixed type
#include <cstddef>

#include "tenure/sessions/codec.hpp"

#if !EXPECT_COMPILE_FAIL
enum color : unsigned char { red, green };
#else
enum color { red, green };
#endif
struct light {
  color shown;
};

int main() { return static_cast<int>(tenure::sessions::encoded_size(light{}) - 1); }
