// SPDX-License-Identifier: BSL-1.0
// Handing a value on.
//
// A function that takes `own<T>` takes the value over and decides when it ends. A function that takes `T&`
// or `T const&` only looks. So the signature says who is responsible, and handing on costs one pointer
// whatever the size of the value: the value itself never moves.

#include <tenure/ownership/slot.hpp>

#include <array>
#include <cstdio>
#include <string>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [connection]
struct connection {
  explicit connection(std::string to) : peer{std::move(to)} { ++open; }
  ~connection() { --open; }
  connection(connection const&) = delete;
  connection& operator=(connection const&) = delete;

  std::string peer;
  std::array<char, 4096> buffer{};
  static inline int open = 0;
};
// [/connection]

// [signatures]
// Looks at the connection. The caller still owns it.
std::size_t unread(connection const& c) { return c.buffer.size(); }

// Takes the connection over. It ends here at the latest.
void close(tenure::own<connection> c) { std::printf("closing %s\n", c->peer.c_str()); }

// Makes a connection in storage that the caller provides, and hands it to the caller.
tenure::own<connection> dial(tenure::slot<connection>& line, std::string peer) {
  return line.emplace(std::move(peer));
}
// [/signatures]

static void handed_on() {
  // [hand_on]
  tenure::slot<connection> line;
  expect(connection::open == 0, "a slot holds no value yet");

  tenure::own<connection> c = dial(line, "example.org");
  connection const* const before = &*c;
  expect(unread(*c) == 4096, "looking does not need ownership");

  tenure::own<connection> mine = std::move(c);
  expect(&*mine == before, "the owner changed, the value stayed where it was");

  close(std::move(mine));
  expect(connection::open == 0, "close() ended the value; the slot is still here");
  // [/hand_on]
}

static void used_again() {
  // [reuse]
  tenure::slot<connection> line;
  for (char const* peer : {"example.org", "example.net"}) {
    tenure::own<connection> c = dial(line, peer);  // the slot is free again in each round
    expect(connection::open == 1, "one at a time");
  }
  expect(connection::open == 0, "each ended with its own");
  // [/reuse]
}

static void replaced() {
  // [assign]
  tenure::slot<connection> first;
  tenure::slot<connection> second;
  tenure::own<connection> current = dial(first, "example.org");
  current = dial(second, "example.net");  // ends the old value, then owns the new one
  expect(connection::open == 1, "the old connection ended");
  expect(current->peer == "example.net", "the new one is owned");
  // [/assign]
}

// [size]
static_assert(sizeof(tenure::own<connection>) == sizeof(connection*));
// [/size]

int main() {
  handed_on();
  used_again();
  replaced();
  return failures;
}
