// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenure/sessions/codec.hpp"
#include "tenure/sessions/projection.hpp"

/// What two builds of one protocol must have in common, to understand each other: the steps in their order,
/// the names of roles and messages, and the fields of the messages. In a line of words for each step, and in
/// one number. Names are taken without their namespaces; the tags of loops, the fields' names and which part
/// was written as a protocol to `call` do not matter. The arms of a choice count in their order, since a
/// message goes by its number.
namespace tenure::sessions {

namespace detail {

/// 64 bits of what was said or given. Source: the hash FNV-1a of G. Fowler, L. C. Noll, K.-P. Vo.
struct marker_hash {
  std::uint64_t value = 0xcbf29ce484222325u;
  constexpr void say(std::string_view words) {
    for (char const c : words) {
      value ^= static_cast<unsigned char>(c);
      value *= 0x100000001b3u;
    }
  }
  constexpr void mix(std::uint64_t number) {
    value ^= number;
    value *= 0x9e3779b97f4a7c15u;
    value ^= value >> 29;
  }
};

template <class Role>
inline constexpr std::uint64_t role_mark = [] {
  marker_hash hash;
  say_name<Role>(hash);
  return hash.value;
}();

template <class M>
inline constexpr std::uint64_t message_mark = [] {
  marker_hash hash;
  if constexpr (enforce<rule::encodable<M>>()) coded<M>::shape(hash);
  return hash.value;
}();

/// Step by step, so that the time it takes to compile does not depend on how long the names are.
template <auto const& G, int... R, int... M>
consteval std::uint64_t fingerprint(std::integer_sequence<int, R...>, std::integer_sequence<int, M...>) {
  constexpr graph const& protocol = graph_of<G>;
  constexpr std::uint64_t roles[] = {role_mark<role_type<G, R>>..., 0};
  constexpr std::uint64_t messages[] = {message_mark<message_type<G, M>>..., 0};
  marker_hash hash;
  for (int i = 0; i < protocol.size; ++i) {
    node const& at = protocol.nodes[i];
    if (at.code == op::call) continue;
    hash.mix(static_cast<std::uint64_t>(at.code) + 1);
    // with the number: two roles may have one name
    if (at.code == op::send || at.code == op::choice)
      hash.mix(roles[at.from] + static_cast<std::uint64_t>(at.from));
    if (at.code == op::send) {
      hash.mix(roles[at.to] + static_cast<std::uint64_t>(at.to));
      hash.mix(messages[at.message] + static_cast<std::uint64_t>(at.message));
    }
    if (at.code == op::jump) {
      int passed = 0;  // which of the loops around it
      for (int up = at.up; up != at.goes; up = protocol.nodes[up].up)
        passed += protocol.nodes[up].code == op::loop;
      hash.mix(static_cast<std::uint64_t>(passed));
    }
  }
  return hash.value;
}

/// The number of a loop among all loops, from 1.
constexpr int loop_number(graph const& protocol, int loop) {
  int number = 0;
  for (int i = 0; i <= loop; ++i) number += protocol.nodes[i].code == op::loop;
  return number;
}

template <auto const& G, class Out,
          class Numbers = std::make_integer_sequence<int, graph_of<G>.message_count>>
struct shape_list;
template <auto const& G, class Out, int... M>
struct shape_list<G, Out, std::integer_sequence<int, M...>> {
  static constexpr void (*all[])(Out&) = {&coded<message_type<G, M>>::template shape<Out>..., nullptr};
};

template <class Out>
constexpr void say_decimal(Out& out, int number) {
  char digits[12]{};
  int at = 12;
  do digits[--at] = static_cast<char>('0' + number % 10);
  while ((number /= 10) > 0);
  out.say(std::string_view{digits + at, static_cast<std::size_t>(12 - at)});
}

}  // namespace detail

/// A number that is the same for two builds of a protocol that understand each other, and different, but for
/// one chance in 2^64, for all others. A message that cannot be encoded is refused: [sessions.codec].
template <auto const& G>
inline constexpr std::uint64_t fingerprint =
    detail::fingerprint<G>(std::make_integer_sequence<int, graph_of<G>.role_count>{},
                           std::make_integer_sequence<int, graph_of<G>.message_count>{});

/// The same in words, a line for each step: "client sends ping(i32) to server". Calls `out.say(words)` with
/// one piece after the other. Quadratic in the number of loops.
template <auto const& G, class Out>
constexpr void describe(Out& out) {
  graph const& protocol = graph_of<G>;
  auto const role = [&](int number) {
    piece const name = short_name(*protocol.roles[number]);
    out.say(std::string_view{name.begin, static_cast<std::size_t>(name.size)});
  };
  for (int i = 0; i < protocol.size; ++i) {
    node const& at = protocol.nodes[i];
    switch (at.code) {
      case op::send:
        role(at.from);
        out.say(" sends ");
        detail::shape_list<G, Out>::all[at.message](out);
        out.say(" to ");
        role(at.to);
        break;
      case op::choice:
        role(at.from);
        out.say(" chooses");
        break;
      case op::loop:
      case op::jump:
        out.say("loop ");
        detail::say_decimal(out, detail::loop_number(protocol, at.code == op::loop ? i : at.goes));
        out.say(at.code == op::loop ? " begins" : " starts over");
        break;
      case op::arm:
        out.say("an arm begins");
        break;
      case op::par:
        out.say("parts begin");
        break;
      case op::part:
        out.say("a part begins");
        break;
      case op::done:
        out.say("the part ends");
        break;
      case op::close:
        out.say(protocol.nodes[at.up].code == op::choice ? "the choice ends" : "all parts have ended");
        break;
      case op::end:
        out.say("the protocol ends");
        break;
      case op::call:
        continue;
    }
    out.say("\n");
  }
}

}  // namespace tenure::sessions
