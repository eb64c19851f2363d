// SPDX-License-Identifier: BSL-1.0
// The client's program as it was written for version 1.2, compiled with the protocol that EDIT says.
#include <cstdint>

#include "edits.hpp"
#include "tenure/sessions.hpp"

namespace g = tenure::sessions;

namespace shop {
#define VERSION EDIT
#include "shop.inc"

std::uint32_t buy(g::loopback<protocol>& wires) {
  welcome w;
  auto shopping = wires.open<client>().send(login{.user = 1, .pin = 2}).recv(w);
  price p;
  shopping = std::move(shopping).send(query{.item = 7, .count = 2}).recv(p);
  auto then = std::move(shopping)
                  .send(order{.item = 7, .count = 2})
                  .offer([](accepted, auto next) { return next; }, [](refused, auto next) { return next; });
  std::move(then).send(bye{}).finish();
  std::uint32_t const cents = p.cents;
  return w.session + cents;
}

}  // namespace shop

int main() { return 0; }
