// SPDX-License-Identifier: BSL-1.0
// expect-error: [harness.rule]
// expect-error: [harness.other]
int main() {
#if EXPECT_COMPILE_FAIL
  static_assert(sizeof(int) == 0, "[harness.rule] an int has a size");
#endif
}
