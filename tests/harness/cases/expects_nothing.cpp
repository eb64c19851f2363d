// SPDX-License-Identifier: BSL-1.0
int main() {
#if EXPECT_COMPILE_FAIL
  return undeclared;
#endif
}
