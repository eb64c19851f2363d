// SPDX-License-Identifier: BSL-1.0
// A second owner is made of the same value, and both end it.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  value x;
  value* const alias = &x;
  alias->use();
#if MISUSE
  finish(std::move(*alias));
#endif
  finish(std::move(x));
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<value>();
  value* const alias = x.get();
  alias->use();
#if MISUSE
  finish(std::unique_ptr<value>(alias));
#endif
  finish(std::move(x));
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  value x;
  value& alias = x;
  alias.use();
#if MISUSE
  finish(std::move(alias));
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
  value* const alias = x.get();
  alias->use();
#if MISUSE
  finish(own<value>::from_raw(alias));
#endif
  finish(std::move(x));
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<value> storage;
  auto x = storage.emplace();
  value* const alias = x.get();
  alias->use();
#if MISUSE
  finish(own<value>::from_raw(alias));
#endif
  finish(std::move(x));
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<value> storage;
  flagged<value> x{storage.make(), true};
  flagged<value> alias{x.pointer, false};
  alias.pointer->use();
#if MISUSE
  alias = x;
#endif
  finish(alias);
  finish(pass(x));
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<value> storage;
  value* const x = storage.make();
  value* const alias = x;
  alias->use();
#if MISUSE
  finish(alias);
#endif
  finish(x);
}
}  // namespace raw_pointer
#endif
