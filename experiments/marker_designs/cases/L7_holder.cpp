// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

template <class T>
struct holder {
  T content;
};

int main() {
  tenure::forget(holder<int>{7});
#if MISUSE
  tenure::forget(holder<guard>{});
#endif
}
