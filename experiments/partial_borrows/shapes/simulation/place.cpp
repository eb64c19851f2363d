// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/place.hpp"

#include "viewed.hpp"

using namespace simulation;
using shape::expect;
using tenure::views::place;

namespace {

CALLED void advance(place<bodies>& b) {
  b.call(bodies::restart);
  b.call(bodies::pull);
  {
    auto const reading = b.lend<shr<force>>();
    for (std::size_t i = 0; i != count; ++i) b.call(bodies::kick, i, bodies::forces(reading)[i]);
  }
  b.call(bodies::drift);
}

void rest(place<bodies>& b) {
  {
    auto const reading = b.lend<shr<position>>();
    expect(bodies::positions(reading).size() == count, "who kicks does not touch the positions");
    auto const writing = b.lend<mut<velocity>>();
#if CASE == TWO_WRITERS
    auto const another = b.lend<mut<velocity>>();
    bodies::velocities(another).push_back(0);
#endif
    bodies::velocities(writing)[0] = 0;
  }
#if CASE == TWO_ELEMENTS
  {
    auto const one = b.lend<mut<velocity>>();
    auto const other = b.lend<mut<velocity>>();
    std::swap(bodies::velocities(one)[1], bodies::velocities(other)[2]);
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  place<bodies> b;
  constexpr auto passed = shape::bytes<&bodies::restart, &bodies::pull, &bodies::kick, &bodies::drift>;
  return shape::run(
      argc, argv, passed,
      [&] {
        advance(b);
        auto const reading = b.lend<shr<position>>();
        expect(bodies::positions(reading)[4] == 3.0, "pulled towards the origin");
      },
      [&] { rest(b); });
}
