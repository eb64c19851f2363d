// SPDX-License-Identifier: BSL-1.0
// forget moves the value to where nothing ends it. What cannot be moved is forgotten as an own.
// expect-error: [ownership.move] pinned is not Move
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/slot.hpp"

struct pinned {
  int value = 0;
  pinned() = default;
  pinned(pinned const&) = delete;
  ~pinned() {}
};
template <>
struct tenure::declare<tenure::marker::leak, pinned> : tenure::yes {};

int main() {
  tenure::slot<pinned> storage;
  tenure::forget(storage.emplace());
#if EXPECT_COMPILE_FAIL
  tenure::forget(pinned{});
#endif
}
