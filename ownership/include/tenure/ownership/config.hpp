// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One switch: `TENURE_CHECKED` is 1 where the run-time checks are compiled in, by default exactly where
/// `assert` is. Whatever behaves differently under it lives in the inline namespace `TENURE_ABI`, so that
/// a checked and an unchecked object file do not link together instead of disagreeing when they run.
#ifndef TENURE_CHECKED
#ifdef NDEBUG
#define TENURE_CHECKED 0
#else
#define TENURE_CHECKED 1
#endif
#endif

#if TENURE_CHECKED
#define TENURE_ABI checked
#else
#define TENURE_ABI unchecked
#endif

#include <cstdio>
#include <cstdlib>
#include <type_traits>

namespace tenure {

inline constexpr bool is_checked = TENURE_CHECKED != 0;

/// Ends the program with one sentence on stderr. Every run-time check of every module ends here.
/// `sentence` begins with the id of the broken rule, such as "[ownership.lent]".
/// Not constexpr on purpose: a check that fails in a constant expression is a compile error there.
[[noreturn]] inline void trap(char const* sentence) noexcept {
  std::fputs("tenure: ", stderr);
  std::fputs(sentence, stderr);
  std::fputc('\n', stderr);
  std::abort();
}

/// Checks `held` in checked builds and in constant expressions; costs nothing in unchecked builds.
constexpr void expects([[maybe_unused]] bool held, [[maybe_unused]] char const* sentence) noexcept {
  if (is_checked || std::is_constant_evaluated()) {
    if (!held) trap(sentence);
  }
}

}  // namespace tenure
