// SPDX-License-Identifier: BSL-1.0
// Benchmarks in groups that are compared: one group, one question, one named baseline. The baseline
// is registered twice, as GROUP/DESIGN/A and GROUP/DESIGN/A': the same function measured twice in the
// same run. How far the two are apart is the noise of the run, and a smaller difference is none.
//
//   static tenure::bench::group const hand_over = tenure::bench::group("hand-over/8 B")
//       .baseline("raw pointer", raw_pointer)
//       .add("own<T>", owning);
#pragma once

#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace tenure::bench {

class group {
 public:
  explicit group(std::string name) : name_(std::move(name)) {}

  /// The design that the others are compared with. Further arguments go to `function` after the state.
  template <class Function, class... Arguments>
  auto baseline(std::string const& design, Function function, Arguments... arguments) -> group& {
    run_as(design, "/A", function, arguments...);
    run_as(design, "/A'", function, arguments...);
    return *this;
  }

  /// A design to compare.
  template <class Function, class... Arguments>
  auto add(std::string const& design, Function function, Arguments... arguments) -> group& {
    run_as(design, "", function, arguments...);
    return *this;
  }

 private:
  template <class Function, class... Arguments>
  void run_as(std::string const& design, char const* role, Function function, Arguments... arguments) {
    // The tools read the design from the name's last part.
    if (design.find('/') != std::string::npos)
      throw std::invalid_argument("'/' in the design's name " + design);
    auto const name = name_ + "/" + design + role;
    benchmark::RegisterBenchmark(name.c_str(), function, arguments...);
  }

  std::string name_;
};

/// The value is needed: the compiler must compute it.
template <class T>
void keep(T&& value) {
  benchmark::DoNotOptimize(std::forward<T>(value));
}

/// All memory may be read from here: the compiler must have written what it was told to.
inline void flush() { benchmark::ClobberMemory(); }

/// The same value, of which the compiler knows nothing any more: no constant folds through it.
template <class T>
[[nodiscard]] auto unknown(T value) -> T {
  benchmark::DoNotOptimize(value);
  return value;
}

/// A pointer to the function that the compiler cannot see through: the call is really made.
///
///   static auto* const step = tenure::bench::opaque(&consume);
template <class Result, class... Arguments>
[[nodiscard]] auto opaque(Result (*function)(Arguments...)) -> Result (*)(Arguments...) {
  return unknown(function);
}

template <class Result, class... Arguments>
[[nodiscard]] auto opaque(Result (*function)(Arguments...) noexcept) -> Result (*)(Arguments...) noexcept {
  return unknown(function);
}

}  // namespace tenure::bench
