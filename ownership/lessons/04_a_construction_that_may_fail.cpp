// SPDX-License-Identifier: BSL-1.0
// A construction that may fail.
//
// A constructor can only return a whole object, so without exceptions a failure has nowhere to go. A slot
// can take the answer apart: `try_emplace_with` is given a function that returns `std::expected`, and returns
// an own or the error. On an error there is no value, and the slot is as free as before.

#include <tenure/ownership/slot.hpp>

#include <charconv>
#include <cstdio>
#include <expected>
#include <mutex>
#include <string_view>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

enum class bad_port { not_a_number, out_of_range };

// [movable]
struct port {
  unsigned number;
};
std::expected<port, bad_port> parse_port(std::string_view text) {
  unsigned number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size())
    return std::unexpected{bad_port::not_a_number};
  if (number == 0 || number > 65535) return std::unexpected{bad_port::out_of_range};
  return port{number};
}
// [/movable]

static void movable() {
  // [try_movable]
  tenure::slot<port> place;
  auto refused = place.try_emplace_with([] { return parse_port("http"); });
  expect(!refused && refused.error() == bad_port::not_a_number, "the error comes out");

  auto made = place.try_emplace_with([] { return parse_port("8080"); });  // the slot is still free
  expect(made && (*made)->number == 8080, "the value comes out owned");
  // [/try_movable]
}

// [immovable]
// A server holds a mutex, so it cannot move and cannot sit in a std::expected. Its construction is in two
// steps: first everything that may fail, then a call that makes the server and cannot fail.
class server {
  std::mutex guard_;
  port at_;
  unsigned clients_ = 0;

  explicit server(port at) : at_{at} {}

 public:
  struct ready {
    port at;
    server operator()() const { return server{at}; }
  };
  static std::expected<ready, bad_port> listen(std::string_view text) {
    auto const at = parse_port(text);
    if (!at) return std::unexpected{at.error()};
    return ready{*at};
  }
  unsigned accept() {
    std::lock_guard const held{guard_};
    return at_.number + ++clients_;
  }
};
// [/immovable]

static void immovable() {
  // [try_immovable]
  tenure::slot<server> place;
  std::expected<tenure::own<server>, bad_port> s =
      place.try_emplace_with([] { return server::listen("70000"); });
  expect(!s && s.error() == bad_port::out_of_range, "nothing was constructed");

  s = place.try_emplace_with([] { return server::listen("8000"); });
  expect(s && (*s)->accept() == 8001, "the server was constructed in place");
  // [/try_immovable]
}

int main() {
  movable();
  immovable();
  return failures;
}
