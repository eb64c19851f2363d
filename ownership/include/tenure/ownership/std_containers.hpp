// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <forward_list>
#include <list>
#include <map>
#include <queue>
#include <set>
#include <stack>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tenure/ownership/std_values.hpp"

/// The standard containers: as their elements are. They own them and pass constness on. Moving a container
/// does not move its elements, so `Move` asks nothing of them. Iterators are unknown: they point into a
/// container that others may use.
namespace tenure {

template <ContentMarker M, class T, class A>
struct declare<M, std::vector<T, A>> : content<M, T, stateful<A>> {};
template <ContentMarker M, class T, class A>
struct declare<M, std::deque<T, A>> : content<M, T, stateful<A>> {};
template <ContentMarker M, class T, class A>
struct declare<M, std::list<T, A>> : content<M, T, stateful<A>> {};
template <ContentMarker M, class T, class A>
struct declare<M, std::forward_list<T, A>> : content<M, T, stateful<A>> {};

template <ContentMarker M, class K, class C, class A>
struct declare<M, std::set<K, C, A>> : content<M, K, stateful<C>, stateful<A>> {};
template <ContentMarker M, class K, class C, class A>
struct declare<M, std::multiset<K, C, A>> : content<M, K, stateful<C>, stateful<A>> {};
template <ContentMarker M, class K, class V, class C, class A>
struct declare<M, std::map<K, V, C, A>> : content<M, K, V, stateful<C>, stateful<A>> {};
template <ContentMarker M, class K, class V, class C, class A>
struct declare<M, std::multimap<K, V, C, A>> : content<M, K, V, stateful<C>, stateful<A>> {};

template <ContentMarker M, class K, class H, class E, class A>
struct declare<M, std::unordered_set<K, H, E, A>> : content<M, K, stateful<H>, stateful<E>, stateful<A>> {};
template <ContentMarker M, class K, class H, class E, class A>
struct declare<M, std::unordered_multiset<K, H, E, A>>
    : content<M, K, stateful<H>, stateful<E>, stateful<A>> {};
template <ContentMarker M, class K, class V, class H, class E, class A>
struct declare<M, std::unordered_map<K, V, H, E, A>>
    : content<M, K, V, stateful<H>, stateful<E>, stateful<A>> {};
template <ContentMarker M, class K, class V, class H, class E, class A>
struct declare<M, std::unordered_multimap<K, V, H, E, A>>
    : content<M, K, V, stateful<H>, stateful<E>, stateful<A>> {};

template <ContentMarker M, class T, class C>
struct declare<M, std::stack<T, C>> : content<M, C> {};
template <ContentMarker M, class T, class C>
struct declare<M, std::queue<T, C>> : content<M, C> {};
template <ContentMarker M, class T, class C, class L>
struct declare<M, std::priority_queue<T, C, L>> : content<M, C, stateful<L>> {};

}  // namespace tenure
