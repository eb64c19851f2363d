// SPDX-License-Identifier: BSL-1.0
// The body of a function that a place calls touches what its view does not name.
// expect-error: [views.field]
// expect-error: experiments_
#include "views/compile_fail/lent.hpp"

class counter {
  std::vector<int> experiments_;
  int successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct successful;

 private:
  static auto tenure_fields(successful*) -> fields<&counter::successful_>;

 public:
  static void add(view<counter, mut<successful>> self) {
#if EXPECT_COMPILE_FAIL
    if (self[at<&counter::experiments_>].empty()) return;
#endif
    self[at<&counter::successful_>] += 1;
  }
};

int main() {
  place<counter> object;
  object.call(counter::add);
}
