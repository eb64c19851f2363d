// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenure/ownership/erased.hpp"
#include "tenure/ownership/markers.hpp"

/// How could a language that let every value be forgotten get a marker `Leak` afterwards?
///
/// Three designs are known: an auto trait (as Send), a `?Trait` (as Sized), and an auto trait that exists in
/// a new edition only. They are compared over eleven samples of code, L1 to L11. A verdict is nowhere
/// written down: a design is four rules, a sample is a type that a function forgets, and the verdict follows
/// from whether that type is `Leak`.
///
/// Each is read in two ways. Rust checks a generic function where it is defined, once, with nothing known of
/// `T` but its bounds. C++ checks a template where it is instantiated, with the real `T`. A definition is
/// checked here by instantiating it with an archetype, a class that has what the bounds promise and nothing
/// more. Sources: without boats, "Changing the rules of Rust"; archetypes: J. Siek's concept checking.
namespace tenure::dialects {

/// The code before the marker was there, and the code that knows of it.
enum class edition { before, after };
enum class reading { at_definition, at_instantiation };

/// What the text says where it names a type: `T`; `T: Leak`, `dyn Display + Leak`; `T: ?Leak`.
enum class bound { silent, required, relaxed };

/// The rules in which the designs differ.
struct design {
  std::string_view name;
  bool default_bound;            ///< a type about which the text is silent is bounded, unless relaxed by `?`
  bool satisfied_by_all_before;  ///< in the old edition every type has the marker, even one that says no
  bool satisfied_by_all_after;   ///< in the new edition too: then there is no marker at all
  bool firewall;                 ///< what an old edition takes for granted is checked where the editions meet

  constexpr bool satisfied_by_all(edition where) const {
    return where == edition::before ? satisfied_by_all_before : satisfied_by_all_after;
  }
  constexpr bool has_two_dialects() const { return satisfied_by_all_before != satisfied_by_all_after; }

  /// Whoever uses the generic code must show that its type has the marker.
  constexpr bool demanded(bound said) const {
    return said == bound::required || (said == bound::silent && default_bound);
  }
  /// The body may rely on it. Where something is promised that is not demanded, only a firewall is safe.
  constexpr bool promised(bound said, edition where) const {
    return demanded(said) || satisfied_by_all(where);
  }
};

inline constexpr design auto_trait{"auto trait", false, false, false, false};
inline constexpr design maybe_trait{"?Trait", true, false, false, false};
inline constexpr design edition_gated{"edition-gated", false, true, false, true};

/// Stands for a type known only by its bounds.
template <bool Promised>
struct archetype {};

/// What generic code meets in the end: a value that may be forgotten, and one that may not.
struct plain {};
struct guard {};

struct display {
  virtual ~display() = default;
};

}  // namespace tenure::dialects

namespace tenure {
template <bool Promised>
struct declare<marker::leak, dialects::archetype<Promised>> : std::conditional_t<Promised, yes, no> {};
template <>
struct declare<marker::leak, dialects::guard> : no {};
}  // namespace tenure

namespace tenure::dialects {

/// What the types named in a piece of code are, for the rules of `D`, in an edition, under a reading.
template <design const& D, edition E, reading R, class Argument = plain>
struct world {
  /// A type that is known here. Where all types satisfy the bound, what it says itself does not count,
  /// unless a firewall looks at it when the code is instantiated.
  template <class T>
  using known = std::conditional_t<D.satisfied_by_all(E) && !(D.firewall && R == reading::at_instantiation),
                                   archetype<true>, T>;
  /// A type parameter, or an associated type of one.
  template <bound Said>
  using parameter =
      std::conditional_t<R == reading::at_definition, archetype<D.promised(Said, E)>, known<Argument>>;
  /// A trait object: what it holds is known to nobody, whatever the reading.
  template <bound Said>
  using object = std::conditional_t<D.promised(Said, E), erased<display, marker::leak>, erased<display>>;
};

/// The code of a sample compiles in a world: what it forgets may be forgotten there.
template <class Sample, class World>
concept Compiles = Leak<typename Sample::template forgotten<World>>;

/// L1  `fn forget_generic<T>(v: T) { forget(v) }`
struct forget_generic {
  template <class World>
  using forgotten = typename World::template parameter<bound::silent>;
};
/// L2 and L4  `fn forget_trait_object(o: Box<dyn Display>)`, and the same with `dyn Display + Leak`
template <bound Said>
struct forget_object {
  template <class World>
  using forgotten = typename World::template object<Said>;
};
/// L3  `fn forget_iterator(i: impl Iterator) { i.for_each(forget) }`
/// The bound on `Iterator::Item` stands in the trait, which others own: they may withdraw it.
template <bound Said>
struct forget_items {
  template <class World>
  using forgotten = typename World::template parameter<Said>;
  using withdrawn = forget_items<bound::relaxed>;
};
/// L5  `fn forget_names(v: Vec<String>) { forget(v) }`
struct forget_known {
  template <class World>
  using forgotten = typename World::template known<plain>;
};
/// L6  `fn numbers() -> impl Iterator`, forgotten by its caller, who sees through to the hidden type
inline auto numbers() { return plain{}; }
struct forget_returned {
  template <class World>
  using forgotten = typename World::template known<decltype(numbers())>;
};
/// L7  `struct H(G)` where `G` is not Leak, forgotten
struct forget_holder {
  struct holder {
    guard content;
  };
  template <class World>
  using forgotten = typename World::template known<holder>;
};

enum class outcome {
  ok,
  breaks,                    ///< compiled before there was the marker, and does not any more
  needs_bound_after,         ///< compiles in the old edition; in the new one it needs a bound
  pins,                      ///< compiles, and keeps the associated type Leak for ever
  per_argument,              ///< compiles; only calls with a type that is not Leak are rejected
  rejected,                  ///< does not compile, as it should
  hole,                      ///< a value that must not be forgotten is forgotten
  breaking_change,           ///< code of others stops compiling
  never,                     ///< no `?Leak` is written
  during_migration,          ///< until the code has moved to the new edition
  for_ever,                  ///< in every generic function that is to take such values
  rejected_at_boundary,      ///< where new code calls old code
  checked_at_instantiation,  ///< when the type is known
  not_applicable,            ///< the design has no such thing
};

/// L1 to L6: does code that compiled before there was a marker compile with it, and what does that cost?
template <design const& D, reading R, class Sample>
consteval outcome survives() {
  if (!Compiles<Sample, world<D, edition::before, R>>) return outcome::breaks;
  if (!Compiles<Sample, world<D, edition::after, R>>) return outcome::needs_bound_after;
  if constexpr (requires { typename Sample::withdrawn; }) {
    if (!Compiles<typename Sample::withdrawn, world<D, edition::before, R>>) return outcome::pins;
  }
  bool const admitted = !D.demanded(bound::silent);
  if (admitted && !Compiles<Sample, world<D, edition::after, R, guard>>) return outcome::per_argument;
  return outcome::ok;
}

/// L7: is the forgetting of a struct with a field that is not Leak rejected?
template <design const& D, reading R>
consteval outcome refuses_holder() {
  return Compiles<forget_holder, world<D, edition::after, R>> ? outcome::hole : outcome::rejected;
}

/// L8: the owner of a stable trait lets its associated type be not Leak. What becomes of L3, written before?
template <design const& D, reading R>
consteval outcome withdraws() {
  if (!D.promised(bound::silent, edition::before)) return outcome::not_applicable;  // nothing to withdraw
  using client = forget_items<bound::relaxed>;
  return Compiles<client, world<D, edition::before, R>> ? outcome::ok : outcome::breaking_change;
}

/// L9: must a generic function that forgets nothing say `?Leak` to take a value that is not Leak?
template <design const& D, reading R>
consteval outcome burdens() {
  // A firewall that knows a body by its bounds only must fear the worst of old code.
  constexpr auto refused = [](edition where) {
    return D.demanded(bound::silent) ||
           (D.firewall && D.satisfied_by_all(where) && R == reading::at_definition);
  };
  if (refused(edition::after)) return outcome::for_ever;
  return refused(edition::before) ? outcome::during_migration : outcome::never;
}

/// L10 and L11: a value that is not Leak comes to L1, which is old code. In L10 new code calls it, and
/// knows what it passes; in L11 old code passes its own `T` on to the standard library, which is new code.
template <design const& D, reading R, bool TypeIsKnown>
consteval outcome crosses() {
  if (!D.has_two_dialects()) return outcome::not_applicable;  // no boundary
  if (D.demanded(bound::silent)) return outcome::rejected;
  if (R == reading::at_instantiation) {
    bool const forgotten = Compiles<forget_generic, world<D, edition::before, R, guard>>;
    return forgotten ? outcome::hole : outcome::checked_at_instantiation;
  }
  if (!Compiles<forget_generic, world<D, edition::before, R>>) return outcome::breaks;
  if (!D.firewall) return outcome::hole;
  return TypeIsKnown ? outcome::rejected_at_boundary : outcome::checked_at_instantiation;
}

inline constexpr std::size_t sample_count = 11;

/// The verdicts on L1 to L11, in order.
template <design const& D, reading R>
inline constexpr std::array<outcome, sample_count> verdicts{
    survives<D, R, forget_generic>(),
    survives<D, R, forget_object<bound::silent>>(),
    survives<D, R, forget_items<bound::silent>>(),
    survives<D, R, forget_object<bound::required>>(),
    survives<D, R, forget_known>(),
    survives<D, R, forget_returned>(),
    refuses_holder<D, R>(),
    withdraws<D, R>(),
    burdens<D, R>(),
    crosses<D, R, true>(),
    crosses<D, R, false>(),
};

}  // namespace tenure::dialects
