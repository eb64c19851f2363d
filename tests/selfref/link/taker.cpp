// SPDX-License-Identifier: BSL-1.0
#include "owner.hpp"

int end_of(tenure::selfref::transfer_vector<int> const& values,
           tenure::selfref::self_slice<&row::numbers> last) {
  return values[last.position()];
}
