// SPDX-License-Identifier: BSL-1.0
// What a whole life of the async function costs: called, polled twice, ended. Arguments: "life" and how
// often; or "bytes".
#include "common.hpp"

using future = pats::FUTURE;

static std::size_t heap_bytes = 0;

void* operator new(std::size_t size) {
  heap_bytes += size;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main(int argc, char** argv) {
  if (std::string_view{argv[1]} == "bytes") {
    std::size_t const before = heap_bytes;
    future f = pats::give_pats<future>().into_future();
    asm volatile("" : : "r"(&f) : "memory");
    std::printf("%zu %zu\n", sizeof(future), heap_bytes - before);
    return 0;
  }
  if (argc < 3) return 2;
  pats::context with;
  with.done.reserve(64);
  for (std::size_t i = std::strtoul(argv[2], nullptr, 10); i > 0; --i) {
    future f = pats::give_pats<future>().into_future();
    with.done.clear();
    while (f.poll_with(with) == pats::poll::pending) {
    }
    if (with.done != pats::as_it_should_be) return WRONG_RESULT;
  }
}
