// SPDX-License-Identifier: BSL-1.0
// A template that forgets nothing takes any value, without a word of it: this is not a misuse.
#include "guard.hpp"

template <class T>
T identity(T value) {
  return value;
}

int main() {
  static_cast<void>(identity(7));
#if MISUSE
  static_cast<void>(identity(guard{}));
#endif
}
