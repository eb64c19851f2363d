// SPDX-License-Identifier: BSL-1.0
// Two buyers with endpoints of one type for the whole session: the right program, and the mistakes.
#include "../material/designs.hpp"
#include "mistakes.hpp"

namespace {

namespace g = tenure::sessions;
using namespace designs::two_buyer;

void run(int which) {
  g::loopback<protocol> wires;
  designs::end<protocol, seller> s{wires};
  designs::end<protocol, bob> b{wires};
  designs::end<protocol, alice> a{wires};
  if (which == WRONG_ORDER) {  // alice shares a price that she has not heard yet
    a.template send<seller>(title{1});
    a.template send<bob>(share{1});
    s.template recv<alice, title>();
    s.template send<alice>(quote{2});
    s.template send<bob>(quote{2});
    a.template recv<seller, quote>();
    a.finish();
    return;
  }
  a.template send<seller>(title{1});
  s.template recv<alice, title>();
  if (which == WRONG_PEER) {  // the seller tells the wrong buyer, twice
    s.template send<bob>(quote{2});
    s.template send<bob>(quote{2});
    b.template recv<seller, quote>();
    b.template recv<seller, quote>();
    return;
  }
#if HAS(WRONG_PAYLOAD)
  if (which == WRONG_PAYLOAD) s.template send<alice>(2);
#endif
  s.template send<alice>(quote{2});
  if (which == REUSE) s.template send<alice>(quote{2});
  s.template send<bob>(quote{2});
  a.template recv<seller, quote>();
  a.template send<bob>(share{1});
  a.finish();
  b.template recv<seller, quote>();
  if (which == EARLY_FINISH) {
    b.finish();
    return;
  }
  b.template recv<alice, share>();
  if (which == DROP) return;
  if (which == MISSING_BRANCH) {  // the seller knows no quit
    b.template send<seller>(quit{});
    s.template recv<bob, ok>();
    return;
  }
  b.template send<seller>(ok{1});
  s.template recv<bob, ok>();
  s.template send<bob>(date{1});
  s.finish();
  b.template recv<seller, date>();
  b.finish();
}

}  // namespace

int main(int argc, char** argv) { run(asked(argc, argv)); }
