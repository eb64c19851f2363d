// SPDX-License-Identifier: BSL-1.0
// What the shapes have in common: how a program says that its result is right, and what it passes.
//
// A shape is a folder with a file for each design. A file is compiled with -DCASE=n for a program of
// cases.hpp. Without a case it is the control: the work itself, and the surroundings of every mistake without
// the mistake. A case other than THE_PROGRAM only adds to the control, so what is then rejected is the case.
#pragma once

#include "cases.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <type_traits>

#ifndef CASE
#define CASE 0
#endif

// A function that is really called, and not looked into by the caller's optimiser: all but those that only
// give a field.
#if defined(__clang__)
#define CALLED [[gnu::noinline]]
#else
#define CALLED [[gnu::noipa]]
#endif

namespace shape {

/// Ends a program whose result is not what it should be.
inline void expect(bool holds, char const* what) {
  if (holds) return;
  std::printf("wrong: %s\n", what);
  std::fflush(stdout);
  std::_Exit(WRONG_RESULT);
}

/// A condition that the compiler does not know.
inline auto happens() -> bool {
  bool const volatile it = true;
  return it;
}

/// Somebody may look at the value: it has to be there.
template <class T>
inline void keep(T& value) {
  asm volatile("" : : "r"(&value) : "memory");
}

/// What a parameter takes up on its way: a reference travels as a pointer.
template <class T>
inline constexpr std::size_t passed = std::is_reference_v<T> ? sizeof(void*) : sizeof(T);

template <class R, class... A>
constexpr auto bytes_of(R (*)(A...)) -> std::size_t {
  return (std::size_t{0} + ... + passed<A>);
}
template <class R, class C, class... A>
constexpr auto bytes_of(R (C::*)(A...)) -> std::size_t {
  return (sizeof(void*) + ... + passed<A>);
}
template <class R, class C, class... A>
constexpr auto bytes_of(R (C::*)(A...) const) -> std::size_t {
  return (sizeof(void*) + ... + passed<A>);
}

/// Bytes that are passed when each function of a design is called once.
template <auto... Functions>
inline constexpr std::size_t bytes = (std::size_t{0} + ... + bytes_of(Functions));

/// The `main` of a shape. With an argument n: does the work n times and nothing else, to be counted.
/// With "bytes": prints `passed`. Without: does the work once, and whatever else the case says.
template <class Work, class Rest>
auto run(int argc, char** argv, std::size_t bytes_passed, Work work, Rest rest) -> int {
  if (argc > 1 && std::strcmp(argv[1], "bytes") == 0) {
    std::printf("%zu\n", bytes_passed);
    return 0;
  }
  if (argc > 1) {
    for (auto n = std::strtoul(argv[1], nullptr, 10); n != 0; --n) work();
    return 0;
  }
  work();
  rest();
  return 0;
}

}  // namespace shape
