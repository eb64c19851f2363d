// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "tenure/ownership/markers.hpp"
#include "tenure/ownership/text.hpp"

/// A type answers two questions. Owned: is this a value of the type? Shared: is this pointer a valid shared
/// reference to one? Each answer is an invariant, and may depend on the thread that asks. Send says that the
/// first does not, Sync that the second does not. So a type with interior mutability states its two
/// invariants, and its markers follow:
///
///   template <class T> struct tenure::invariants<tenure::cell<T>> {
///     using owned = invariant::as<T>;
///     using shared = invariant::same_thread<T>;
///   };
///
/// Source: the `own` and `shr` predicates of RustBelt, whose thread argument Send and Sync quantify away.
namespace tenure {

/// The vocabulary. Each has `any_thread`: when it means the same in every thread.
namespace invariant {

/// Owned: a `T` lies there. So the type may be moved, relocated and leaked as a `T` may.
template <class T>
struct as {
  using value = T;
  using any_thread = when<is<marker::send, T>>;
};

/// Owned: the only way to a `T` that lies elsewhere, to write it and to move it out.
template <class T>
struct lends {
  using any_thread = when<is<marker::send, T>>;
};

/// Owned: a shared reference to a `T`, so that what is asked is the shared invariant of `T`: R8, Send of
/// `&T` is Sync of `T`.
template <class T>
struct shares {
  using any_thread = when<is<marker::sync, T>>;
};

/// Shared: nobody writes; everybody may read it as a shared `T`.
template <class T>
struct read_only {
  using any_thread = when<is<marker::sync, T>>;
};

/// Shared: whoever runs in this thread may read and write, one step at a time. No other thread may look.
template <class T>
struct same_thread {
  using any_thread = no;
};

/// Shared: whoever holds the lock has the `T` for himself. The lock takes it from thread to thread, and
/// never shows it to two at once: Send is asked of it, not Sync.
template <class T>
struct locked {
  using any_thread = when<is<marker::send, T>>;
};

/// Shared: whoever holds the lock for writing has the `T` for himself, those who hold it for reading share
/// it.
template <class T>
struct read_locked {
  using any_thread = when<is<marker::send, T>, is<marker::sync, T>>;
};

/// Shared: values go in and out in one indivisible step, so they pass from thread to thread.
template <class T>
struct atomic {
  using any_thread = when<is<marker::send, T>>;
};

/// Owned or shared: a number. The address in an atomic pointer is one, until somebody uses it as more.
struct number {
  using any_thread = yes;
};

/// Owned: this thread has locked or borrowed something, and must give it back itself.
template <class T>
struct held_here {
  using any_thread = no;
};

}  // namespace invariant

/// The invariants of a `T`. Specialise it with `owned` and `shared`, each one of the vocabulary or a class of
/// your own with `any_thread`; do not declare Send and Sync besides.
template <class T>
struct invariants;

namespace detail {
template <class T>
concept StatesInvariants = requires {
  typename invariants<T>::owned;
  typename invariants<T>::shared;
};
template <class T>
concept HoldsValue = requires {
  typename invariants<T>::owned::value;
  typename invariants<T>::shared;
};
}  // namespace detail

/// R6: Send asks the owned invariant.
template <detail::StatesInvariants T>
struct declare<marker::send, T> : invariants<T>::owned::any_thread {};
/// R7: Sync asks the shared one.
template <detail::StatesInvariants T>
struct declare<marker::sync, T> : invariants<T>::shared::any_thread {};

template <detail::HoldsValue T>
struct declare<marker::move, T> : like<typename invariants<T>::owned::value> {};
template <detail::HoldsValue T>
struct declare<marker::leak, T> : like<typename invariants<T>::owned::value> {};
template <detail::HoldsValue T>
struct declare<marker::transfer, T> : like<typename invariants<T>::owned::value> {};
/// Through a `T&` the whole of it can be replaced, which no other thread may see.
template <detail::StatesInvariants T>
struct declare<marker::synchronised, T> : no {};

namespace rule {

/// [ownership.cell] What is written while it is shared can be written.
template <class T>
struct interior {
  static constexpr bool holds =
      std::is_object_v<T> && !std::is_const_v<T> && !std::is_volatile_v<T> && !std::is_array_v<T>;
  static constexpr auto sentence() {
    return "[ownership.cell] a " + name_of<T> +
           " is no content of a cell or lock: it must be an object type without const and volatile, and no "
           "array; a std::array will do";
  }
};

}  // namespace rule

}  // namespace tenure
