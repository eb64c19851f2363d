// SPDX-License-Identifier: BSL-1.0
// The quadrant table of Send and Sync, each cell with its counterpart in the standard library. The comment on
// the right is Rust's type; "Rust says" marks a verdict that differs there, and ../races shows the race.
#include <any>
#include <array>
#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "tenure/ownership/std.hpp"

namespace quadrants_static {
using namespace tenure;

// A mutex that owns its value, as Rust's does, and a cell that is written through const.
template <class T>
class guarded {
 public:
  int size() const { return static_cast<int>(sizeof(value_)); }

 private:
  mutable std::mutex mutex_;
  mutable T value_{};
};
template <class T>
class written_through_const {
 public:
  void set(T value) const { value_ = value; }

 private:
  mutable T value_{};
};
}  // namespace quadrants_static

template <class T>
struct tenure::declare<tenure::marker::send, quadrants_static::guarded<T>> : tenure::like<T> {};
template <class T>
struct tenure::declare<tenure::marker::sync, quadrants_static::guarded<T>>
    : tenure::when<tenure::is<tenure::marker::send, T>> {};
template <class T>
struct tenure::declare<tenure::marker::synchronised, quadrants_static::guarded<T>>
    : tenure::when<tenure::is<tenure::marker::send, T>> {};
template <class T>
struct tenure::declare<tenure::marker::send, quadrants_static::written_through_const<T>> : tenure::like<T> {};
template <class T>
struct tenure::declare<tenure::marker::sync, quadrants_static::written_through_const<T>> : tenure::no {};

namespace quadrants_static {

using cell = written_through_const<int>;

template <class T>
inline constexpr bool send_and_sync = Send<T> && Sync<T>;
template <class T>
inline constexpr bool only_send = Send<T> && !Sync<T>;
template <class T>
inline constexpr bool only_sync = !Send<T> && Sync<T>;
template <class T>
inline constexpr bool neither = !Send<T> && !Sync<T>;

// Send and Sync.
static_assert(send_and_sync<int>);                                   // i32
static_assert(send_and_sync<guarded<cell>>);                         // Mutex<Cell>
static_assert(send_and_sync<std::shared_ptr<int const>>);            // Arc<i32>
static_assert(send_and_sync<std::shared_ptr<guarded<cell>>>);        // Arc<Mutex<Cell>>
static_assert(send_and_sync<std::shared_ptr<guarded<cell> const>>);  // Arc<Mutex<Cell>>
static_assert(send_and_sync<std::atomic<int*>>);                     // AtomicPtr
static_assert(send_and_sync<void (*)(int*)>);                        // fn(*mut i32)
static_assert(send_and_sync<std::thread>);                           // JoinHandle
static_assert(send_and_sync<std::string> && send_and_sync<std::vector<std::string>>);
static_assert(send_and_sync<std::mutex> && send_and_sync<std::shared_mutex> &&
              send_and_sync<std::atomic<int>>);
static_assert(send_and_sync<std::unique_ptr<int const>> && send_and_sync<std::span<int const>>);
static_assert(send_and_sync<int const&> && send_and_sync<std::mutex&> && send_and_sync<std::atomic<int>&>);
static_assert(send_and_sync<std::reference_wrapper<std::atomic<int>>>);
static_assert(send_and_sync<std::unique_ptr<std::atomic<int>>>);

// Send, not Sync.
static_assert(only_send<cell>);                                   // Cell<i32>
static_assert(only_send<std::optional<cell>>);                    // Option<Cell<i32>>
static_assert(only_send<std::unique_ptr<int>>);                   // Box<i32>: Rust says Sync
static_assert(only_send<std::vector<std::unique_ptr<int>>>);      // Vec<Box<i32>>: Rust says Sync
static_assert(only_send<std::tuple<int, std::unique_ptr<int>>>);  // (i32, Box<i32>): Rust says Sync
static_assert(only_send<std::array<cell, 2>>);                    // [Cell<i32>; 2]

// Sync, not Send.
static_assert(only_sync<std::lock_guard<std::mutex>>);          // MutexGuard<i32>
static_assert(only_sync<std::unique_lock<std::mutex>>);         // MutexGuard<i32>
static_assert(only_sync<std::scoped_lock<std::mutex>>);         // MutexGuard<i32>
static_assert(only_sync<std::shared_lock<std::shared_mutex>>);  // RwLockReadGuard<i32>
static_assert(only_sync<std::unique_lock<std::shared_mutex>>);  // RwLockWriteGuard<i32>

// Neither.
static_assert(neither<int*> && neither<int const*> && neither<void*>);  // *mut i32, *const i32
static_assert(neither<cell const&>);                                    // &Cell
static_assert(neither<cell&>);                                          // &mut Cell: Rust says Send
static_assert(neither<int&>);                                           // &mut i32: Rust says Send and Sync
static_assert(neither<std::span<int>>);                                 // &mut [i32]: Rust says Send and Sync
static_assert(neither<std::reference_wrapper<int>>);                    // &mut i32: Rust says Send and Sync
static_assert(neither<std::shared_ptr<int>>);                           // Arc<i32>: Rust says Send and Sync
static_assert(neither<std::weak_ptr<int>>);                             // Weak<i32>
static_assert(neither<std::shared_ptr<cell>>);                          // Arc<Cell>
static_assert(neither<std::shared_ptr<cell const>>);                    // Arc<Cell>
static_assert(neither<guarded<std::shared_ptr<int>>>);                  // Mutex<Rc>
static_assert(neither<std::any> && neither<std::function<void()>>);     // dyn Any, Box<dyn Fn()>
static_assert(neither<std::vector<int>::iterator>);                     // NonNull

// A handle of a thread or of its result: Rust's is Send and Sync whatever it returns, since `spawn` has
// asked; std::async has not.
static_assert(send_and_sync<std::future<int>> && send_and_sync<std::future<void>>);
static_assert(neither<std::future<int*>> && neither<std::future<std::shared_ptr<int>>>);

}  // namespace quadrants_static
