// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/ownership/sharing.hpp"
#include "tenure/ownership/text.hpp"

namespace tenure::selfref {

/// What `immovable` is: its copy and move are deleted, and the reason stands where each compiler shows it.
template <text Sentence>
struct stays {
  constexpr stays() noexcept = default;
  stays(stays const&)
      TENURE_REFUSED("[selfref.immovable] an immovable value stays where it was made: hand on its own");
  stays& operator=(stays const&)
      TENURE_REFUSED("[selfref.immovable] an immovable value stays where it was made: hand on its own");
};

/// `!Move` as an option: a class with this base (or member, but only of a base does Clang repeat the rule) is
/// never copied and never moved. It is made in
/// place, through as many functions as you like (`-> super Self` is a return by value in C++), lives in a
/// variable, a slot or a `pinned`, and its own is handed on. References to it from outside stay valid, and
/// nothing needs mending; the price is in papers/05-self-reference-and-relocation.
/// It is not Transfer, unless its author writes the hook `static T relocate(own<T>)`.
using immovable = stays<"[selfref.immovable] an immovable value stays where it was made: hand on its own">;

}  // namespace tenure::selfref
