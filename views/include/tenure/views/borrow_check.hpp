// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include "tenure/ownership/config.hpp"
#include "tenure/views/abstract.hpp"
#include "tenure/views/grants.hpp"
#include "tenure/views/selectors.hpp"

/// Clang's thread-safety analysis as a borrow checker of fields.
///
/// The analysis knows capabilities, which are expressions, and calls that acquire and release them. Here the
/// capability of a field is the call of a conversion function of its `place<T>` that nobody defines:
/// `data.operator lent<path<&Data::m>>&()`. A conversion function is the one kind of function whose whole
/// name, template arguments included, the analysis prints; so the message names the field, the class declares
/// nothing for it, and it takes no byte.
///
/// Members lie in each other, so a loan of a place tells the places around it (as a database locks a row and
/// marks its table). Of a place `p` inside `q`, a loan takes:
///
///                     lent<p>    lent_to_write<p>    marked<p>    lent<q>   marked<q>
///   to read           shared     -                   shared       shared    -
///   to write          alone      alone               -            shared    alone
///
/// `lent` and `marked` can be taken again in the mode in which they are held: any number of loans to read, or
/// of loans to write inside, but not both. Clang knows this from version 22 on. Before, nothing can be taken
/// twice: only the columns of `p` itself are used, without `marked`. Then a second loan to read is a false
/// alarm (hand the first one on instead), and a place and another one inside it count as two.
///
/// A member and its position in an aggregate count as two places, `except` as none, and of one loan sixteen
/// capabilities are taken. References to a place count as places of their own, and what a callee or a lambda
/// lends is not seen by its caller. What is missed is caught in checked builds by the ledger of `place<T>`.
///
/// Source: DeLong and Sutherland, "C/C++ Thread Safety Analysis"; Gray et al., "Granularity of locks".
#if defined(__clang__)
#define TENURE_CAPABILITY(...) __attribute__((__VA_ARGS__))
#else
#define TENURE_CAPABILITY(...)
#endif
#if defined(__clang__) && __clang_major__ >= 22
#define TENURE_AGAIN reentrant_capability
#else
#define TENURE_AGAIN
#endif

namespace tenure::views {

inline namespace TENURE_ABI {
template <class T>
class place;
}  // namespace TENURE_ABI

#if defined(__clang__)
namespace detail {

/// A place that is lent, one that has a place inside it that may be written, and one that may be written
/// itself.
template <class Path>
struct TENURE_CAPABILITY(capability("[views.overlap] loan"), TENURE_AGAIN) lent {};
template <class Path>
struct TENURE_CAPABILITY(capability("[views.overlap] loan"), TENURE_AGAIN) marked {};
template <class Path>
struct TENURE_CAPABILITY(capability("[views.overlap] mutable loan")) lent_to_write {};
struct nothing {};

template <class... F>
struct flags {
  template <class... More>
  constexpr flags<F..., More...> operator+(flags<More...>) const {
    return {};
  }
};
template <class... Lists>
using all_flags = decltype((flags<>{} + ... + Lists{}));

/// The flag at position `I`, or `nothing`: attributes take a list of arguments, and no pack before Clang 22.
template <std::size_t I, class Flags>
struct flag_at;
template <std::size_t I, class... F>
struct flag_at<I, flags<F...>> {
  using type = __type_pack_element<(I < sizeof...(F)) ? I : sizeof...(F), F..., nothing>;
  static_assert(sizeof(type) != 0);  // makes it complete, so that the analysis knows what to call it
};

/// The places around a place, from the whole object inwards.
template <class Path, class Seen = path<>>
struct around {
  using type = flags<>;
};
template <auto Step, auto... Rest, auto... Seen>
struct around<path<Step, Rest...>, path<Seen...>> {
  using type = all_flags<flags<path<Seen...>>, typename around<path<Rest...>, path<Seen..., Step>>::type>;
};

/// The capabilities of one loan of a place: those taken together with others, those taken alone, and those
/// that nobody may hold while a function is called with the place.
template <class Path, class Around = typename around<Path>::type>
struct to_read;
template <class Path, class... Around>
struct to_read<Path, flags<Around...>> {
#if __clang_major__ >= 22
  using shared = flags<lent<Path>, marked<Path>, lent<Around>...>;
#else
  using shared = flags<lent<Path>>;
#endif
  using alone = flags<>;
  using barred = flags<lent_to_write<Path>, lent_to_write<Around>...>;
};
template <class Path, class Around = typename around<Path>::type>
struct to_write;
template <class Path, class... Around>
struct to_write<Path, flags<Around...>> {
#if __clang_major__ >= 22
  using shared = flags<lent<Around>...>;
  using alone = flags<lent<Path>, lent_to_write<Path>, marked<Around>...>;
#else
  using shared = flags<>;
  using alone = flags<lent<Path>, lent_to_write<Path>>;
#endif
  using barred = flags<lent<Path>, lent_to_write<Around>...>;
};
template <class... Part>
struct together {
  using shared = all_flags<typename Part::shared...>;
  using alone = all_flags<typename Part::alone...>;
  using barred = all_flags<typename Part::barred...>;
};

/// Which capabilities the grants of a `place<T>` take. Private, for the answer names private fields of `T`.
class tracking {
  template <class>
  friend class views::place;

  template <template <class...> class Mode, class T, class Tag>
  struct one : one<Mode, T, access::declared<T, Tag>> {};
  template <template <class...> class Mode, class T, auto... Steps>
  struct one<Mode, T, path<Steps...>> : together<Mode<path<Steps...>>> {};
  template <template <class...> class Mode, class T>
  struct one<Mode, T, all> : together<Mode<path<>>> {};
  template <template <class...> class Mode, class T, class S, class... A>
  struct one<Mode, T, except<S, A...>> : together<> {};
  template <template <class...> class Mode, class T, auto... Places>
  struct one<Mode, T, fields<Places...>> : together<Mode<typename place_named<Places>::type>...> {};

  template <class T, class G>
  struct of;
  template <class T, class... S>
  struct of<T, shr<S...>> : together<one<to_read, T, S>...> {};
  template <class T, class... S>
  struct of<T, mut<S...>> : together<one<to_write, T, S>...> {};
  template <class T, class... G>
  struct of<T, grants<G...>> : together<of<T, G>...> {};

  template <class T, std::size_t I, class... G>
  using shared = typename flag_at<I, typename of<T, grants<G...>>::shared>::type;
  template <class T, std::size_t I, class... G>
  using alone = typename flag_at<I, typename of<T, grants<G...>>::alone>::type;
  template <class T, std::size_t I, class... G>
  using barred = typename flag_at<I, typename of<T, grants<G...>>::barred>::type;
};

}  // namespace detail
#endif

#undef TENURE_AGAIN

}  // namespace tenure::views
