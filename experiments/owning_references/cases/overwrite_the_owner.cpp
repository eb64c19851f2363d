// SPDX-License-Identifier: BSL-1.0
// The variable that owns the value is given another one.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  value x;
#if MISUSE
  x = value();
#endif
  finish(std::move(x));
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<value>();
#if MISUSE
  x = std::make_unique<value>();
#endif
  finish(std::move(x));
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  value x;
#if MISUSE
  x = value();
#endif
  finish(std::move(x));
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
  slot<value> other;
  slot<value> storage;
  auto x = storage.emplace();
#if MISUSE
  x = other.emplace();
#endif
  finish(std::move(x));
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<value> other;
  slot<value> storage;
  auto x = storage.emplace();
#if MISUSE
  x = other.emplace();
#endif
  finish(std::move(x));
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<value> other;
  room<value> storage;
  flagged<value> x{storage.make(), true};
#if MISUSE
  x = {other.make(), true};
#else
  static_cast<void>(other);
#endif
  finish(pass(x));
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<value> other;
  room<value> storage;
  value* x = storage.make();
#if MISUSE
  x = other.make();
#else
  static_cast<void>(other);
#endif
  finish(x);
}
}  // namespace raw_pointer
#endif
