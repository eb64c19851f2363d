// SPDX-License-Identifier: BSL-1.0
// The class names access as a friend, or the library cannot read what it declares.
#include "classes.hpp"

class closed {
  int hidden_ = 0;
#if !EXPECT_COMPILE_FAIL
  friend struct tenure::views::access;
#endif

 public:
  struct name;

 private:
  static auto tenure_fields(name*) -> fields<&closed::hidden_>;

 public:
  static int get(view<closed, shr<name>> self) {
    return self[at<&closed::hidden_>];
  }  // expect-error: [views.abstract]
};

int main() {
  closed c;
  return closed::get(lend<shr<closed::name>>(c));
}
