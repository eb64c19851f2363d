// SPDX-License-Identifier: BSL-1.0
// The quadrants of locks, guards, handles of threads and ends of channels, and what is Static. The comment on
// the right is Rust's type. Each verdict follows from the type's invariants, or is declared where the type
// is.
#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/channel.hpp"
#include "tenure/ownership/join_guard.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/rw_lock.hpp"
#include "tenure/ownership/scope.hpp"
#include "tenure/ownership/spawn.hpp"
#include "tenure/ownership/std.hpp"

namespace thread_markers_static {
using namespace tenure;

template <class T>
inline constexpr bool send_and_sync = Send<T> && Sync<T>;
template <class T>
inline constexpr bool only_send = Send<T> && !Sync<T>;
template <class T>
inline constexpr bool only_sync = !Send<T> && Sync<T>;
template <class T>
inline constexpr bool neither = !Send<T> && !Sync<T>;

// Locks. A mutex takes its value from thread to thread; a rw_lock shows it to several at once.
static_assert(send_and_sync<mutex<int>>);                // Mutex<i32>
static_assert(send_and_sync<mutex<cell<int>>>);          // Mutex<Cell<i32>>
static_assert(send_and_sync<mutex<ref_cell<int>>>);      // Mutex<RefCell<i32>>
static_assert(neither<mutex<rc<int>>>);                  // Mutex<Rc<i32>>
static_assert(neither<mutex<int*>>);                     // Mutex<*mut i32>
static_assert(send_and_sync<rw_lock<int>>);              // RwLock<i32>
static_assert(only_send<rw_lock<cell<int>>>);            // RwLock<Cell<i32>>
static_assert(neither<rw_lock<rc<int>>>);                // RwLock<Rc<i32>>
static_assert(send_and_sync<arc<mutex<cell<int>>>>);     // Arc<Mutex<Cell<i32>>>
static_assert(neither<arc<rw_lock<cell<int>>>>);         // Arc<RwLock<Cell<i32>>>
static_assert(neither<rc<mutex<int>>>);                  // Rc<Mutex<i32>>
static_assert(send_and_sync<shared<mutex<cell<int>>>>);  // &Mutex<Cell<i32>>
static_assert(neither<shared<rw_lock<cell<int>>>>);      // &RwLock<Cell<i32>>
static_assert(only_send<unique<rw_lock<cell<int>>>>);    // &mut RwLock<Cell<i32>>

// Guards end in the thread that locked. Several threads may read through one.
static_assert(only_sync<mutex_guard<int>>);      // MutexGuard<i32>
static_assert(neither<mutex_guard<cell<int>>>);  // MutexGuard<Cell<i32>>
static_assert(only_sync<read_guard<int>>);       // RwLockReadGuard<i32>
static_assert(neither<read_guard<cell<int>>>);   // RwLockReadGuard<Cell<i32>>
static_assert(only_sync<write_guard<int>>);      // RwLockWriteGuard<i32>
static_assert(neither<write_guard<cell<int>>>);  // RwLockWriteGuard<Cell<i32>>
static_assert(!Leak<mutex_guard<int>> && !Leak<read_guard<int>> && !Leak<write_guard<int>>);
static_assert(Leak<mutex<int>> && Leak<rw_lock<int>>);
static_assert(!Leak<std::optional<mutex_guard<int>>>);
static_assert(Move<mutex_guard<int>> && Move<read_guard<int>> && Move<write_guard<int>>);
static_assert(!Move<mutex<int>> && !Move<rw_lock<int>>);
static_assert(sizeof(mutex_guard<int>) == sizeof(void*) && sizeof(read_guard<int>) == sizeof(void*) &&
              sizeof(write_guard<int>) == sizeof(void*));

// Whoever may write a mutex may replace its value without the lock, so a plain reference is no way to share
// it.
static_assert(!Send<mutex<int>&> && Send<mutex<int> const&>);

// A join handle is Send and Sync whatever it returns.
static_assert(send_and_sync<join_handle<int>> && send_and_sync<join_handle<rc<int>>>);  // JoinHandle<Rc<i32>>
static_assert(send_and_sync<join_guard<int>> && send_and_sync<join_guard<rc<int>>>);
static_assert(neither<scoped_task<int>> && neither<scope_handle>);
static_assert(Leak<join_handle<int>> && !Leak<join_handle<mutex_guard<int>>>);
static_assert(Move<join_handle<int>>);

// A guard of a thread stays, and ends.
static_assert(!Leak<join_guard<int>> && !Move<join_guard<int>>);
static_assert(!std::is_move_constructible_v<join_guard<int>> &&
              !std::is_copy_constructible_v<join_guard<int>>);
template <class T>
concept Newable = requires { T::operator new(sizeof(T)); };
static_assert(!Newable<join_guard<int>>);
struct in_aggregate {
  int before;
  join_guard<void> guard;
};
static_assert(derived<marker::leak, in_aggregate> == verdict::no);
static_assert(derived<marker::leak, std::unique_ptr<join_guard<int>>> == verdict::no);

// Channels pass values from thread to thread. There is one receiver, for one thread at a time.
static_assert(send_and_sync<sender<int>> && send_and_sync<sender<cell<int>>>);  // Sender<Cell<i32>>
static_assert(neither<sender<rc<int>>>);                                        // Sender<Rc<i32>>
static_assert(only_send<receiver<int>>);                                        // Receiver<i32>
static_assert(neither<receiver<rc<int>>>);                                      // Receiver<Rc<i32>>
static_assert(Leak<sender<int>> && Leak<receiver<int>> && !Leak<sender<mutex_guard<int>>>);
static_assert(only_send<channel_ends<int>>);
static_assert(send_and_sync<shared<sender<int>>> && neither<shared<receiver<int>>>);

// Static: borrows from no frame.
static_assert(Static<int> && Static<std::string> && Static<std::vector<std::string>>);
static_assert(Static<std::unique_ptr<int>> && Static<std::array<int, 4>> &&
              Static<std::tuple<int, std::string>>);
static_assert(Static<arc<mutex<int>>> && Static<box<int>> && Static<sender<int>> && Static<int (*)(int)>);
static_assert(!Static<int&> && !Static<std::atomic<int>&> && !Static<int*> && !Static<char const*>);
static_assert(!Static<shared<int>> && !Static<unique<int>> && !Static<own<int>> && !Static<own<int[]>>);
static_assert(!Static<std::string_view> && !Static<std::span<int const>>);
static_assert(!Static<std::vector<shared<int>>> && !Static<std::optional<unique<int>>> &&
              !Static<std::tuple<int, shared<int>>> && !Static<std::array<shared<int>, 2>>);
static_assert(!Static<arc<shared<int>>> && !Static<box<shared<int>>> && !Static<sender<shared<int>>> &&
              !Static<mutex<shared<int>>> && !Static<cell<shared<int>>>);
struct plain {
  int number;
  std::string text;
};
struct borrowing {
  int number;
  std::optional<shared<int>> other;
};
static_assert(Static<plain> && !Static<borrowing>);
template <class T>
struct template_with_a_borrowing_field {
  T value;
  shared<int> other;
};
static_assert(!Static<template_with_a_borrowing_field<int>>);
struct node {
  std::optional<rc<node>> next;
  int value;
};
struct borrowing_node {
  std::optional<rc<borrowing_node>> next;
  shared<int> value;
};
static_assert(Static<node> && !Static<borrowing_node>);  // recursive types are judged coinductively

}  // namespace thread_markers_static
