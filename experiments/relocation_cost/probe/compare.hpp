// SPDX-License-Identifier: BSL-1.0
// How the probes measure. Each is a program `PROBE LARGEST ROUNDS` that prints one line per number:
//   table <tab> N <tab> design <tab> least <tab> median     (nanoseconds per element or operation)
// The designs of a table take turns, so that all see the same machine, and the table's baseline takes part
// twice: how far the two are apart is the noise. What is measured is called through a pointer that the
// compiler cannot see through, and its result is checked.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace probe {

inline std::size_t largest = 100'000;  ///< greatest number of elements
inline int rounds = 3;                 ///< repetitions of small sizes; large ones get fewer

inline void read_arguments(int argc, char** argv) {
  if (argc > 1) largest = std::strtoull(argv[1], nullptr, 10);
  if (argc > 2) rounds = std::atoi(argv[2]);
}

inline void require(bool it, char const* what) {
  if (it) return;
  std::printf("wrong result: %s\n", what);
  std::exit(1);
}

inline double now() {
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Numbers without a pattern that a branch predictor could learn (xorshift64).
class noise {
  std::uint64_t state_;

 public:
  explicit noise(std::uint64_t seed = 88172645463325252u) : state_{seed} {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    return state_ ^= state_ << 17;
  }
  std::size_t below(std::size_t bound) { return (next() >> 11) % bound; }
};

/// Memory whose pages have been touched; aligned as malloc aligns large blocks.
class room {
  std::size_t bytes_;
  void* start_;

 public:
  explicit room(std::size_t bytes) : bytes_{(bytes + 63) / 64 * 64}, start_{std::aligned_alloc(64, bytes_)} {
    require(start_ != nullptr, "memory");
    std::memset(start_, 1, bytes_);
  }
  room(room const&) = delete;
  room& operator=(room const&) = delete;
  ~room() { std::free(start_); }
  template <class T>
  T* as() {
    return static_cast<T*>(start_);
  }
};

/// glibc gives memory back to the kernel eagerly until the first large block was freed, then keeps up to
/// twice that block (32 MiB is the most it takes note of). A program that has run for a while is past that.
inline void settle_heap() {
  static void* volatile large = std::malloc(std::size_t{31} << 20);
  std::free(large);
}

struct contender {
  char const* design;
  double (*run)(std::size_t n);  ///< one repetition: nanoseconds per element
  std::size_t up_to = ~std::size_t{0};
};

inline int rounds_for(std::size_t n) {
  int const fewer = n <= 100'000 ? rounds : n <= 1'000'000 ? rounds / 4 : rounds / 8;
  return fewer < 3 ? 3 : fewer;
}

/// Elements that one repetition should handle, so that it takes about a tenth to one millisecond: longer than
/// the clock is wrong, shorter than another process interrupts.
constexpr std::size_t enough = std::size_t{1} << 18;
inline std::size_t times_for(std::size_t n) { return n >= enough ? 1 : (enough + n - 1) / n; }

inline void compare(char const* table, std::size_t n, std::vector<contender> const& all) {
  std::vector<std::vector<double>> sorted(all.size());
  int const turns = rounds_for(n);
  for (int turn = 0; turn != turns; ++turn) {
    for (std::size_t k = 0; k != all.size(); ++k) {
      std::size_t const i = (k + static_cast<std::size_t>(turn)) % all.size();
      if (n > all[i].up_to) continue;
      double const took = all[i].run(n);
      auto at = sorted[i].begin();
      while (at != sorted[i].end() && *at < took) ++at;
      sorted[i].insert(at, took);
    }
  }
  for (std::size_t i = 0; i != all.size(); ++i) {
    if (sorted[i].empty()) continue;
    std::printf("%s\t%zu\t%s\t%.5f\t%.5f\n", table, n, all[i].design, sorted[i].front(),
                sorted[i][sorted[i].size() / 2]);
  }
  std::fflush(stdout);
}

/// Over `sizes` up to the largest asked for.
inline void compare_all(char const* table, std::vector<std::size_t> const& sizes,
                        std::vector<contender> const& all) {
  for (std::size_t const n : sizes) {
    if (n <= largest) compare(table, n, all);
  }
}

}  // namespace probe
