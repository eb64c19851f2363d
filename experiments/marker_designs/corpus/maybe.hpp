// SPDX-License-Identifier: BSL-1.0
// The corpus under the ?Trait: a bound is taken back wherever nothing is forgotten. The items of a sequence
// belong to a stable trait, whose bound cannot be taken back any more.
// Between blank lines stands one function, which calls no other of this file.
#pragma once

#include "corpus/prelude.hpp"

namespace corpus {

// --- Values ---

template <Relaxed T>
T identity(T value) {
  return value;
}

template <Relaxed T>
void drop(T value) {
  static_cast<void>(value);
}

template <Relaxed T>
void swap_values(T& a, T& b) {
  tenure::swap(a, b);
}

template <Relaxed T>
T replace_value(T& place, T value) {
  return tenure::replace(place, std::move(value));
}

template <Relaxed T>
T take_value(T& place) {
  return tenure::take(place);
}

template <Relaxed T, Relaxed U>
std::pair<T, U> pair_up(T first, U second) {
  return {std::move(first), std::move(second)};
}

template <Relaxed T, Relaxed U>
std::pair<U, T> flip(std::pair<T, U> both) {
  return {std::move(both.second), std::move(both.first)};
}

template <Relaxed T, Relaxed U>
T keep_first(std::pair<T, U> both) {
  return std::move(both.first);
}

template <Relaxed T, Relaxed F>
auto apply(T value, F f) {
  return f(std::move(value));
}

template <Relaxed T, Relaxed F>
T inspect(T value, F f) {
  f(value);
  return value;
}

template <Relaxed T, Relaxed F, Relaxed G>
auto bracket(T resource, F use, G close) {
  auto result = use(resource);
  close(std::move(resource));
  return result;
}

// --- Optional values ---

template <Relaxed T>
std::optional<T> some(T value) {
  return std::optional<T>{std::move(value)};
}

template <Relaxed T>
T unwrap(std::optional<T> maybe) {
  return std::move(maybe).value();
}

template <Relaxed T>
T unwrap_or(std::optional<T> maybe, T otherwise) {
  return maybe ? std::move(*maybe) : std::move(otherwise);
}

template <Relaxed T, Relaxed F>
T unwrap_or_else(std::optional<T> maybe, F otherwise) {
  return maybe ? std::move(*maybe) : otherwise();
}

template <Relaxed T, Relaxed F>
auto map_optional(std::optional<T> maybe, F f) {
  using result = std::optional<decltype(f(std::move(*maybe)))>;
  return maybe ? result{f(std::move(*maybe))} : result{};
}

template <Relaxed T, Relaxed F>
std::optional<T> keep_if(std::optional<T> maybe, F wanted) {
  return maybe && wanted(*maybe) ? std::move(maybe) : std::optional<T>{};
}

// --- Sequences in storage ---

template <Relaxed T>
void push(std::vector<T>& all, T value) {
  all.push_back(std::move(value));
}

template <Relaxed T>
std::optional<T> pop(std::vector<T>& all) {
  if (all.empty()) return std::nullopt;
  std::optional<T> last{std::move(all.back())};
  all.pop_back();
  return last;
}

template <Relaxed T>
T swap_remove(std::vector<T>& all, std::size_t at) {
  T former = tenure::replace(all[at], std::move(all.back()));
  all.pop_back();
  return former;
}

template <Relaxed T>
void append(std::vector<T>& all, std::vector<T> more) {
  for (T& value : more) all.push_back(std::move(value));
}

template <Relaxed T>
void reverse(std::vector<T>& all) {
  for (std::size_t i = 0; 2 * i + 1 < all.size(); ++i) tenure::swap(all[i], all[all.size() - 1 - i]);
}

template <Relaxed T, Relaxed F>
void retain(std::vector<T>& all, F wanted) {
  std::erase_if(all, [&](T const& value) { return !wanted(value); });
}

template <Relaxed T>
void clear(std::vector<T>& all) {
  all.clear();
}

// --- Sequences that yield their items ---

template <SilentItems S, Relaxed F>
void for_each(S all, F f) {
  while (auto item = all.next()) f(*std::move(item));
}

template <SilentItems S, Relaxed A, Relaxed F>
A fold(S all, A start, F f) {
  while (auto item = all.next()) start = f(std::move(start), *std::move(item));
  return start;
}

template <SilentItems S>
std::size_t count(S all) {
  std::size_t n = 0;
  while (all.next()) ++n;
  return n;
}

template <SilentItems S>
auto last(S all) {
  std::optional<typename S::item> kept;
  while (auto item = all.next()) kept.emplace(*std::move(item));
  return kept;
}

template <SilentItems S>
auto nth(S all, std::size_t n) {
  while (n-- > 0) static_cast<void>(all.next());
  return all.next();
}

template <SilentItems S>
auto collect(S all) {
  std::vector<typename S::item> kept;
  while (auto item = all.next()) kept.push_back(*std::move(item));
  return kept;
}

template <SilentItems S, Relaxed F>
auto filter(S all, F wanted) {
  std::vector<typename S::item> kept;
  while (auto item = all.next()) {
    if (wanted(*item)) kept.push_back(*std::move(item));
  }
  return kept;
}

template <SilentItems S, Relaxed F>
auto partition(S all, F wanted) {
  std::pair<std::vector<typename S::item>, std::vector<typename S::item>> parts;
  while (auto item = all.next()) (wanted(*item) ? parts.first : parts.second).push_back(*std::move(item));
  return parts;
}

template <SilentItems S>
void forget_items(S all) {
  while (auto item = all.next()) tenure::forget(*std::move(item));
}

template <SilentItems S>
auto share_items(S all) {
  std::vector<tenure::rc<typename S::item>> shared;
  while (auto item = all.next()) shared.push_back(tenure::rc<typename S::item>::make(*std::move(item)));
  return shared;
}

// --- Functions that are called back ---

template <Relaxed F>
auto retry(F attempt, int times) {
  auto result = attempt();
  while (!result && --times > 0) result = attempt();
  return result;
}

template <Relaxed T, Relaxed F>
T& get_or_make(std::optional<T>& cache, F make) {
  if (!cache) cache.emplace(make());
  return *cache;
}

template <Silent T, Relaxed F>
tenure::rc<T> get_or_share(std::optional<tenure::rc<T>>& cache, F make) {
  if (!cache) cache.emplace(tenure::rc<T>::make(make()));
  return cache->clone();
}

// --- Values that may never end ---

template <Silent T>
void forget_generic(T value) {
  tenure::forget(std::move(value));
}

template <Silent T>
T& make_static(T value) {
  return tenure::box<T>::make(std::move(value)).leak();
}

template <Silent T>
tenure::manually_drop<T> defuse(T value) {
  return tenure::manually_drop<T>{std::move(value)};
}

template <Silent T>
tenure::rc<T> share(T value) {
  return tenure::rc<T>::make(std::move(value));
}

template <Silent T>
tenure::arc<T> publish(T value) {
  return tenure::arc<T>::make(std::move(value));
}

template <Silent T>
void send_to(std::vector<tenure::arc<T>>& buffer, T message) {
  buffer.push_back(tenure::arc<T>::make(std::move(message)));
}

// --- Work behind an interface ---

template <Relaxed T>
relaxed_job erase(T work) {
  return work;
}

template <Silent T>
silent_job erase_for_sharing(T work) {
  return work;
}

inline void run_job(relaxed_job work) { work->run(); }

template <Relaxed T>
std::pair<relaxed_job, relaxed_job> queue_up(relaxed_job first, T next) {
  return {std::move(first), std::move(next)};
}

inline void forget_job(silent_job work) { tenure::forget(std::move(work)); }

inline auto share_job(silent_job work) { return tenure::rc<decltype(work)>::make(std::move(work)); }

}  // namespace corpus
