// SPDX-License-Identifier: BSL-1.0
// Rust's &mut i32 is Send: while it is lent, its owner may not touch the value. Nothing stops the owner here.
#include <functional>
#include <thread>

#include "tenure/ownership/std_threads.hpp"

static_assert(!tenure::Send<int&> && !tenure::Send<std::reference_wrapper<int>>);

int main() {
  int value = 0;
  std::thread other{[](int& lent) {
                      for (int i = 0; i < 1000; ++i) ++lent;
                    },
                    std::ref(value)};
  for (int i = 0; i < 1000; ++i) ++value;
  other.join();
}
