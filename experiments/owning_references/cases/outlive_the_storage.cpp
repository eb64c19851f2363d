// SPDX-License-Identifier: BSL-1.0
// The owner is kept somewhere, and the storage ends before it.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  std::optional<value> kept;
#if MISUSE
  {
    value x;
    kept.emplace(std::move(x));
  }
#else
  value x;
  kept.emplace(std::move(x));
#endif
  kept->use();
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  std::unique_ptr<value> kept;
#if MISUSE
  {
    auto x = std::make_unique<value>();
    kept = std::move(x);
  }
#else
  auto x = std::make_unique<value>();
  kept = std::move(x);
#endif
  kept->use();
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
struct keeper {
  value&& it;
  explicit keeper(value&& x) : it{std::move(x)} {}
};
void run() {
#if MISUSE
  std::optional<keeper> kept;
  {
    value x;
    kept.emplace(std::move(x));
  }
#else
  value x;
  std::optional<keeper> kept;
  kept.emplace(std::move(x));
#endif
  kept->it.use();
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
#if MISUSE
  std::optional<own<value>> kept;
  {
    slot<value> storage;
    kept.emplace(storage.emplace());
  }
#else
  slot<value> storage;
  std::optional<own<value>> kept;
  kept.emplace(storage.emplace());
#endif
  (*kept)->use();
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
#if MISUSE
  own<value>* kept = nullptr;
  {
    slot<value> storage;
    auto x = storage.emplace();
    kept = &x;
  }
#else
  slot<value> storage;
  auto x = storage.emplace();
  own<value>* const kept = &x;
#endif
  (*kept)->use();
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  flagged<value> kept{nullptr, false};
#if MISUSE
  {
    room<value> storage;
    kept = {storage.make(), true};
  }
#else
  room<value> storage;
  kept = {storage.make(), true};
#endif
  kept.pointer->use();
  finish(kept);
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  value* kept = nullptr;
#if MISUSE
  {
    room<value> storage;
    kept = storage.make();
  }
#else
  room<value> storage;
  kept = storage.make();
#endif
  kept->use();
  finish(kept);
}
}  // namespace raw_pointer
#endif
