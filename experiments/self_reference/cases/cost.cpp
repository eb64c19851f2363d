// SPDX-License-Identifier: BSL-1.0
// What the cats of one design cost. Arguments: what is done, and how often; or "bytes".
#include "design.hpp"

#ifndef CAN_RELOCATE
#define CAN_RELOCATE 0
#endif
#ifndef CAN_SWAP
#define CAN_SWAP 0
#endif

namespace {

std::size_t heap_bytes = 0;
constexpr std::size_t row = 64;

template <class T>
void keep(T& value) {
  asm volatile("" : : "r"(&value) : "memory");
}

struct block {
  alignas(cat) std::byte bytes[row * sizeof(cat)];
  cat* data() { return reinterpret_cast<cat*>(bytes); }
  void fill() {
    for (std::size_t i = 0; i < row; ++i) begin(*::new (data() + i) cat(make()));
  }
  void clear() {
    for (std::size_t i = 0; i < row; ++i) std::launder(data() + i)->~cat();
  }
};
block here;
[[maybe_unused]] block there;

void make_and_end(std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    cat c = make();
    begin(c);
    keep(c);
  }
}

void follow(std::size_t n) {
  here.fill();
  keep(here);
  unsigned sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    sum += static_cast<unsigned char>(*name_in(here.data()[i % row]));
    asm volatile("" : "+r"(sum));
  }
  here.clear();
}

void relocate_a_row([[maybe_unused]] std::size_t n) {
#if CAN_RELOCATE
  here.fill();
  cat* from = here.data();
  cat* to = there.data();
  for (std::size_t i = 0; i < n; i += row) {
    relocate_n(from, row, to);
    keep(*to);
    std::swap(from, to);
  }
  (from == here.data() ? here : there).clear();
#endif
}

void swap_two([[maybe_unused]] std::size_t n) {
#if CAN_SWAP
  cat a = make();
  cat b = make();
  begin(a);
  begin(b);
  for (std::size_t i = 0; i < n; ++i) {
    keep(a);
    keep(b);
    std::swap(a, b);
  }
#endif
}

}  // namespace

void* operator new(std::size_t size) {
  heap_bytes += size;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main(int argc, char** argv) {
  std::string_view const what = argv[1];
  if (what == "bytes") {
    std::size_t const before = heap_bytes;
    cat c = make();
    keep(c);
    std::printf("%zu %zu\n", sizeof(cat), heap_bytes - before);
    return 0;
  }
  if (argc < 3) return 2;
  std::size_t const n = std::strtoul(argv[2], nullptr, 10);
  if (what == "make") make_and_end(n);
  if (what == "follow") follow(n);
  if (what == "relocate") relocate_a_row(n);
  if (what == "swap") swap_two(n);
}
