// SPDX-License-Identifier: BSL-1.0
// A mutex does not make its content Send.
// expect-error: [ownership.send]
// expect-error: is declared not to be Send
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/spawn.hpp"

int main() {
  static_cast<void>(
      tenure::spawn([](tenure::arc<tenure::mutex<int>>) {}, tenure::arc<tenure::mutex<int>>::make(1)));
#if EXPECT_COMPILE_FAIL
  using counted = tenure::mutex<tenure::rc<int>>;
  static_cast<void>(
      tenure::spawn([](tenure::arc<counted>) {}, tenure::arc<counted>::make(tenure::rc<int>::make(1))));
#endif
}
