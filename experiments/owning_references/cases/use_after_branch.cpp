// SPDX-License-Identifier: BSL-1.0
// The value is handed over in one branch and used after both.
#include "case.hpp"

#if BY_VALUE
namespace by_value {
void run() {
  value x;
  if (happens()) {
    finish(std::move(x));
#if MISUSE
  }
  x.use();
#else
  } else {
    x.use();
  }
#endif
}
}  // namespace by_value
#endif

#if UNIQUE_POINTER
namespace unique_pointer {
void run() {
  auto x = std::make_unique<value>();
  if (happens()) {
    finish(std::move(x));
#if MISUSE
  }
  x->use();
#else
  } else {
    x->use();
  }
#endif
}
}  // namespace unique_pointer
#endif

#if RVALUE_REFERENCE
namespace rvalue_reference {
void run() {
  value x;
  if (happens()) {
    finish(std::move(x));
#if MISUSE
  }
  x.use();
#else
  } else {
    x.use();
  }
#endif
}
}  // namespace rvalue_reference
#endif

#if OWN
namespace owning {
void run() {
  slot<value> storage;
  auto x = storage.emplace();
  if (happens()) {
    finish(std::move(x));
#if MISUSE
  }
  x->use();
#else
  } else {
    x->use();
  }
#endif
}
}  // namespace owning
#endif

#if OWN_REFERENCE
namespace owning_reference {
void run() {
  slot<value> storage;
  auto x = storage.emplace();
  if (happens()) {
    finish(std::move(x));
#if MISUSE
  }
  x->use();
#else
  } else {
    x->use();
  }
#endif
}
}  // namespace owning_reference
#endif

#if POINTER_AND_FLAG
namespace pointer_and_flag {
void run() {
  room<value> storage;
  flagged<value> x{storage.make(), true};
  if (happens()) {
    finish(pass(x));
#if MISUSE
  }
  x.pointer->use();
#else
  } else {
    finish(pass(x));
  }
#endif
}
}  // namespace pointer_and_flag
#endif

#if RAW_POINTER
namespace raw_pointer {
void run() {
  room<value> storage;
  value* const x = storage.make();
  if (happens()) {
    finish(x);
#if MISUSE
  }
  x->use();
#else
  } else {
    x->use();
    finish(x);
  }
#endif
}
}  // namespace raw_pointer
#endif
