// SPDX-License-Identifier: BSL-1.0
// expect-error: [harness.rule]
int main() { static_assert(sizeof(int) == 0, "[harness.rule] fails with and without EXPECT_COMPILE_FAIL"); }
