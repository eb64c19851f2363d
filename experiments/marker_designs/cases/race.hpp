// SPDX-License-Identifier: BSL-1.0
// Two threads, each with a handle of its own. With MISUSE they write through it, else they read.
#pragma once

#include <thread>

template <class A, class B>
void touch_from_two_threads(A& mine, B& theirs) {
  auto const touch = [](auto& handle) {
#if MISUSE
    handle.write();
#else
    static_cast<void>(handle.read());
#endif
  };
  std::thread other{[&] { touch(theirs); }};
  touch(mine);
  other.join();
}
