// SPDX-License-Identifier: BSL-1.0
// A field is taken as a whole.
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

struct name {
  std::string first, last;
};
struct person {
  name called;
  int age;
};

void play_games(person p) {
#if EXPECT_COMPILE_FAIL
  auto [taken, rest] =
      take<path<&person::called, &name::last>>(std::move(p));  // expect-error: [views.divide]
#else
  auto [taken, rest] = take<field<&person::called>>(std::move(p));
#endif
}
