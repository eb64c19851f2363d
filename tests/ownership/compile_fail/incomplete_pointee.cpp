// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.incomplete] app::engine is incomplete here
// expect-error: declare the marker for it
#include <memory>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/std.hpp"

namespace app {
struct engine;
struct told_engine;
}  // namespace app
template <>
struct tenure::declare<tenure::marker::leak, app::told_engine> : tenure::yes {};

int main() {
  static_assert(tenure::Leak<std::unique_ptr<app::told_engine>>);
#if EXPECT_COMPILE_FAIL
  static_assert(tenure::Leak<std::unique_ptr<app::engine>>);
#endif
}
