// SPDX-License-Identifier: BSL-1.0
// What the corpus is written with. C++ has no bound that is there when nothing is said, so a type parameter
// says one of three words, and the design decides what the word means:
//   Silent   `T`          counts as nothing written
//   Bounded  `T: Leak`    counts as a bound
//   Relaxed  `T: ?Leak`   counts as a bound
// SilentItems and so on say the same of a sequence's item type, silent_job and so on of a trait object.
// CORPUS_DESIGN names the design and CORPUS_EDITION the edition in which the text is read.
#pragma once

#include <cstddef>
#include <optional>
#include <tenure/ownership/arc.hpp>
#include <tenure/ownership/box.hpp>
#include <tenure/ownership/dialects.hpp>
#include <tenure/ownership/exchange.hpp>
#include <tenure/ownership/forget.hpp>
#include <tenure/ownership/rc.hpp>
#include <type_traits>
#include <utility>
#include <vector>

namespace corpus {

using tenure::dialects::bound;
using tenure::dialects::edition;

inline constexpr tenure::dialects::design const& rules = tenure::dialects::CORPUS_DESIGN;
inline constexpr edition here = edition::CORPUS_EDITION;

/// What a caller from the new edition must show of an argument: what the text demands, and behind a firewall
/// what old code takes for granted.
template <class T, bound Said>
concept Meets =
    !(rules.demanded(Said) || (rules.firewall && rules.satisfied_by_all(here))) || tenure::Leak<T>;

template <class T>
concept Silent = Meets<T, bound::silent>;
template <class T>
concept Bounded = Meets<T, bound::required>;
template <class T>
concept Relaxed = Meets<T, bound::relaxed>;

/// A sequence that gives its items away.
template <class Item>
struct source {
  using item = Item;
  std::vector<Item> items;
  std::size_t at = 0;
  std::optional<Item> next() {
    return at == items.size() ? std::optional<Item>{} : std::optional<Item>{std::move(items[at++])};
  }
};

template <class S>
concept SilentItems = Silent<typename S::item>;
template <class S>
concept BoundedItems = Bounded<typename S::item>;

/// Work behind an interface.
struct job {
  virtual ~job() = default;
  virtual void run() = 0;
};
template <class T>
struct job_of : job {
  T content{};
  void run() override {}
};

template <bound Said>
using job_object = std::conditional_t<rules.promised(Said, here), tenure::erased<job, tenure::marker::leak>,
                                      tenure::erased<job>>;
using silent_job = job_object<bound::silent>;
using bounded_job = job_object<bound::required>;
using relaxed_job = job_object<bound::relaxed>;
/// Where no word is said, to compare the costs: no design, no question.
using any_job = tenure::erased<job, tenure::marker::leak>;

/// The most that can be promised of a `job_of<T>` when it is erased.
template <class T>
using erased_job =
    std::conditional_t<tenure::Leak<T>, tenure::erased<job, tenure::marker::leak>, tenure::erased<job>>;

}  // namespace corpus

template <class T>
struct tenure::declare<tenure::marker::leak, corpus::job_of<T>> : tenure::like<T> {};
