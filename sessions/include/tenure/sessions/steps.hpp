// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenure/ownership/config.hpp"
#include "tenure/ownership/text.hpp"
#include "tenure/sessions/projection.hpp"

/// Which steps a role may take in a state, and the sentences for all others.
namespace tenure::sessions {

/// In place of a role: whoever it is.
struct anyone {};

namespace detail {

template <auto const& G, class Role>
inline constexpr machine const& machine_for = machine_of<G, role_number<G, Role>>;

/// How many edges of a state fit, and the last of them. `peer` is -1 for anyone.
struct fitting {
  int count = 0;
  int edge = -1;
};
constexpr fitting fit(machine const& of, int in_state, action act, int message, int peer) {
  fitting found;
  state const& here = of.states[in_state];
  for (int e = here.first; e < here.first + here.count; ++e) {
    edge const& x = of.edges[e];
    if (x.act != act || x.message != message || (peer != -1 && x.peer != peer)) continue;
    ++found.count;
    found.edge = e;
  }
  return found;
}

/// Text in the making.
struct draft {
  static constexpr int most = 1000;
  char chars[most + 4]{};
  int size = 0;

  constexpr draft& operator<<(std::string_view words) {
    for (char const c : words) {
      if (size < most) chars[size++] = c;
    }
    return *this;
  }
  template <std::same_as<named> Named>
  constexpr draft& operator<<(Named const& type) {
    piece const name = short_name(type);
    return *this << std::string_view{name.begin, static_cast<std::size_t>(name.size)};
  }
  constexpr std::string_view words() const { return {chars, static_cast<std::size_t>(size)}; }
};

/// The text that `Write()` drafts.
template <auto Write>
consteval auto fair_copy() {
  constexpr draft written = Write();
  text<std::size_t{written.size}> copy;
  for (int i = 0; i < written.size; ++i) copy.chars[i] = written.chars[i];
  return copy;
}

/// What the role must do in the state: "client must send ping to server, or quit to server, here".
constexpr draft due(graph const& protocol, machine const& of, int in_state) {
  constexpr int named_at_most = 6;
  state const& here = of.states[in_state];
  draft line;
  line << *protocol.roles[of.role];
  if (here.kind == state_kind::final) return line << " has come to its end here: finish()";
  if (here.kind == state_kind::fork) return line << " must split() here: the parts of a par begin";
  if (here.kind == state_kind::part_end) return line << " must join() the parts of its par here";
  bool const sends = here.kind == state_kind::send;
  line << (sends ? " must send " : " must receive ");
  for (int i = 0; i < here.count; ++i) {
    if (i == named_at_most) return line << ", or another message, here";
    edge const& x = of.edges[here.first + i];
    line << (i > 0 ? ", or " : "") << *protocol.messages[x.message] << (sends ? " to " : " from ")
         << *protocol.roles[x.peer];
  }
  return line << (here.count > 1 ? ", here" : " here");
}

/// The trap of a checked build, which says where the role stands. Written when it happens.
[[noreturn]] inline void stop_at(char const* rule, graph const& protocol, machine const& of, int in_state,
                                 char const* what) {
  draft line;
  trap((line << rule << " " << due(protocol, of, in_state).words() << what).chars);
}

}  // namespace detail

namespace rule {

/// A step with a message of type `M` to or from `Peer`.
/// [sessions.order] [sessions.payload] [sessions.peer] [sessions.label]
template <auto const& G, class Role, int State, action Act, class M, class Peer>
struct step {
  static constexpr bool sends = Act == action::send;
  static constexpr machine const& table = detail::machine_for<G, Role>;
  static constexpr int message = message_number<G, M>;
  static constexpr int peer = role_number<G, Peer>;
  static constexpr bool any_peer = std::is_same_v<Peer, anyone>;
  static constexpr bool in_order =
      table.states[State].kind == (sends ? state_kind::send : state_kind::receive);
  static constexpr detail::fitting found =
      any_peer || peer != -1 ? detail::fit(table, State, Act, message, peer) : detail::fitting{};
  static constexpr bool holds = found.count == 1;
  static constexpr edge way = holds ? table.edges[found.edge] : edge{action::send};

  static constexpr detail::draft write() {
    bool const wrong_peer = in_order && detail::fit(table, State, Act, message, -1).count > 0;
    detail::draft line;
    line << (!in_order       ? "[sessions.order] "
             : message == -1 ? "[sessions.payload] "
             : wrong_peer    ? "[sessions.peer] "
                             : "[sessions.label] ");
    line << detail::due(graph_of<G>, detail::machine_for<G, Role>, State).words();
    if (found.count > 1) return line << (sends ? ": say to whom" : ": say from whom");
    if (message == -1) return line << "; the protocol has no message " << *identity<M>;
    line << "; it cannot " << (sends ? "send " : "receive ") << *identity<M>;
    if (wrong_peer) line << (sends ? " to " : " from ") << *identity<Peer>;
    return line;
  }
  static constexpr auto sentence() { return detail::fair_copy<&step::write>(); }
};

/// A step without a message, `finish()`, `split()` or `join()`, with the id of the rule that it breaks.
template <auto const& G, class Role, int State, state_kind Kind, text Id>
struct turn {
  static constexpr bool holds = detail::machine_for<G, Role>.states[State].kind == Kind;
  static constexpr detail::draft write() {
    detail::draft line;
    return line << Id << " " << detail::due(graph_of<G>, detail::machine_for<G, Role>, State).words();
  }
  static constexpr auto sentence() { return detail::fair_copy<&turn::write>(); }
};

/// A cursor becomes no cursor of another role [sessions.role], nor one of another state [sessions.order].
template <auto const& G, class Role, int State, class Other, int There>
struct same_place {
  static constexpr bool holds = false;
  static constexpr detail::draft write() {
    detail::draft line;
    if (!std::is_same_v<Role, Other>) {
      named const& wanted = *identity<Role>;
      return line << "[sessions.role] this is the cursor of " << *identity<Other> << "; one of " << wanted
                  << " is wanted";
    }
    return line << "[sessions.order] "
                << detail::due(graph_of<G>, detail::machine_for<G, Role>, There).words()
                << "; it is not yet back where it "
                << detail::due(graph_of<G>, detail::machine_for<G, Role>, State)
                       .words()
                       .substr(static_cast<std::size_t>(short_name(*identity<Role>).size + 1));
  }
  static constexpr auto sentence() { return detail::fair_copy<&same_place::write>(); }
};

}  // namespace rule

}  // namespace tenure::sessions
