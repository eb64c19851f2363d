// SPDX-License-Identifier: BSL-1.0
// Ping-pong with an endpoint of one type for the whole session: the right program, and the mistakes.
#include "../material/designs.hpp"
#include "mistakes.hpp"

namespace {

namespace g = tenure::sessions;
using namespace designs::ping_pong;

/// The next version of the protocol: a server may be busy. The client is as it was.
struct busy {};
constexpr auto next_version = g::loop<struct again>(
    g::choice<client>(g::seq(g::send<client, server, ping>,
                             g::choice<server>(g::send<server, client, pong>, g::send<server, client, busy>),
                             g::jump<struct again>),
                      g::send<client, server, stop>));

template <auto const& G, class Client, class Server>
void round(Client& c, Server& s) {
  c.template send<server>(ping{1});
  s.template send<client>(pong{s.template recv<client, ping>().value + 1});
  c.template recv<server, pong>();
}
template <class Client, class Server>
void close(Client& c, Server& s) {
  c.template send<server>(stop{});
  s.template recv<client, stop>();
  c.finish();
  s.finish();
}

void run(int which) {
  g::loopback<protocol> wires;
  designs::end<protocol, server> s{wires};
  designs::end<protocol, client> c{wires};
  switch (which) {
    case RIGHT:
      round<protocol>(c, s);
      close(c, s);
      break;
    case WRONG_ORDER:  // the client says goodbye where it is owed an answer
      c.template send<server>(ping{1});
      c.template send<server>(stop{});
      s.template recv<client, ping>();
      s.template recv<client, stop>();
      c.finish();
      s.finish();
      break;
#if HAS(WRONG_PAYLOAD)
    case WRONG_PAYLOAD:
      c.template send<server>(1);
      break;
#endif
    case REUSE:  // the same step twice
      c.template send<server>(ping{1});
      c.template send<server>(ping{2});
      s.template recv<client, ping>();
      s.template recv<client, ping>();
      s.template send<client>(pong{2});
      c.template recv<server, pong>();
      close(c, s);
      break;
    case DROP: {  // the client is gone after its question
      designs::end<protocol, client> gone{wires};
      gone.template send<server>(ping{1});
      break;
    }
    case MISSING_BRANCH:  // the server knows no stop
      c.template send<server>(stop{});
      s.template recv<client, ping>();
      break;
    case EARLY_FINISH:  // the client has not heard the answer
      c.template send<server>(ping{1});
      c.finish();
      break;
    default:
      std::_Exit(2);
  }
}

#if DESIGN == HAND_WRITTEN || DESIGN == TABLE
/// Whoever edits the server edits its machine.
class busy_server : public designs::watchful {
  enum { idle, answering } at_ = idle;

 public:
  void step(designs::from<client, ping>) {
    if (at_ != idle) designs::fail("server: a ping is not due");
    at_ = answering;
  }
  void step(designs::to<client, busy>) {
    if (at_ != answering) designs::fail("server: a busy is not due");
    at_ = idle;
  }
};
using next_server = designs::endpoint<next_version, server, busy_server>;
using old_client = designs::endpoint<next_version, client, hand_written_client>;
#else
using next_server = designs::end<next_version, server>;
using old_client = designs::end<next_version, client>;
#endif

void drift() {
  g::loopback<next_version> wires;
  next_server s{wires};
  old_client c{wires};
  c.template send<server>(ping{1});
  s.template recv<client, ping>();
  s.template send<client>(busy{});
  c.template recv<server, pong>();
}

}  // namespace

int main(int argc, char** argv) {
  int const which = asked(argc, argv);
  if (which == DRIFT) {
    drift();
  } else {
    run(which);
  }
}
