// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

/// Selectors: the words in which a view says what it gives access to.
///
///   field<&T::m>             a member
///   nth<I>                   a position: a tuple's element, an aggregate's field
///   path<&T::a, &A::b>       a place inside a place
///   T::tag                   an abstract field, see abstract.hpp: any other class
///   all                      the object
///   all_but<A...>            what is left of it
///   except<S, A...>          what is left of `S`
///
/// Source: N. Matsakis, "View types redux and abstract fields", where a view is `{a, b.c} T`.
namespace tenure::views {

/// The place that is reached by steps: pointers-to-member and positions.
template <auto... Steps>
struct path {};

/// A member. The same type as the path of one step, so the same place in every respect.
template <auto Member>
using field = path<Member>;

/// The place at position `I`.
template <std::size_t I>
using nth = path<I>;

/// Names a place in an access: `self[at<&T::m>]`, `self[at<0>]`, `self[at<&T::a, &A::b>]`.
template <auto... Steps>
inline constexpr path<Steps...> at{};

/// The whole object: its fields, its bases, and what it does not show.
struct all {};

/// What is left of the place `S` without `A...`: for generic code over a set of fields.
template <class S, class... A>
struct except {};

/// What is left of the object.
template <class... A>
using all_but = except<all, A...>;

/// What an abstract field stands for: pointers-to-member, or `at<..>` for other places; possibly none.
/// Only the class itself writes it, in the result of its private `tenure_fields`.
template <auto... Places>
struct fields {};

}  // namespace tenure::views
