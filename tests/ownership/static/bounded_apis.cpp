// SPDX-License-Identifier: BSL-1.0
// What the markers say of the types that they bound, each refusal beside a type that is accepted.
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/exchange.hpp"
#include "tenure/ownership/forget.hpp"
#include "tenure/ownership/manually_drop.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/std.hpp"

struct sendable_only {};  // as a cell
struct readable_only {};  // as a lock's guard
struct must_end {};
struct stays {};
template <>
struct tenure::declare<tenure::marker::sync, sendable_only> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::send, readable_only> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::leak, must_end> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::move, stays> : tenure::no {};

// A type may hold handles of itself, and the question goes round the circle.
struct node {
  int value;
  std::optional<tenure::rc<node>> next;
  tenure::weak_rc<node> owner;
};
struct shared_node {
  int value;
  std::optional<tenure::arc<shared_node>> next;
  tenure::weak_arc<shared_node> owner;
};
struct guarded_node {
  must_end guard;
  std::optional<tenure::rc<guarded_node>> next;
};

namespace {

using tenure::arc;
using tenure::Leak;
using tenure::manually_drop;
using tenure::Move;
using tenure::rc;
using tenure::Send;
using tenure::Sync;
using tenure::Synchronised;
using tenure::weak_arc;
using tenure::weak_rc;

// rc: never among threads; arc: where the value is both Send and Sync.
static_assert(!Send<rc<int>> && !Sync<rc<int>>);
static_assert(!Send<weak_rc<int>> && !Sync<weak_rc<int>>);
static_assert(Send<arc<int>> && Sync<arc<int>>);
static_assert(Send<weak_arc<int>> && Sync<weak_arc<int>>);
static_assert(Send<sendable_only> && !Sync<sendable_only>);
static_assert(!Send<arc<sendable_only>> && !Sync<arc<sendable_only>>);
static_assert(!Send<weak_arc<sendable_only>> && !Sync<weak_arc<sendable_only>>);
static_assert(!Send<readable_only> && Sync<readable_only>);
static_assert(!Send<arc<readable_only>> && !Sync<arc<readable_only>>);
static_assert(!Send<arc<rc<int>>> && !Send<arc<int*>>);
static_assert(Send<arc<arc<int>>>);
static_assert(!Synchronised<arc<int>> && !Synchronised<rc<int>>);
static_assert(tenure::derived<tenure::marker::send, rc<int>> == tenure::verdict::no);

static_assert(Send<shared_node> && Sync<shared_node>);
static_assert(!Send<node> && !Sync<node>);

// Leak and Move.
static_assert(Leak<rc<int>> && Leak<arc<int>> && Leak<weak_rc<int>> && Leak<node>);
static_assert(!Leak<rc<must_end>> && !Leak<arc<must_end>> && !Leak<weak_rc<must_end>> && !Leak<guarded_node>);
static_assert(Move<rc<stays>> && Move<arc<stays>> && Move<weak_arc<stays>> && Move<rc<int>>);

// manually_drop is as its value is.
static_assert(Send<manually_drop<int>> && Move<manually_drop<int>> && Leak<manually_drop<int>>);
static_assert(!Send<manually_drop<rc<int>>> && !Move<manually_drop<stays>> && !Leak<manually_drop<must_end>>);
static_assert(!std::is_copy_constructible_v<manually_drop<int>> &&
              std::is_move_constructible_v<manually_drop<int>>);
static_assert(tenure::is_checked || sizeof(manually_drop<std::int64_t>) == sizeof(std::int64_t));

// One word, moved and never copied, with shared access that is deep.
template <class Handle>
concept IsHandle = sizeof(Handle) == sizeof(void*) && !std::is_copy_constructible_v<Handle> &&
                   !std::is_copy_assignable_v<Handle> && std::is_nothrow_move_constructible_v<Handle> &&
                   std::is_nothrow_move_assignable_v<Handle>;
static_assert(IsHandle<rc<int>> && IsHandle<arc<int>> && IsHandle<weak_rc<int>> && IsHandle<weak_arc<int>>);
static_assert(!IsHandle<int>);
static_assert(std::is_same_v<decltype(*std::declval<rc<int>&>()), int const&>);
static_assert(std::is_same_v<decltype(std::declval<arc<int>&>().operator->()), int const*>);
static_assert(std::is_same_v<decltype(std::declval<rc<int>&>().get_mut()), int*>);
static_assert(!std::is_default_constructible_v<rc<int>> && std::is_default_constructible_v<weak_rc<int>>);

// An unqualified call does not find the function objects.
template <class T>
concept FoundByArgument = requires(T& a, T& b) { replace(a, b); };
static_assert(!FoundByArgument<rc<int>>);
static_assert(requires(int& place) { tenure::replace(place, 1); });

}  // namespace
