// SPDX-License-Identifier: BSL-1.0
// expect-error: [harness.rule]
int main() {
#if EXPECT_COMPILE_FAIL
  return undeclared;
#endif
}
