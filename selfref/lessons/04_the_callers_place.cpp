// SPDX-License-Identifier: BSL-1.0
// The caller's place.
//
// The post writes `-> super Self` for a function that constructs its result where the caller wants it. In C++
// every function that returns a prvalue does that, through any number of levels: so a type that cannot be
// moved at all is made by ordinary functions, and keeps pointers to itself from the very start.

#include <tenure/selfref.hpp>

#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <utility>

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;

// [cat]
class cat : immovable {
  std::string data_;
  char const* name_ = data_.data();  // an address, and !Move
  cat const* self_ = this;

 public:
  explicit cat(std::string data) : data_{std::move(data)} {}
  bool stands() const { return self_ == this && name_ == data_.data(); }
};
// [/cat]

// [levels]
cat make(std::string data) { return cat{std::move(data)}; }  // -> super cat
cat make_kitten() { return make("Mochi"); }                  // -> super cat, from the caller's caller
cat one_of(bool kitten) { return kitten ? make_kitten() : make("Chashu"); }  // whichever it is
// [/levels]

// Also inside something larger, each in its final place.
struct household {
  cat first;
  std::array<cat, 2> others;
};
household make_household() { return {make("Nori"), {make("Tama"), make_kitten()}}; }

int main() {
  // [places]
  cat in_a_variable = one_of(true);
  slot<cat> storage;
  own<cat> in_a_slot = storage.emplace_with([] { return one_of(false); });
  auto pinned_value = pinned<household>::with(make_household);
  // [/places]
  if (!in_a_variable.stands() || !in_a_slot->stands()) return 1;
  if (!pinned_value->first.stands() || !pinned_value->others[1].stands()) return 2;

  // The own is handed on; the cat stays.
  own<cat> handed_on = std::move(in_a_slot);
  if (!handed_on->stands()) return 3;

  // Construction that may fail returns not a cat but what will make one, when all that can fail is over.
  // [fallible]
  auto adopt = [](std::size_t places) {
    using result = std::expected<decltype([] { return make_kitten(); }), char const*>;
    return places > 0 ? result{} : result{std::unexpect, "no place left"};
  };
  slot<cat> spare;
  auto const refused = spare.try_emplace_with([&] { return adopt(0); });
  auto const adopted = spare.try_emplace_with([&] { return adopt(1); });
  // [/fallible]
  return !refused && adopted && (*adopted)->stands() ? 0 : 4;
}
