// SPDX-License-Identifier: BSL-1.0
// only: clang
// expect-error: [-Werror,-Wconsumed]
#if defined(__clang__)
#define SAID(...) [[clang::__VA_ARGS__]]
#else
#define SAID(...)
#endif

class SAID(consumable(unconsumed)) token {
 public:
  SAID(return_typestate(unconsumed)) token() {}
  SAID(callable_when("unconsumed")) SAID(set_typestate(consumed)) void spend() {}
};

int main() {
  token t;
  t.spend();
#if EXPECT_COMPILE_FAIL
  t.spend();
#endif
}
