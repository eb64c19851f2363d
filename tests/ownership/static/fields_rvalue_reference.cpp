// SPDX-License-Identifier: BSL-1.0
// A field of type `U&&` is read on Clang. GCC 12 refuses to bind it to what converts to both a value and an
// lvalue, so there the class is unknown, which is allowed, and never misread.
#include <type_traits>

#include "tenure/ownership/structure.hpp"

namespace fields_static {

struct passing {
  int&& r;
  int n;
};
#ifdef __clang__
static_assert(std::is_same_v<tenure::field_types<passing>, tenure::type_list<int&&, int>>);
#else
static_assert(!tenure::Structured<passing>);
#endif

struct lending {
  int const& r;
  int n;
};
static_assert(std::is_same_v<tenure::field_types<lending>, tenure::type_list<int const&, int>>);

}  // namespace fields_static
