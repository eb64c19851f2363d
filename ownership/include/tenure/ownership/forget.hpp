// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "tenure/ownership/manually_drop.hpp"
#include "tenure/ownership/own.hpp"

namespace tenure::inline TENURE_ABI {

/// Ends the life of a value without its destructor. Needs Leak, and Move, since the value is moved to where
/// nothing ends it. Whatever its destructor would have given back is not given back.
/// Source: Rust's `mem::forget`, with the bound that "Changing the rules of Rust" would give it.
template <class T>
constexpr void forget(T value) noexcept(std::is_nothrow_move_constructible_v<T>) {
  if constexpr (enforce<rule::leak<T>>() && enforce<rule::move<T>>()) {
    static_cast<void>(manually_drop<T>{std::move(value)});
  }
}

/// Forgets a value in its storage, which may be used again: the loan ends, the destructor does not run.
/// Needs Leak; the value may be immovable.
template <class T>
constexpr void forget(own<T> value) noexcept {
  if constexpr (enforce<rule::leak<T>>()) loans::end(detail::own_access::give_up(std::move(value)));
}

}  // namespace tenure::inline TENURE_ABI
