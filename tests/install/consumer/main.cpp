// SPDX-License-Identifier: BSL-1.0
#include <tenure/ownership.hpp>

struct message {
  int number;
};
static_assert(tenure::Send<message>);

int main() {
  tenure::slot<message> storage;
  auto owned = storage.emplace(message{42});
  return owned->number == 42 ? 0 : 1;
}
