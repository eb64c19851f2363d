// SPDX-License-Identifier: BSL-1.0
// What every case is written with. A case shows one misuse in each design, in a section of its own: the lines
// under `#if MISUSE` are the misuse, the others a correct program (the control). -DDESIGN=n picks one
// section, 0 all of them.
//
// The values keep a book outside of themselves, so that a program which goes wrong silently can be seen to.
// -DWITNESS=0 closes the book, for the run under a sanitizer.
#pragma once

#include "tenure/ownership/slot.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#define BY_VALUE (DESIGN == 0 || DESIGN == 1)
#define UNIQUE_POINTER (DESIGN == 0 || DESIGN == 2)
#define RVALUE_REFERENCE (DESIGN == 0 || DESIGN == 3)
#define OWN (DESIGN == 0 || DESIGN == 4)
#define OWN_REFERENCE (DESIGN == 0 || DESIGN == 5)
#define POINTER_AND_FLAG (DESIGN == 0 || DESIGN == 6)
#define RAW_POINTER (DESIGN == 0 || DESIGN == 7)

#ifndef WITNESS
#define WITNESS 1
#endif

using tenure::own;
using tenure::slot;

namespace book {

constexpr int wrong_status = 3;
inline void const* alive[64];

#if WITNESS
[[noreturn]] inline void wrong(char const* what) {
  std::printf("wrong: %s\n", what);
  std::fflush(stdout);
  std::_Exit(wrong_status);
}
inline bool replace(void const* from, void const* to) {
  for (void const*& each : alive) {
    if (each != from) continue;
    each = to;
    return true;
  }
  return false;
}
inline bool knows(void const* value) { return value != nullptr && replace(value, value); }
inline void begin(void const* value) {
  if (knows(value)) wrong("made over a live one");
  replace(nullptr, value);
}
inline void end(void const* value) {
  if (!replace(value, nullptr)) wrong("ended twice");
}
inline void use(void const* value) {
  if (!knows(value)) wrong("used after its end");
}
/// The memory from `first` on is no longer there.
inline void vacate(unsigned char* first, std::size_t size) {
  auto const begin = reinterpret_cast<std::uintptr_t>(first);
  for (void const* each : alive) {
    if (reinterpret_cast<std::uintptr_t>(each) - begin < size) wrong("its storage ended first");
  }
}
inline void close() {
  for (void const* each : alive) {
    if (each != nullptr) wrong("never ended");
  }
}
#else
inline void begin(void const*) {}
inline void end(void const*) {}
inline void use(void const*) {}
inline void close() {}
#endif

}  // namespace book

/// What a value holds and gives back at its end. Empty when it was moved away.
class resource {
  int* held_;

 public:
  resource() : held_{new int{0}} {}
  resource(resource&& other) noexcept : held_{std::exchange(other.held_, nullptr)} {}
  resource(resource const&) : resource{} {}
  resource& operator=(resource const&) = delete;
  ~resource() { delete held_; }
  void use() {
#if WITNESS
    if (held_ == nullptr) book::wrong("used after it was moved away");
#endif
    if (held_ != nullptr) ++*held_;  // like a string that was moved from: empty, and nobody complains
  }
};

/// A value that can be moved and not copied.
class value {
  resource held_;

 public:
  value() { book::begin(this); }
  value(value&& other) noexcept : held_{std::move(other.held_)} { book::begin(this); }
  value& operator=(value&& other) noexcept {
    if (this == &other) return *this;
    this->~value();
    return *::new (static_cast<void*>(this)) value(std::move(other));
  }
  ~value() { book::end(this); }
  void use() {
    book::use(this);
    held_.use();
  }
};

/// A value that cannot be moved.
class immovable_value {
  resource held_;

 public:
  immovable_value() { book::begin(this); }
  immovable_value(immovable_value&&) = delete;
  ~immovable_value() { book::end(this); }
  void use() {
    book::use(this);
    held_.use();
  }
};

/// A value that can be copied, though nobody means to.
class copyable_value {
  resource held_;

 public:
  copyable_value() { book::begin(this); }
  copyable_value(copyable_value&& other) noexcept : held_{std::move(other.held_)} { book::begin(this); }
  copyable_value(copyable_value const& other) : held_{other.held_} {
    book::begin(this);
#if WITNESS
    book::wrong("copied");
#endif
  }
  ~copyable_value() { book::end(this); }
  void use() {
    book::use(this);
    held_.use();
  }
};

/// Two kinds of thing, one a base of the other, without a virtual destructor.
struct part {
  int used = 0;
  void use() { ++used; }
};
struct whole : part {
  value more;
};

/// A place for a `T` in the frame, for designs that bring none.
template <class T>
struct room {
  alignas(T) unsigned char bytes[sizeof(T)];
  template <class... Args>
  T* make(Args&&... args) {
    return ::new (static_cast<void*>(bytes)) T(std::forward<Args>(args)...);
  }
#if WITNESS
  room() = default;
  room(room const&) = delete;
  ~room() { book::vacate(bytes, sizeof(T)); }
#endif
};

/// A pointer, and whether who holds it has to end the value.
template <class T>
struct flagged {
  T* pointer;
  bool owned;
};

// How each design's last owner uses a value and ends it.
namespace by_value {
template <class T>
void finish(T it) {
  it.use();
}
void run();
}  // namespace by_value
namespace unique_pointer {
template <class T>
void finish(std::unique_ptr<T> it) {
  it->use();
}
void run();
}  // namespace unique_pointer
namespace rvalue_reference {
template <class T>
void finish_as(T&& it) {
  T last = std::move(it);
  last.use();
}
inline void finish(value&& it) { finish_as(std::move(it)); }
inline void finish(copyable_value&& it) { finish_as(std::move(it)); }
void run();
}  // namespace rvalue_reference
namespace owning {
template <class T>
void finish(own<T> it) {
  it->use();
}
void run();
}  // namespace owning
namespace owning_reference {
template <class T>
void finish(own<T>&& it) {
  own<T> last = std::move(it);
  last->use();
}
void run();
}  // namespace owning_reference
namespace pointer_and_flag {
template <class T>
void finish(flagged<T> it) {
  it.pointer->use();
  if (it.owned) it.pointer->~T();
}
/// Hands over: from now on the other one has to end it.
template <class T>
flagged<T> pass(flagged<T>& it) {
  return {it.pointer, std::exchange(it.owned, false)};
}
void run();
}  // namespace pointer_and_flag
namespace raw_pointer {
template <class T>
void finish(T* it) {
  it->use();
  it->~T();
}
void run();
}  // namespace raw_pointer

/// A condition that the compiler does not know.
inline bool happens() {
  bool const volatile it = true;
  return it;
}

int main() {
#if BY_VALUE
  by_value::run();
#endif
#if UNIQUE_POINTER
  unique_pointer::run();
#endif
#if RVALUE_REFERENCE
  rvalue_reference::run();
#endif
#if OWN
  owning::run();
#endif
#if OWN_REFERENCE
  owning_reference::run();
#endif
#if POINTER_AND_FLAG
  pointer_and_flag::run();
#endif
#if RAW_POINTER
  raw_pointer::run();
#endif
  book::close();
}
