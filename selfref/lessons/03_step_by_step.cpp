// SPDX-License-Identifier: BSL-1.0
// Step by step.
//
// To make a self-reference one needs the thing that it refers to, which is part of an object that is not
// there yet. A phased value is such an object, half made: its type says how many fields are ready, and only
// those can be looked at.

#include <tenure/selfref.hpp>
#include <tenure/selfref/phased.hpp>

#include <expected>
#include <string>
#include <string_view>
#include <utility>

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;

struct cat {
  std::string data;
  self_slice<&cat::data> name;
  std::string_view const greeting;  // an address: it stays right, for the cat stays where it is made
};

// [steps]
own<cat> make_cat(slot<cat>& place, std::string data) {
  auto with_data = phased{place}.init<&cat::data>(std::move(data));
  // Here get<&cat::name>() would not compile: [selfref.phase].
  std::size_t const end = with_data.get<&cat::data>().find(' ');
  auto with_name = std::move(with_data).init<&cat::name>(0u, end);
  return std::move(with_name)
      .init_with<&cat::greeting>([](auto ready) {
        std::string_view const text = ready.template get<&cat::data>();
        return text.substr(text.find(' ') + 1);
      })
      .finish();
}
// [/steps]

// A step may fail. What was made before it is destroyed, and the place is free again.
// [fails]
std::expected<own<cat>, std::string> try_cat(slot<cat>& place, std::string data) {
  using name = self_slice<&cat::data>;
  auto with_data = phased{place}.init<&cat::data>(std::move(data));
  auto with_name =
      std::move(with_data).try_init_with<&cat::name>([](auto ready) -> std::expected<name, std::string> {
        std::size_t const end = ready.template get<&cat::data>().find(' ');
        if (end == std::string::npos) return std::unexpected("a cat has a name and something else");
        return name{0, end};
      });
  if (!with_name) return std::unexpected(with_name.error());
  return std::move(*with_name).init<&cat::greeting>("hello").finish();
}
// [/fails]

int main() {
  slot<cat> place;
  {
    own<cat> const nori = make_cat(place, "Nori purrs");
    if (nori->name.in(*nori) != "Nori" || nori->greeting != "purrs") return 1;
  }
  if (try_cat(place, "Nori")) return 2;
  auto const mochi = try_cat(place, "Mochi hides");
  return mochi && (*mochi)->name.in(**mochi) == "Mochi" ? 0 : 3;
}
