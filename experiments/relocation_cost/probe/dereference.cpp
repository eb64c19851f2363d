// SPDX-License-Identifier: BSL-1.0
// Table E: what it costs to follow the reference: over all values in order, in random order, and in a chain
// in which each target holds the address of the next value, so that nothing can be done ahead of time.
#include "compare.hpp"
#include "library.hpp"

#include <utility>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

using namespace probe;

std::vector<std::uint32_t>* order = nullptr;  ///< a random permutation that is one cycle
room* space = nullptr;

constexpr std::size_t hops_at_most = 1'000'000;
word expected = 0;  ///< what the table's designs must find

/// n values whose targets hold `next(i)`, in the room or, for the heap, where malloc puts them.
template <class T>
class row {
  std::size_t n_;
  T* first_ = space->as<T>();

 public:
  explicit row(std::size_t n) : n_{n} {
    for (std::size_t i = 0; i != n; ++i) ::new (static_cast<void*>(first_ + i)) T((*order)[i]);
  }
  row(row const&) = delete;
  row& operator=(row const&) = delete;
  ~row() {
    for (std::size_t i = 0; i != n_; ++i) first_[i].~T();
  }
  T* first() { return first_; }
};

/// As a program leaves its heap behind: neighbours in the row are no neighbours in memory. Made once for each
/// table and size, since that takes long.
struct on_aged_heap : on_heap {
  using on_heap::on_heap;
};
template <>
class row<on_aged_heap> {
  static inline std::vector<on_heap> kept_;

 public:
  explicit row(std::size_t n) {
    if (!kept_.empty()) return;
    std::vector<on_heap> fresh;
    fresh.reserve(n);
    for (std::size_t i = 0; i != n; ++i) fresh.emplace_back(0u);
    kept_.reserve(n);
    for (std::size_t i = 0; i != n; ++i) {
      kept_.push_back(std::move(fresh[(*order)[i]]));
      kept_[i].target() = (*order)[i];
    }
  }
  on_heap* first() { return kept_.data(); }
  /// Puts the heap in order again, so that nothing later is aged.
  static void end() {
    std::vector<on_heap>().swap(kept_);
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
  }
};

template <class T>
word sum_in_order(T* first, std::size_t n, std::uint32_t const*) {
  word sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[i].target();
  return sum;
}
template <class T>
word sum_in_random_order(T* first, std::size_t n, std::uint32_t const* indices) {
  word sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[indices[i]].target();
  return sum;
}
template <class T>
word follow_chain(T* first, std::size_t n, std::uint32_t const*) {
  T* at = first;
  for (std::size_t i = 0; i != n; ++i) at = reinterpret_cast<T*>(static_cast<std::uintptr_t>(at->target()));
  return static_cast<word>(at - first);
}

enum class way { in_order, random, chain };

template <class T, way How>
double look(std::size_t n) {
  row<T> all(n);
  using element = std::remove_pointer_t<decltype(all.first())>;
  static word (*const volatile kernel)(element*, std::size_t, std::uint32_t const*) =
      How == way::in_order ? &sum_in_order<element>
      : How == way::random ? &sum_in_random_order<element>
                           : &follow_chain<element>;
  if constexpr (How == way::chain) {
    for (std::size_t i = 0; i != n; ++i) all.first()[i].target() = address(all.first() + (*order)[i]);
  }
  std::size_t const steps = How == way::chain && n > hops_at_most ? hops_at_most : n;
  std::size_t const times = times_for(n);
  // Once unmeasured, to fill the caches, where the values fit into one.
  if (n <= enough) require(kernel(all.first(), steps, order->data()) == expected, "what was read");
  double const start = now();
  for (std::size_t k = 0; k != times; ++k) {
    require(kernel(all.first(), steps, order->data()) == expected, "what was read");
  }
  return (now() - start) / static_cast<double>(steps * times);
}

template <way How>
void table(char const* name, std::vector<std::size_t> const& sizes) {
  std::vector<contender> const all{
      {"absolute", look<absolute<follow::branch>, How>},
      {"absolute again", look<absolute<follow::branch>, How>},
      {"self_field", look<with_self_field, How>},
      {"self_ptr", look<with_self_ptr, How>},
      {"self_ptr_or_null", look<with_self_ptr_or_null, How>},
      {"self_tag", look<with_self_tag, How>},
      {"self_slice", look<with_self_slice, How>},
      {"int64 offset", look<relative<std::int64_t>, How>},
      {"offset_ptr", look<offset<false>, How>},
      {"heap pin", look<on_heap, How>},
      // To give back ten million blocks in random order takes longer than all else.
      {"heap pin, aged", look<on_aged_heap, How>, How == way::in_order ? 10'000'000u : 1'000'000u},
  };
  for (std::size_t const n : sizes) {
    if (n > largest) continue;
    std::vector<std::uint32_t> cycle(n);
    for (std::size_t i = 0; i != n; ++i) cycle[i] = static_cast<std::uint32_t>(i);
    noise dice;
    for (std::size_t i = n - 1; i != 0; --i) std::swap(cycle[i], cycle[dice.below(i)]);  // Sattolo
    order = &cycle;
    expected = 0;
    for (std::size_t i = 0; i != (How == way::chain && n > hops_at_most ? hops_at_most : n); ++i)
      expected = How == way::chain ? cycle[expected] : expected + cycle[i];
    compare(name, n, all);
    row<on_aged_heap>::end();
  }
}

}  // namespace

int main(int argc, char** argv) {
  read_arguments(argc, argv);
  room all(largest * sizeof(known));
  space = &all;
  table<way::in_order>("in order", {1'000, 10'000, 100'000, 1'000'000, 10'000'000});
  table<way::random>("random", {1'000, 10'000, 100'000, 1'000'000});
  // Between the caches a chain measures which of them holds the values: no number there can be repeated.
  table<way::chain>("chain", {1'000, 10'000'000});
}
