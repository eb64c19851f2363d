// SPDX-License-Identifier: BSL-1.0
// Whoever redefines a keyword compiles another class. The standard forbids it where a standard header is
// included, [macro.names].
#include "tenure/views.hpp"
#define private public
#include "victim.hpp"

int main() {
  return victim::reached_by([](victim::data& d) -> std::uint32_t& { return d.successful_; });
}
