// SPDX-License-Identifier: BSL-1.0
// What is buffered ends with both ends, and an end may be sent through its own channel: it may never end.
// expect-error: [ownership.leak] transaction is not Leak
#include "tenure/ownership/channel.hpp"

struct transaction {
  int number;
};
template <>
struct tenure::declare<tenure::marker::leak, transaction> : tenure::no {};

struct message {
  int number;
};

int main() {
  auto const fine = tenure::channel<message>::unbounded();
#if EXPECT_COMPILE_FAIL
  auto const ends = tenure::channel<transaction>::unbounded();
#endif
}
