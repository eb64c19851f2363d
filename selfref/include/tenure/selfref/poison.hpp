// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define TENURE_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TENURE_ADDRESS_SANITIZER 1
#endif
#endif
#if defined(TENURE_ADDRESS_SANITIZER)
#include <sanitizer/asan_interface.h>
#endif

namespace tenure::selfref::detail {

/// A class may poison bytes of its own that it does not use now, as libc++'s string does; under
/// AddressSanitizer a copy of all its bytes would then be reported. This lifts the poison from the values
/// that are about to be copied so: a use of such a byte is no longer found in them, and no false alarm is
/// given.
inline void lift_poison([[maybe_unused]] void const* first, [[maybe_unused]] std::size_t bytes) noexcept {
#if defined(TENURE_ADDRESS_SANITIZER)
  __asan_unpoison_memory_region(first, bytes);
#endif
}

}  // namespace tenure::selfref::detail
