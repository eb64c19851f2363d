// SPDX-License-Identifier: BSL-1.0
// Two buyers with cursors: the right program, or the mistake that MISTAKE says.
#include "mistakes.hpp"
#include "tenure/sessions/protocols/two_buyer.hpp"
#include "tenure/sessions/ring.hpp"

namespace {

namespace g = tenure::sessions;
using namespace g::protocols::two_buyer;

void run() {
  g::loopback<protocol> wires;
  [[maybe_unused]] title wanted;
  [[maybe_unused]] quote price;
  [[maybe_unused]] share half;
  [[maybe_unused]] ok order;
  [[maybe_unused]] date day;
  auto a = wires.open<alice>();
  auto b = wires.open<bob>();
  auto s = wires.open<seller>();
#if HAS(WRONG_ORDER)
  auto early = std::move(a).send(title{1}).send(share{1});
  static_cast<void>(std::move(early).cancel());
  static_cast<void>(std::move(b).cancel());
  static_cast<void>(std::move(s).cancel());
#else
  auto a1 = std::move(a).send(title{1});
  auto s1 = std::move(s).recv(wanted);
#if HAS(WRONG_PEER)
  auto s2 = std::move(s1).send<bob>(quote{2}).send<bob>(quote{2});
#elif HAS(WRONG_PAYLOAD)
  auto s2 = std::move(s1).send<alice>(2).send<bob>(quote{2});
#elif HAS(REUSE)
  auto once = std::move(s1).send<alice>(quote{2});
  static_cast<void>(std::move(once).cancel());
  auto s2 = std::move(s1).send<alice>(quote{2}).send<bob>(quote{2});
#else
  auto s2 = std::move(s1).send<alice>(quote{2}).send<bob>(quote{2});
#endif
  auto a2 = std::move(a1).recv(price);
  std::move(a2).send(share{1}).finish();
#if HAS(EARLY_FINISH)
  std::move(b).recv(price).finish();
  static_cast<void>(std::move(s2).cancel());
#else
  auto b1 = std::move(b).recv(price).recv(half);
#if HAS(DROP)
  {
    auto gone = std::move(b1);
  }
  static_cast<void>(std::move(s2).cancel());
#elif HAS(MISSING_BRANCH)
  std::move(b1).send(quit{}).finish();
  static_cast<void>(
      std::move(s2).offer([](ok, auto next) { return std::move(next).send(date{1}).finish(); }));
#else
  auto b2 = std::move(b1).send(ok{1});
  auto s3 = std::move(s2).recv(order);
  std::move(s3).send(date{1}).finish();
  std::move(b2).recv(day).finish();
#endif
#endif
#endif
}

}  // namespace

int main() { run(); }
