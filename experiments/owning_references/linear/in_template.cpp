// SPDX-License-Identifier: BSL-1.0
// Consumed twice in a function template.
// fault, caught
#include "probe.hpp"

template <class T>
void leaf(T value) {
  linear<T> t{value};
  total = std::move(t).consume();
#if MISUSE
  total = std::move(t).consume();
#endif
}

int main() { leaf(1); }
