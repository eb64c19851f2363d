// SPDX-License-Identifier: BSL-1.0
// Three designs for the same marker.
//
// Rust has no Leak, since adding it later would break code that exists. Three ways to add it were proposed.
// Whether a piece of code survives depends on the design, and on when generic code is checked: where it is
// written, as in Rust, or where it is used, as in C++. That is why a C++ library can ship the simplest of
// the three. Nothing in the table below is written down: each verdict is computed by the compiler.

#include <tenure/ownership/dialects.hpp>

#include <array>
#include <cstddef>
#include <cstdio>

namespace d = tenure::dialects;

// [samples]
// The samples are L1 to L11. L1 is fn forget_generic<T>(v: T) { forget(v) }
constexpr std::size_t forget_generic = 0;
constexpr std::size_t forget_object = 1;  // L2, a Box<dyn Display>: the type is erased
constexpr std::size_t holds_a_guard = 6;  // L7, a struct with a field that must not leak
// [/samples]

template <d::design const& Design, d::reading Reading>
constexpr auto verdicts = d::verdicts<Design, Reading>;

// [rust]
// Rust's reading: nothing is known of T but its bounds.
using enum d::reading;
static_assert(verdicts<d::auto_trait, at_definition>[forget_generic] == d::outcome::breaks);
static_assert(verdicts<d::maybe_trait, at_definition>[forget_generic] == d::outcome::ok);
static_assert(verdicts<d::edition_gated, at_definition>[forget_generic] == d::outcome::needs_bound_after);
// [/rust]

// [cpp]
// C++'s reading: a template is checked with the T it gets. The auto trait breaks no generic code any more ..
static_assert(verdicts<d::auto_trait, at_instantiation>[forget_generic] == d::outcome::per_argument);
// .. only code that erased the type, which must say `+ Leak`.
static_assert(verdicts<d::auto_trait, at_instantiation>[forget_object] == d::outcome::breaks);
// [/cpp]

// [firm]
// What the marker is for, they all deliver: what contains a value that must not leak does not leak.
static_assert(verdicts<d::auto_trait, at_instantiation>[holds_a_guard] == d::outcome::rejected);
static_assert(verdicts<d::maybe_trait, at_instantiation>[holds_a_guard] == d::outcome::rejected);
static_assert(verdicts<d::edition_gated, at_instantiation>[holds_a_guard] == d::outcome::rejected);
// [/firm]

// [count]
template <d::design const& Design, d::reading Reading>
constexpr int broken() {
  int count = 0;
  for (d::outcome each : verdicts<Design, Reading>) count += each == d::outcome::breaks;
  return count;
}
// [/count]

int main() {
  std::printf("samples that break        auto  ?Trait  edition-gated\n");
  std::printf("checked where written     %4d  %6d  %13d\n", broken<d::auto_trait, at_definition>(),
              broken<d::maybe_trait, at_definition>(), broken<d::edition_gated, at_definition>());
  std::printf("checked where used        %4d  %6d  %13d\n", broken<d::auto_trait, at_instantiation>(),
              broken<d::maybe_trait, at_instantiation>(), broken<d::edition_gated, at_instantiation>());
  bool const fewer = broken<d::auto_trait, at_instantiation>() < broken<d::auto_trait, at_definition>();
  return fewer ? 0 : 1;
}
