// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <expected>
#include <type_traits>
#include <utility>

#include "tenure/ownership/linear.hpp"
#include "tenure/sessions/fault.hpp"
#include "tenure/sessions/retry.hpp"

/// What steps and sessions end in, besides the next cursor.
namespace tenure::sessions {

namespace detail {
struct cursor_access;
}

/// A message and the cursor after it: `auto [p, next] = std::move(c).recv<pong>();`
template <class M, class Next>
struct [[nodiscard]] received {
  M message;
  Next next;
};

/// What comes after a wrong step, which the compiler has reported: it takes every step and leads nowhere, so
/// that one mistake gives one error.
class dead_end {
 public:
  template <class...>
  constexpr dead_end send(auto&&) const {
    return {};
  }
  template <class...>
  constexpr dead_end recv(auto&&) const {
    return {};
  }
  template <class M, class...>
  received<M, dead_end> recv() const {
    std::abort();
  }
  constexpr dead_end offer(auto&&...) const { return {}; }
  constexpr dead_end repeat(auto&&...) const { return {}; }
  template <class...>
  constexpr bool next_is() const {
    return false;
  }
  constexpr dead_end finish() const { return {}; }
  constexpr dead_end cancel() const { return {}; }

  // as the std::expected of a step that may fail
  constexpr explicit operator bool() const { return false; }
  constexpr dead_end operator*() const { return {}; }
  constexpr fault error() const { return {}; }
};

template <class M>
struct received<M, dead_end> {
  M message;
  dead_end next;
};

/// What is left of a role's part in a session: `finish()` and `cancel()` return it, and an arm of an `offer`
/// returns it where its session ends.
class finished {
  bool completed_;
  friend detail::cursor_access;
  constexpr explicit finished(bool completed) noexcept : completed_{completed} {}

 public:
  constexpr finished(dead_end) noexcept : completed_{false} {}
  /// Whether the protocol came to its end; else the role gave up.
  constexpr bool completed() const noexcept { return completed_; }
};

inline namespace TENURE_ABI {

template <auto const& G, class Role, int State, class Carrier>
class cursor;

}  // namespace TENURE_ABI

namespace detail {

template <class T>
inline constexpr bool is_cursor = false;
template <auto const& G, class Role, int State, class C>
inline constexpr bool is_cursor<cursor<G, Role, State, C>> = true;

/// What only the library can make: with it a cursor is made.
class key {
  template <auto const& G, class Role, int State, class Carrier>
  friend class sessions::cursor;
  friend cursor_access;
  constexpr key() = default;
};

/// The library's own way into a cursor.
struct cursor_access {
  template <class Cursor, class Carrier>
  static constexpr Cursor make(Carrier& wires) noexcept {
    return Cursor{key{}, wires};
  }
  template <class Cursor>
  static constexpr auto& use(Cursor& cursor) noexcept {
    return cursor.use();
  }
  static constexpr finished end(bool completed) noexcept { return finished{completed}; }
};

}  // namespace detail

}  // namespace tenure::sessions
