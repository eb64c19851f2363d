// SPDX-License-Identifier: BSL-1.0
// A class that hides its fields may hide a pointer in them, so it has no sharing until it says which.
// expect-error: [ownership.shared] a ticket cannot be shared: it hides what it is made of
// expect-error: template <> struct tenure::sharing<ticket> : tenure::read_only<ticket> {};
#include "tenure/ownership/reference.hpp"

class date {
  int day_ = 1;

 public:
  int day() const { return day_; }
};
template <>
struct tenure::sharing<date> : tenure::read_only<date> {};

class ticket {
  int* price_ = nullptr;

 public:
  int& price() const { return *price_; }
};

int main() {
  date const today;
  tenure::shared const fine{today};
#if EXPECT_COMPILE_FAIL
  ticket const cheap;
  tenure::shared const s{cheap};
#endif
  return fine->day() - 1;
}
