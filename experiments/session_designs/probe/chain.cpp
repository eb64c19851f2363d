// SPDX-License-Identifier: BSL-1.0
// chain N: a protocol of SIZE messages to and fro, again and again, in design DESIGN, until N messages have
// been sent and received. Each message is of its own type, and each step stands in the program's text once.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>

#define CURSORS 1
#define HAND_WRITTEN 3
#define TABLE 4
#define NO_MACHINE 5

#include "../material/table.hpp"
#include "run.hpp"

namespace {

namespace g = tenure::sessions;

struct client {};
struct server {};
template <std::size_t I>
struct m {
  std::uint32_t value;
};
struct stop {};
constexpr std::size_t block_size = 8;
constexpr std::size_t round = SIZE < block_size ? block_size : SIZE;  // what the program's loop plays
static_assert(round % SIZE == 0 && round % block_size == 0);

template <std::size_t I>
using sender = std::conditional_t<I % 2 == 0, client, server>;
template <std::size_t I>
using receiver = std::conditional_t<I % 2 == 0, server, client>;

constexpr auto protocol = g::loop<struct again>(
    g::choice<client>(g::seq(g::each<SIZE>([](auto i) { return g::send<sender<i>, receiver<i>, m<i>>; }),
                             g::jump<struct again>),
                      g::send<client, server, stop>));

#if DESIGN == CURSORS

template <class C, class S>
struct both {
  C c;
  S s;
};

/// A function plays a few steps of both roles, as long as none is larger than what compilers inline into.
template <std::size_t At, class C, class S>
[[gnu::noinline]] auto block(C c, S s, g::loopback<protocol> const& wires, std::uint32_t& sum) {
  m<At % SIZE> m0{sum};
  auto c1 = std::move(c).send(m0);
  run::forget(wires);
  auto s1 = std::move(s).recv(m0);
  m<(At + 1) % SIZE> m1{sum += m0.value};
  auto s2 = std::move(s1).send(m1);
  run::forget(wires);
  auto c2 = std::move(c1).recv(m1);
  sum += m1.value;
  m<(At + 2) % SIZE> m2{sum};
  auto c3 = std::move(c2).send(m2);
  run::forget(wires);
  auto s3 = std::move(s2).recv(m2);
  m<(At + 3) % SIZE> m3{sum += m2.value};
  auto s4 = std::move(s3).send(m3);
  run::forget(wires);
  auto c4 = std::move(c3).recv(m3);
  m<(At + 4) % SIZE> m4{sum += m3.value};
  auto c5 = std::move(c4).send(m4);
  run::forget(wires);
  auto s5 = std::move(s4).recv(m4);
  m<(At + 5) % SIZE> m5{sum += m4.value};
  auto s6 = std::move(s5).send(m5);
  run::forget(wires);
  auto c6 = std::move(c5).recv(m5);
  m<(At + 6) % SIZE> m6{sum += m5.value};
  auto c7 = std::move(c6).send(m6);
  run::forget(wires);
  auto s7 = std::move(s6).recv(m6);
  m<(At + 7) % SIZE> m7{sum += m6.value};
  auto s8 = std::move(s7).send(m7);
  run::forget(wires);
  auto c8 = std::move(c7).recv(m7);
  sum += m7.value;
  return both{std::move(c8), std::move(s8)};
}
/// Halves, so that no compiler nests too deep.
template <std::size_t First, std::size_t Last, class C, class S>
auto walk(C c, S s, g::loopback<protocol> const& wires, std::uint32_t& sum) {
  if constexpr (Last - First == block_size) {
    return block<First>(std::move(c), std::move(s), wires, sum);
  } else {
    constexpr std::size_t middle = First + (Last - First) / 2;
    auto half = walk<First, middle>(std::move(c), std::move(s), wires, sum);
    return walk<middle, Last>(std::move(half.c), std::move(half.s), wires, sum);
  }
}

[[gnu::noinline]] std::uint32_t play(unsigned messages) {
  g::loopback<protocol> wires;
  auto c = wires.open<client>();
  auto s = wires.open<server>();
  std::uint32_t sum = 1;
  for (unsigned i = 0; i < messages / round; ++i) {
    // what Clang does not follow, a cursor inside a pair, it is told of
    auto after = walk<0, round>(std::move(c), std::move(s), wires, sum);
    c = g::adopt(std::move(after.c));
    s = g::adopt(std::move(after.s));
  }
  stop last;
  std::move(c).send(last).finish();
  std::move(s).recv(last).finish();
  return sum;
}

#else

/// The step that is due is a number; each message goes with one.
class hand_written : public designs::watchful {
  std::size_t at_ = 0;

 public:
  template <class Role, std::size_t I>
  void step(designs::to<Role, m<I>>) {
    if (at_ != I) designs::fail("this message is not due");
    at_ = (I + 1) % SIZE;
  }
  template <class Role, std::size_t I>
  void step(designs::from<Role, m<I>>) {
    if (at_ != I) designs::fail("this message is not due");
    at_ = (I + 1) % SIZE;
  }
  template <class What>
  void step(What) {
    if (at_ != 0) designs::fail("a stop is not due");
    at_ = SIZE;
  }
  void finish() {
    if (at_ != SIZE) designs::fail("not done yet");
  }
};

template <bool OfClient, std::size_t I>
constexpr designs::row row_of() {
  if constexpr (OfClient == (I % 2 == 0)) {
    return designs::on<protocol, designs::to<receiver<I>, m<I>>>(int{I}, int{(I + 1) % SIZE});
  } else {
    return designs::on<protocol, designs::from<sender<I>, m<I>>>(int{I}, int{(I + 1) % SIZE});
  }
}
template <bool OfClient, class Last, std::size_t... I>
constexpr auto table_of(std::index_sequence<I...>) {
  designs::row const rows[]{row_of<OfClient, I>()..., designs::on<protocol, Last>(0, SIZE)};
  return designs::sorted_table<SIZE + 1, SIZE + 1>(rows);
}
template <bool OfClient, class Last>
constexpr auto table = table_of<OfClient, Last>(std::make_index_sequence<SIZE>{});

#if DESIGN == HAND_WRITTEN
using of_client = hand_written;
using of_server = hand_written;
#elif DESIGN == TABLE
using of_client = designs::table_machine<protocol, table<true, designs::to<server, stop>>, SIZE>;
using of_server = designs::table_machine<protocol, table<false, designs::from<client, stop>>, SIZE>;
#else
using of_client = designs::no_machine;
using of_server = designs::no_machine;
#endif

template <std::size_t I, class C, class S>
void step(C& c, S& s, g::loopback<protocol> const& wires, std::uint32_t& sum) {
  if constexpr (I % 2 == 0) {
    c.template send<server>(m<I>{sum});
    run::forget(wires);
    sum += s.template recv<client, m<I>>().value;
  } else {
    s.template send<client>(m<I>{sum});
    run::forget(wires);
    sum += c.template recv<server, m<I>>().value;
  }
}
template <std::size_t At, class C, class S>
[[gnu::noinline]] void block(C& c, S& s, g::loopback<protocol> const& wires, std::uint32_t& sum) {
  step<At % SIZE>(c, s, wires, sum);
  step<(At + 1) % SIZE>(c, s, wires, sum);
  step<(At + 2) % SIZE>(c, s, wires, sum);
  step<(At + 3) % SIZE>(c, s, wires, sum);
  step<(At + 4) % SIZE>(c, s, wires, sum);
  step<(At + 5) % SIZE>(c, s, wires, sum);
  step<(At + 6) % SIZE>(c, s, wires, sum);
  step<(At + 7) % SIZE>(c, s, wires, sum);
}

[[gnu::noinline]] std::uint32_t play(unsigned messages) {
  g::loopback<protocol> wires;
  designs::endpoint<protocol, client, of_client> c{wires};
  designs::endpoint<protocol, server, of_server> s{wires};
  std::uint32_t sum = 1;
  for (unsigned i = 0; i < messages / round; ++i) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      int const in_order[]{(block<I * block_size>(c, s, wires, sum), 0)...};
      static_cast<void>(in_order);
    }(std::make_index_sequence<round / block_size>{});
  }
  c.template send<server>(stop{});
  s.template recv<client, stop>();
  c.finish();
  s.finish();
  return sum;
}

#endif

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::printf("%u\n", play(static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10))));
}
