// SPDX-License-Identifier: BSL-1.0
// Writes models for SPIN into a directory: NAME.good.pml where no error may be found, NAME.large.pml where
// none may be found in as much as can be searched, NAME.bad.pml where one must be. Good ones are the
// protocols of the literature and random choreographies that were accepted. Bad ones are random ones with an
// edge changed, which go wrong by our own explorer.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "sessions/support/verdict.hpp"
#include "tenure/sessions/protocols/adder.hpp"
#include "tenure/sessions/protocols/bank.hpp"
#include "tenure/sessions/protocols/caching.hpp"
#include "tenure/sessions/protocols/calculator.hpp"
#include "tenure/sessions/protocols/diffie_hellman.hpp"
#include "tenure/sessions/protocols/dns.hpp"
#include "tenure/sessions/protocols/double_buffering.hpp"
#include "tenure/sessions/protocols/fast_fourier.hpp"
#include "tenure/sessions/protocols/fibonacci.hpp"
#include "tenure/sessions/protocols/http_proxies.hpp"
#include "tenure/sessions/protocols/key_value_store.hpp"
#include "tenure/sessions/protocols/leader.hpp"
#include "tenure/sessions/protocols/logging.hpp"
#include "tenure/sessions/protocols/map_reduce.hpp"
#include "tenure/sessions/protocols/mergesort.hpp"
#include "tenure/sessions/protocols/oauth.hpp"
#include "tenure/sessions/protocols/ping_pong.hpp"
#include "tenure/sessions/protocols/remote_data.hpp"
#include "tenure/sessions/protocols/ring.hpp"
#include "tenure/sessions/protocols/ring_choice.hpp"
#include "tenure/sessions/protocols/servo.hpp"
#include "tenure/sessions/protocols/simple_voting.hpp"
#include "tenure/sessions/protocols/sleeping_barber.hpp"
#include "tenure/sessions/protocols/smtp.hpp"
#include "tenure/sessions/protocols/streaming.hpp"
#include "tenure/sessions/protocols/three_buyers.hpp"
#include "tenure/sessions/protocols/two_buyer.hpp"
#include "tenure/sessions/protocols/video_stream.hpp"
#include "tenure/sessions/to_promela.hpp"

using namespace tenure::test;
namespace p = tenure::sessions::protocols;

namespace {

std::string directory;

void save(std::string const& name, std::string const& model) {
  std::ofstream{directory + "/" + name + ".pml"} << model;
}

template <auto const& G>
void good(char const* name) {
  save(std::string{name} + ".good", g::to_promela<G>(1));
}

void literature() {
  good<p::adder::protocol>("adder");
  good<p::bank::protocol>("bank");
  good<p::caching::protocol>("caching");
  good<p::calculator::protocol>("calculator");
  good<p::diffie_hellman::protocol>("diffie_hellman");
  good<p::dns::protocol>("dns");
  good<p::double_buffering::protocol>("double_buffering");
  save("fast_fourier.large", g::to_promela<p::fast_fourier::protocol>(1));  // 8 roles in 32 processes
  good<p::fibonacci::protocol>("fibonacci");
  good<p::http_proxies::protocol>("http_proxies");
  good<p::key_value_store::protocol>("key_value_store");
  good<p::leader::protocol<4>>("leader");
  good<p::logging::protocol>("logging");
  good<p::map_reduce::protocol<4>>("map_reduce");
  good<p::mergesort::protocol>("mergesort");
  good<p::oauth::protocol>("oauth");
  good<p::ping_pong::protocol>("ping_pong");
  good<p::remote_data::protocol>("remote_data");
  good<p::ring::protocol<5>>("ring");
  good<p::ring_choice::protocol>("ring_choice");
  good<p::ring_choice::ahead>("ring_choice_ahead");
  good<p::servo::protocol>("servo");
  good<p::simple_voting::protocol>("simple_voting");
  good<p::sleeping_barber::protocol>("sleeping_barber");
  good<p::smtp::protocol>("smtp");
  good<p::streaming::protocol>("streaming");
  good<p::three_buyers::protocol>("three_buyers");
  good<p::two_buyer::protocol>("two_buyer");
  good<p::video_stream::protocol>("video_stream");
  good<p::adder::looped>("adder_looped");
  good<p::double_buffering::ahead>("double_buffering_ahead");
  good<p::streaming::ahead>("streaming_ahead");
}

/// Changes the message of one edge, or where it leads.
std::string damaged(judge& it, dice& luck) {
  auto const r = static_cast<std::size_t>(luck.below(it.of.role_count));
  g::machine const& whole = it.tables[r];
  std::vector<g::edge> edges(whole.edges, whole.edges + whole.edge_count);
  g::edge& x = edges[static_cast<std::size_t>(luck.below(whole.edge_count))];
  if (luck.chance(50))
    x.message = (x.message + 1) % it.of.message_count;
  else
    x.target = luck.below(whole.state_count);
  it.tables[r].edges = edges.data();
  it.roles[r] = flatten(it.tables[r]);
  auto const run = explore(it.roles, 2, 20000);
  if (!run.whole || run.found == trouble::none) return {};
  return g::to_promela(it.of, it.tables.data(), 2);
}

}  // namespace

/// spin_models DIRECTORY SEED
int main(int argc, char** argv) {
  if (argc < 3) return 2;
  directory = argv[1];
  literature();
  dice luck{std::strtoull(argv[2], nullptr, 10)};
  static judge it;
  for (int good = 0, bad = 0, tries = 0; (good < 18 || bad < 12) && tries < 10000; ++tries) {
    random_choreography const made{luck, 10};
    if (!it.read(made.steps()) || it.wrong || made.steps().size() < 8) continue;
    bool forks = false;
    for (auto const& table : it.tables) forks = forks || judge::forks(table);
    std::string const comment = "// " + write(made.steps()) + "\n";
    if (good < 18 && (good % 3 != 0 || forks)) {
      save("random_" + std::to_string(good++) + ".good", comment + g::to_promela(it.of, it.tables.data(), 2));
    } else if (bad < 12 && !forks) {
      if (auto const model = damaged(it, luck); !model.empty())
        save("damaged_" + std::to_string(bad++) + ".bad", comment + model);
    }
  }
}
