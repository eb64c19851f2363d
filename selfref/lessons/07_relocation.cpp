// SPDX-License-Identifier: BSL-1.0
// Relocation.
//
// A move leaves a husk behind that must still be destroyed. Relocation does not: the value goes on living at
// another address, and the old place is empty. By which means that is done best depends on the type, is known
// while compiling, and can be asked.

#include <tenure/selfref.hpp>
#include <tenure/selfref/std.hpp>
#include <tenure/selfref/verify.hpp>

#include <cstddef>
#include <list>
#include <memory>
#include <new>
#include <string>
#include <utility>

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;

// [tiers]
static_assert(relocation_tier<std::unique_ptr<int>> == tier::realloc);  // the bytes are the value
static_assert(relocation_tier<std::string> == tier::memcpy_fixup);      // bytes, and one pointer is mended
static_assert(relocation_tier<std::list<int>> == tier::move_destroy);
struct mixed {
  std::string text;
  std::list<int> numbers;
};
static_assert(relocation_tier<mixed> == tier::move_destroy);  // each member in its own best way
// [/tiers]

// A pointer into the object itself: the compiler does not know what it means.
// [hook]
class cursor {
  char buffer_[16] = "tuna";
  char* at_ = buffer_;
  friend relocate_traits<cursor>;

 public:
  cursor() = default;
  cursor(cursor const&) = delete;
  char next() { return *at_++; }
};
// [/hook]

// The author says how to mend it, for many values at once.
// [fix_up]
template <>
struct tenure::selfref::relocate_traits<cursor> {
  static void fix_up(cursor* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i < n; ++i) {
      first[i].at_ = rebased(first[i].at_, &first[i], sizeof(cursor), delta);
    }
  }
};
static_assert(relocation_tier<cursor> == tier::memcpy_fixup);
// [/fix_up]

// And if he were wrong?
// [wrong]
struct mistaken {
  char buffer[16] = "tuna";
  char* at = buffer;
  mistaken() = default;
};
template <>
struct tenure::selfref::relocate_traits<mistaken> : relocates_by<tier::realloc> {};
// [/wrong]

int main() {
  // [relocate]
  slot<cursor> here, there;
  own<cursor> first = here.emplace();
  if (first->next() != 't') return 1;
  own<cursor> second = relocate_at(std::move(first), there);
  if (second->next() != 'u') return 2;
  // [/relocate]

  // The debug verifier relocates a value twice and looks for words that lead to where it was.
  // [verify]
  if (!verify_relocation([] { return std::string{"tuna"}; })) return 3;
  auto const report = verify_relocation([] { return mistaken{}; });
  // [/verify]
  return report.text().starts_with("[selfref.stale] mistaken: the address at byte 16") ? 0 : 4;
}
