// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace tenure {

/// `std::addressof`: where `value` is, whatever its class makes of `&`. For headers that need nothing else of
/// `<memory>`, which in C++23 costs more to include than they do. All compilers have this builtin; it is what
/// their `std::addressof` calls.
template <class T>
constexpr T* address_of(T& value) noexcept {
  return __builtin_addressof(value);
}
template <class T>
T const* address_of(T const&&) = delete;

}  // namespace tenure
