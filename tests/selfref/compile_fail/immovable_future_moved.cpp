// SPDX-License-Identifier: BSL-1.0
// A future that keeps an address, and is !Move.
// expect-error: [selfref.immovable] an immovable value stays where it was made
#include <string>
#include <string_view>
#include <utility>

#include "tenure/selfref/immovable.hpp"

struct future : tenure::selfref::immovable {
  std::string data;
  std::string_view name;

  explicit future(std::string text) : data{std::move(text)}, name{data} {}
};
inline future into_future(std::string text) { return future{std::move(text)}; }

int main() {
  future pinned = into_future("chashu tuna");
#if EXPECT_COMPILE_FAIL
  future moved = std::move(pinned);
#endif
}
