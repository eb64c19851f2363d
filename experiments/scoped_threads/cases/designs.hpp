// SPDX-License-Identifier: BSL-1.0
// The three designs: DESIGN 1 is the guard of 2015, 2 the guard that is not Leak, 3 the function that waits.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "tenure/ownership/box.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/ownership/std_values.hpp"

/// The guard of 2015: its destructor waits, and nothing says that the destructor must run. It takes any
/// callable, as the API of the time did with a Send bound that C++ cannot put on captures.
class old_guard {
  std::thread thread_;

 public:
  template <class F>
  explicit old_guard(F f) : thread_{std::move(f)} {}
  old_guard(old_guard&&) = default;
  ~old_guard() {
    if (thread_.joinable()) thread_.join();
  }
};
template <>
struct tenure::declare<tenure::marker::leak, old_guard> : tenure::yes {};

/// The frame has ended; the thread writes only now.
inline std::atomic<bool> frame_gone{false};
/// The thread has written, or main waits no longer.
inline std::atomic<bool> written{false};

inline void write_late(int* place) {
  for (int i = 0; i != 200 && !frame_gone.load(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  *place = 1;
  written = true;
}
inline void wait_for_the_thread() {
  frame_gone = true;
  for (int i = 0; i != 2000 && !written.load(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
}
