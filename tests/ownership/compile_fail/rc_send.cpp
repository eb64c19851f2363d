// SPDX-License-Identifier: BSL-1.0
// The counts of an rc are plain numbers: two threads would count wrong, whatever the value is.
// expect-error: [ownership.send]
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/rc.hpp"

struct job {
  tenure::arc<int> shared;
};
struct local_job {
  tenure::rc<int> shared;
};

/// Stands for whatever hands a value to another thread.
template <class T>
void send(T) {
  static_assert(tenure::enforce<tenure::rule::send<T>>());
}

int main() {
  send(job{tenure::arc<int>::make(1)});
#if EXPECT_COMPILE_FAIL
  send(local_job{tenure::rc<int>::make(1)});
#endif
}
