// SPDX-License-Identifier: BSL-1.0
// What a message costs over a ring of one thread, sent and received, by who sees to it that it is due. The
// objects of both roles are known elsewhere, so that a state is in memory, as where each step of a role is in
// another function.
#define KEPT 1
#include "../../experiments/session_designs/probe/run.hpp"
#include "machines.hpp"
#include "support/bench.hpp"
#include "tenure/sessions/ring.hpp"

namespace {

using namespace machines;
namespace g = tenure::sessions;

constexpr int messages = 1'000;

template <class Machine>
using client_end = designs::endpoint<protocol, client, Machine>;
template <class Machine>
using server_end = designs::endpoint<protocol, server, Machine>;

template <class OfClient, class OfServer = OfClient>
void endpoints(benchmark::State& state) {
  g::loopback<protocol> wires;
  client_end<OfClient> c{wires};
  server_end<OfServer> s{wires};
  std::uint32_t sum = 0;
  for (auto _ : state) {
    for (int i = 0; i < messages / 2; ++i) {
      c.template send<server>(ping{sum});
      run::forget(wires, c, s);
      ping const p = s.template recv<client, ping>();
      s.template send<client>(pong{p.value + 1});
      run::forget(wires, c, s);
      sum += c.template recv<server, pong>().value;
    }
  }
  tenure::bench::keep(sum);
  state.SetItemsProcessed(state.iterations() * messages);
}
void cursors(benchmark::State& state) {
  g::loopback<protocol> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  std::uint32_t sum = 0;
  for (auto _ : state) {
    for (int i = 0; i < messages / 2; ++i) {
      auto waiting = std::move(c).send(ping{sum});
      run::forget(wires, waiting, s);
      ping p;
      s = std::move(s).recv(p).send(pong{p.value + 1});
      run::forget(wires, waiting, s);
      pong answer;
      c = std::move(waiting).recv(answer);
      sum += answer.value;
    }
  }
  tenure::bench::keep(sum);
  state.SetItemsProcessed(state.iterations() * messages);
  static_cast<void>(std::move(c).cancel());
  static_cast<void>(std::move(s).cancel());
}

template <class Role>
using by_hand = typename designs::machines<protocol, Role>::by_hand;
template <class Role>
using table = typename designs::machines<protocol, Role>::table;

[[maybe_unused]] tenure::bench::group const ping_pong =
    tenure::bench::group("1000 messages, one thread")
        .baseline("bare ring", endpoints<designs::no_machine>)
        .add("hand-written", endpoints<by_hand<client>, by_hand<server>>)
        .add("table", endpoints<table<client>, table<server>>)
        .add("virtual dispatch", endpoints<virtual_functions>)
        .add("variant visitor", endpoints<variant_visitor>)
        .add(
            "monitor",
            endpoints<designs::monitor_machine<protocol, client>, designs::monitor_machine<protocol, server>>)
        .add("cursors", cursors);

}  // namespace
