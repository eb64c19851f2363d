// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <utility>

#include "tenure/sessions/names.hpp"

/// The language of choreographies: one text for what all roles of a session do together.
///
///   inline constexpr auto ping_pong =
///       loop<struct again>(choice<client>(
///           seq(send<client, server, ping>, send<server, client, pong>, jump<struct again>),
///           send<client, server, quit>));
///
/// A choreography is a value, a flat array of steps: `send` is an array of one, everything else concatenates
/// arrays. Roles, messages and tags are types; an incomplete type will do for a role or a tag.
/// What is well formed is said in checks.hpp and projection.hpp, and checked when a protocol is used.
///
/// Source: the global types of K. Honda, N. Yoshida, M. Carbone, "Multiparty asynchronous session types".
namespace tenure::sessions {

/// `arm`, `part`, `done` and `close` come from `choice` and `par`: [choice [arm ..].. close],
/// [par [part .. done].. close]. `end` is added when a protocol is numbered.
enum class op : unsigned char { send, choice, arm, loop, jump, call, par, part, done, close, end };

/// One step. `a` is who sends, who chooses, or the tag of a loop or jump; `b` receives the message `m`.
/// `length` counts the steps of a block, its header included.
struct step {
  op code{};
  named const* a = nullptr;
  named const* b = nullptr;
  named const* m = nullptr;
  int length = 1;
};

/// A choreography of `N` steps.
template <int N>
struct program {
  static constexpr int size = N;
  step steps[N > 0 ? N : 1]{};
};

namespace detail {

template <int... Sizes>
consteval int sum() {
  int const sizes[]{0, Sizes...};
  int total = 0;
  for (int const size : sizes) total += size;
  return total;
}

struct stretch {
  step const* first;
  int size;
};

/// Where the combinators write.
template <int N>
struct writer {
  program<N> out{};
  int at = 0;

  constexpr void put(step const& one) { out.steps[at++] = one; }
  constexpr void put(stretch what) {
    for (int i = 0; i < what.size; ++i) put(what.first[i]);
  }
};

}  // namespace detail

/// `From` sends a `Message` to `To`.
template <class From, class To, class Message>
inline constexpr program<1> send{{{op::send, detail::revealed<From>::address, detail::revealed<To>::address,
                                   detail::revealed<Message>::address}}};

/// One after the other. Roles that take no part in a step do not wait for it.
template <int... N>
constexpr auto seq(program<N> const&... parts) {
  detail::writer<detail::sum<N...>()> w;
  detail::stretch const all[]{{nullptr, 0}, {parts.steps, N}...};
  for (auto const& part : all) w.put(part);
  return w.out;
}

/// `Role` chooses one of at least two arms. Each begins with a message that `Role` sends, and no two with
/// the same message to the same receiver.
template <class Role, int... N>
constexpr auto choice(program<N> const&... arms) {
  constexpr int total = detail::sum<N...>() + int{sizeof...(N)} + 2;
  detail::writer<total> w;
  detail::stretch const all[]{{nullptr, 0}, {arms.steps, N}...};
  w.put(step{op::choice, identity<Role>, nullptr, nullptr, total});
  for (int i = 1; i <= int{sizeof...(N)}; ++i) {
    w.put(step{op::arm, nullptr, nullptr, nullptr, all[i].size + 1});
    w.put(all[i]);
  }
  w.put(step{op::close});
  return w.out;
}

/// `body`, in which `jump<Tag>` goes back to its beginning. What runs to the end of the body leaves the loop.
template <class Tag, int N>
constexpr auto loop(program<N> const& body) {
  detail::writer<N + 1> w;
  w.put(step{op::loop, identity<Tag>, nullptr, nullptr, N + 1});
  w.put(detail::stretch{body.steps, N});
  return w.out;
}

/// Back to the beginning of the enclosing loop of that tag. Nothing may follow it.
template <class Tag>
inline constexpr program<1> jump{{{op::jump, identity<Tag>}}};

/// All parts at the same time. They end together: what follows needs all of them done.
/// No two parts have a message of the same sender to the same receiver.
template <int... N>
constexpr auto par(program<N> const&... parts) {
  constexpr int total = detail::sum<N...>() + 2 * int{sizeof...(N)} + 2;
  detail::writer<total> w;
  detail::stretch const all[]{{nullptr, 0}, {parts.steps, N}...};
  w.put(step{op::par, nullptr, nullptr, nullptr, total});
  for (int i = 1; i <= int{sizeof...(N)}; ++i) {
    w.put(step{op::part, nullptr, nullptr, nullptr, all[i].size + 2});
    w.put(all[i]);
    w.put(step{op::done});
  }
  w.put(step{op::close});
  return w.out;
}

namespace detail {
template <int N>
constexpr auto called(program<N> const& body) {
  writer<N + 1> w;
  w.put(step{op::call, nullptr, nullptr, nullptr, N + 1});
  w.put(stretch{body.steps, N});
  return w.out;
}
}  // namespace detail

/// The steps of another protocol, which keeps its loop tags to itself.
template <auto const& Protocol>
inline constexpr auto call = detail::called(Protocol);

/// A family of roles: `worker<0>`, `worker<1>`, ...
template <std::size_t Number>
struct worker {};

/// `body(i)` for i = 0 .. N-1, one after the other; `i` can be a template argument:
/// `each<4>([](auto i) { return send<source, worker<i>, work>; })`.
template <std::size_t N, class F>
constexpr auto each(F body) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return seq(body(std::integral_constant<std::size_t, I>{})...);
  }(std::make_index_sequence<N>{});
}

/// The same at the same time.
template <std::size_t N, class F>
constexpr auto par_each(F body) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return par(body(std::integral_constant<std::size_t, I>{})...);
  }(std::make_index_sequence<N>{});
}

}  // namespace tenure::sessions
