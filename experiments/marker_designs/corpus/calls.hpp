// SPDX-License-Identifier: BSL-1.0
// What calls.inl is written with, and what is asked of a function by its call.
#pragma once

#include "corpus/prelude.hpp"

namespace corpus {

/// An argument out of nothing: the calls are compiled, never run.
template <class T>
T give();

/// A function object that holds a `Captured` and returns an `R`.
template <class Captured, class R>
struct returns {
  Captured captured;
  template <class... Args>
  R operator()(Args&&...) const {
    return give<R>();
  }
};

/// Whether the bounds of a function admit these types. Only its declaration is looked at.
template <class Call, class A, class B, class C>
concept Admits = requires { Call::template run<A, B, C>(); };

/// A use that must compile.
template <class Call, class A, class B, class C>
void use() {
  static_assert(Admits<Call, A, B, C>, "[corpus.use] it refuses what it is there for");
  if constexpr (Admits<Call, A, B, C>) Call::template run<A, B, C>();
}

/// A function compiles where it is defined: its body compiles for every choice of archetypes that its bounds
/// admit, and they admit types that have the marker.
template <class Call>
void check_definition() {
  using no = tenure::dialects::archetype<false>;
  using yes = tenure::dialects::archetype<true>;
  use<Call, yes, yes, yes>();
  if constexpr (Admits<Call, no, no, no>) use<Call, no, no, no>();
  if constexpr (Admits<Call, no, no, yes>) use<Call, no, no, yes>();
  if constexpr (Admits<Call, no, yes, no>) use<Call, no, yes, no>();
  if constexpr (Admits<Call, no, yes, yes>) use<Call, no, yes, yes>();
  if constexpr (Admits<Call, yes, no, no>) use<Call, yes, no, no>();
  if constexpr (Admits<Call, yes, no, yes>) use<Call, yes, no, yes>();
  if constexpr (Admits<Call, yes, yes, no>) use<Call, yes, yes, no>();
}

/// Which choices of a type that is Leak and one that is not are admitted for A, B and C: a bit for each.
template <class Call>
consteval unsigned admitted() {
  using yes = tenure::dialects::plain;
  using no = tenure::dialects::guard;
  return Admits<Call, yes, yes, yes> * 1u + Admits<Call, yes, yes, no> * 2u +
         Admits<Call, yes, no, yes> * 4u + Admits<Call, yes, no, no> * 8u + Admits<Call, no, yes, yes> * 16u +
         Admits<Call, no, yes, no> * 32u + Admits<Call, no, no, yes> * 64u + Admits<Call, no, no, no> * 128u;
}

/// What is done with something that was erased in order to be shared.
void needs_leak(tenure::Leak auto&&) {}

}  // namespace corpus

/// `CALL(f, f(...))` is the class `call_f`; A, B and C in the call are the types to choose, C what is
/// captured.
#define CALL(NAME, ...)                                       \
  struct call_##NAME {                                        \
    template <class A, class B, class C>                      \
    static auto run() -> std::void_t<decltype(__VA_ARGS__)> { \
      static_cast<void>(__VA_ARGS__);                         \
    }                                                         \
  };
