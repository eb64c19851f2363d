// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer]
// expect-error: may lead into the object itself
#include <string>
#include <string_view>
#include <utility>

#include "tenure/selfref/std.hpp"

using namespace tenure::selfref;
using both = std::pair<std::string, std::string_view>;
using two = std::pair<std::string, int>;

void move(two* from, two* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(both* from, both* to) { relocate_n(from, 1, to); }
#endif

int main() {}
