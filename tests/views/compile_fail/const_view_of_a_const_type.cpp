// SPDX-License-Identifier: BSL-1.0
#include "classes.hpp"

#if EXPECT_COMPILE_FAIL
using v = view<outer const, shr<nth<1>>>;  // expect-error: [views.const]
#else
using v = view<outer, shr<nth<1>>>;
#endif

static_assert(sizeof(v) == sizeof(void*));
