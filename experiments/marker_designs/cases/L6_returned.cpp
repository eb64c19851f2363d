// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

template <class T>
auto several() {
  struct hidden {
    T next;
    int left;
  };
  return hidden{};
}

int main() {
  tenure::forget(several<int>());
#if MISUSE
  tenure::forget(several<guard>());
#endif
}
