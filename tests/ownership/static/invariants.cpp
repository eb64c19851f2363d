// SPDX-License-Identifier: BSL-1.0
// What follows from the invariants that types state, against the quadrant table of Send and Sync; each
// refusal stands beside a type that differs from it in one thing. Mutex and rw_lock have a file of their own.
#include "tenure/ownership/invariants.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/once_cell.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/std.hpp"

namespace {

using namespace tenure;

template <class T>
inline constexpr bool send_and_sync = Send<T> && Sync<T>;
template <class T>
inline constexpr bool send_only = Send<T> && !Sync<T>;
template <class T>
inline constexpr bool sync_only = !Send<T> && Sync<T>;
template <class T>
inline constexpr bool neither = !Send<T> && !Sync<T>;

struct plain {
  int a;
  std::string b;
};
struct counter {
  std::string name;
  cell<int> count;
};
struct immovable {
  immovable() = default;
  immovable(immovable const&) = delete;
};
class guard {
 public:
  ~guard() {}
};

/// Somebody else's lock, and a guard of it: sync_only, which none of our own cells is.
template <class T>
class latch {};
template <class T>
class latch_guard {};
/// A lock that several may hold to read.
template <class T>
class shelf {};

}  // namespace

template <class T>
struct tenure::invariants<latch<T>> {
  using owned = tenure::invariant::as<T>;
  using shared = tenure::invariant::locked<T>;
};
template <class T>
struct tenure::invariants<shelf<T>> {
  using owned = tenure::invariant::as<T>;
  using shared = tenure::invariant::read_locked<T>;
};
template <class T>
struct tenure::invariants<latch_guard<T>> {
  using owned = tenure::invariant::held_here<T>;
  using shared = tenure::invariant::read_only<T>;
};
template <>
struct tenure::declare<tenure::marker::leak, guard> : tenure::no {};

namespace {

// Send and Sync.
static_assert(send_and_sync<int>);
static_assert(send_and_sync<plain>);
static_assert(send_and_sync<void (*)()>);
static_assert(send_and_sync<atomic_cell<int>>);
static_assert(send_and_sync<atomic_cell<int*>>);  // AtomicPtr: a number
static_assert(send_and_sync<arc<int>>);
static_assert(send_and_sync<arc<atomic_cell<int>>>);
static_assert(send_and_sync<arc<latch<cell<int>>>>);
static_assert(send_and_sync<latch<cell<int>>>);  // Sync needs Send of the content only
static_assert(send_and_sync<box<int>>);
static_assert(send_and_sync<own<int>>);
static_assert(send_and_sync<shared<int>>);
static_assert(send_and_sync<shared<plain>>);
static_assert(send_and_sync<shared<atomic_cell<int>>>);
static_assert(send_and_sync<shared<latch<cell<int>>>>);
static_assert(send_and_sync<shared<arc<int>>>);
static_assert(send_and_sync<unique<int>>);
static_assert(send_and_sync<unique<plain>>);
static_assert(send_and_sync<shared<unique<int>>>);
static_assert(send_and_sync<unique<shared<int>>>);

static_assert(send_and_sync<shelf<int>>);

// Send, not Sync.
static_assert(send_only<shelf<cell<int>>>);       // readers would meet in the cell
static_assert(neither<shelf<latch_guard<int>>>);  // Sync, but a writer could take it elsewhere
static_assert(send_only<cell<int>>);
static_assert(send_only<cell<plain>>);
static_assert(send_only<ref_cell<int>>);
static_assert(send_only<ref_cell<cell<int>>>);
static_assert(send_only<once_cell<int>>);
static_assert(send_only<unique<cell<int>>>);
static_assert(send_only<own<cell<int>>>);
static_assert(send_only<box<cell<int>>>);
static_assert(send_only<std::vector<cell<int>>>);
static_assert(send_only<std::optional<ref_cell<int>>>);
static_assert(send_only<counter>);
static_assert(send_only<cell<cell<int>>>);

// Sync, not Send: guards.
static_assert(sync_only<latch_guard<int>>);
static_assert(sync_only<latch_guard<atomic_cell<int>>>);

// Neither.
static_assert(neither<rc<int>>);
static_assert(neither<weak_rc<int>>);
static_assert(neither<int*>);
static_assert(neither<int const*>);
static_assert(neither<arc<cell<int>>>);
static_assert(neither<arc<counter>>);
static_assert(neither<shared<cell<int>>>);
static_assert(neither<shared<ref_cell<int>>>);
static_assert(neither<shared<once_cell<int>>>);
static_assert(neither<shared<counter>>);
static_assert(neither<shared<rc<int>>>);
static_assert(neither<shared<box<cell<int>>>>);
static_assert(neither<shared<unique<cell<int>>>>);
static_assert(neither<ref_cell<int>::ref>);
static_assert(neither<ref_cell<int>::ref_mut>);
static_assert(neither<latch_guard<cell<int>>>);
static_assert(neither<latch<rc<int>>>);  // a lock does not make its content sendable
static_assert(neither<cell<rc<int>>>);
static_assert(neither<ref_cell<int*>>);
static_assert(neither<once_cell<rc<int>>>);
static_assert(neither<unique<rc<int>>>);
static_assert(neither<shared<int*>>);

// R8: Send of a shared reference is Sync of what it refers to, and so is its own Sync.
template <class... T>
inline constexpr bool sharing_asks_sync = ((Send<shared<T>> == Sync<T> && Sync<shared<T>> == Sync<T>) && ...);
static_assert(
    sharing_asks_sync<int, plain, counter, cell<int>, ref_cell<int>, once_cell<int>, atomic_cell<int>,
                      atomic_cell<int*>, rc<int>, arc<int>, arc<cell<int>>, box<int>, box<cell<int>>,
                      own<int>, own<rc<int>>, unique<int>, unique<cell<int>>, shared<int>, shared<cell<int>>,
                      latch<int>, latch<cell<int>>, latch<rc<int>>, latch_guard<int>, latch_guard<cell<int>>,
                      int*, std::unique_ptr<int>, std::shared_ptr<int>, std::vector<int>,
                      std::vector<cell<int>>, ref_cell<int>::ref>);
// `&mut T` is Send as T is, and Sync as T is.
template <class... T>
inline constexpr bool lending_asks_the_same =
    ((Send<unique<T>> == Send<T> && Sync<unique<T>> == Sync<T>) && ...);
static_assert(
    lending_asks_the_same<int, plain, counter, cell<int>, ref_cell<int>, atomic_cell<int>, rc<int>, arc<int>,
                          box<int>, own<rc<int>>, shared<cell<int>>, latch_guard<int>, int*>);

// Leak and Move: a cell is as its content, a reference asks nothing, a guard is not leaked.
static_assert(Leak<cell<int>> && !Leak<cell<guard>>);
static_assert(Leak<ref_cell<int>> && !Leak<ref_cell<guard>>);
static_assert(Leak<once_cell<int>> && !Leak<once_cell<guard>>);
static_assert(Leak<atomic_cell<int>> && Leak<atomic_cell<int*>>);
static_assert(Leak<shared<guard>> && Leak<unique<guard>>);
static_assert(!Leak<ref_cell<int>::ref> && !Leak<ref_cell<int>::ref_mut>);
static_assert(Move<cell<int>> && !Move<cell<immovable>>);
static_assert(Move<ref_cell<int>> && !Move<ref_cell<immovable>>);
static_assert(Move<once_cell<int>> && !Move<once_cell<immovable>>);
static_assert(!Move<atomic_cell<int>> && !Move<atomic_cell<int*>>);
static_assert(Move<shared<immovable>> && Move<unique<immovable>>);
static_assert(Move<ref_cell<immovable>::ref>);

// A plain C++ reference lets everybody replace the whole.
static_assert(!Synchronised<cell<int>> && !Synchronised<atomic_cell<int>> && !Synchronised<shared<int>>);
static_assert(!Send<atomic_cell<int>&> && Send<atomic_cell<int> const&>);
static_assert(!Send<cell<int> const&>);

}  // namespace
