// SPDX-License-Identifier: BSL-1.0
#include "tenure/sessions/diagnose.hpp"
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

// Every protocol of the list is accepted as it is written, and its roles' machines are as small as they
// should be.
namespace tenure::sessions {
namespace {

using namespace protocols;

template <auto const& G>
consteval bool accepted() {
  return require_well_formed<G>() && well_formed<G> && diagnose<G>().size() == 0;
}
/// How many states a role of G has.
template <auto const& G, class Role>
constexpr int states_of = machine_of<G, role_number<G, Role>>.state_count;

static_assert(accepted<adder::protocol>());
static_assert(accepted<adder::looped>());
static_assert(accepted<bank::protocol>());
static_assert(accepted<caching::protocol>());
static_assert(accepted<calculator::protocol>());
static_assert(accepted<diffie_hellman::protocol>());
static_assert(accepted<diffie_hellman::at_once>());
static_assert(accepted<dns::protocol>());
static_assert(accepted<double_buffering::protocol>());
static_assert(accepted<double_buffering::ahead>());
static_assert(accepted<fast_fourier::protocol>());
static_assert(accepted<fibonacci::protocol>());
static_assert(accepted<http_proxies::protocol>());
static_assert(accepted<key_value_store::protocol>());
static_assert(accepted<logging::protocol>());
static_assert(accepted<mergesort::protocol>());
static_assert(accepted<oauth::protocol>());
static_assert(accepted<ping_pong::protocol>());
static_assert(accepted<remote_data::protocol>());
static_assert(accepted<ring::max7>());
static_assert(accepted<ring::protocol<2>>());
static_assert(accepted<ring::protocol<5>>());
static_assert(accepted<leader::protocol<4>>());
static_assert(accepted<map_reduce::protocol<4>>());
static_assert(accepted<ring_choice::protocol>());
static_assert(accepted<ring_choice::ahead>());
static_assert(accepted<servo::protocol>());
static_assert(accepted<simple_voting::protocol>());
static_assert(accepted<sleeping_barber::protocol>());
static_assert(accepted<smtp::protocol>());
static_assert(accepted<streaming::protocol>());
static_assert(accepted<streaming::ahead>());
static_assert(accepted<three_buyers::protocol>());
static_assert(accepted<two_buyer::protocol>());
static_assert(accepted<video_stream::protocol>());

// A loop comes back to the state that it started from.
static_assert(states_of<ping_pong::protocol, ping_pong::client> == 3);
static_assert(states_of<ping_pong::protocol, ping_pong::server> == 3);
static_assert(states_of<adder::looped, adder::client> == 4);
static_assert(states_of<streaming::protocol, streaming::sink> == 3);
static_assert(states_of<double_buffering::protocol, double_buffering::kernel> == 4);
static_assert(states_of<double_buffering::protocol, double_buffering::sink> == 2);
static_assert(states_of<ring::protocol<5>, worker<3>> == 2);
static_assert(states_of<remote_data::protocol, remote_data::sensor> == 3);
static_assert(states_of<map_reduce::protocol<4>, worker<3>> == 3);
static_assert(states_of<map_reduce::protocol<4>, map_reduce::server> == 12);

// Choices that lead to the same steps lead to the same states.
static_assert(states_of<simple_voting::protocol, simple_voting::voter> == 5);
static_assert(states_of<bank::protocol, bank::payer> == 4);
static_assert(states_of<oauth::protocol, oauth::authority> == 3);

// Who does two things at once forks: a fork, two parts of two states, and the end.
static_assert(states_of<diffie_hellman::at_once, diffie_hellman::alice> == 6);
static_assert(machine_of<diffie_hellman::at_once, 0>[0].kind == state_kind::fork);
// Who takes part in one part only does not.
static_assert(states_of<mergesort::protocol, mergesort::left> == 3);
static_assert(states_of<mergesort::protocol, mergesort::master> == 8);

}  // namespace
}  // namespace tenure::sessions
