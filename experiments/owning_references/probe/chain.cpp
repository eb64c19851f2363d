// SPDX-License-Identifier: BSL-1.0
// Runs every chain a given number of times, with a call of `mark` before and after: callgrind writes what it
// counted at each mark. Prints the chain's name first: design, how it calls, kind of value, size, depth.
// -DQUICK=1 leaves most sizes out. With -DCOUNT_MOVES=1 each chain runs once and the line goes on with moves,
// bytes, allocations.

#include "designs.hpp"

#ifndef QUICK
#define QUICK 0
#endif

#include <cstdio>
#include <cstdlib>

#if COUNT_MOVES
void* operator new(std::size_t size) {
  ++probe::counted.allocations;
  if (void* const place = std::malloc(size)) return place;
  std::abort();
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
#endif

extern "C" void mark();
extern "C" APART void mark() { probe::counted.moves = 0; }

namespace probe {
namespace {

unsigned long times = 0;
unsigned long volatile seen;

template <class Design, way Way, class T, int Depth>
void run(char const* how, char const* kind) {
  if constexpr (takes<Design, T>) {
    ended = 0;
    counted = {};
    seen = Design::template life<Way, Depth, T>();  // the first time also loads what is loaded lazily
    std::printf("%s/%s/%s/%zu/%d", Design::name, how, kind, sizeof(T), Depth);
    if (COUNT_MOVES) std::printf("/%lu/%lu/%lu", counted.moves, counted.bytes, counted.allocations);
    std::printf("\n");
    std::fflush(stdout);
    mark();
    for (unsigned long i = 0; i != times; ++i) seen = Design::template life<Way, Depth, T>();
    mark();
    if (ended != times + 1) {
      std::printf("%lu values made, %lu ended\n", times + 1, ended);
      std::exit(1);
    }
  }
}

template <class Design, way Way, class T>
void run_depths(char const* how, char const* kind) {
  run<Design, Way, T, 0>(how, kind);
  run<Design, Way, T, 8>(how, kind);
  run<Design, Way, T, 16>(how, kind);
}

template <class Design, way Way>
void run_sizes(char const* how) {
  run_depths<Design, Way, movable<8>>(how, "movable");
  run_depths<Design, Way, movable<4096>>(how, "movable");
#if !QUICK
  run_depths<Design, Way, movable<64>>(how, "movable");
  run_depths<Design, Way, movable<512>>(how, "movable");
  run_depths<Design, Way, movable<65536>>(how, "movable");
#endif
  run_depths<Design, Way, immovable<64>>(how, "immovable");
}

/// Inlined, a chain that does not touch the value vanishes, whatever the design.
template <class Design>
void run_all() {
  run_sizes<Design, INLINED ? way::touch : way::call>(INLINED ? "touch" : "call");
  if constexpr (!INLINED && !QUICK) {
    run_depths<Design, way::tail, movable<64>>("tail", "movable");
    run_depths<Design, way::touch, movable<64>>("touch", "movable");
  }
}

}  // namespace
}  // namespace probe

int main(int argc, char** argv) {
  using namespace probe;
  if (argc == 2) times = std::strtoul(argv[1], nullptr, 10);
  run<nothing, way::call, movable<8>, 0>("call", "movable");
  run_all<raw_pointer>();
  run_all<pointer_and_flag>();
  run_all<by_value>();
  run_all<rvalue_reference>();
  run_all<unique_pointer>();
  run_all<own_by_value>();
  run_all<own_by_reference>();
}
