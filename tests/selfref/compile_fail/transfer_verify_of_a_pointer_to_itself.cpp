// SPDX-License-Identifier: BSL-1.0
// The verifier tests what an author vouches for; what nobody vouches for is not relocated to begin with.
// expect-error: [selfref.transfer] node cannot be relocated
#include "tenure/selfref/verify.hpp"

using namespace tenure::selfref;

struct node {
  int value;
  int* at;
};
struct vouched {
  int value;
  int* at;
};
template <>
struct tenure::declare<tenure::marker::transfer, vouched> : tenure::yes {};

int main() {
  auto const fine = verify_relocation([] { return vouched{1, nullptr}; });
#if EXPECT_COMPILE_FAIL
  auto const refused = verify_relocation([] { return node{1, nullptr}; });
#endif
  return fine ? 0 : 1;
}
