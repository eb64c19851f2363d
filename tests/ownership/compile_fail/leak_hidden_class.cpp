// SPDX-License-Identifier: BSL-1.0
// Of a class that hides its fields nothing is known until it says so; the message says how.
// expect-error: [ownership.leak] whether hidden is Leak is unknown
// expect-error: struct tenure::declare<tenure::marker::leak, hidden> : tenure::yes {};
#include "tenure/ownership/rc.hpp"

class hidden {
  int fd_ = 0;

 public:
  int fd() const { return fd_; }
};
class outspoken {
  int fd_ = 0;

 public:
  int fd() const { return fd_; }
};
template <>
struct tenure::declare<tenure::marker::leak, outspoken> : tenure::yes {};

int main() {
  auto const fine = tenure::rc<outspoken>::make();
#if EXPECT_COMPILE_FAIL
  auto const unknown = tenure::rc<hidden>::make();
#endif
}
