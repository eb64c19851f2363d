// SPDX-License-Identifier: BSL-1.0
// An endpoint of one type for the whole session: what is written where cursors are not. Which step is due is
// asked of `Machine` when the program runs. The ring is the carrier that cursors use.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenure/sessions/projection.hpp"
#include "tenure/sessions/ring.hpp"

namespace designs {

namespace g = tenure::sessions;

[[noreturn, gnu::cold, gnu::noinline]] inline void fail(char const* sentence) {
  std::fprintf(stderr, "%s\n", sentence);
  std::abort();
}
/// Nobody will send what is waited for. Where each role has a thread, this one would wait for ever.
[[noreturn, gnu::cold, gnu::noinline]] inline void hang() { std::_Exit(3); }

/// Another role has left, which every carrier tells.
[[noreturn, gnu::cold, gnu::noinline]] inline void left() { fail("the session was cancelled"); }

/// Says what a machine is asked about: a message to or from somebody.
template <class Role, class Message>
struct to {};
template <class Role, class Message>
struct from {};

template <auto const& G, class Role, class Machine>
class endpoint {
  g::loopback<G>* wires_;
  Machine machine_{};

  static constexpr int self = g::role_number<G, Role>;
  template <class Peer>
  static constexpr int peer = g::role_number<G, Peer>;
  template <class M>
  static constexpr int number = g::message_number<G, M>;

 public:
  explicit endpoint(g::loopback<G>& wires) : wires_{std::addressof(wires)} {}
  endpoint(endpoint const&) = delete;
  endpoint& operator=(endpoint const&) = delete;

  template <class To, class M>
  void send(M message) {
    static_assert(number<M> != -1, "this protocol has no such message");
    machine_.step(to<To, M>{});
    auto const went = wires_->template put<self, peer<To>, number<M>>(message);
    if (went != g::outcome::done) [[unlikely]]
      went == g::outcome::later ? hang() : left();
  }
  template <class From, class M>
  M recv() {
    static_assert(number<M> != -1, "this protocol has no such message");
    if (Machine::looks_for_faults && wires_->failure()) [[unlikely]]
      left();
    int const arrived = wires_->template head<peer<From>, self>();
    if (arrived != number<M>) [[unlikely]] {
      if (arrived == -1) hang();
      fail("another message has arrived");
    }
    machine_.step(from<From, M>{});
    M message{std::move(wires_->template front<peer<From>, self, M>())};
    wires_->template pop<peer<From>, self, M>();
    return message;
  }
  /// Whether the next message from there is an `M`.
  template <class From, class M>
  bool next_is() const {
    int const arrived = wires_->template head<peer<From>, self>();
    if (arrived == -1) hang();
    return arrived == number<M>;
  }
  void finish() { machine_.finish(); }
};

/// Machines whose endpoint asks before it receives whether another role has left, as cursors do.
struct watchful {
  static constexpr bool looks_for_faults = true;
};

/// No machine: messages are told apart, and nobody asks which of them is due.
struct no_machine {
  static constexpr bool looks_for_faults = false;
  template <class What>
  void step(What) {}
  void finish() {}
};

}  // namespace designs
