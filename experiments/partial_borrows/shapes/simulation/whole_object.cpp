// SPDX-License-Identifier: BSL-1.0
#include "simulation.hpp"
#include "tenure/ownership/ref_cell.hpp"

using namespace simulation;
using shape::expect;

namespace {

class bodies {
  numbers position_ = in_a_row();
  numbers velocity_ = at_rest();
  numbers force_ = at_rest();

 public:
  auto positions() const -> numbers const& { return position_; }
  auto velocities() -> numbers& { return velocity_; }
  CALLED void restart() {
    position_ = in_a_row();
    velocity_ = at_rest();
  }
  CALLED void pull() {  // towards the origin
    for (std::size_t i = 0; i != count; ++i) force_[i] = -position_[i];
  }
  CALLED void kick(std::size_t i, double with) {
#if CASE == UNDECLARED_FIELD
    position_.push_back(0);
#endif
    velocity_[i] += with * step;
  }
  CALLED void drift() {
#if CASE == WRONG_FIELD
    for (std::size_t i = 0; i != count; ++i) velocity_[i] += position_[i] * step;
#else
    for (std::size_t i = 0; i != count; ++i) position_[i] += velocity_[i] * step;
#endif
  }
  auto forces() const -> numbers const& { return force_; }
};

}  // namespace
template <>
struct tenure::sharing<bodies> : tenure::read_only<bodies> {};
namespace {

using cell = tenure::ref_cell<bodies>;
using lent = tenure::shared<cell>;

CALLED void advance(lent b) {
  b.borrow_mut()->restart();
  b.borrow_mut()->pull();
#if CASE == THE_PROGRAM
  auto const reading = b.borrow();
  for (std::size_t i = 0; i != count; ++i) b.borrow_mut()->kick(i, reading->forces()[i]);
#else  // the flag is set and cleared at every step
  for (std::size_t i = 0; i != count; ++i) {
    auto const force = b.borrow()->forces()[i];
    b.borrow_mut()->kick(i, force);
  }
#endif
  b.borrow_mut()->drift();
}

void rest(cell& whole) {
  lent const b{whole};
  expect(b.borrow()->positions().size() == count, "who kicks does not touch the positions");
  {
    auto writing = b.borrow_mut();
#if CASE == TWO_WRITERS
    b.borrow_mut()->velocities().push_back(0);
#endif
    writing->velocities()[0] = 0;
  }
#if CASE == TWO_ELEMENTS
  {
    auto one = b.borrow_mut();
    auto other = b.borrow_mut();
    std::swap(one->velocities()[1], other->velocities()[2]);
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  cell whole;
  lent const b{whole};
  constexpr auto passed = shape::bytes<&bodies::restart, &bodies::pull, &bodies::kick, &bodies::drift>;
  return shape::run(
      argc, argv, passed,
      [&] {
        advance(b);
        expect(b.borrow()->positions()[4] == 3.0, "pulled towards the origin");
      },
      [&] { rest(whole); });
}
