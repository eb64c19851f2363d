// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/views/grants.hpp"
#include "tenure/views/place_set.hpp"
#include "tenure/views/rules.hpp"

/// The book of what is lent of one object, in checked builds; empty classes in others.
///
/// A loan is entered as a chain of tickets on the caller's stack, one for each loan that lives, so that
/// lending needs no heap and an object no table of its fields. Entering costs one comparison of sorted ranges
/// for each living loan of the object.
namespace tenure::views::detail {

template <class>
inline constexpr bool is_path = false;
template <auto... Steps>
inline constexpr bool is_path<path<Steps...>> = sizeof...(Steps) != 0;

template <class S>
consteval auto selector_named() {
  return name_of<S>;
}
template <class S>
  requires is_path<S>
consteval auto selector_named() {
  return steps_named<S>();
}

template <class T, class S, bool Writes>
consteval auto say_lent() {
  constexpr auto place = "[views.overlap] " + selector_named<S>() + " of " + name_of<T>;
  constexpr text todo{": end that loan first, or ask for less"};
  if constexpr (Writes) {
    return place + " is lent to be written" + todo;
  } else {
    return place + " is lent to be read" + todo;
  }
}
template <class T, class S, bool Writes>
inline constexpr auto lent_already = say_lent<T, S, Writes>();

/// One lent selector: which bytes, how, and what to tell the next one who wants them.
struct claim {
  extent const* parts = nullptr;
  std::size_t count = 0;
  bool writes = false;
  char const* sentence = nullptr;

  constexpr bool bars(claim const& wanted) const noexcept {
    if (!writes && !wanted.writes) return false;
    for (std::size_t i = 0, j = 0; i < count && j < wanted.count;) {
      if (parts[i].end <= wanted.parts[j].begin) {
        ++i;
      } else if (wanted.parts[j].end <= parts[i].begin) {
        ++j;
      } else {
        return true;
      }
    }
    return false;
  }
};

template <class T, bool Writes, class... S>
inline constexpr claim claims_by_mode[sizeof...(S) + 1]{
    {places<T, S>.parts, places<T, S>.count, Writes, lent_already<T, S, Writes>.data()}...};

/// The claims of one grant.
struct claims {
  claim const* first = nullptr;
  std::size_t count = 0;

  template <class T, class... S>
  static constexpr claims of(shr<S...>*) noexcept {
    return {claims_by_mode<T, false, S...>, sizeof...(S)};
  }
  template <class T, class... S>
  static constexpr claims of(mut<S...>*) noexcept {
    return {claims_by_mode<T, true, S...>, sizeof...(S)};
  }
  constexpr claim const* barred_by(claims held) const noexcept {
    for (std::size_t i = 0; i < held.count; ++i) {
      for (std::size_t j = 0; j < count; ++j) {
        if (held.first[i].bars(first[j])) return held.first + i;
      }
    }
    return nullptr;
  }
};
template <class T, class... G>
inline constexpr claims claims_of[sizeof...(G) + 1]{claims::of<T>(static_cast<G*>(nullptr))...};

inline namespace TENURE_ABI {

#if TENURE_CHECKED
class ledger;

/// An entry, as long as it lives or until it is struck out. Nothing is entered in constant expressions.
class ticket {
  friend class ledger;
  ledger* in_;
  claims const* claims_;
  std::size_t count_;
  mutable ticket const* before_ = nullptr;  // mutable: a neighbour of a loan that is const comes and goes
  mutable ticket const* after_ = nullptr;

 public:
  constexpr ticket(ledger& in, claims const* wanted, std::size_t count) noexcept;
  ticket(ticket const&) = delete;
  ticket& operator=(ticket const&) = delete;
  constexpr ~ticket() { strike(); }
  constexpr void strike() noexcept;
  /// Precondition: not struck out.
  constexpr ledger& in() const noexcept {
    expects(in_ != nullptr, "[views.used] a loan was used after it ended");
    return *in_;
  }
};

class ledger {
  friend class ticket;
  ticket const* first_ = nullptr;

 public:
  constexpr ledger() noexcept = default;
  ledger(ledger const&) = delete;
  ledger& operator=(ledger const&) = delete;
  constexpr ~ledger() { expects_none(); }

  /// The claim that bars one of those, or null.
  constexpr claim const* bars(claims const* wanted, std::size_t count) const noexcept {
    if (std::is_constant_evaluated()) return nullptr;
    for (ticket const* held = first_; held != nullptr; held = held->after_) {
      for (std::size_t i = 0; i < held->count_; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
          if (claim const* const found = wanted[j].barred_by(held->claims_[i])) return found;
        }
      }
    }
    return nullptr;
  }
  constexpr void expects_none() const noexcept {
    if (std::is_constant_evaluated()) return;
    expects(first_ == nullptr,
            "[views.overlap] a place<T> ended or gave its value away while some of it was lent");
  }
};

constexpr ticket::ticket(ledger& in, claims const* wanted, std::size_t count) noexcept
    : in_{&in}, claims_{wanted}, count_{count} {
  if (std::is_constant_evaluated()) return;
  if (claim const* const barred = in.bars(wanted, count)) trap(barred->sentence);
  after_ = in.first_;
  if (after_ != nullptr) after_->before_ = this;
  in.first_ = this;
}
constexpr void ticket::strike() noexcept {
  ledger* const in = std::exchange(in_, nullptr);
  if (in == nullptr || std::is_constant_evaluated()) return;
  (before_ != nullptr ? before_->after_ : in->first_) = after_;
  if (after_ != nullptr) after_->before_ = before_;
}
#else
class ledger {
 public:
  constexpr claim const* bars(claims const*, std::size_t) const noexcept { return nullptr; }
  constexpr void expects_none() const noexcept {}
};
class ticket {
 public:
  constexpr ticket(ledger&, claims const*, std::size_t) noexcept {}
  constexpr void strike() noexcept {}
  constexpr ledger in() const noexcept { return {}; }
};
#endif

}  // namespace TENURE_ABI
}  // namespace tenure::views::detail
