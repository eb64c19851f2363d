// SPDX-License-Identifier: BSL-1.0
// Values that write down their own end, and checks that work in constant expressions as well.
#pragma once

#include <array>
#include <cstddef>
#include <source_location>
#include <stdexcept>
#include <string>
#include <utility>

#include "tenure/ownership/markers.hpp"

namespace tenure::test {

/// Throws where `held` is false: in a constant expression that is a compile error at the line, at run time a
/// test failure that names it. So one body is tested in a static_assert and under the sanitizers.
constexpr void ensure(bool held, std::source_location where = std::source_location::current()) {
  if (!held) throw std::logic_error(std::string{where.file_name()} + ":" + std::to_string(where.line()));
}

/// How many noted objects are alive, and which values have ended, in order.
struct diary {
  int alive = 0;
  int moves = 0;
  std::array<int, 64> ended{};
  std::size_t count = 0;

  /// Were exactly these values dropped so far, in this order?
  template <class... Id>
  constexpr bool dropped(Id... ids) const {
    std::array<int, sizeof...(Id)> const expected{ids...};
    if (count != expected.size()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (ended[i] != expected[i]) return false;
    }
    return true;
  }
};

/// A value that is written into its diary when it ends. The husk that a move leaves counts as alive until it
/// is destroyed, and is not written down.
class noted {
  diary* in_;
  int id_;

 public:
  constexpr noted(diary& in, int id) : in_{&in}, id_{id} { ++in_->alive; }
  constexpr noted(noted&& other) noexcept : in_{other.in_}, id_{std::exchange(other.id_, 0)} {
    ++in_->alive;
    ++in_->moves;
  }
  constexpr noted& operator=(noted&& other) noexcept {
    if (id_ != 0) in_->ended[in_->count++] = id_;
    in_ = other.in_;
    id_ = std::exchange(other.id_, 0);
    ++in_->moves;
    return *this;
  }
  constexpr ~noted() {
    --in_->alive;
    if (id_ != 0) in_->ended[in_->count++] = id_;
  }
  constexpr int id() const noexcept { return id_; }
};

/// A noted value that knows where it was made and cannot be moved away.
class pinned {
  noted value_;
  pinned const* self_ = this;

 public:
  constexpr pinned(diary& in, int id) : value_{in, id} {}
  pinned(pinned const&) = delete;
  pinned& operator=(pinned const&) = delete;
  constexpr int id() const noexcept { return value_.id(); }
  constexpr bool is_where_it_was_made() const noexcept { return self_ == this; }
};

/// Hides an object from the consumed-typestate analysis, for tests of what only a run-time check can see.
template <class T>
constexpr T& untracked(T& object) noexcept {
  T* const hidden = &object;
  return *hidden;
}

}  // namespace tenure::test

template <>
struct tenure::declare<tenure::marker::leak, tenure::test::noted> : tenure::yes {};
