// SPDX-License-Identifier: BSL-1.0
// Every module, as it was installed.
#include <tenure/ownership.hpp>
#include <tenure/selfref.hpp>
#include <tenure/sessions.hpp>
#include <tenure/views.hpp>

#include <string>
#include <utility>

struct message {
  int number;
  std::string text;
};
static_assert(tenure::Send<int>);

int number_of(tenure::views::view<message, tenure::views::shr<tenure::views::field<&message::number>>> m) {
  return m[tenure::views::at<&message::number>];
}

struct cat {
  std::string data;
  tenure::selfref::self_slice<&cat::data> name;
};
static_assert(tenure::selfref::Transfer<cat>);

namespace g = tenure::sessions;
struct client {};
struct server {};
struct ping {
  int value;
};
inline constexpr auto one_ping = g::send<client, server, ping>;
static_assert(g::well_formed<one_ping>);

int main() {
  tenure::slot<message> storage;
  auto owned = storage.emplace(message{42, "hello"});
  bool const viewed = number_of(tenure::views::lend<tenure::views::shr<tenure::views::all>>(*owned)) == 42;

  g::loopback<one_ping> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  std::move(c).send(ping{7}).finish();
  ping received{};
  std::move(s).recv(received).finish();
  return viewed && received.value == 7 ? 0 : 1;
}
