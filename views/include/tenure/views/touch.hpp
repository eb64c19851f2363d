// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "tenure/ownership/config.hpp"
#include "tenure/views/place_set.hpp"

/// In checked builds every access through a view can be watched: what a report of unused grants is made of.
namespace tenure::views {

inline namespace TENURE_ABI {

/// Told of each access in its thread while `detail::watcher` points to it. A base class: the derived class
/// has the function, and what it collects.
struct touch_watcher {
  void (*touched)(touch_watcher& self, void const* object, extent place, bool writable);
};

}  // namespace TENURE_ABI

namespace detail {
inline namespace TENURE_ABI {

#if TENURE_CHECKED
inline thread_local touch_watcher* watcher = nullptr;
#endif

/// An access to `place` of `object` happens. Nothing in unchecked builds.
constexpr void touch([[maybe_unused]] void const volatile* object, [[maybe_unused]] extent place,
                     [[maybe_unused]] bool writable) {
#if TENURE_CHECKED
  if (!std::is_constant_evaluated() && watcher != nullptr) {
    watcher->touched(*watcher, const_cast<void const*>(object), place, writable);
  }
#endif
}

}  // namespace TENURE_ABI
}  // namespace detail
}  // namespace tenure::views
