// SPDX-License-Identifier: BSL-1.0
// expect-error: [sessions.codec] balance cannot be encoded: the fields of balance cannot be seen
#include <cstddef>

#include "tenure/sessions/codec.hpp"

class balance {
#if !EXPECT_COMPILE_FAIL
 public:
#endif
  int cents;
};

int main() {
  balance b{};
  std::byte const bytes[4]{};
  return tenure::sessions::decode(b, bytes, 4) ? 0 : 1;
}
