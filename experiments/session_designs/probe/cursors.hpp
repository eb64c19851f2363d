// SPDX-License-Identifier: BSL-1.0
// The workloads of endpoints.hpp with cursors.
#pragma once

#include <cstdint>

#include "run.hpp"
#include "tenure/sessions/protocols/ping_pong.hpp"
#include "tenure/sessions/protocols/smtp.hpp"
#include "tenure/sessions/protocols/streaming.hpp"
#include "tenure/sessions/protocols/two_buyer.hpp"
#include "tenure/sessions/ring.hpp"

namespace run {

namespace g = tenure::sessions;

inline std::uint64_t ping_pong(unsigned messages) {
  using namespace g::protocols::ping_pong;
  g::loopback<protocol> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / 2; ++i) {
    auto waiting = std::move(c).send(ping{i});
    forget(wires, waiting, s);
    ping p;
    auto answering = std::move(s).recv(p);
    s = std::move(answering).send(pong{p.value + 1});
    forget(wires, waiting, s);
    pong answer;
    c = std::move(waiting).recv(answer);
    sum += answer.value;
  }
  auto done = std::move(c).send(stop{});
  stop last;
  std::move(s).recv(last).finish();
  std::move(done).finish();
  return sum;
}

inline std::uint64_t streaming(unsigned messages) {
  using namespace g::protocols::streaming;
  g::loopback<protocol> wires;
  auto k = wires.open<sink>();
  auto s = wires.open<source>();
  std::uint64_t sum = 0;
  ready asked;
  for (unsigned i = 0; i < messages / 2; ++i) {
    auto waiting = std::move(k).send(ready{});
    forget(wires, waiting, s);
    s = std::move(s).recv(asked).send(value{static_cast<std::int32_t>(i)});
    forget(wires, waiting, s);
    value v;
    k = std::move(waiting).recv(v);
    sum += static_cast<std::uint64_t>(v.number);
  }
  auto waiting = std::move(k).send(ready{});
  std::move(s).recv(asked).send(stop{}).finish();
  stop last;
  std::move(waiting).recv(last).finish();
  return sum;
}

inline std::uint64_t two_buyer(unsigned messages) {
  using namespace g::protocols::two_buyer;
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / 6; ++i) {
    g::loopback<protocol> wires;
    auto a = wires.open<alice>().send(title{i});
    auto b = wires.open<bob>();
    auto s = wires.open<seller>();
    forget(wires, a, b, s);
    title wanted;
    auto listening =
        std::move(s).recv(wanted).send<alice>(quote{wanted.isbn + 2}).send<bob>(quote{wanted.isbn + 2});
    forget(wires, a, b, listening);
    quote price;
    auto sharing = std::move(a).recv(price);
    std::move(sharing).send(share{price.cents / 2}).finish();
    forget(wires, b, listening);
    share half;
    auto deciding = std::move(b).recv(price).recv(half);
    auto ordered = std::move(deciding).send(ok{price.cents - half.cents});
    forget(wires, ordered, listening);
    ok order;
    auto answering = std::move(listening).recv(order);
    std::move(answering).send(date{order.address}).finish();
    forget(wires, ordered);
    date d;
    std::move(ordered).recv(d).finish();
    sum += d.day;
  }
  return sum;
}

inline std::uint64_t smtp(unsigned messages) {
  using namespace g::protocols::smtp;
  g::loopback<protocol> wires;
  greeting_220 hello;
  ehlo name;
  ok_250 fine;
  starttls secret;
  auth who;
  accepted_235 known;
  auto s0 = wires.open<server>().send(hello);
  auto c0 = wires.open<client>().recv(hello).send(name);
  auto s1 = std::move(s0).recv(name).send(fine);
  auto c1 = std::move(c0).recv(fine).send(secret);
  auto s2 = std::move(s1).recv(secret).send(hello);
  auto c2 = std::move(c1).recv(hello).send(name);
  auto s3 = std::move(s2).recv(name).send(fine);
  auto c3 = std::move(c2).recv(fine).send(auth{1});
  auto s = std::move(s3).recv(who).send(known);
  auto c = std::move(c3).recv(known);
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < messages / messages_of_a_mail; ++i) {
    mail sender;
    auto asked = std::move(c).send(mail{i});
    forget(wires, asked, s);
    auto listed = std::move(s).recv(sender).send(fine);
    forget(wires, asked, listed);
    auto listing = std::move(asked).recv(fine);
    sum += sender.from;
    for (unsigned to = 0; to < recipients; ++to) {
      rcpt one;
      auto waiting = std::move(listing).send(rcpt{to});
      forget(wires, waiting, listed);
      listed = std::move(listed).recv(one).send(fine);
      forget(wires, waiting, listed);
      listing = std::move(waiting).recv(fine);
      sum += one.to;
    }
    data start;
    go_354 go;
    auto waiting = std::move(listing).send(start);
    forget(wires, waiting, listed);
    auto reading = std::move(listed).recv(start).send(go);
    forget(wires, waiting, reading);
    auto writing = std::move(waiting).recv(go);
    for (unsigned at = 0; at < lines; ++at) {
      line one;
      writing = std::move(writing).send(line{at});
      forget(wires, writing, reading);
      reading = std::move(reading).recv(one);
      sum += one.text;
    }
    end_of_mail last;
    auto stored = std::move(writing).send(last);
    forget(wires, stored, reading);
    s = std::move(reading).recv(last).send(fine);
    forget(wires, stored, s);
    c = std::move(stored).recv(fine);
  }
  quit bye;
  std::move(c).send(bye).finish();
  std::move(s).recv(bye).finish();
  return sum;
}

}  // namespace run
