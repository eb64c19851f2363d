// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

#include "tenure/sessions/lanes.hpp"

/// Where messages lie between put and take: slots laid out by the graph alone, without a list of types.
namespace tenure::sessions::detail {

/// A message inside a constant expression, where bytes cannot become an object: it lies in transient storage
/// and is found through its base.
struct constant_message {
  void (*end)(constant_message*);
};
template <class M>
struct constant_of : constant_message {
  M value;
  template <class From>
  constexpr explicit constant_of(From&& from)
      : constant_message{[](constant_message* it) { delete static_cast<constant_of*>(it); }},
        value(std::forward<From>(from)) {}
};

/// Storage for one message of at most `Size` bytes, and its number.
template <std::size_t Size, std::size_t Align>
class message_slot {
  int message_ = 0;
  union storage {
    constant_message* constant;
    alignas(Align) std::byte bytes[Size == 0 ? 1 : Size];
    constexpr storage() noexcept {}
  } in_;

 public:
  constexpr int message() const noexcept { return message_; }

  template <class M, class From>
  constexpr void put(int message, From&& from) {
    if (std::is_constant_evaluated()) {
      in_.constant = new constant_of<M>{std::forward<From>(from)};
    } else {
      ::new (static_cast<void*>(in_.bytes)) M(std::forward<From>(from));
    }
    message_ = message;
  }

  /// Precondition for the rest: it holds an `M`.
  template <class M>
  constexpr M& get() noexcept {
    if (std::is_constant_evaluated()) return static_cast<constant_of<M>*>(in_.constant)->value;
    return *std::launder(reinterpret_cast<M*>(in_.bytes));
  }
  template <class M>
  constexpr void end() noexcept {
    if (std::is_constant_evaluated()) {
      in_.constant->end(in_.constant);
    } else {
      get<M>().~M();
    }
  }
  /// Ends a message whose type is not known here, by its description.
  constexpr void end(layout const& message) noexcept {
    if (std::is_constant_evaluated()) {
      in_.constant->end(in_.constant);
    } else if (message.end != nullptr) {
      message.end(in_.bytes);
    }
  }
};

}  // namespace tenure::sessions::detail
