// SPDX-License-Identifier: BSL-1.0
// The owner is returned, and the storage stays behind in the frame that ends.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
static value make() {
  value x;
  return x;
}
void run() {
  value x = make();
  x.use();
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
static std::unique_ptr<value> make() {
  auto x = std::make_unique<value>();
  return x;
}
void run() {
  auto x = make();
  x->use();
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
#if MISUSE
static value&& make() {
  value x;
  return std::move(x);
}
#else
static value make() {
  value x;
  return x;
}
#endif
void run() {
#if MISUSE
  value&& x = make();
  x.use();
#else
  value x = make();
  x.use();
#endif
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
#if MISUSE
static own<value> make() {
  slot<value> storage;
  return storage.emplace();
}
#else
static own<value> make(slot<value>& storage) { return storage.emplace(); }
#endif
void run() {
#if MISUSE
  auto x = make();
#else
  slot<value> storage;
  auto x = make(storage);
#endif
  x->use();
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
#if MISUSE
static own<value> make() {
  slot<value> storage;
  auto x = storage.emplace();
  return x;
}
#else
static own<value> make(slot<value>& storage) {
  auto x = storage.emplace();
  return x;
}
#endif
void run() {
#if MISUSE
  auto x = make();
#else
  slot<value> storage;
  auto x = make(storage);
#endif
  x->use();
  finish(std::move(x));
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
#if MISUSE
static flagged<value> make() {
  room<value> storage;
  return {storage.make(), true};
}
#else
static flagged<value> make(room<value>& storage) { return {storage.make(), true}; }
#endif
void run() {
#if MISUSE
  auto x = make();
#else
  room<value> storage;
  auto x = make(storage);
#endif
  x.pointer->use();
  finish(x);
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
#if MISUSE
static value* make() {
  room<value> storage;
  return storage.make();
}
#else
static value* make(room<value>& storage) { return storage.make(); }
#endif
void run() {
#if MISUSE
  auto const x = make();
#else
  room<value> storage;
  auto const x = make(storage);
#endif
  x->use();
  finish(x);
}
}  // namespace raw_pointer
#endif
