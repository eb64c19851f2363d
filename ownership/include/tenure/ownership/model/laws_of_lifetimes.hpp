// SPDX-License-Identifier: BSL-1.0
// R15 to R20, N3, N5: each law with the rules of the lifetime logic that it is about, and those it rests on.
#pragma once

#include "tenure/ownership/model/law.hpp"
#include "tenure/ownership/model/lifetime_logic.hpp"

namespace tenure::model {

inline outcome check_tokens(rules const& r, bound const& in) {
  return run_lifetimes({.borrow = false}, r, in);
}

/// The whole logic at once: what one rule does must not be spoilt by another.
inline outcome check_borrow(rules const& r, bound const& in) {
  std::size_t const loans = in.token < full_bound.token ? 3 : 4;
  return run_lifetimes({.write = true,
                        .split = true,
                        .shorten = true,
                        .reborrow = true,
                        .fracture = true,
                        .fake = true,
                        .loans = loans},
                       r, in);
}
inline outcome check_access(rules const& r, bound const& in) {
  return run_lifetimes({.write = true, .reborrow = true}, r, in);
}
inline outcome check_split_and_reborrow(rules const& r, bound const& in) {
  return run_lifetimes({.split = true, .shorten = true, .reborrow = true, .loans = most_loans}, r, in);
}
/// Besides the machine: of all sets of dead lifetimes, an intersection is dead when one of the two is.
inline outcome check_intersection(rules const& r, bound const& in) {
  outcome all = run_lifetimes({.shorten = true, .reborrow = true}, r, in);
  for (lifetime gone = 0; gone < 8 && !all.found; ++gone) {
    for (lifetime x = 0; x < 8; ++x) {
      for (lifetime y = 0; y < 8; ++y) {
        ++all.states;
        if (is_dead(meet(x, y), gone) != (is_dead(x, gone) || is_dead(y, gone)))
          all.found = witness{
              "an intersection is dead and neither part is, or the reverse", {text(x), text(y)}, {}, {}, {}};
      }
    }
  }
  return all;
}
inline outcome check_fake(rules const& r, bound const& in) {
  return run_lifetimes({.shorten = true, .fake = true}, r, in);
}
inline outcome check_sharing_needs_lifetime(rules const& r, bound const& in) {
  return run_lifetimes({.fracture = true}, r, in);
}
inline outcome check_no_end_while_read(rules const& r, bound const& in) {
  return run_lifetimes({.split = true, .fracture = true}, r, in);
}

}  // namespace tenure::model
