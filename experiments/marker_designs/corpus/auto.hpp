// SPDX-License-Identifier: BSL-1.0
// The corpus under the auto trait: a bound where a value, or something it is put into, is forgotten.
// Between blank lines stands one function, which calls no other of this file.
#pragma once

#include "corpus/prelude.hpp"

namespace corpus {

// --- Values ---

template <Silent T>
T identity(T value) {
  return value;
}

template <Silent T>
void drop(T value) {
  static_cast<void>(value);
}

template <Silent T>
void swap_values(T& a, T& b) {
  tenure::swap(a, b);
}

template <Silent T>
T replace_value(T& place, T value) {
  return tenure::replace(place, std::move(value));
}

template <Silent T>
T take_value(T& place) {
  return tenure::take(place);
}

template <Silent T, Silent U>
std::pair<T, U> pair_up(T first, U second) {
  return {std::move(first), std::move(second)};
}

template <Silent T, Silent U>
std::pair<U, T> flip(std::pair<T, U> both) {
  return {std::move(both.second), std::move(both.first)};
}

template <Silent T, Silent U>
T keep_first(std::pair<T, U> both) {
  return std::move(both.first);
}

template <Silent T, Silent F>
auto apply(T value, F f) {
  return f(std::move(value));
}

template <Silent T, Silent F>
T inspect(T value, F f) {
  f(value);
  return value;
}

template <Silent T, Silent F, Silent G>
auto bracket(T resource, F use, G close) {
  auto result = use(resource);
  close(std::move(resource));
  return result;
}

// --- Optional values ---

template <Silent T>
std::optional<T> some(T value) {
  return std::optional<T>{std::move(value)};
}

template <Silent T>
T unwrap(std::optional<T> maybe) {
  return std::move(maybe).value();
}

template <Silent T>
T unwrap_or(std::optional<T> maybe, T otherwise) {
  return maybe ? std::move(*maybe) : std::move(otherwise);
}

template <Silent T, Silent F>
T unwrap_or_else(std::optional<T> maybe, F otherwise) {
  return maybe ? std::move(*maybe) : otherwise();
}

template <Silent T, Silent F>
auto map_optional(std::optional<T> maybe, F f) {
  using result = std::optional<decltype(f(std::move(*maybe)))>;
  return maybe ? result{f(std::move(*maybe))} : result{};
}

template <Silent T, Silent F>
std::optional<T> keep_if(std::optional<T> maybe, F wanted) {
  return maybe && wanted(*maybe) ? std::move(maybe) : std::optional<T>{};
}

// --- Sequences in storage ---

template <Silent T>
void push(std::vector<T>& all, T value) {
  all.push_back(std::move(value));
}

template <Silent T>
std::optional<T> pop(std::vector<T>& all) {
  if (all.empty()) return std::nullopt;
  std::optional<T> last{std::move(all.back())};
  all.pop_back();
  return last;
}

template <Silent T>
T swap_remove(std::vector<T>& all, std::size_t at) {
  T former = tenure::replace(all[at], std::move(all.back()));
  all.pop_back();
  return former;
}

template <Silent T>
void append(std::vector<T>& all, std::vector<T> more) {
  for (T& value : more) all.push_back(std::move(value));
}

template <Silent T>
void reverse(std::vector<T>& all) {
  for (std::size_t i = 0; 2 * i + 1 < all.size(); ++i) tenure::swap(all[i], all[all.size() - 1 - i]);
}

template <Silent T, Silent F>
void retain(std::vector<T>& all, F wanted) {
  std::erase_if(all, [&](T const& value) { return !wanted(value); });
}

template <Silent T>
void clear(std::vector<T>& all) {
  all.clear();
}

// --- Sequences that yield their items ---

template <SilentItems S, Silent F>
void for_each(S all, F f) {
  while (auto item = all.next()) f(*std::move(item));
}

template <SilentItems S, Silent A, Silent F>
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

template <SilentItems S, Silent F>
auto filter(S all, F wanted) {
  std::vector<typename S::item> kept;
  while (auto item = all.next()) {
    if (wanted(*item)) kept.push_back(*std::move(item));
  }
  return kept;
}

template <SilentItems S, Silent F>
auto partition(S all, F wanted) {
  std::pair<std::vector<typename S::item>, std::vector<typename S::item>> parts;
  while (auto item = all.next()) (wanted(*item) ? parts.first : parts.second).push_back(*std::move(item));
  return parts;
}

template <BoundedItems S>
void forget_items(S all) {
  while (auto item = all.next()) tenure::forget(*std::move(item));
}

template <BoundedItems S>
auto share_items(S all) {
  std::vector<tenure::rc<typename S::item>> shared;
  while (auto item = all.next()) shared.push_back(tenure::rc<typename S::item>::make(*std::move(item)));
  return shared;
}

// --- Functions that are called back ---

template <Silent F>
auto retry(F attempt, int times) {
  auto result = attempt();
  while (!result && --times > 0) result = attempt();
  return result;
}

template <Silent T, Silent F>
T& get_or_make(std::optional<T>& cache, F make) {
  if (!cache) cache.emplace(make());
  return *cache;
}

template <Bounded T, Silent F>
tenure::rc<T> get_or_share(std::optional<tenure::rc<T>>& cache, F make) {
  if (!cache) cache.emplace(tenure::rc<T>::make(make()));
  return cache->clone();
}

// --- Values that may never end ---

template <Bounded T>
void forget_generic(T value) {
  tenure::forget(std::move(value));
}

template <Bounded T>
T& make_static(T value) {
  return tenure::box<T>::make(std::move(value)).leak();
}

template <Bounded T>
tenure::manually_drop<T> defuse(T value) {
  return tenure::manually_drop<T>{std::move(value)};
}

template <Bounded T>
tenure::rc<T> share(T value) {
  return tenure::rc<T>::make(std::move(value));
}

template <Bounded T>
tenure::arc<T> publish(T value) {
  return tenure::arc<T>::make(std::move(value));
}

template <Bounded T>
void send_to(std::vector<tenure::arc<T>>& buffer, T message) {
  buffer.push_back(tenure::arc<T>::make(std::move(message)));
}

// --- Work behind an interface ---

template <Silent T>
silent_job erase(T work) {
  return work;
}

template <Bounded T>
bounded_job erase_for_sharing(T work) {
  return work;
}

inline void run_job(silent_job work) { work->run(); }

template <Silent T>
std::pair<silent_job, silent_job> queue_up(silent_job first, T next) {
  return {std::move(first), std::move(next)};
}

inline void forget_job(bounded_job work) { tenure::forget(std::move(work)); }

inline auto share_job(bounded_job work) { return tenure::rc<decltype(work)>::make(std::move(work)); }

}  // namespace corpus
