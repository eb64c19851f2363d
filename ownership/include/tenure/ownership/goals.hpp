// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

/// Judging a graph of goals. A goal is "this type has this marker"; it holds when nothing speaks against it
/// and all the goals that it depends on hold. There is no disjunction and no negation, so the greatest
/// fixpoint (the coinductive reading, in which a circle of goals supports itself) is found by looking at
/// every goal that can be reached: one refused goal refuses the root, else one unknown goal makes it
/// unknown, else it holds. The same code runs in the compiler and, for the property tests, in the program.
namespace tenure {

enum class verdict { no, yes, unknown };

namespace detail {

enum class reason {
  plain,       // the language says so
  parts,       // as its parts are
  declared,    // its author says so
  undeclared,  // its author says nothing, and nobody else can
  hidden,      // a class that hides its fields
  unreadable,  // an aggregate with a base, a C array, a bit-field, a union or more than 100 fields
  united,      // a union
  abstract,    // an abstract class
  erratic,     // volatile
  unshared,    // has a mutable field
  impossible,  // the class refuses it
  pointing,    // a plain pointer or reference
};

/// Spreads signatures over a table by their length and their end, where distinct types differ; if they do
/// not, the search is longer and the result the same. (`string_view` would count in steps, of which the
/// compiler allows a million.)
constexpr std::size_t hash_of(char const* signature) {
  std::size_t const size = __builtin_strlen(signature);
  std::size_t sum = size;
  for (std::size_t i = size < 20 ? 0 : size - 20; i < size; ++i) {
    sum = sum * 31 + static_cast<unsigned char>(signature[i]);
  }
  return sum;
}

/// A type has a marker.
struct goal {
  verdict own;               // what is known without its parts
  reason why;                // of that
  std::string_view word;     // what the marker is called
  char const* (*marker)();   // the signature in which the marker is named
  char const* (*type)();     // the signature in which the type is named
  std::size_t hash;          // of that
  goal const* const* parts;  // the goals on which this one depends
  std::size_t size;

  constexpr bool settled() const { return own == verdict::yes && size == 0; }
};

struct finding {
  verdict result;
  goal const* culprit;  // the first goal that decided against the root, if any
};

/// The goals that were reached so far, each once.
template <std::size_t Capacity>
struct reached {
  goal const* list[Capacity]{};
  goal const* table[2 * Capacity]{};
  std::size_t size = 0;

  /// False if there is no room.
  constexpr bool add(goal const* next) {
    std::size_t at = next->hash % (2 * Capacity);
    while (table[at] != nullptr && table[at] != next) at = (at + 1) % (2 * Capacity);
    if (table[at] == next) return true;
    if (size == Capacity) return false;
    table[at] = list[size++] = next;
    return true;
  }
};

template <std::size_t Capacity>
constexpr bool judge_within(goal const& root, finding& found) {
  reached<Capacity> all;
  all.add(&root);
  found = {verdict::yes, nullptr};
  for (std::size_t i = 0; i < all.size; ++i) {
    goal const& here = *all.list[i];
    if (here.own == verdict::no) {
      found = {verdict::no, &here};
      return true;
    }
    if (here.own == verdict::unknown && found.culprit == nullptr) found = {verdict::unknown, &here};
    for (std::size_t p = 0; p < here.size; ++p) {
      if (!here.parts[p]->settled() && !all.add(here.parts[p])) return false;
    }
  }
  return true;
}

/// The verdict on `root`, and the goal that is to blame. Linear in the number of goals and dependencies.
/// More than 8192 goals are not judged: unknown.
constexpr finding judge(goal const& root) {
  finding found{};
  if (root.settled()) return {verdict::yes, nullptr};
  if (judge_within<64>(root, found) || judge_within<1024>(root, found) || judge_within<8192>(root, found)) {
    return found;
  }
  return {verdict::unknown, &root};
}

}  // namespace detail
}  // namespace tenure
