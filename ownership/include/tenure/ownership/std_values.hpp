// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <any>
#include <array>
#include <bitset>
#include <chrono>
#include <complex>
#include <expected>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <variant>

#include "tenure/ownership/markers.hpp"

/// What the standard library's vocabulary types and smart pointers may be used for. `Move` needs no word
/// here unless a value lies inside: these classes hide their fields, so they have it when they can be moved.
namespace tenure {

/// The markers that depend on what a class holds.
template <class M>
concept ContentMarker = std::is_same_v<M, marker::send> || std::is_same_v<M, marker::sync> ||
                        std::is_same_v<M, marker::synchronised> || std::is_same_v<M, marker::leak>;
template <class M>
concept SharingMarker = std::is_same_v<M, marker::send> || std::is_same_v<M, marker::sync>;
/// Those and `move`, for a class that holds its parts in itself.
template <class M>
concept PlaceMarker = ContentMarker<M> || std::is_same_v<M, marker::move>;

/// For a class that owns `Parts` and gives deep access: const to it is const to them. It is not written by
/// several threads at once, even if its parts may be.
template <class M, class... Parts>
using content = std::conditional_t<std::is_same_v<M, marker::synchronised>, no, like<Parts...>>;

/// A part that has no state, such as most allocators, deleters and comparisons, has every marker.
template <class T>
using stateful = std::conditional_t<std::is_empty_v<T> && std::is_default_constructible_v<T>, void, T>;

namespace detail {

/// What a `void` pointer owns: something, of a type that nobody knows.
struct erased;
template <class T>
using target = std::conditional_t<std::is_void_v<T>, erased, T>;

}  // namespace detail

template <class M>
struct declare<M, detail::erased> : unknown {};

// Values that hold no other type, and names of things that never change.
template <ContentMarker M>
struct declare<M, std::error_code> : content<M> {};
template <ContentMarker M>
struct declare<M, std::error_condition> : content<M> {};
template <ContentMarker M>
struct declare<M, std::type_index> : content<M> {};
template <ContentMarker M>
struct declare<M, std::nullopt_t> : content<M> {};
template <ContentMarker M, std::size_t N>
struct declare<M, std::bitset<N>> : content<M> {};
template <PlaceMarker M, class T>
struct declare<M, std::allocator<T>> : content<M> {};
template <ContentMarker M, class T>
struct declare<M, std::complex<T>> : content<M, T> {};
template <ContentMarker M, class R, class P>
struct declare<M, std::chrono::duration<R, P>> : content<M, R> {};
template <ContentMarker M, class C, class D>
struct declare<M, std::chrono::time_point<C, D>> : content<M, D> {};

// A string owns its characters, a view reads those of another.
template <ContentMarker M, class C, class T, class A>
struct declare<M, std::basic_string<C, T, A>> : content<M, C, stateful<A>> {};
template <ContentMarker M, class C, class T>
struct declare<M, std::basic_string_view<C, T>> : content<M, C const&> {};
template <ContentMarker M, class T>
struct declare<M, std::initializer_list<T>> : content<M, T const&> {};

// Values side by side: as all of them are.
template <PlaceMarker M, class A, class B>
struct declare<M, std::pair<A, B>> : like<A, B> {};
template <PlaceMarker M, class... T>
struct declare<M, std::tuple<T...>> : like<T...> {};
template <PlaceMarker M, class T, std::size_t N>
struct declare<M, std::array<T, N>> : like<T> {};

// One value out of several: writing replaces the value as a whole, which no other thread may see.
template <PlaceMarker M, class T>
struct declare<M, std::optional<T>> : content<M, T> {};
template <PlaceMarker M, class... T>
struct declare<M, std::variant<T...>> : content<M, T...> {};
template <PlaceMarker M, class T, class E>
struct declare<M, std::expected<T, E>> : content<M, T, E> {};
template <PlaceMarker M, class E>
struct declare<M, std::unexpected<E>> : content<M, E> {};

// unique_ptr: moving it hands the value over. A `unique_ptr<T> const&` still gives a `T&`, unlike a Box.
template <class T, class D>
struct declare<marker::send, std::unique_ptr<T, D>> : like<detail::target<T>, stateful<D>> {};
template <class T, class D>
struct declare<marker::sync, std::unique_ptr<T, D>>
    : when<is<marker::synchronised, detail::target<T>>, is<marker::sync, stateful<D>>> {};
template <class T, class D>
struct declare<marker::synchronised, std::unique_ptr<T, D>> : no {};
template <class T, class D>
struct declare<marker::leak, std::unique_ptr<T, D>> : like<detail::target<T>, stateful<D>> {};

// shared_ptr: two threads may each hold one, write through it, and destroy the value: unlike an Arc, it does
// not make the value const. The deleter is erased; that it may run on any thread is on its author's word.
template <SharingMarker M, class T>
struct declare<M, std::shared_ptr<T>>
    : when<is<marker::synchronised, detail::target<T>>, is<marker::send, detail::target<T>>> {};
template <class T>
struct declare<marker::synchronised, std::shared_ptr<T>> : no {};
template <class T>
struct declare<marker::leak, std::shared_ptr<T>> : like<detail::target<T>> {};
template <SharingMarker M, class T>
struct declare<M, std::weak_ptr<T>>
    : when<is<marker::synchronised, detail::target<T>>, is<marker::send, detail::target<T>>> {};
template <class T>
struct declare<marker::synchronised, std::weak_ptr<T>> : no {};
template <class T>
struct declare<marker::leak, std::weak_ptr<T>> : yes {};  // it keeps memory, never the value

// References under another name.
template <ContentMarker M, class T>
struct declare<M, std::reference_wrapper<T>> : content<M, T&> {};
template <ContentMarker M, class T, std::size_t N>
struct declare<M, std::span<T, N>> : content<M, T&> {};

// Erased types: like `dyn Any`, they would have to say `+ Send` or `+ Leak` in their own type.
template <ContentMarker M>
struct declare<M, std::any> : unknown {};
template <ContentMarker M, class F>
struct declare<M, std::function<F>> : unknown {};
#if __cpp_lib_move_only_function
template <ContentMarker M, class... F>
struct declare<M, std::move_only_function<F...>> : unknown {};
#endif

}  // namespace tenure
