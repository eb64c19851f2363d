// SPDX-License-Identifier: BSL-1.0
// No pattern is matched with a declaration that is private.
// expect-error: private
#include "classes.hpp"

class one {
  int hidden_ = 0;
  friend struct tenure::views::access;

 public:
  struct name;

 private:
  static auto tenure_fields(name*) -> fields<&one::hidden_>;

 public:
  static int get(view<one, shr<name>> self) { return self[at<&one::hidden_>]; }
};

template <auto... M>
int steal(fields<M...> (*)(one::name*)) {
  return 1;
}

int main() {
  one o;
#if EXPECT_COMPILE_FAIL
  return steal(&one::tenure_fields);
#else
  return one::get(lend<shr<one::name>>(o));
#endif
}
