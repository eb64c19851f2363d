// SPDX-License-Identifier: BSL-1.0
// chain N: plays a protocol of SIZE messages in design DESIGN until N messages have been sent and received.
#include "chain.hpp"

#include <cstdio>
#include <cstdlib>

namespace {
#include "chain.inc"
}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::printf("%u\n", play(static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10))));
}
