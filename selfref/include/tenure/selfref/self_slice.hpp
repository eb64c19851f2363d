// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string_view>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/declare.hpp"
#include "tenure/selfref/place.hpp"

namespace tenure::selfref {

namespace detail {

/// What a member holds side by side: the characters of a string, the elements of a vector or array, or those
/// of the one in an optional.
template <class M>
constexpr auto elements(M& member) noexcept {
  if constexpr (std::is_bounded_array_v<M>) {
    return std::span<std::remove_extent_t<M>>(member);
  } else if constexpr (requires { member.data() + member.size(); }) {
    return std::span(member.data(), member.size());
  } else if constexpr (requires { elements(*member), member.has_value(); }) {
    expects(member.has_value(), "[selfref.range] a self_slice of an optional member that holds nothing");
    return elements(*member);
  }
}
template <class M>
using elements_of = decltype(elements(std::declval<M&>()));

template <class M>
struct text_of {};
template <class M>
  requires requires { typename M::traits_type; }
struct text_of<M> {
  using type = std::basic_string_view<typename M::value_type, typename M::traits_type>;
};
template <class M>
  requires requires(M& m) { m.has_value(), *m; }
struct text_of<M> : text_of<std::remove_cvref_t<decltype(*std::declval<M&>())>> {};

/// Text is seen as a `string_view`.
template <class M>
concept Text = requires { typename text_of<M>::type; };

}  // namespace detail

namespace rule {

/// [selfref.range] A slice is of things side by side.
template <class Owner, class Member>
struct sliceable {
  static constexpr bool holds = !std::is_void_v<detail::elements_of<Member>>;
  static constexpr auto sentence() {
    return "[selfref.range] there is no self_slice of a member " + name_of<Member> + " of " + name_of<Owner> +
           ": its elements do not lie side by side, as those of a string, vector or array do";
  }
};

/// [selfref.range] What a slice is made of is a piece of the member.
template <class Range, class Element>
struct slice_of {
  static constexpr bool holds = requires(Range const& range) {
    { range.data() } -> std::convertible_to<Element const*>;
    range.size();
  };
  static constexpr auto sentence() {
    return "[selfref.range] a self_slice cannot be made of a " + name_of<Range> +
           ": give a string_view or span of " + name_of<Element>;
  }
};

}  // namespace rule

inline namespace TENURE_ABI {

/// `&'self.data str`: a range inside what the member `Place` owns, kept as position and length. It is right
/// whether the member keeps its elements in itself (a short string, an array) or elsewhere (a long string, a
/// vector), and whether or not that changes when the owner moves.
///
///   struct cat { std::string data; self_slice<&cat::data> name; };
///   c.name = self_slice<&cat::data>::of(c, first_word(c.data));   c.name.in(c) == "Nori"
///
/// May point to: elements of that member, also inside an optional. On move, copy, swap and assignment: the
/// range goes along, and means the same range of the new owner. On destruction: nothing. In a returned value:
/// safe. In a constant expression: yes. It is never null; at first it is empty. When the member becomes
/// shorter than the range, resolving is an error: [selfref.range] in checked builds.
template <auto Place, std::unsigned_integral Size = std::size_t>
  requires DataMember<Place>
class self_slice {
 public:
  using owner_type = typename detail::traits_of<Place>::owner;
  using member_type = typename detail::traits_of<Place>::member;
  using size_type = Size;

 private:
  Size position_ = 0;
  Size size_ = 0;

 public:
  constexpr self_slice() noexcept = default;
  /// The `size` elements from `position` on.
  constexpr self_slice(Size position, Size size) noexcept : position_{position}, size_{size} {}

  /// The slice of `owner` that `range` is at the moment. Precondition: `range` lies in what the member holds
  /// ([selfref.outside]). Errors: [selfref.owner], [selfref.range].
  template <class Owner, class Range>
  static constexpr self_slice of(Owner const& owner, Range const& range) noexcept {
    if constexpr (enforce<rule::owner<owner_type, Owner>>() &&
                  enforce<rule::sliceable<owner_type, member_type const>>()) {
      auto const whole = detail::elements(owner.*Place);
      using element = typename decltype(whole)::value_type;
      if constexpr (enforce<rule::slice_of<Range, element>>()) {
        element const* const first = range.data();
        std::size_t const size = range.size();
        require_inside(first, size, whole);
        // An empty range may come from anywhere.
        std::size_t const position = size == 0 ? 0 : static_cast<std::size_t>(first - whole.data());
        expects(position <= std::numeric_limits<Size>::max() && size <= std::numeric_limits<Size>::max(),
                "[selfref.size] a self_slice is too long for its integers: give it a larger type");
        return {static_cast<Size>(position), static_cast<Size>(size)};
      }
    }
    return {};
  }

  /// The range in `owner`. Of text a `std::basic_string_view`, else a `std::span`, const where `owner` is.
  /// It ends, like any view, when the member changes. Precondition: the member is long enough
  /// ([selfref.range]). Errors: [selfref.owner], [selfref.range].
  template <class Owner>
  constexpr auto in(Owner& owner) const noexcept {
    if constexpr (detail::Text<member_type>) {
      auto const found = span_in(owner);
      return typename detail::text_of<member_type>::type{found.data(), found.size()};
    } else {
      return span_in(owner);
    }
  }

  /// The same as a `std::span`, so that text can be written too.
  template <class Owner>
  constexpr auto span_in(Owner& owner) const noexcept {
    if constexpr (enforce<rule::owner<owner_type, Owner>>() &&
                  enforce<rule::sliceable<owner_type, member_type>>()) {
      auto const whole = detail::elements(owner.*Place);
      expects(position_ <= whole.size() && size_ <= whole.size() - position_,
              "[selfref.range] a self_slice reaches beyond its member, which has become shorter");
      return std::span(whole.data() + position_, size_);
    } else {
      return refused();
    }
  }

  constexpr Size position() const noexcept { return position_; }
  constexpr Size size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }

  friend constexpr bool operator==(self_slice, self_slice) = default;

 private:
  /// An empty span where there is one, so that one mistake gives one error.
  static constexpr auto refused() noexcept {
    if constexpr (std::is_void_v<detail::elements_of<member_type>>) {
      return std::span<int>{};
    } else {
      return detail::elements_of<member_type>{};
    }
  }

  template <class Element, class Whole>
  static constexpr void require_inside([[maybe_unused]] Element const* first,
                                       [[maybe_unused]] std::size_t size,
                                       [[maybe_unused]] Whole whole) noexcept {
    if constexpr (is_checked) {
      if (std::is_constant_evaluated() || size == 0) return;  // there the compiler looks after pointers
      auto const at =
          reinterpret_cast<std::uintptr_t>(first) - reinterpret_cast<std::uintptr_t>(whole.data());
      expects(at <= whole.size_bytes() && size * sizeof(Element) <= whole.size_bytes() - at,
              "[selfref.outside] self_slice::of was given a range that is not in the member");
    }
  }
};

}  // namespace TENURE_ABI

}  // namespace tenure::selfref

/// It is two numbers, and what it means is a part of the same object.
template <class Marker, auto Place, class Size>
struct tenure::declare<Marker, tenure::selfref::self_slice<Place, Size>> : tenure::like<int> {};
