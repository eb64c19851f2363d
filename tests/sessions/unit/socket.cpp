// SPDX-License-Identifier: BSL-1.0
#if __has_include(<boost/asio/io_context.hpp>)
#include "tenure/sessions/socket.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "sessions/protocols.hpp"
#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/sessions/codec_lists.hpp"
#include "tenure/sessions/conformance.hpp"

using namespace tenure::test;
namespace asio = boost::asio;

namespace {

using local = asio::local::stream_protocol::socket;
using tcp = asio::ip::tcp;
using g::cause;
using g::fault;

asio::io_context io;

std::pair<local, local> local_pair() {
  local a{io}, b{io};
  asio::local::connect_pair(a, b);
  return {std::move(a), std::move(b)};
}
std::pair<tcp::socket, tcp::socket> tcp_pair() {
  tcp::acceptor listening{io, tcp::endpoint{asio::ip::address_v4::loopback(), 0}};
  tcp::socket a{io};
  a.connect(listening.local_endpoint());
  tcp::socket b = listening.accept();
  return {std::move(a), std::move(b)};
}

/// A session between three roles, with a socket for each pair.
template <auto const& G, auto Pair>
struct sockets {
  g::socket<G, g::conformance::one> a;
  g::socket<G, g::conformance::two> b;
  g::socket<G, g::conformance::three> c;

  sockets() {
    using namespace g::conformance;
    auto [ab, ba] = Pair();
    auto [ac, ca] = Pair();
    auto [bc, cb] = Pair();
    a.template connect<two>(std::move(ab));
    b.template connect<one>(std::move(ba));
    a.template connect<three>(std::move(ac));
    c.template connect<one>(std::move(ca));
    b.template connect<three>(std::move(bc));
    c.template connect<two>(std::move(cb));
  }
  template <int Role>
  auto& at() {
    if constexpr (Role == 0) {
      return a;
    } else if constexpr (Role == 1) {
      return b;
    } else {
      return c;
    }
  }
};
template <auto const& G>
using local_sockets = sockets<G, local_pair>;
template <auto const& G>
using tcp_sockets = sockets<G, tcp_pair>;

constexpr auto soon = std::chrono::seconds{5};
constexpr int client_number = g::role_number<ping_pong, client>,
              server_number = g::role_number<ping_pong, server>;

/// The server, and somebody at the other end who knows how a client begins.
struct against_raw {
  local raw{io};
  g::socket<ping_pong, server, 256> wires{soon};

  explicit against_raw(bool polite = true) {
    auto [here, there] = local_pair();
    raw = std::move(here);
    wires.connect<client>(std::move(there));
    if (polite) hello(g::fingerprint<ping_pong>);
  }
  void hello(std::uint64_t fingerprint) {
    frame(g::detail::kind::hello,
          g::detail::hello{.fingerprint = fingerprint, .from = client_number, .to = server_number});
  }
  template <class M>
  void frame(unsigned kind, M const& message) {
    std::vector<std::byte> bytes(6 + g::encoded_size(message));
    g::encode(g::detail::frame_header{static_cast<std::uint32_t>(bytes.size() - 6),
                                      static_cast<std::uint16_t>(kind)},
              bytes.data());
    g::encode(message, bytes.data() + 6);
    say({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
  }
  void say(std::string const& bytes) { asio::write(raw, asio::buffer(bytes)); }
  /// What the next step says.
  fault next() {
    auto s = wires.open();
    ping p{};
    auto got = std::move(s).recv(p);
    if (got) g::adopt(std::move(got)).cancel();
    return got ? fault{} : got.error();
  }
};

template <class Cursor>
int serve(Cursor s) {
  int served = 0;
  while (s.template next_is<ping>()) {
    ping p{};
    auto got = std::move(s).recv(p);
    if (!got) return -1;
    auto sent = g::adopt(std::move(got)).send(pong{p.value + 1});
    if (!sent) return -1;
    s = g::adopt(std::move(sent));
    ++served;
  }
  quit q;
  auto last = std::move(s).recv(q);
  if (!last) return -1;
  g::adopt(std::move(last)).finish();
  return served;
}

template <class Cursor>
int play(Cursor c, int rounds) {
  int right = 0;
  for (int i = 0; i < rounds; ++i) {
    auto sent = std::move(c).send(ping{i});
    if (!sent) return -1;
    pong p{};
    auto got = g::adopt(std::move(sent)).recv(p);
    if (!got) return -1;
    right += p.value == i + 1;
    c = g::adopt(std::move(got));
  }
  auto last = std::move(c).send(quit{});
  if (!last) return -1;
  g::adopt(std::move(last)).finish();
  return right;
}

// The same protocol a version later: the answer has grown.
namespace later_version {
struct pong {
  int value;
  bool more;
};
inline constexpr auto ping_pong = g::loop<struct again>(g::choice<client>(
    g::seq(g::send<client, server, ping>, g::send<server, client, pong>, g::jump<struct again>),
    g::send<client, server, quit>));
}  // namespace later_version

}  // namespace

TEST_CASE("sockets keep every premise of a carrier") {
  auto const kept = [](char const* check, bool good) {
    INFO(check);
    CHECK(good);
  };
  CHECK(g::conform<local_sockets>(kept));
  CHECK(g::conform<tcp_sockets>(kept));
}

TEST_CASE("a client and a server in two processes") {
  auto [here, there] = tcp_pair();
  pid_t const child = fork();
  if (child == 0) {
    here.close();
    g::socket<ping_pong, server> wires{soon};
    wires.connect<client>(std::move(there));
    _exit(serve(wires.open()) == 100 ? 0 : 1);
  }
  there.close();
  g::socket<ping_pong, client> wires{soon};
  wires.connect<server>(std::move(here));
  CHECK(wires.greet() == fault{});
  CHECK(play(wires.open(), 100) == 100);
  int status = 1;
  waitpid(child, &status, 0);
  CHECK(status == 0);
}

TEST_CASE("two versions of a protocol are told apart before they speak") {
  auto [here, there] = local_pair();
  g::socket<ping_pong, client> old{soon};
  old.connect<server>(std::move(here));
  std::string told;
  fault heard;
  std::thread serving{[&, other = std::move(there)]() mutable {
    g::socket<later_version::ping_pong, server> young{soon};
    young.connect<client>(std::move(other));
    heard = young.greet();
    told = young.drift();
  }};
  auto sent = old.open().send(ping{1});
  CHECK((!sent && sent.error() == fault{cause::drift, server_number}));
  serving.join();
  CHECK(heard == fault{cause::drift, client_number});
  CHECK(old.drift() ==
        "[sessions.drift] in step 5, after \"client sends ping(i32) to server\", this end has "
        "\"server sends pong(i32) to client\" where the peer has \"server sends pong(i32,bool) to "
        "client\": the fields of the message differ");
  CHECK(told.find("has \"server sends pong(i32,bool) to client\" where") != told.npos);
}

TEST_CASE("a peer that drifted and tells nonsense, or nothing, is still named") {
  for (int const how : {0, 1, 2}) {
    against_raw s{false};
    s.hello(1);
    if (how == 0) s.frame(g::detail::kind::words, std::array<char, 4>{'\x1b', '[', 'H', 'i'});
    if (how == 1) s.raw.close();
    if (how == 2) s.frame(0, ping{1});
    fault const f = s.next();
    CHECK(f == fault{how == 2 ? cause::frame : cause::drift, client_number});
    if (how == 0) CHECK(s.wires.drift().find("\"?[Hi\"") != std::string::npos);
    if (how == 1) CHECK(s.wires.drift().find("did not tell which") != std::string::npos);
  }
}

TEST_CASE("what is no message of the protocol is a fault of its sender, and nothing worse") {
  fault const expected{cause::frame, client_number};
  std::string const long_ago(1000, 'x');
  SECTION("no greeting") {
    against_raw s{false};
    s.say("GET / HTTP/1.1\r\n\r\n");
    CHECK(s.next() == expected);
  }
  SECTION("somebody else's greeting") {
    against_raw s{false};
    s.frame(g::detail::kind::hello,
            g::detail::hello{.fingerprint = g::fingerprint<ping_pong>, .from = 1, .to = 1});
    CHECK(s.next() == expected);
  }
  SECTION("no such message") {
    against_raw s;
    s.frame(3, ping{1});
    CHECK(s.next() == expected);
  }
  SECTION("a message of another role") {
    against_raw s;
    s.frame(1, pong{1});
    CHECK(s.next() == expected);
  }
  SECTION("a message that is not due") {
    against_raw s;
    s.frame(0, ping{1});
    s.frame(2, quit{});
    auto got = s.wires.open().recv<ping>();
    REQUIRE(got);
    CHECK(got->message.value == 1);
    auto sent = g::adopt(std::move(got->next)).send(pong{1});
    REQUIRE(sent);
    auto last = g::adopt(std::move(sent));
    CHECK(!last.next_is<ping>());
    auto [q, end] = *std::move(last).recv<quit>();
    g::adopt(std::move(end)).finish();
  }
  SECTION("too short, after a good one") {
    against_raw s;
    s.frame(0, ping{1});
    s.frame(0, std::array<char, 3>{});
    auto got = s.wires.open().recv<ping>();
    REQUIRE(got);
    CHECK(got->message.value == 1);
    auto sent = g::adopt(std::move(got->next)).send(pong{1});
    CHECK((!sent && sent.error() == expected));
  }
  SECTION("too long for the message") {
    against_raw s;
    s.frame(0, std::array<char, 5>{});
    CHECK(s.next() == expected);
  }
  SECTION("too long for a frame, and never sent") {
    against_raw s;
    s.say(std::string{"\xff\xff\xff\x7f\x00\x00", 6});
    CHECK(s.next() == expected);
  }
  SECTION("a message after the last") {
    against_raw s;
    s.frame(g::detail::kind::bye, quit{});
    s.frame(0, ping{1});
    CHECK(s.next() == expected);
  }
  SECTION("a reason that is none") {
    against_raw s;
    s.frame(g::detail::kind::gone, g::detail::gone{9, 9});
    CHECK(s.next() == expected);
  }
}

TEST_CASE("what the transport does is told at the next step") {
  SECTION("a peer dies, and its last words are heard") {
    auto [here, there] = local_pair();
    if (pid_t const child = fork(); child == 0) {
      here.close();
      g::socket<ping_pong, client> wires{soon};
      wires.connect<server>(std::move(there));
      auto sent = wires.open().send(ping{7});
      _exit(sent ? 0 : 1);
    } else {
      there.close();
      g::socket<ping_pong, server> wires{soon};
      wires.connect<client>(std::move(here));
      auto got = wires.open().recv<ping>();
      waitpid(child, nullptr, 0);
      REQUIRE(got);
      CHECK(got->message.value == 7);
      auto sent = g::adopt(std::move(got->next)).send(pong{1});
      CHECK((!sent && sent.error() == fault{cause::lost, client_number}));
    }
  }
  SECTION("a connection is closed") {
    against_raw s;
    s.raw.close();
    CHECK(s.next() == fault{cause::lost, client_number});
  }
  SECTION("half a frame, and the end") {
    against_raw s;
    s.say(std::string{"\x04\x00\x00\x00\x00\x00?", 7});
    s.raw.close();
    CHECK(s.next() == fault{cause::lost, client_number});
  }
  SECTION("nothing comes") {
    auto [here, there] = local_pair();
    g::socket<ping_pong, server> wires{std::chrono::milliseconds{80}};
    wires.connect<client>(std::move(here));
    auto got = wires.open().recv<ping>();
    CHECK((!got && got.error() == fault{cause::lost, client_number}));
  }
}

TEST_CASE("a role that leaves is heard at the other end of a socket, before what it had sent") {
  auto [here, there] = tcp_pair();
  g::socket<ping_pong, client> left{soon};
  g::socket<ping_pong, server> kept{soon};
  left.connect<server>(std::move(here));
  kept.connect<client>(std::move(there));
  auto c = left.open();
  auto s = kept.open();
  CHECK(!c.ready());
  CHECK(!s.ready());  // by now it has read the greeting
  auto none = std::move(s).try_recv<ping>();
  REQUIRE((!none && none.error().later()));
  REQUIRE(left.greet() == fault{});
  auto sent = std::move(c).try_send(ping{1});
  REQUIRE(sent);
  std::move(*sent).cancel();
  auto got = std::move(none.error().self).recv<ping>();
  CHECK((!got && got.error() == fault{cause::cancelled, client_number}));
}

TEST_CASE("a failure is passed on to those who have nothing to do with it") {
  local_sockets<g::conformance::traffic> wires;
  wires.at<0>().enter<0>();
  wires.at<0>().leave<0>(fault{cause::frame, 2});
  wires.at<1>().wait<1>([] { return false; });
  CHECK(wires.at<1>().failure() == fault{cause::frame, 2});
  wires.at<2>().wait<2>([] { return false; });
  CHECK(wires.at<2>().failure() == fault{cause::frame, 2});
}

TEST_CASE("a message that no frame holds is a fault of its own sender") {
  auto [here, there] = local_pair();
  g::socket<mail, client, 64> wires{soon};
  g::socket<mail, server, 64> other{soon};
  wires.connect<server>(std::move(here));
  other.connect<client>(std::move(there));
  REQUIRE((wires.greet() == fault{} && other.greet() == fault{}));
  auto sent = wires.open().send(letter{std::string(100, '.')});
  CHECK((!sent && sent.error() == fault{cause::frame, g::role_number<mail, client>}));
}

TEST_CASE("sockets are connected before they are opened, and each once") {
  CHECK(traps("[sessions.open]", [] {
    g::socket<ping_pong, client> wires;
    std::move(wires.open()).cancel();
  }));
  CHECK(traps("[sessions.open]", [] {
    auto [here, there] = local_pair();
    g::socket<ping_pong, client> wires;
    wires.connect<server>(std::move(here));
    wires.connect<server>(std::move(there));
  }));
}
#endif
