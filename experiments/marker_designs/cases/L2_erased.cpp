// SPDX-License-Identifier: BSL-1.0
// The one sample that breaks in C++ too. The control keeps the object.
#include <tenure/ownership/erased.hpp>

#include "guard.hpp"

struct display {
  virtual ~display() = default;
};

void forget_trait_object(tenure::erased<display> object) {
#if MISUSE
  tenure::forget(std::move(object));
#else
  static_cast<void>(object);
#endif
}

int main() {}
