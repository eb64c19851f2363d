// SPDX-License-Identifier: BSL-1.0
// The value is ended through a base class whose destructor is not virtual.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  whole x;
#if MISUSE
  finish<part>(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<whole>();
#if MISUSE
  finish<part>(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  whole x;
#if MISUSE
  finish_as<part>(std::move(x));
#else
  finish_as(std::move(x));
#endif
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
  slot<whole> storage;
  auto x = storage.emplace();
#if MISUSE
  finish(std::move(x).into<part>());
#else
  finish(std::move(x));
#endif
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<whole> storage;
  auto x = storage.emplace();
#if MISUSE
  finish(std::move(x).into<part>());
#else
  finish(std::move(x));
#endif
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<whole> storage;
  flagged<whole> x{storage.make(), true};
#if MISUSE
  finish<part>({x.pointer, true});
#else
  finish(pass(x));
#endif
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<whole> storage;
  whole* const x = storage.make();
#if MISUSE
  finish<part>(x);
#else
  finish(x);
#endif
}
}  // namespace raw_pointer
#endif
