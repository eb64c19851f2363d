// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "tenure/ownership/text.hpp"
#include "tenure/views/abstract.hpp"
#include "tenure/views/place_set.hpp"
#include "tenure/views/places.hpp"
#include "tenure/views/selectors.hpp"

/// Grants: what may be read, and what may be written. A grant is a type; what it means in a class is a set
/// of bytes, computed once, and every question about grants is one about such sets.
namespace tenure::views {

/// May be read.
template <class... S>
struct shr {};

/// May be read and written, and is reached by nobody else meanwhile.
template <class... S>
struct mut {};

/// Several grants where one is expected, as in `Disjoint<T, grants<shr<A>, mut<B>>, mut<C>>`.
template <class... G>
struct grants {};

namespace detail {

template <std::size_t Room, class... Set>
consteval place_set<Room> united(Set const&... sets) {
  extent raw[Room + 1]{};
  std::size_t size = 0;
  [[maybe_unused]] auto const add = [&](auto const& set) {
    for (extent const& part : set) raw[size++] = part;
  };
  (add(sets), ...);
  return place_set<Room>::of(raw, size);
}

}  // namespace detail

/// The bytes that the selectors `S...` select in a `T`.
/// Errors: [views.field] for steps that lead nowhere, [views.private] for a position in a class that hides
/// its fields, [views.abstract] for a class that `T` does not declare as an abstract field.
template <class T, class... S>
inline constexpr auto places = detail::united<(0 + ... + places<T, S>.count)>(places<T, S>...);
template <class T, class S>
inline constexpr auto places<T, S> = detail::selection::of<T>(static_cast<S*>(nullptr));

/// Is `Tag` an abstract field of `T`? What a concept asks for that stands for a trait with abstract fields.
template <class T, class Tag>
concept AbstractField = detail::selection::declares<T, Tag>();

namespace detail {

/// What the grant `G` selects for one mode of access.
template <class T, template <class...> class Mode, class G>
inline constexpr place_set<0> granted{};
template <class T, template <class...> class Mode, class... S>
inline constexpr auto granted<T, Mode, Mode<S...>> = places<T, S...>;
template <class T, template <class...> class Mode, class... G>
inline constexpr auto granted<T, Mode, grants<G...>> =
    united<(0 + ... + granted<T, Mode, G>.count)>(granted<T, Mode, G>...);

}  // namespace detail

/// The bytes that may be written, and those that may be read (which includes the former), by the grants `G`.
template <class T, class... G>
inline constexpr auto writable = detail::granted<T, mut, grants<G...>>;
template <class T, class... G>
inline constexpr auto readable = writable<T, G...> | detail::granted<T, shr, grants<G...>>;

/// Does the grant `Wide` allow all that `Narrow` allows?
template <class T, class Wide, class Narrow>
concept Covers =
    subset(readable<T, Narrow>, readable<T, Wide>) && subset(writable<T, Narrow>, writable<T, Wide>);

namespace detail {

template <class T, class... G>
consteval bool are_disjoint() {
  constexpr std::size_t room = (0 + ... + readable<T, G>.count);
  place_set<room> read, written;
  bool apart = true;
  auto const add = [&](auto const& reads, auto const& writes) {
    apart = apart && disjoint(writes, read) && disjoint(reads, written);
    auto const more_read = read | reads;
    auto const more_written = written | writes;
    read = place_set<room>::of(more_read.parts, more_read.count);
    written = place_set<room>::of(more_written.parts, more_written.count);
  };
  (add(readable<T, G>, writable<T, G>), ...);
  return apart;
}

}  // namespace detail

/// May the grants `G...` be held at once: does none write what another one reads or writes?
template <class T, class... G>
concept Disjoint = detail::are_disjoint<T, G...>();

}  // namespace tenure::views
