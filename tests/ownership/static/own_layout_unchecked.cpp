// SPDX-License-Identifier: BSL-1.0
// What an unchecked build does not pay, whatever this build is.
#undef TENURE_CHECKED
#define TENURE_CHECKED 0

#include <memory>
#include <string>

#include "tenure/ownership/arena.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/linear.hpp"
#include "tenure/ownership/own_array.hpp"

namespace tenure {

struct alignas(64) line {
  int value;
};
struct empty {};

template <class T>
inline constexpr bool costs_nothing =
    sizeof(slot<T>) == sizeof(T) && alignof(slot<T>) == alignof(T) && sizeof(linear<T>) == sizeof(T) &&
    alignof(linear<T>) == alignof(T) && sizeof(own<T>) == sizeof(T*) && sizeof(box<T>) == sizeof(T*);

static_assert(!is_checked);
static_assert(costs_nothing<int> && costs_nothing<char> && costs_nothing<empty> && costs_nothing<line> &&
              costs_nothing<std::string> && costs_nothing<std::unique_ptr<int>>);
static_assert(sizeof(linear<linear<int>>) == sizeof(int));
static_assert(sizeof(slot<slot<int>>) == sizeof(int));
static_assert(sizeof(slot<int[5]>) == sizeof(int[5]));
static_assert(sizeof(arena<64>) == 64 + alignof(std::max_align_t));

// Nothing to destroy but the value, which the slot does not destroy.
static_assert(std::is_empty_v<loans> && std::is_empty_v<obligation<"[ownership.linear]">>);
static_assert(std::is_trivially_destructible_v<linear<int>>);

// The checks that remain are those of constant expressions.
constexpr int used() {
  slot<int> s;
  auto o = s.emplace(3);
  linear<int> l{std::move(o).take()};
  return std::move(l).consume();
}
static_assert(used() == 3);

}  // namespace tenure
