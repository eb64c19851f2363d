// SPDX-License-Identifier: BSL-1.0
// The std::move is forgotten, and the value can be copied.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  copyable_value x;
#if MISUSE
  finish(x);
#else
  finish(std::move(x));
#endif
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<copyable_value>();
#if MISUSE
  finish(x);
#else
  finish(std::move(x));
#endif
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  copyable_value x;
#if MISUSE
  finish(x);
#else
  finish(std::move(x));
#endif
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
  slot<copyable_value> storage;
  auto x = storage.emplace();
#if MISUSE
  finish(x);
#else
  finish(std::move(x));
#endif
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<copyable_value> storage;
  auto x = storage.emplace();
#if MISUSE
  finish(x);
#else
  finish(std::move(x));
#endif
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<copyable_value> storage;
  flagged<copyable_value> x{storage.make(), true};
#if MISUSE
  finish(x);
  finish(pass(x));
#else
  finish(pass(x));
#endif
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<copyable_value> storage;
  copyable_value* const x = storage.make();
#if MISUSE
  finish(x);
  finish(x);
#else
  finish(x);
#endif
}
}  // namespace raw_pointer
#endif
