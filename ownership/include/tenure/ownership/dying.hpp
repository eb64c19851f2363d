// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

namespace tenure::detail {

/// Destroys a value where it lies when this goes out of scope, also by an exception: for a value that is
/// being moved out of its storage.
template <class T>
struct dying {
  T& value;
  constexpr ~dying() { std::destroy_at(std::addressof(value)); }
};

}  // namespace tenure::detail
