// SPDX-License-Identifier: BSL-1.0
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/mutex.hpp"

using namespace tenure;

namespace {

/// A lock that says what is done to it.
struct counting_lock {
  inline static int locked = 0, unlocked = 0;
  bool held = false;
  void lock() {
    held = true;
    ++locked;
  }
  bool try_lock() {
    if (held) return false;
    lock();
    return true;
  }
  void unlock() {
    held = false;
    ++unlocked;
  }
};

constinit mutex<int> made_before_main{7};

}  // namespace

TEST_CASE("a mutex hands out its value under a guard", "[ownership]") {
  mutex<std::string> name{"a"};
  shared const all{name};
  {
    auto held = all.lock();
    *held += "b";
    held->push_back('c');
    CHECK(*std::as_const(held) == "abc");
    CHECK(std::as_const(held)->size() == 3);
  }
  CHECK(*all.lock() == "abc");
  CHECK(*shared{made_before_main}.lock() == 7);
}

TEST_CASE("try_lock gives nothing while another thread holds the lock", "[ownership]") {
  mutex<int> number{1};
  auto held = shared{number}.lock();
  bool other_got_it = true;
  std::thread([&] { other_got_it = shared{number}.try_lock().has_value(); }).join();
  CHECK_FALSE(other_got_it);
  std::move(held).unlock();
  std::thread([&] {
    auto now = shared{number}.try_lock();
    other_got_it = now.has_value();
    if (now) **now = 2;
  }).join();
  CHECK(other_got_it);
  CHECK(std::move(number).into_inner() == 2);
}

TEST_CASE("a guard unlocks once, wherever it was moved", "[ownership]") {
  counting_lock::locked = counting_lock::unlocked = 0;
  {
    mutex<int, counting_lock> number{1};
    shared const all{number};
    {
      auto first = all.lock();
      auto second = std::move(first);
      *second = 5;
      CHECK(counting_lock::unlocked == 0);
    }
    CHECK(counting_lock::unlocked == 1);
    std::move(*all.try_lock()).unlock();
    CHECK(counting_lock::unlocked == 2);
    mutex<int, counting_lock> other{2};
    auto held = all.lock();
    held = shared{other}.lock();  // unlocks the first
    CHECK(counting_lock::unlocked == 3);
    CHECK(*held == 2);
  }
  CHECK(counting_lock::locked == 4);
  CHECK(counting_lock::unlocked == 4);
}

TEST_CASE("a guard unlocks when an exception passes", "[ownership]") {
  mutex<int> number{1};
  shared const all{number};
  try {
    auto held = all.lock();
    *held = 2;
    throw std::runtime_error{"thrown while locked"};
  } catch (std::runtime_error const&) {
  }
  auto again = all.try_lock();
  REQUIRE(again);
  CHECK(**again == 2);  // there is no poisoning
}

TEST_CASE("whoever has the mutex for himself takes no lock", "[ownership]") {
  counting_lock::locked = 0;
  mutex<int, counting_lock> number{1};
  *mutex<int, counting_lock>::get_mut(unique{number}) = 4;
  CHECK(std::move(number).into_inner() == 4);
  CHECK(counting_lock::locked == 0);
}

TEST_CASE("a shared guard shares the value", "[ownership]") {
  mutex<int> number{3};
  auto const held = shared{number}.lock();
  shared const seen{held};
  CHECK(**seen == 3);
}

TEST_CASE("many threads add to a mutex in an arc", "[ownership]") {
  auto const sum = arc<mutex<int>>::make(0);
  std::vector<std::thread> threads;
  for (int i = 0; i != 4; ++i) {
    threads.emplace_back([&sum] {
      for (int n = 0; n != 1000; ++n) *shared{*sum}.lock() += 1;
    });
  }
  for (auto& one : threads) one.join();
  CHECK(*shared{*sum}.lock() == 4000);
}

#if TENURE_CHECKED
TEST_CASE("checked builds notice what a platform's lock leaves undefined", "[ownership]") {
  CHECK(test::traps("[ownership.deadlock]", [] {
    mutex<int> number{1};
    auto const first = shared{number}.lock();
    auto const second = shared{number}.lock();
  }));
  CHECK(test::traps("[ownership.outlives]", [] {
    std::optional<mutex<int, counting_lock>> number{std::in_place, 1};
    auto const held = shared{*number}.lock();
    number.reset();
  }));
  CHECK(test::traps("[ownership.send] a guard ended in another thread", [] {
    mutex<int, counting_lock> number{1};
    auto held = std::optional{shared{number}.lock()};
    std::thread([&] { held.reset(); }).join();  // std::thread checks nothing
  }));
  CHECK(test::traps("[ownership.affine]", [] {
    mutex<int> number{1};
    auto const use = [](mutex_guard<int>& guard) { return *guard; };  // not followed by Clang
    auto held = shared{number}.lock();
    auto const taken = std::move(held);
    use(held);
  }));
}
#endif
