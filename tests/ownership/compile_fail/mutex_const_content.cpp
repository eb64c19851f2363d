// SPDX-License-Identifier: BSL-1.0
// expect-error: [ownership.cell] a const int is no content of a cell or lock
#include "tenure/ownership/mutex.hpp"

int main() {
  tenure::mutex<int> fine{1};
#if EXPECT_COMPILE_FAIL
  tenure::mutex<int const> held{1};
#endif
}
