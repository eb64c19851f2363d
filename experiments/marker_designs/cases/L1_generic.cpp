// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

template <class T>
void forget_generic(T value) {
  tenure::forget(std::move(value));
}

int main() {
  forget_generic(7);
#if MISUSE
  forget_generic(guard{});
#endif
}
