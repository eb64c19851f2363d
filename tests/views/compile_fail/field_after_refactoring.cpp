// SPDX-License-Identifier: BSL-1.0
// V16: a field that the abstract field forgot.
#include "classes.hpp"

class store {
  std::vector<int> indices_, values_;
  friend struct tenure::views::access;

 public:
  struct content;

 private:
#if EXPECT_COMPILE_FAIL
  static auto tenure_fields(content*) -> fields<&store::values_>;
#else
  static auto tenure_fields(content*) -> fields<&store::indices_, &store::values_>;
#endif

 public:
  static std::size_t size(view<store, shr<content>> self) {
    return self[at<&store::indices_>].size();  // expect-error: [views.field] &store::indices_ is not granted
  }
};
