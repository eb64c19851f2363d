// SPDX-License-Identifier: BSL-1.0
// The run-time monitor as an endpoint's machine.
#pragma once

#include "endpoint.hpp"
#include "tenure/sessions/monitor.hpp"

namespace designs {

template <auto const& G, class Role>
class monitor_machine : public watchful {
  g::monitor<G, Role> watch_;

  [[noreturn, gnu::cold, gnu::noinline]] void refuse() const { fail(watch_.sentence().chars); }

 public:
  template <class Peer, class M>
  void step(to<Peer, M>) {
    if (watch_.template sends<M, Peer>()) refuse();
  }
  template <class Peer, class M>
  void step(from<Peer, M>) {
    if (watch_.template receives<M, Peer>()) refuse();
  }
  void finish() {
    if (watch_.finish()) refuse();
  }
};

template <auto const& G, class Role>
using monitored = endpoint<G, Role, monitor_machine<G, Role>>;

}  // namespace designs
