// SPDX-License-Identifier: BSL-1.0
// The server's program as it was written for version 1.2, compiled with the protocol that EDIT says.
#include <cstdint>

#include "edits.hpp"
#include "tenure/sessions.hpp"

namespace g = tenure::sessions;

namespace shop {
#define VERSION EDIT
#include "shop.inc"

bool serve(g::loopback<protocol>& wires) {
  login who{};
  auto shopping = wires.open<server>().recv(who).send(welcome{.session = who.user});
  auto end = std::move(shopping).repeat(
      [](query q, auto next) { return std::move(next).send(price{.cents = q.item * q.count, .days = 1}); },
      [](order o, auto next) {
        if (o.count > 9) return std::move(next).send(refused{.why = 1});
        return std::move(next).send(accepted{.number = o.item});
      },
      [](bye, auto next) { return std::move(next).finish(); });
  return end.completed();
}

}  // namespace shop

int main() { return 0; }
