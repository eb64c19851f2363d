// SPDX-License-Identifier: BSL-1.0
// The last owner does nothing: nobody says that the value ends.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
[[maybe_unused]] static void keep(value x) { x.use(); }
void run() {
  value x;
#if MISUSE
  keep(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
[[maybe_unused]] static void keep(std::unique_ptr<value> x) { x->use(); }
void run() {
  auto x = std::make_unique<value>();
#if MISUSE
  keep(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
[[maybe_unused]] static void keep(value&& x) { x.use(); }
void run() {
  value x;
#if MISUSE
  keep(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
[[maybe_unused]] static void keep(own<value> x) { x->use(); }
void run() {
  slot<value> storage;
  auto x = storage.emplace();
#if MISUSE
  keep(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
[[maybe_unused]] static void keep(own<value>&& x) { x->use(); }
void run() {
  slot<value> storage;
  auto x = storage.emplace();
#if MISUSE
  keep(std::move(x));
#else
  finish(std::move(x));
#endif
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
[[maybe_unused]] static void keep(flagged<value> x) { x.pointer->use(); }
void run() {
  room<value> storage;
  flagged<value> x{storage.make(), true};
#if MISUSE
  keep(pass(x));
#else
  finish(pass(x));
#endif
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
[[maybe_unused]] static void keep(value* x) { x->use(); }
void run() {
  room<value> storage;
  value* const x = storage.make();
#if MISUSE
  keep(x);
#else
  finish(x);
#endif
}
}  // namespace raw_pointer
#endif
