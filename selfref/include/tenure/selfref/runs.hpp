// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/selfref/relocate.hpp"

/// Relocation of the elements of a container, with or without its allocator's knowledge.
namespace tenure::selfref {

/// Whether elements may change their place without the allocator being told. By default an allocator that
/// has a `construct` or `destroy` of its own sees each element move: constructed there, destroyed here.
/// Specialise it for an allocator whose `construct` only adds arguments.
template <class Allocator>
inline constexpr bool allocator_ignores_relocation =
    !requires(Allocator& a, typename Allocator::value_type* p) { a.destroy(p); } &&
    !requires(Allocator& a, typename Allocator::value_type* p) { a.construct(p, std::move(*p)); };

namespace detail::inline TENURE_ABI {

/// Relocates `count` elements. The old and the new places may overlap. It never fails: that is what makes the
/// operations of a container all or nothing.
template <class Allocator, class T>
constexpr void relocate_run([[maybe_unused]] Allocator& allocator, T* from, std::size_t count,
                            T* to) noexcept {
  using traits = std::allocator_traits<Allocator>;
  if (count == 0 || from == to) return;
  if constexpr (allocator_ignores_relocation<Allocator>) {
    relocate_n(from, count, to);
  } else {
    auto const one = [&](std::size_t i) {
      traits::construct(allocator, to + i, std::move(from[i]));
      traits::destroy(allocator, from + i);
    };
    if (may_go_forwards(from, count, to)) {
      for (std::size_t i = 0; i < count; ++i) one(i);
    } else {
      for (std::size_t i = count; i-- > 0;) one(i);
    }
  }
}

}  // namespace detail::inline TENURE_ABI

}  // namespace tenure::selfref
