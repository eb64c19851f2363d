// SPDX-License-Identifier: BSL-1.0
// A type that refers to itself by shared references says how it is shared before it is complete.
// expect-error: [ownership.incomplete] hasty is incomplete here
#include "tenure/ownership/reference.hpp"

struct patient;
template <>
struct tenure::sharing<patient> : tenure::fields<patient> {};
struct patient {
  int value;
  tenure::shared<patient>* next;
};

struct hasty;
#if EXPECT_COMPILE_FAIL
struct hasty {
  int value;
  tenure::shared<hasty> next;
};
#endif

int main() {
  patient const one{1, nullptr};
  return *tenure::shared{one}.field<0>() - 1;
}
