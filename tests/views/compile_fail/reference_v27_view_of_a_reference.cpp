// SPDX-License-Identifier: BSL-1.0
// V27: no views of references.
#include "classes.hpp"

#if EXPECT_COMPILE_FAIL
using v = view<outer&, shr<nth<1>>>;  // expect-error: [views.reference]
#else
using v = view<outer, shr<nth<1>>>;
#endif

static_assert(sizeof(v) == sizeof(void*));
