// SPDX-License-Identifier: BSL-1.0
// expect-error: [selfref.transfer] words cannot be relocated
// expect-error: is made of parts that are not known: #include <tenure/selfref/std.hpp>
#include <array>
#include <string>

#include "tenure/selfref/relocate.hpp"

using namespace tenure::selfref;

struct word {
  std::string text;  // by its noexcept move
};
struct words {
  std::array<std::string, 2> text;
};

void move(word* from, word* to) { relocate_n(from, 1, to); }
#if EXPECT_COMPILE_FAIL
void move(words* from, words* to) { relocate_n(from, 1, to); }
#endif

int main() {}
