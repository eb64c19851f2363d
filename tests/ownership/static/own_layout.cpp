// SPDX-License-Identifier: BSL-1.0
// Sizes that hold in every build. Those of unchecked builds alone are in own_layout_unchecked.cpp.
#include <string>

#include "tenure/ownership/arena.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/own_array.hpp"

namespace tenure {

struct alignas(64) line {
  int value;
};
struct empty {};
struct base {
  virtual ~base() = default;
};

template <class T>
inline constexpr bool one_word = sizeof(own<T>) == sizeof(T*) && alignof(own<T>) == alignof(T*) &&
                                 sizeof(box<T>) == sizeof(T*) && sizeof(vacant_box<T>) == sizeof(T*);

static_assert(one_word<int> && one_word<char> && one_word<empty> && one_word<line> && one_word<base> &&
              one_word<std::string>);
static_assert(sizeof(own<int const>) == sizeof(int*));
static_assert(sizeof(own<own<int>>) == sizeof(int*));
static_assert(sizeof(own<int[]>) == 2 * sizeof(int*));
static_assert(sizeof(own<std::string[]>) == 2 * sizeof(int*));

static_assert(alignof(slot<line>) == 64 && alignof(slot<line[2]>) == 64);
static_assert(sizeof(slot<line>) >= 64);

// Pieces lie side by side, without a byte between them.
static_assert(sizeof(pieces<own<int>, own<char>, own<line>>) == 3 * sizeof(int*));

}  // namespace tenure
