// SPDX-License-Identifier: BSL-1.0
// The workloads with an endpoint of one type for the whole session. Each returns a sum of what it received.
#pragma once

#include <cstdint>

#include "../material/designs.hpp"
#include "run.hpp"

namespace run {

namespace g = tenure::sessions;

inline std::uint64_t ping_pong(unsigned messages) {
  using namespace designs::ping_pong;
  g::loopback<protocol> wires;
  designs::end<protocol, client> c{wires};
  designs::end<protocol, server> s{wires};
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / 2; ++i) {
    c.template send<server>(ping{i});
    forget(wires, c, s);
    ping const p = s.template recv<client, ping>();
    s.template send<client>(pong{p.value + 1});
    forget(wires, c, s);
    sum += c.template recv<server, pong>().value;
  }
  c.template send<server>(stop{});
  s.template recv<client, stop>();
  c.finish();
  s.finish();
  return sum;
}

inline std::uint64_t streaming(unsigned messages) {
  using namespace designs::streaming;
  g::loopback<protocol> wires;
  designs::end<protocol, sink> k{wires};
  designs::end<protocol, source> s{wires};
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / 2; ++i) {
    k.template send<source>(ready{});
    forget(wires, k, s);
    s.template recv<sink, ready>();
    s.template send<sink>(value{static_cast<std::int32_t>(i)});
    forget(wires, k, s);
    sum += static_cast<std::uint64_t>(k.template recv<source, value>().number);
  }
  k.template send<source>(ready{});
  s.template recv<sink, ready>();
  s.template send<sink>(stop{});
  k.template recv<source, stop>();
  k.finish();
  s.finish();
  return sum;
}

inline std::uint64_t two_buyer(unsigned messages) {
  using namespace designs::two_buyer;
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / 6; ++i) {
    g::loopback<protocol> wires;
    designs::end<protocol, alice> a{wires};
    designs::end<protocol, bob> b{wires};
    designs::end<protocol, seller> s{wires};
    a.template send<seller>(title{i});
    forget(wires, a, b, s);
    title const wanted = s.template recv<alice, title>();
    s.template send<alice>(quote{wanted.isbn + 2});
    s.template send<bob>(quote{wanted.isbn + 2});
    forget(wires, a, b, s);
    a.template send<bob>(share{a.template recv<seller, quote>().cents / 2});
    a.finish();
    forget(wires, a, b, s);
    quote const price = b.template recv<seller, quote>();
    b.template send<seller>(ok{price.cents - b.template recv<alice, share>().cents});
    forget(wires, a, b, s);
    s.template send<bob>(date{s.template recv<bob, ok>().address});
    s.finish();
    forget(wires, a, b, s);
    sum += b.template recv<seller, date>().day;
    b.finish();
  }
  return sum;
}

inline std::uint64_t smtp(unsigned messages) {
  using namespace designs::smtp;
  g::loopback<protocol> wires;
  designs::end<protocol, client> c{wires};
  designs::end<protocol, server> s{wires};
  auto const ask = [&]<class M>(M message) {
    c.template send<server>(message);
    forget(wires, c, s);
    return s.template recv<client, M>();
  };
  auto const say = [&]<class M>(M message) {
    s.template send<client>(message);
    forget(wires, c, s);
    c.template recv<server, M>();
  };
  say(greeting_220{});
  ask(ehlo{});
  say(ok_250{});
  ask(starttls{});
  say(greeting_220{});
  ask(ehlo{});
  say(ok_250{});
  ask(auth{1});
  say(accepted_235{});
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / messages_of_a_mail; ++i) {
    sum += ask(mail{i}).from;
    say(ok_250{});
    for (unsigned to = 0; to < recipients; ++to) {
      sum += ask(rcpt{to}).to;
      say(ok_250{});
    }
    ask(data{});
    say(go_354{});
    for (unsigned at = 0; at < lines; ++at) sum += ask(line{at}).text;
    ask(end_of_mail{});
    say(ok_250{});
  }
  ask(quit{});
  c.finish();
  s.finish();
  return sum;
}

}  // namespace run
