// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <tenure/ownership/std_containers.hpp>
#include <vector>

#include "guard.hpp"

int main() {
  tenure::forget(std::vector<std::string>{});
#if MISUSE
  tenure::forget(std::vector<guard>{});
#endif
}
