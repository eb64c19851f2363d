// SPDX-License-Identifier: BSL-1.0
// A class that hides its fields may hide a borrow; its author says that it does not.
// expect-error: [selfref.reborrow] a place cannot leave a heap_pair
#include <string>
#include <string_view>
#include <utility>

#include "tenure/selfref/heap_pair.hpp"

struct first_word {
  std::string_view word;
};
using named = tenure::selfref::heap_pair<std::string, first_word>;
inline first_word find(std::string const& text) { return {std::string_view{text}.substr(0, text.find(' '))}; }
class place {
  char const* begin_;

 public:
  explicit place(std::string_view word) : begin_{word.data()} {}
  bool is_null() const { return begin_ == nullptr; }
};
class size {
  std::size_t size_;

 public:
  explicit size(std::string_view word) : size_{word.size()} {}
  bool is_null() const { return size_ == 0; }
};
template <>
struct tenure::declare<tenure::marker::self_contained, size> : tenure::yes {};

int main() {
  named p = named::make("Nori likes tuna", find);
  static_cast<void>(p.with([](std::string const&, first_word const& d) { return size{d.word}; }));
#if EXPECT_COMPILE_FAIL
  static_cast<void>(p.with([](std::string const&, first_word const& d) { return place{d.word}; }));
#endif
}
