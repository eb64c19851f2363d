// SPDX-License-Identifier: BSL-1.0
// V3: the mutator is edited to read a field that is not in its view: the error is in its body.
#include "classes.hpp"

class later {
  std::vector<int> experiments_;
  int successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct successful;

 private:
  static auto tenure_fields(successful*) -> fields<&later::successful_>;

 public:
  static void add_successful(view<later, mut<successful>> self) {
#if EXPECT_COMPILE_FAIL
    if (self[at<&later::experiments_>].empty())
      return;  // expect-error: [views.field] &later::experiments_ is not granted
#endif
    self[at<&later::successful_>] += 1;
  }
};
