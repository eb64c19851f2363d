// SPDX-License-Identifier: BSL-1.0
// A cat that moves.
//
// A cat has some text, and a name that is a word of this text. With a pointer or a string_view for the name,
// the first move breaks it: a short string keeps its characters in itself, so they move, and the name stays
// behind. A self_slice says "characters 0 to 4 of my data". That is true of every cat, wherever it lies, so
// there is nothing to mend, and nothing for the compiler to forbid.

// [cat]
#include <tenure/selfref.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tenure::selfref;

struct cat {
  std::string data;
  self_slice<&cat::data> name;  // &'self.data str
};

cat make_cat(std::string data) {
  cat made{std::move(data), {}};
  std::string_view const text = made.data;
  made.name = self_slice<&cat::data>::of(made, text.substr(0, text.find(' ')));
  return made;
}
// [/cat]

int main() {
  // [moves]
  cat nori = make_cat("Nori likes tuna");  // returned by value
  cat moved = std::move(nori);             // moved
  cat chashu = make_cat("Chashu sleeps all day, and far longer than fits into the string itself");
  std::swap(moved, chashu);  // swapped, though one is on the heap and one is not
  if (moved.name.in(moved) != "Chashu" || chashu.name.in(chashu) != "Nori") return 1;

  std::vector<cat> cats;  // grows, and moves them all
  for (int i = 0; i < 100; ++i) cats.push_back(make_cat("Tama no. " + std::to_string(i)));
  for (cat const& each : cats) {
    if (each.name.in(each) != "Tama") return 2;
  }
  // [/moves]

  // [relocate]
  tenure::slot<cat> here;
  tenure::slot<cat> there;
  tenure::own<cat> owned = here.emplace_with([] { return make_cat("Mochi hides"); });
  tenure::own<cat> gone_on = relocate_at(std::move(owned), there);  // nothing is left in `here`
  cat back = relocate(std::move(gone_on));                          // and now in a variable
  // [/relocate]
  if (back.name.in(back) != "Mochi") return 3;

  // Reading is const where the cat is; the whole range can be written where it is not.
  chashu.name.span_in(chashu)[0] = 'M';
  return chashu.data.starts_with("Mori") ? 0 : 4;
}
