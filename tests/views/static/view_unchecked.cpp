// SPDX-License-Identifier: BSL-1.0
// Without checks a view is a pointer.
#undef TENURE_CHECKED
#define TENURE_CHECKED 0
#include "tenure/views/view.hpp"

struct pair {
  int a, b;
};
using one = tenure::views::view<pair, tenure::views::mut<tenure::views::field<&pair::a>>>;
static_assert(sizeof(one) == sizeof(void*) && alignof(one) == alignof(void*));
static_assert(std::is_trivially_copyable_v<one> && std::is_trivially_destructible_v<one>);
