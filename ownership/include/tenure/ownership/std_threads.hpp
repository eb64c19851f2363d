// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <barrier>
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <stop_token>
#include <thread>

#include "tenure/ownership/std_values.hpp"

/// The standard library's own means of sharing, and its handles of threads and results.
namespace tenure {

// What threads may write at once. None of them can be moved, which its class says itself.
template <ContentMarker M>
struct declare<M, std::atomic_flag> : yes {};
template <ContentMarker M>
struct declare<M, std::mutex> : yes {};
template <ContentMarker M>
struct declare<M, std::timed_mutex> : yes {};
template <ContentMarker M>
struct declare<M, std::recursive_mutex> : yes {};
template <ContentMarker M>
struct declare<M, std::recursive_timed_mutex> : yes {};
template <ContentMarker M>
struct declare<M, std::shared_mutex> : yes {};
template <ContentMarker M>
struct declare<M, std::shared_timed_mutex> : yes {};
template <ContentMarker M>
struct declare<M, std::once_flag> : yes {};
template <ContentMarker M>
struct declare<M, std::condition_variable> : yes {};
template <ContentMarker M>
struct declare<M, std::condition_variable_any> : yes {};
template <ContentMarker M>
struct declare<M, std::latch> : yes {};
template <ContentMarker M, std::ptrdiff_t N>
struct declare<M, std::counting_semaphore<N>> : yes {};
template <ContentMarker M, class F>
struct declare<M, std::barrier<F>> : when<is<marker::send, stateful<F>>> {};  // any thread may run it

// An atomic passes values between threads, so the value must be Send. A pointer is passed as a number: to use
// what it points to is the reader's business, as with Rust's AtomicPtr. `atomic_ref` is unknown: it is safe
// only while every access to its object is made through one.
template <ContentMarker M, class T>
struct declare<M, std::atomic<T>> : when<is<marker::send, T>> {};
template <ContentMarker M, class T>
struct declare<M, std::atomic<T*>> : yes {};
template <class T>
struct declare<marker::leak, std::atomic<T>> : like<T> {};
template <class T>
struct declare<marker::leak, std::atomic<T*>> : yes {};

// A guard unlocks, and a mutex must be unlocked by the thread that locked it. A const guard gives no access.
// Left unlocked, a mutex makes others wait for ever, which breaks no invariant.
template <class M, class Guard>
struct declare_guard;
template <class Guard>
struct declare_guard<marker::send, Guard> : no {};
template <class Guard>
struct declare_guard<marker::sync, Guard> : yes {};
template <class Guard>
struct declare_guard<marker::synchronised, Guard> : no {};
template <class Guard>
struct declare_guard<marker::leak, Guard> : yes {};

template <ContentMarker M, class L>
struct declare<M, std::lock_guard<L>> : declare_guard<M, std::lock_guard<L>> {};
template <ContentMarker M, class L>
struct declare<M, std::unique_lock<L>> : declare_guard<M, std::unique_lock<L>> {};
template <ContentMarker M, class L>
struct declare<M, std::shared_lock<L>> : declare_guard<M, std::shared_lock<L>> {};
template <ContentMarker M, class... L>
struct declare<M, std::scoped_lock<L...>> : declare_guard<M, std::scoped_lock<L...>> {};

// Handles of threads: what a thread was given was checked when it was spawned, if at all.
template <ContentMarker M>
struct declare<M, std::thread> : content<M> {};
template <ContentMarker M>
struct declare<M, std::jthread> : content<M> {};
template <ContentMarker M>
struct declare<M, std::thread::id> : content<M> {};
template <ContentMarker M>
struct declare<M, std::stop_source> : content<M> {};
template <ContentMarker M>
struct declare<M, std::stop_token> : content<M> {};

// Results: whoever takes one out has the value. A shared one is read by many and destroyed by the last.
// A packaged task is unknown: it erases its callable.
template <ContentMarker M, class T>
struct declare<M, std::future<T>> : when<is<marker::send, T>> {};
template <class T>
struct declare<marker::synchronised, std::future<T>> : no {};
template <class T>
struct declare<marker::leak, std::future<T>> : like<T> {};
template <ContentMarker M, class T>
struct declare<M, std::promise<T>> : when<is<marker::send, T>> {};
template <class T>
struct declare<marker::synchronised, std::promise<T>> : no {};
template <class T>
struct declare<marker::leak, std::promise<T>> : like<T> {};
template <ContentMarker M, class T>
struct declare<M, std::shared_future<T>> : when<is<marker::synchronised, T const>, is<marker::send, T>> {};
template <class T>
struct declare<marker::synchronised, std::shared_future<T>> : no {};
template <class T>
struct declare<marker::leak, std::shared_future<T>> : like<T> {};
template <ContentMarker M, class F>
struct declare<M, std::packaged_task<F>> : unknown {};

}  // namespace tenure
