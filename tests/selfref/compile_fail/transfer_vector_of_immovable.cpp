// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] lock cannot be relocated
#include "tenure/selfref/vector.hpp"

struct lock {
  lock() = default;
  lock(lock const&) = delete;
  lock& operator=(lock const&) = delete;
};

int main() {
  auto const made = tenure::slot<lock>{};
#if EXPECT_COMPILE_FAIL
  tenure::selfref::transfer_vector<lock> locks;
  locks.emplace_back();
#endif
}
