// SPDX-License-Identifier: BSL-1.0
// What a protocol looks like elsewhere, to the letter where the text is short.
#include <string>

#include "sessions/protocols.hpp"
#include "support/catch.hpp"
#include "tenure/sessions/to_dot.hpp"
#include "tenure/sessions/to_mermaid.hpp"
#include "tenure/sessions/to_promela.hpp"
#include "tenure/sessions/to_scribble.hpp"

using namespace tenure::test;

namespace {

namespace elsewhere {
struct ping {};
struct end {};
}  // namespace elsewhere

/// Two messages of one short name, a word that other languages keep, a family of roles, one tag in another.
inline constexpr auto inner = g::loop<struct again>(
    g::choice<client>(g::seq(g::send<client, g::worker<3>, elsewhere::ping>, g::jump<struct again>),
                      g::send<client, g::worker<3>, elsewhere::end>));
inline constexpr auto odd = g::loop<struct again>(g::seq(
    g::send<client, g::worker<3>, ping>, g::call<inner>,
    g::par(g::send<client, g::worker<3>, quit>, g::send<g::worker<3>, client, quit>), g::jump<struct again>));

int count(std::string const& text, std::string const& what) {
  int found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("exports") {
  SECTION("a sequence diagram") {
    CHECK(g::to_mermaid<ping_pong>() == R"(sequenceDiagram
  participant client
  participant server
  loop again
    alt client chooses
      client->>server: ping
      server->>client: pong
      Note over client,server: again again
    else client chooses
      client->>server: quit
    end
  end
)");
  }
  SECTION("a global protocol of Scribble") {
    CHECK(g::to_scribble<odd>("Odd") == R"(global protocol Odd(role client, role worker_3) {
  rec again {
    ping() from client to worker_3;
    rec again_3 {
      choice at client {
        ping_2() from client to worker_3;
        continue again_3;
      } or {
        end_() from client to worker_3;
      }
    }
    par {
      quit() from client to worker_3;
    } and {
      quit() from worker_3 to client;
    }
    continue again;
  }
}
)");
  }
  SECTION("graphs of all machines") {
    std::string const dot = g::to_dot<ping_pong>();
    CHECK(dot.starts_with("digraph protocol {\n"));
    CHECK(count(dot, "subgraph cluster_") == 2);
    CHECK(count(dot, "doublecircle") == 2);
    CHECK(count(dot, "client0 -> client1 [label=\"server!ping\"];") == 1);
    CHECK(count(dot, "server0 -> server1 [label=\"client?ping\"];") == 1);
    CHECK(count(dot, "{") == count(dot, "}"));
    CHECK(count(g::to_dot<odd>(), "style=dashed") == 6);
  }
  SECTION("a model for SPIN") {
    std::string const model = g::to_promela<odd>(4);
    CHECK(count(model, "chan client_to_worker_3 = [4] of { short };") == 1);
    CHECK(count(model, "active proctype") == 6);
    CHECK(count(model, "#define m_ping 0\n") == 1);
    CHECK(count(model, "#define m_ping_2 1\n") == 1);
    CHECK(count(model, "// unspecified reception") > 0);
    CHECK(count(g::to_promela<ping_pong>(), "// orphan") == 2);
  }
  SECTION("the same for protocols made at run time") {
    static g::named const a{"A"}, b{"B"}, m{"m"};
    g::step const steps[]{{g::op::send, &a, &b, &m}};
    static g::graph_table<4> table;
    g::lower(steps, 1, table);
    CHECK(g::to_mermaid(table.view()) == "sequenceDiagram\n  participant A\n  participant B\n  A->>B: m\n");
  }
}
