// SPDX-License-Identifier: BSL-1.0
#include "simulation.hpp"

using namespace simulation;
using shape::expect;

namespace {

struct bodies {
  numbers position = in_a_row();
  numbers velocity = at_rest();
  numbers force = at_rest();
};

CALLED void restart(numbers& position, numbers& velocity) {
  position = in_a_row();
  velocity = at_rest();
}
CALLED void pull(numbers const& position, numbers& force) {  // towards the origin
  for (std::size_t i = 0; i != count; ++i) force[i] = -position[i];
}
CALLED void kick(numbers& velocity, std::size_t i, double with) {
#if CASE == UNDECLARED_FIELD
  position.push_back(0);
#endif
  velocity[i] += with * step;
}
CALLED void drift(numbers& position, numbers const& velocity) {
  for (std::size_t i = 0; i != count; ++i) position[i] += velocity[i] * step;
}

CALLED void advance(bodies& b) {
  restart(b.position, b.velocity);
  pull(b.position, b.force);
  for (std::size_t i = 0; i != count; ++i) kick(b.velocity, i, b.force[i]);
#if CASE == WRONG_FIELD
  drift(b.velocity, b.position);
#else
  drift(b.position, b.velocity);
#endif
}

void rest(bodies& b) {
  expect(b.position.size() == count, "who kicks does not touch the positions");
  {
    auto& writing = b.velocity;
    auto& kept = writing[0];
#if CASE == TWO_WRITERS
    b.velocity.push_back(0);
#endif
    kept = 0;
  }
#if CASE == TWO_ELEMENTS
  {
    auto& one = b.velocity[1];
    auto& other = b.velocity[2];
    std::swap(one, other);
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  bodies b;
  constexpr auto passed = shape::bytes<&restart, &pull, &kick, &drift>;
  return shape::run(
      argc, argv, passed,
      [&] {
        advance(b);
        expect(b.position[4] == 3.0, "pulled towards the origin");
      },
      [&] { rest(b); });
}
