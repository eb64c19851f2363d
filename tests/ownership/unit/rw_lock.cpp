// SPDX-License-Identifier: BSL-1.0
#include <shared_mutex>
#include <string>
#include <thread>
#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/rw_lock.hpp"
#include "tenure/ownership/sharing_std.hpp"

using namespace tenure;

namespace {

/// What another thread can get of a lock just now.
struct seen_elsewhere {
  bool read, write;
};
template <class T>
seen_elsewhere elsewhere(rw_lock<T> const& lock) {
  seen_elsewhere seen{};
  std::thread([&] { seen.read = shared{lock}.try_read().has_value(); }).join();
  std::thread([&] { seen.write = shared{lock}.try_write().has_value(); }).join();
  return seen;
}

}  // namespace

TEST_CASE("readers share, a writer does not", "[ownership]") {
  rw_lock<std::string> name{"a"};
  CHECK(elsewhere(name).write);
  {
    auto const reading = shared{name}.read();
    CHECK(*reading == "a");
    CHECK(reading->size() == 1);
    CHECK(elsewhere(name).read);
    CHECK_FALSE(elsewhere(name).write);
  }
  {
    auto writing = shared{name}.write();
    *writing += "b";
    writing->push_back('c');
    CHECK_FALSE(elsewhere(name).read);
    CHECK_FALSE(elsewhere(name).write);
  }
  CHECK(elsewhere(name).write);
  CHECK(*shared{name}.try_read().value() == "abc");
  shared{name}.try_write().value()->assign(1, 'd');
  CHECK(std::move(name).into_inner() == "d");
}

TEST_CASE("guards unlock once, wherever they were moved", "[ownership]") {
  rw_lock<int> one{1};
  rw_lock<int> two{2};
  {
    auto reading = shared{one}.read();
    auto moved = std::move(reading);
    moved = shared{two}.read();
    CHECK(*moved == 2);
    CHECK(elsewhere(one).write);
    CHECK_FALSE(elsewhere(two).write);
  }
  {  // not while `two` is held: two locks are taken in one order everywhere
    auto writing = shared{one}.write();
    auto kept = std::move(writing);
    CHECK(*std::as_const(kept) == 1);
    CHECK_FALSE(elsewhere(one).read);
  }
  CHECK(elsewhere(one).write);
  CHECK(elsewhere(two).write);
}

TEST_CASE("a reader gives a value that changes while it is shared in that value's own way", "[ownership]") {
  rw_lock<cell<int>> number{cell<int>{1}};  // not Sync: for one thread
  {
    auto const reading = shared{number}.read();
    reading.share().set(2);
    CHECK(reading.share().get() == 2);
  }
  rw_lock<cell<int>>::get_mut(unique{number})->operator=(cell<int>{3});
  CHECK(std::move(number).into_inner().into_inner() == 3);
}

#if TENURE_CHECKED
TEST_CASE("a second writer in one thread is noticed", "[ownership]") {
  CHECK(test::traps("[ownership.deadlock]", [] {
    rw_lock<int> number{1};
    auto const first = shared{number}.write();
    auto const second = shared{number}.read();
  }));
}
#endif
