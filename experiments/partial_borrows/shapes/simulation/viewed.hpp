// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "simulation.hpp"
#include "tenure/views.hpp"

namespace simulation {

using tenure::views::all;
using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class bodies {
  numbers position_ = in_a_row();
  numbers velocity_ = at_rest();
  numbers force_ = at_rest();

  friend struct tenure::views::access;

 public:
  struct position;
  struct velocity;
  struct force;

 private:
  static auto tenure_fields(position*) -> tenure::views::fields<&bodies::position_>;
  static auto tenure_fields(velocity*) -> tenure::views::fields<&bodies::velocity_>;
  static auto tenure_fields(force*) -> tenure::views::fields<&bodies::force_>;

 public:
  static auto positions(view<bodies, shr<position>> self) -> numbers const& {
    return self[at<&bodies::position_>];
  }
  static auto velocities(view<bodies, mut<velocity>> self) -> numbers& {
    return self[at<&bodies::velocity_>];
  }
  static auto forces(view<bodies, shr<force>> self) -> numbers const& { return self[at<&bodies::force_>]; }
  CALLED static void restart(view<bodies, mut<position, velocity>> self) {
    self[at<&bodies::position_>] = in_a_row();
    self[at<&bodies::velocity_>] = at_rest();
  }
  CALLED static void pull(view<bodies, shr<position>, mut<force>> self) {  // towards the origin
    auto& force = self[at<&bodies::force_>];
    for (std::size_t i = 0; i != count; ++i) force[i] = -self[at<&bodies::position_>][i];
  }
  CALLED static void kick(view<bodies, mut<velocity>> self, std::size_t i, double with) {
#if CASE == UNDECLARED_FIELD
    self[at<&bodies::position_>].push_back(0);
#endif
    self[at<&bodies::velocity_>][i] += with * step;
  }
  CALLED static void drift(view<bodies, mut<position>, shr<velocity>> self) {
#if CASE == WRONG_FIELD
    for (std::size_t i = 0; i != count; ++i)
      self[at<&bodies::velocity_>][i] += self[at<&bodies::position_>][i] * step;
#else
    for (std::size_t i = 0; i != count; ++i)
      self[at<&bodies::position_>][i] += self[at<&bodies::velocity_>][i] * step;
#endif
  }
};

using position = bodies::position;
using velocity = bodies::velocity;
using force = bodies::force;

}  // namespace simulation
