// SPDX-License-Identifier: BSL-1.0
// A value that cannot be moved is handed over.
#include "case.hpp"

#if MISUSE
using thing = immovable_value;
#else
using thing = value;
#endif

#if BY_VALUE
namespace by_value {
void run() {
  thing x;
  finish(std::move(x));
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<thing>();
  finish(std::move(x));
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  thing x;
  finish_as(std::move(x));
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
  slot<thing> storage;
  auto x = storage.emplace();
  finish(std::move(x));
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<thing> storage;
  auto x = storage.emplace();
  finish(std::move(x));
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<thing> storage;
  flagged<thing> x{storage.make(), true};
  finish(pass(x));
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<thing> storage;
  thing* const x = storage.make();
  finish(x);
}
}  // namespace raw_pointer
#endif
