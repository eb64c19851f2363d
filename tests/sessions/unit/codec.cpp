// SPDX-License-Identifier: BSL-1.0
#include "tenure/sessions/codec.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/sessions/codec_lists.hpp"
#include "tenure/sessions/drift.hpp"

namespace {

namespace g = tenure::sessions;

enum class color : std::uint8_t { red, green };
enum loose { some, more };
struct point {
  double x;
  float y;
};
struct shape {
  std::int32_t a;
  color c;
  bool filled;
  std::array<point, 2> corners;
  std::uint16_t last;
};
struct span_of_days {
  int from, to;
  bool valid() const { return from <= to; }
};
struct letter {
  std::string text;
  std::vector<point> points;
  span_of_days days;
};
struct nothing {};
struct short_text {
  std::vector<char> few;
};

static_assert(g::Encodable<shape> && g::Encodable<letter> && g::Encodable<nothing>);
static_assert(!g::Encodable<int*> && !g::Encodable<loose> && !g::Encodable<long double> &&
              !g::Encodable<int&>);
static_assert(g::most_encoded<shape> == 4 + 1 + 1 + 2 * 12 + 2 && g::most_encoded<nothing> == 0);
static_assert(g::most_encoded<letter> == g::unbounded);

constexpr shape sample{-2, color::green, true, {point{1.5, 2.5F}, point{-0.0, 3}}, 0x0102};

constexpr bool there_and_back() {
  std::byte bytes[64]{};
  std::size_t const size = g::encode(sample, bytes);
  shape back{};
  return size == g::encoded_size(sample) && g::decode(back, bytes, size) && back.a == -2 && back.filled &&
         back.c == color::green && back.corners[0].y == 2.5F && back.last == 0x0102;
}
static_assert(there_and_back());

template <class M>
std::vector<std::byte> bytes_of(M const& message) {
  std::vector<std::byte> bytes(g::encoded_size(message));
  CHECK(g::encode(message, bytes.data()) == bytes.size());
  return bytes;
}

}  // namespace

template <>
inline constexpr std::size_t tenure::sessions::longest<std::vector<char>> = 3;

TEST_CASE("numbers are written with the lowest byte first, on every machine") {
  auto const bytes = bytes_of(sample);
  std::array<unsigned, 6> const first{0xfe, 0xff, 0xff, 0xff, 1, 1};
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(std::to_integer<unsigned>(bytes[i]) == first[i]);
  CHECK(bytes[bytes.size() - 2] == std::byte{2});
  CHECK(bytes.back() == std::byte{1});
}

TEST_CASE("a message is read whole or not at all") {
  letter const sent{"some text", {{1, 2}, {3, 4}}, {1, 2}};
  auto const bytes = bytes_of(sent);
  letter into{"before", {}, {0, 0}};
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK(!g::decode(into, bytes.data(), size));
    CHECK(into.text == "before");
  }
  auto longer = bytes;
  longer.push_back(std::byte{});
  CHECK(!g::decode(into, longer.data(), longer.size()));
  CHECK((g::decode(into, bytes.data(), bytes.size()) && into.text == sent.text && into.points[1].y == 4));
}

TEST_CASE("bytes that are no value are refused, and so is a value that is not valid") {
  auto bytes = bytes_of(sample);
  bytes[5] = std::byte{2};  // the bool
  shape into{};
  CHECK(!g::decode(into, bytes.data(), bytes.size()));
  auto const days = bytes_of(span_of_days{2, 1});
  span_of_days read{};
  CHECK(!g::decode(read, days.data(), days.size()));
}

TEST_CASE("a length is believed as far as bytes are there, and up to its limit") {
  std::vector<std::byte> bytes(8, std::byte{0xff});
  std::string text{"before"};
  CHECK(!g::decode(text, bytes.data(), bytes.size()));
  bytes[1] = bytes[2] = bytes[3] = std::byte{};
  CHECK(!g::decode(text, bytes.data(), bytes.size()));
  CHECK(text == "before");
  CHECK(g::encoded_size(short_text{{'a', 'b', 'c'}}) == 7);
  CHECK(g::encoded_size(short_text{{'a', 'b', 'c', 'd'}}) == g::unbounded);
  auto four = bytes_of(std::string{"abcd"});
  short_text few;
  CHECK(!g::decode(few, four.data(), four.size()));
}

TEST_CASE("whatever the bytes, reading them stays within them") {
  std::uint32_t state = 20261122;
  for (int i = 0; i < 20000; ++i) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(i % 60));
    for (std::byte& b : bytes) {
      state = state * 1664525 + 1013904223;
      b = static_cast<std::byte>(i % 3 == 0 ? state >> 24 : state >> 24 & 3);
    }
    letter read;
    if (!g::decode(read, bytes.data(), bytes.size())) continue;
    CHECK(bytes_of(read) == bytes);  // there is one way to write a message
  }
}

namespace {
struct alice {};
struct bob {};
namespace first {
struct word {
  int value;
};
struct other {
  int value;
};
inline constexpr auto text = g::loop<struct tag>(
    g::choice<alice>(g::seq(g::send<alice, bob, word>, g::send<bob, alice, other>, g::jump<struct tag>),
                     g::send<alice, bob, nothing>));
inline constexpr auto inner = g::send<bob, alice, other>;
inline constexpr auto called = g::loop<struct tag>(g::choice<alice>(
    g::seq(g::send<alice, bob, word>, g::call<inner>, g::jump<struct tag>), g::send<alice, bob, nothing>));
inline constexpr auto reordered = g::loop<struct tag>(
    g::choice<alice>(g::send<alice, bob, nothing>,
                     g::seq(g::send<alice, bob, word>, g::send<bob, alice, other>, g::jump<struct tag>)));
inline constexpr auto nested_out = g::loop<struct x>(g::choice<alice>(
    g::seq(g::send<alice, bob, word>,
           g::loop<struct y>(g::choice<alice>(g::seq(g::send<alice, bob, other>, g::jump<struct x>),
                                              g::seq(g::send<alice, bob, word>, g::jump<struct y>)))),
    g::send<alice, bob, nothing>));
inline constexpr auto nested_in = g::loop<struct x>(g::choice<alice>(
    g::seq(g::send<alice, bob, word>,
           g::loop<struct y>(g::choice<alice>(g::seq(g::send<alice, bob, other>, g::jump<struct y>),
                                              g::seq(g::send<alice, bob, word>, g::jump<struct y>)))),
    g::send<alice, bob, nothing>));
}  // namespace first
namespace second {
struct word {
  int renamed;
};
struct other {
  long long value;
};
inline constexpr auto same = g::loop<struct tag2>(g::choice<alice>(
    g::seq(g::send<alice, bob, word>, g::send<bob, alice, first::other>, g::jump<struct tag2>),
    g::send<alice, bob, nothing>));
inline constexpr auto grown = g::loop<struct tag>(
    g::choice<alice>(g::seq(g::send<alice, bob, word>, g::send<bob, alice, other>, g::jump<struct tag>),
                     g::send<alice, bob, nothing>));
inline constexpr auto turned = g::loop<struct tag>(g::choice<alice>(
    g::seq(g::send<alice, bob, word>, g::send<alice, bob, first::other>, g::jump<struct tag>),
    g::send<alice, bob, nothing>));
}  // namespace second

static_assert(g::fingerprint<first::text> == g::fingerprint<second::same>);
static_assert(g::fingerprint<first::text> == g::fingerprint<first::called>);
static_assert(g::fingerprint<first::text> != g::fingerprint<first::reordered>);
static_assert(g::fingerprint<first::text> != g::fingerprint<second::grown>);
static_assert(g::fingerprint<first::text> != g::fingerprint<second::turned>);
static_assert(g::fingerprint<first::nested_in> != g::fingerprint<first::nested_out>);

std::string drift(std::string const& own, std::string const& peer) { return g::difference(own, peer); }

}  // namespace

TEST_CASE("what two builds must have in common is named where it differs") {
  std::string const own = g::description<first::text>();
  CHECK(drift(own, g::description<second::same>()).empty());
  CHECK(drift(own, g::description<first::called>()).empty());
  CHECK(drift(own, g::description<second::grown>()) ==
        "[sessions.drift] in step 5, after \"alice sends word(i32) to bob\", this end has \"bob sends "
        "other(i32) "
        "to alice\" where the peer has \"bob sends other(i64) to alice\": the fields of the message differ");
  CHECK(drift(own, g::description<second::turned>()).ends_with(": the directions differ"));
  CHECK(drift(own, g::description<first::reordered>()).find("in step 4") != own.npos);
  CHECK(drift(own, "").find("in step 1, this end has \"loop 1 begins\" where the peer tells no more") !=
        own.npos);
  CHECK(drift(g::description<first::nested_in>(), g::description<first::nested_out>())
            .find("\"loop 2 starts over\" where the peer has \"loop 1 starts over\"") != own.npos);
  CHECK(drift("a sends b() to c\n", "a sends x() to c\n").ends_with(": the messages differ"));
  CHECK(drift("a sends b() to c\n", "a sends b() to d\n").ends_with(": the receivers differ"));
  CHECK(drift("a sends b() to c\n", "d sends b() to c\n").ends_with(": the senders differ"));
}
