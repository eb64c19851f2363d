// SPDX-License-Identifier: BSL-1.0
// A client of version 1.2 and a server of version 1.3 that EDIT made, over queues of numbered frames.
//   run connect         what the exchange of fingerprints says
//   run monitor         each end watches the other by its own version, and reads frames by the codec
//   run hand-written    each end is a switch that knows its messages' numbers, and copies bytes
// Prints "connect: ..", or how far it went: "noticed N: ..", "hangs N", "left N", "ends N" after N frames.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "edits.hpp"
#include "tenure/sessions/codec.hpp"
#include "tenure/sessions/drift.hpp"
#include "tenure/sessions/monitor.hpp"

namespace g = tenure::sessions;

namespace old_version {
#define VERSION NO_EDIT
#include "shop.inc"
#undef VERSION
}  // namespace old_version
namespace new_version {
#define VERSION EDIT
#include "shop.inc"
}  // namespace new_version

namespace {

struct frame {
  int number;
  std::vector<std::byte> bytes;
};
struct wire {
  std::deque<frame> queue = {};
  int sent = 0;
};

/// What an end knows of its messages, by number.
template <auto const& G>
struct messages {
  template <int Id>
  static frame made() {
    g::message_type<G, Id> const message{};
    frame made{Id, std::vector<std::byte>(g::encoded_size(message))};
    g::encode(message, made.bytes.data());
    return made;
  }
  template <int Id>
  static bool read(std::vector<std::byte> const& bytes) {
    g::message_type<G, Id> message{};
    return g::decode(message, bytes.data(), bytes.size());
  }
  template <int... Id>
  static frame make(int number, std::integer_sequence<int, Id...>) {
    static constexpr frame (*all[])(){&made<Id>...};
    return all[number]();
  }
  template <int... Id>
  static bool decodes(frame const& from, std::integer_sequence<int, Id...>) {
    static constexpr bool (*all[])(std::vector<std::byte> const&){&read<Id>...};
    return all[from.number](from.bytes);
  }
  using all = std::make_integer_sequence<int, g::graph_of<G>.message_count>;
};

/// One end: plays the machine of its role. Where it chooses, it takes one arm after the other.
template <auto const& G, class Me, class Other>
class end {
  static constexpr g::machine const& table = g::machine_of<G, g::role_number<G, Me>>;
  static constexpr int other = g::role_number<G, Other>;
  g::monitor<G, Other> watch_{};
  int at_ = 0;
  int choices_ = 0;
  bool watches_;
  wire *in_, *out_;

 public:
  std::string noticed = {};

  end(bool watches, wire& in, wire& out) : watches_{watches}, in_{&in}, out_{&out} {}

  bool done() const { return table[at_].kind == g::state_kind::final; }

  /// Does what it can do now. False when that was nothing.
  bool step() {
    g::state const& here = table[at_];
    if (here.kind == g::state_kind::send) {
      int const arm = here.count == 1 ? 0 : choices_++ % here.count;
      g::edge const& way = table.edges[here.first + arm];
      at_ = way.target;
      if (way.peer != other) return true;  // to somebody who is not connected here
      if (watches_) watch_.receives(g::role_number<G, Me>, way.message);
      out_->queue.push_back(messages<G>::make(way.message, typename messages<G>::all{}));
      ++out_->sent;
      return true;
    }
    if (here.kind != g::state_kind::receive || in_->queue.empty()) return false;
    frame const got = in_->queue.front();
    in_->queue.pop_front();
    if (watches_) {
      if (watch_.sends(g::role_number<G, Me>, got.number)) {
        noticed = watch_.sentence().words();
        return false;
      }
      if (!messages<G>::decodes(got, typename messages<G>::all{})) {
        noticed = "[sessions.frame] the bytes are no message of this type";
        return false;
      }
    }
    int const found = g::find_edge(table, at_, g::action::receive, other, got.number);
    if (found != -1) at_ = table.edges[found].target;  // else the switch has no case for it here
    return true;
  }
};

using client = end<old_version::protocol, old_version::client, old_version::server>;
using server = end<new_version::protocol, new_version::server, new_version::who_buys>;

void play(bool watching) {
  wire to_server, to_client;
  client c{watching, to_client, to_server};
  server s{watching, to_server, to_client};
  constexpr int longest = 1000;
  for (int turns = 0; turns < longest && c.noticed.empty() && s.noticed.empty(); ++turns) {
    bool const moved = c.step();
    if (!s.step() && !moved) break;
  }
  int const frames = to_server.sent + to_client.sent;
  if (!c.noticed.empty() || !s.noticed.empty()) {
    std::printf("noticed %d: the %s: %s\n", frames, c.noticed.empty() ? "server" : "client",
                (c.noticed.empty() ? s.noticed : c.noticed).c_str());
  } else if (!c.done() || !s.done()) {
    std::printf("hangs %d\n", frames);
  } else {
    std::printf("%s %d\n", to_server.queue.empty() && to_client.queue.empty() ? "ends" : "left", frames);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string_view const how = argc == 2 ? argv[1] : "";
  if (how == "connect") {
    bool const same = g::fingerprint<old_version::protocol> == g::fingerprint<new_version::protocol>;
    std::printf("connect: %s\n", same ? ""
                                      : g::difference(g::description<old_version::protocol>(),
                                                      g::description<new_version::protocol>())
                                            .c_str());
  } else if (how == "monitor" || how == "hand-written") {
    play(how == "monitor");
  } else {
    return 2;
  }
}
