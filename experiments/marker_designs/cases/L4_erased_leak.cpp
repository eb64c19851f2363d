// SPDX-License-Identifier: BSL-1.0
#include <tenure/ownership/erased.hpp>

#include "guard.hpp"

struct display {
  virtual ~display() = default;
};
template <class T>
struct display_of : display {
  T content{};
};
template <class T>
struct tenure::declare<tenure::marker::leak, display_of<T>> : tenure::like<T> {};

void forget_trait_object(tenure::erased<display, tenure::marker::leak> object) {
  tenure::forget(std::move(object));
}

int main() {
  forget_trait_object(display_of<int>{});
#if MISUSE
  forget_trait_object(display_of<guard>{});
#endif
}
