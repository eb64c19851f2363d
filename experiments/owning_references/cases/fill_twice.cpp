// SPDX-License-Identifier: BSL-1.0
// Another value is made in the storage while its value is still owned.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  std::optional<value> storage;
  storage.emplace();
#if MISUSE
  storage.emplace();
#endif
  finish(*std::move(storage));
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<value>();
#if MISUSE
  x.reset(new value);
#endif
  finish(std::move(x));
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  std::optional<value> storage;
  value&& x = std::move(storage.emplace());
#if MISUSE
  storage.emplace();
#endif
  finish(std::move(x));
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
  slot<value> storage;
  auto x = storage.emplace();
#if MISUSE
  auto y = storage.emplace();
  finish(std::move(y));
#else
  finish(std::move(x));
  auto y = storage.emplace();
  finish(std::move(y));
#endif
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<value> storage;
  auto x = storage.emplace();
#if MISUSE
  auto y = storage.emplace();
  finish(std::move(y));
#else
  finish(std::move(x));
  auto y = storage.emplace();
  finish(std::move(y));
#endif
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<value> storage;
  flagged<value> x{storage.make(), true};
  x.pointer->use();
#if MISUSE
  flagged<value> y{storage.make(), true};
  finish(y);
#else
  finish(pass(x));
  flagged<value> y{storage.make(), true};
  finish(y);
#endif
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<value> storage;
  value* const x = storage.make();
  x->use();
#if MISUSE
  value* const y = storage.make();
  finish(y);
#else
  finish(x);
  value* const y = storage.make();
  finish(y);
#endif
}
}  // namespace raw_pointer
#endif
