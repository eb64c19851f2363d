// SPDX-License-Identifier: BSL-1.0
// expect-error: [harness.rule] an int is not wanted here
template <class T>
void take(T) {
  static_assert(sizeof(T) != sizeof(int), "[harness.rule] an int is not wanted here");
}

int main() {
  take('c');
#if EXPECT_COMPILE_FAIL
  take(1);
#endif
}
