// SPDX-License-Identifier: BSL-1.0
// A session over TCP. Each process has its own role; the cursors are the same as in memory. Two builds of
// different protocols find out before they speak, and say how they differ.

#include <tenure/sessions.hpp>
#if __has_include(<boost/asio/ip/tcp.hpp>)
#include <tenure/sessions/codec_lists.hpp>
#include <tenure/sessions/socket.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <thread>

namespace g = tenure::sessions;
using tcp = boost::asio::ip::tcp;

struct caller {};
struct echo {};
struct line {
  std::string text;
};
struct hang_up {};

inline constexpr auto call = g::loop<struct more>(
    g::choice<caller>(g::seq(g::send<caller, echo, line>, g::send<echo, caller, line>, g::jump<struct more>),
                      g::send<caller, echo, hang_up>));

// The same, a version later: lines have numbers.
namespace later {
struct line {
  int number;
  std::string text;
};
inline constexpr auto call = g::loop<struct more>(
    g::choice<caller>(g::seq(g::send<caller, echo, line>, g::send<echo, caller, line>, g::jump<struct more>),
                      g::send<caller, echo, hang_up>));
}  // namespace later

// [answer]
/// Says everything back, until the caller hangs up or something fails.
g::fault answer(tcp::socket connected) {
  g::socket<call, echo> wires;
  wires.connect<caller>(std::move(connected));
  auto end = wires.open().repeat([](line said, auto next) { return std::move(next).send(std::move(said)); },
                                 [](hang_up, auto next) { return std::move(next).finish(); });
  return end ? g::fault{} : end.error();
}
// [/answer]

// [call]
int talk(tcp::socket connected) {
  g::socket<call, caller> wires;
  wires.connect<echo>(std::move(connected));
  auto c = wires.open();
  int heard = 0;
  for (std::string const text : {"hello", "is there anybody?", "bye"}) {
    auto said = std::move(c).send(line{text});
    if (!said) return heard;
    line back;
    auto got = g::adopt(std::move(said)).recv(back);
    if (!got) return heard;
    heard += back.text == text;
    c = g::adopt(std::move(got));
  }
  auto last = std::move(c).send(hang_up{});
  if (last) g::adopt(std::move(last)).finish();
  return heard;
}
// [/call]

int main() {
  boost::asio::io_context io;
  tcp::acceptor listening{io, tcp::endpoint{boost::asio::ip::address_v4::loopback(), 0}};
  auto const dial = [&] {
    tcp::socket line{io};
    line.connect(listening.local_endpoint());
    return line;
  };

  g::fault at_echo;
  std::thread answering{[&, line = dial()]() mutable { at_echo = answer(std::move(line)); }};
  int const heard = talk(listening.accept());
  answering.join();

  // [drift]
  std::thread old{[&, line = dial()]() mutable { at_echo = answer(std::move(line)); }};
  g::socket<later::call, caller> wires;
  wires.connect<echo>(listening.accept());
  bool const drifted = wires.greet().why == g::cause::drift;
  std::string const how = wires.drift();
  // [sessions.drift] in step 4, after "an arm begins", this end has "caller sends line(i32,text) to echo"
  // where the peer has "caller sends line(text) to echo": the fields of the message differ
  // [/drift]
  old.join();
  bool const told = how.find("caller sends line(i32,text) to echo") != how.npos;
  return heard == 3 && drifted && told && at_echo.why == g::cause::drift ? 0 : 1;
}
#else
int main() {}
#endif
