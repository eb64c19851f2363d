// SPDX-License-Identifier: BSL-1.0
// cost PROTOCOL N: plays the protocol in design DESIGN until N messages have been sent and received.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "../material/designs.hpp"
#if DESIGN == CURSORS
#include "cursors.hpp"
#else
#include "endpoints.hpp"
#endif

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::string_view const which = argv[1];
  auto const n = static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10));
  auto const sum = which == "ping-pong"   ? run::ping_pong(n)
                   : which == "two-buyer" ? run::two_buyer(n)
                   : which == "streaming" ? run::streaming(n)
                                          : run::smtp(n);
  std::printf("%llu\n", static_cast<unsigned long long>(sum));
}
