// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace tenure::selfref::detail {

/// One of a ring of nodes that know their neighbours. Alone, it is its own neighbour: so no operation has a
/// special case, and none has a branch. It leaves when it ends; moved, it takes over the other's place.
class ring {
  ring* previous_ = this;
  ring* next_ = this;

 public:
  constexpr ring() noexcept = default;
  constexpr ring(ring&& other) noexcept { replace(other); }
  constexpr ring& operator=(ring&& other) noexcept {
    if (this == &other) return *this;
    leave();
    replace(other);
    return *this;
  }
  constexpr ~ring() { leave(); }

  constexpr ring* previous() const noexcept { return previous_; }
  constexpr ring* next() const noexcept { return next_; }
  constexpr bool alone() const noexcept { return next_ == this; }

  /// Becomes the one before `other`. Precondition: alone.
  constexpr void join_before(ring& other) noexcept {
    previous_ = other.previous_;
    next_ = &other;
    previous_->next_ = this;
    other.previous_ = this;
  }
  constexpr void leave() noexcept {
    previous_->next_ = next_;
    next_->previous_ = previous_;
    previous_ = next_ = this;
  }
  /// Stands where `other` stood, who is alone afterwards. Precondition: alone.
  constexpr void replace(ring& other) noexcept {
    join_before(other);
    other.leave();
  }
  /// All of `other`'s ring but `other` itself comes before this one.
  constexpr void splice_ring_of(ring& other) noexcept {
    if (other.alone()) return;
    ring* const first = other.next_;
    ring* const last = other.previous_;
    other.previous_ = other.next_ = &other;
    first->previous_ = previous_;
    previous_->next_ = first;
    last->next_ = this;
    previous_ = last;
  }
};

}  // namespace tenure::selfref::detail
