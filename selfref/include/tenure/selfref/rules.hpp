// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/selfref/transfer.hpp"

/// What a type is told that cannot be relocated: which part of it is to blame, and what to do.
///
/// [selfref.transfer] [selfref.hook] [selfref.noexcept]
namespace tenure::selfref {

namespace detail {

template <class T>
consteval bool moves_right();
template <class... F>
consteval bool all_move_right(type_list<F...>) {
  return (moves_right<F>() && ...);
}

/// Does its move constructor give the right value? An implicit one does where it does for each field, and
/// no pointer leads inside.
template <class T>
consteval bool moves_right() {
  using bare = std::remove_cv_t<T>;
  if constexpr (!std::is_nothrow_move_constructible_v<T>) {
    return false;
  } else if constexpr (HasParts<bare>) {
    return all_move_right(typename relocate_traits<bare>::parts{});
  } else if constexpr (Structured<bare>) {
    using root = std::conditional_t<SaysTransfer<bare>, trusted, bare>;
    return all_move_right(field_types<bare>{}) && means_of_all<root>(field_types<bare>{}).by != tier::none;
  } else if constexpr (std::is_class_v<bare> && std::is_aggregate_v<bare>) {
    return Plain<bare> || SaysTransfer<bare>;
  } else {
    // A scalar, or its author's code; but where bytes need a hook to mend them, a move that copies bytes is
    // none of that.
    return !((HookTo<bare> || FixesUp<bare>) && std::is_trivially_move_constructible_v<bare>);
  }
}

template <char const* (*Signature)()>
inline constexpr auto named_by = written<[] { return name_in(Signature()); }>();

template <class T>
consteval auto part_to_blame() {
  constexpr auto part = means_for<T>.part;
  if constexpr (part == &signature_of<T>) {
    return text{"it"};
  } else {
    return "its part " + named_by<part>;
  }
}

}  // namespace detail

namespace rule {

/// [selfref.transfer] [selfref.hook] What is relocated is Transfer.
template <class T>
struct transfer {
  static constexpr bool holds = Transfer<T>;
  static constexpr auto sentence() {
    if constexpr (!std::is_object_v<T>) {
      return "[selfref.transfer] " + name_of<T> + " is not an object, so it cannot be relocated";
    } else {
      using detail::cause;
      constexpr cause why = detail::means_for<T>.why;
      constexpr auto part = detail::part_to_blame<T>();
      constexpr auto start = "[selfref.transfer] " + name_of<T> + " cannot be relocated: " + part;
      if constexpr (why == cause::unsafe) {
        return "[selfref.hook] " + name_of<T> + " cannot be relocated: nobody knows what " + part +
               " refers to; specialise tenure::selfref::relocate_traits<" + name_of<T> +
               ">, whose hook mends it";
      } else if constexpr (why == cause::unreadable && std::string_view{part}.starts_with("its part std::")) {
        return start + " is made of parts that are not known: #include <tenure/selfref/std.hpp>";
      } else if constexpr (why == cause::declared) {
        return start + " is declared not to be Transfer; keep it where it is";
      } else if constexpr (why == cause::inward) {
        return start +
               " may lead into the object itself: make it a self_field, self_slice or self_ptr, or give a "
               "hook "
               "in relocate_traits; if it leads elsewhere, declare marker::transfer of the class";
      } else if constexpr (why == cause::unreadable) {
        return start +
               " is an aggregate whose fields cannot be read (a base, C array, bit-field or union), and may "
               "hold a pointer to itself: declare marker::transfer of it, or specialise relocate_traits";
      } else if constexpr (why == cause::throwing) {
        return start +
               " may throw when it is moved: make the move constructor noexcept, or specialise "
               "relocate_traits";
      } else {
        return start +
               " cannot be moved: specialise relocate_traits, or keep it in a slot and hand on its own";
      }
    }
  }
};

/// [selfref.hook] By value only what is constructed by value.
template <class T>
struct by_value {
  static constexpr bool holds = detail::HookBy<T> || detail::moves_right<T>();
  static constexpr auto sentence() {
    return "[selfref.hook] " + name_of<T> +
           " cannot be returned by relocate(own): its move would not mend it; use relocate_at, or give the "
           "hook the form static T relocate(own<T>) noexcept";
  }
};

/// [selfref.noexcept] Half a relocation leaves two half values.
template <class T, bool Noexcept>
struct hook_noexcept {
  static constexpr bool holds = Noexcept;
  static constexpr auto sentence() {
    return "[selfref.noexcept] the hook in relocate_traits<" + name_of<T> + "> must be noexcept";
  }
};

}  // namespace rule

}  // namespace tenure::selfref
