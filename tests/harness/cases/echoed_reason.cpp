// SPDX-License-Identifier: BSL-1.0
// The compiler would print the line, and the line contains the expected text.
int main() {
#if EXPECT_COMPILE_FAIL
  return undeclared;  // expect-error: [harness.rule]
#endif
}
