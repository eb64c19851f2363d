// SPDX-License-Identifier: BSL-1.0
#include "viewed.hpp"

using namespace simulation;
using shape::expect;

namespace {

CALLED void advance(view<bodies, mut<all>> whole) {
  bodies::restart(whole);
  bodies::pull(whole);
  {
    auto const [reading, kicking] = lend<mut<all>>(whole).split<shr<force>, mut<velocity>>();
    for (std::size_t i = 0; i != count; ++i) bodies::kick(kicking, i, bodies::forces(reading)[i]);
  }
  bodies::drift(whole);
}

void rest(bodies& b) {
  expect(bodies::positions(lend<shr<position>>(b)).size() == count, "who kicks does not touch the positions");
  {
#if CASE == TWO_WRITERS
    auto [writing, another] = lend<mut<all>>(b).split<mut<velocity>, mut<velocity>>();
    bodies::velocities(another).push_back(0);
#else
    auto [writing, another] = lend<mut<all>>(b).split<mut<velocity>, shr<position>>();
    expect(bodies::positions(another).size() == count, "another field");
#endif
    bodies::velocities(writing)[0] = 0;
  }
#if CASE == TWO_ELEMENTS
  {
    auto [one, other] = lend<mut<all>>(b).split<mut<velocity>, mut<velocity>>();
    std::swap(bodies::velocities(one)[1], bodies::velocities(other)[2]);
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  bodies b;
  constexpr auto passed = shape::bytes<&bodies::restart, &bodies::pull, &bodies::kick, &bodies::drift>;
  return shape::run(
      argc, argv, passed,
      [&] {
        advance(lend<mut<all>>(b));
        expect(bodies::positions(lend<shr<position>>(b))[4] == 3.0, "pulled towards the origin");
      },
      [&] { rest(b); });
}
