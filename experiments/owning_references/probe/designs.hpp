// SPDX-License-Identifier: BSL-1.0
// The designs. Each is a chain of `Depth` calls: `life` makes a value, every `step` hands it to the next, and
// the last one ends it. -DINLINED=1 inlines the chain, else every call is a real one that no optimiser looks
// through. How a step calls the next is one of:
//   call   something is left to do afterwards, as in most functions
//   tail   nothing is left to do: the hand-over is all there is
//   touch  as call, and each step also uses the value before it hands it on
#pragma once

#include "value.hpp"

#include "tenure/ownership/linear.hpp"
#if WITHOUT_TRIVIAL_ABI
#undef TENURE_TRIVIAL_ABI
#define TENURE_TRIVIAL_ABI
#endif
#include "tenure/ownership/slot.hpp"

#include <memory>
#include <new>
#include <type_traits>

#if defined(__clang__)
#define APART [[gnu::noinline]]
#else
#define APART [[gnu::noipa]]
#endif
#if INLINED
#define STEP [[gnu::always_inline]] inline
#else
#define STEP APART inline
#endif

namespace probe {

using tenure::own;
using tenure::slot;

enum class way { call, tail, touch };

template <way Way>
inline unsigned long onwards(unsigned long result) {
  return Way == way::tail ? result : result + 1;
}

template <way Way, class T>
inline void before(T& value) {
  if constexpr (Way == way::touch) {
    value.word[0] += 2;
    asm volatile(""
                 :
                 : "r"(&value)
                 : "memory");  // somebody may look: the value must be there, and up to date
  }
}

/// Memory in the frame for a design that does not bring its own.
template <class T>
struct room {
  alignas(T) unsigned char bytes[sizeof(T)];
  T* make() { return ::new (static_cast<void*>(bytes)) T(1); }
};

/// What is around every life: the loop and one call.
struct nothing {
  static constexpr auto name = "nothing";
  template <way, int, class>
  APART static unsigned long life() {
    ++ended;
    return 0;
  }
};

struct raw_pointer {
  static constexpr auto name = "raw pointer";
  template <way Way, int Depth, class T>
  STEP static unsigned long step(T* value) {
    before<Way>(*value);
    if constexpr (Depth == 0) {
      value->~T();
      return 0;
    } else {
      return onwards<Way>(step<Way, Depth - 1, T>(value));
    }
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    room<T> storage;
    return step<Way, Depth, T>(storage.make());
  }
};

struct pointer_and_flag {
  static constexpr auto name = "pointer and flag";
  template <class T>
  struct flagged {
    T* value;
    bool owned;
  };
  template <way Way, int Depth, class T>
  STEP static unsigned long step(flagged<T> mine) {
    before<Way>(*mine.value);
    unsigned long result = 0;
    if constexpr (Depth != 0) {
      mine.owned = false;
      result = onwards<Way>(step<Way, Depth - 1, T>({mine.value, true}));
    }
    if (mine.owned) mine.value->~T();
    return result;
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    room<T> storage;
    return step<Way, Depth, T>({storage.make(), true});
  }
};

struct by_value {
  static constexpr auto name = "by value";
  template <way Way, int Depth, class T>
  STEP static unsigned long step(T value) {
    before<Way>(value);
    if constexpr (Depth == 0) {
      return 0;
    } else {
      return onwards<Way>(step<Way, Depth - 1, T>(std::move(value)));
    }
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    return step<Way, Depth, T>(T(1));
  }
};

struct rvalue_reference {
  static constexpr auto name = "T&&";
  template <way Way, int Depth, class T>
  STEP static unsigned long step(T&& value) {
    before<Way>(value);
    if constexpr (Depth == 0) {
      T const last = std::move(value);
      return 0;
    } else {
      return onwards<Way>(step<Way, Depth - 1, T>(std::move(value)));
    }
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    return step<Way, Depth, T>(T(1));
  }
};

struct unique_pointer {
  static constexpr auto name = "unique_ptr";
  template <way Way, int Depth, class T>
  STEP static unsigned long step(std::unique_ptr<T> value) {
    before<Way>(*value);
    if constexpr (Depth == 0) {
      return 0;
    } else {
      return onwards<Way>(step<Way, Depth - 1, T>(std::move(value)));
    }
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    return step<Way, Depth, T>(std::make_unique<T>(1));
  }
};

struct own_by_value {
  static constexpr auto name = "own<T>";
  template <way Way, int Depth, class T>
  STEP static unsigned long step(own<T> value) {
    before<Way>(*value);
    if constexpr (Depth == 0) {
      return 0;
    } else {
      return onwards<Way>(step<Way, Depth - 1, T>(std::move(value)));
    }
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    slot<T> storage;
    return step<Way, Depth, T>(storage.emplace(1ul));
  }
};

struct own_by_reference {
  static constexpr auto name = "own<T>&&";
  template <way Way, int Depth, class T>
  STEP static unsigned long step(own<T>&& value) {
    before<Way>(*value);
    if constexpr (Depth == 0) {
      own<T> const last = std::move(value);
      return 0;
    } else {
      return onwards<Way>(step<Way, Depth - 1, T>(std::move(value)));
    }
  }
  template <way Way, int Depth, class T>
  APART static unsigned long life() {
    slot<T> storage;
    return step<Way, Depth, T>(storage.emplace(1ul));
  }
};

/// A design that moves the value has no chain for one that cannot be moved.
template <class Design, class T>
inline constexpr bool takes = std::is_move_constructible_v<T> ||
                              !(std::is_same_v<Design, by_value> || std::is_same_v<Design, rvalue_reference>);

}  // namespace probe
