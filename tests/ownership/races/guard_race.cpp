// SPDX-License-Identifier: BSL-1.0
// A guard that goes to another thread unlocks a mutex there which that thread has not locked.
#include <mutex>
#include <thread>
#include <utility>

#include "tenure/ownership/std_threads.hpp"

static_assert(!tenure::Send<std::unique_lock<std::mutex>>);

int main() {
  std::mutex m;
  std::unique_lock held{m};
  std::thread{[sent = std::move(held)]() mutable { sent.unlock(); }}.join();
}
