// SPDX-License-Identifier: BSL-1.0
// Stress tests: many threads, many operations, and a sum that must come out right. Built with
// ThreadSanitizer. Each is built twice: with FAULT=1 its lock does not lock or its cell is not atomic, and
// then it must fail: by the sanitizer's report or by the wrong sum.
#pragma once

#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace stress {

/// A lock that does not lock: the seeded fault.
struct no_lock {
  void lock() {}
  bool try_lock() { return true; }
  void unlock() {}
  void lock_shared() {}
  bool try_lock_shared() { return true; }
  void unlock_shared() {}
};

#if FAULT
using mutex_lock = no_lock;
using rw_lock_lock = no_lock;
#else
using mutex_lock = std::mutex;
using rw_lock_lock = std::shared_mutex;
#endif

inline int verdict(char const* what, long operations, long found, long expected) {
  std::printf("%s: %ld operations, found %ld, expected %ld\n", what, operations, found, expected);
  return found == expected ? 0 : 1;
}

}  // namespace stress
