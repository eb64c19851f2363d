// SPDX-License-Identifier: BSL-1.0
#include "costs.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {
std::atomic<long> asked{0}, bytes{0};
}

auto scoped_threads::allocations() -> long { return asked.load(); }
auto scoped_threads::bytes_allocated() -> long { return bytes.load(); }

void* operator new(std::size_t size) {
  asked.fetch_add(1, std::memory_order_relaxed);
  bytes.fetch_add(static_cast<long>(size), std::memory_order_relaxed);
  if (void* const place = std::malloc(size == 0 ? 1 : size)) return place;
  throw std::bad_alloc{};
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
