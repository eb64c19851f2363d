// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/cell.hpp"

#include <memory>
#include <string>
#include <utility>

#include "support/catch.hpp"
#include "support/diary.hpp"

using tenure::cell;
using tenure::shared;
using tenure::unique;
using tenure::test::ensure;

namespace {

constexpr bool shared_by_several() {
  cell<int> c{3};
  shared const one{c};
  auto const two = one;
  one.set(4);
  ensure(two.get() == 4);
  ensure(two.replace(5) == 4 && one.get() == 5);
  ensure(one.take() == 5 && two.get() == 0);
  two.update([](int n) { return n + 1; });
  ensure(one.get() == 1);
  return true;
}

constexpr bool swaps() {
  cell<int> a{1}, b{2};
  shared const s{a}, t{b};
  s.swap(t);
  ensure(s.get() == 2 && t.get() == 1);
  s.swap(s);
  s.swap(shared{a});
  ensure(s.get() == 2);
  return true;
}

constexpr bool owner_has_it_for_himself() {
  cell<int> c{1};
  *cell<int>::get_mut(unique{c}) = 2;
  ensure(shared{c}.get() == 2);
  cell<long> wide = std::move(c);  // an owned cell converts as its content does
  ensure(std::move(wide).into_inner() == 2);
  return true;
}

constexpr bool from_unique() {
  int plain = 1;
  {
    auto const one = cell<int>::from_mut(unique{plain});
    auto const two = one;
    one.set(5);
    two.update([](int n) { return n * 2; });
  }
  ensure(plain == 10);
  return true;
}

// GCC 12 reads no mutable member in a constant expression.
#if defined(__clang__) || __GNUC__ > 12
static_assert(shared_by_several());
static_assert(swaps());
static_assert(owner_has_it_for_himself());
static_assert(from_unique());
#endif

/// Looks into the cell it lies in when it ends.
struct reentrant {
  cell<reentrant> const* home = nullptr;
  int value = 0;
  int* seen = nullptr;

  reentrant() = default;
  reentrant(int v, cell<reentrant> const* h, int* s) : home{h}, value{v}, seen{s} {}
  reentrant(reentrant&& other) noexcept
      : home{std::exchange(other.home, nullptr)}, value{other.value}, seen{other.seen} {}
  reentrant& operator=(reentrant&& other) noexcept {
    home = std::exchange(other.home, nullptr);
    value = other.value;
    seen = other.seen;
    return *this;
  }
  ~reentrant() {
    if (home == nullptr) return;
    reentrant found = shared{*home}.take();
    *seen = found.value;
    found.home = nullptr;
  }
};

}  // namespace

TEST_CASE("cells, at run time") {
  CHECK(shared_by_several());
  CHECK(swaps());
  CHECK(owner_has_it_for_himself());
  CHECK(from_unique());
}

TEST_CASE("a const cell can be set") {
  static cell<int> const c{1};  // must not lie in read-only memory
  shared{c}.set(2);
  CHECK(shared{c}.get() == 2);
}

TEST_CASE("what is put in place ends once") {
  tenure::test::diary in;
  {
    cell<tenure::test::noted> c{tenure::test::noted{in, 1}};
    shared const s{c};
    s.set(tenure::test::noted{in, 2});
    CHECK(in.dropped(1));
    {
      auto const former = s.replace(tenure::test::noted{in, 3});
      CHECK(former.id() == 2);
      CHECK(in.dropped(1));
    }
    CHECK(in.dropped(1, 2));
  }
  CHECK(in.dropped(1, 2, 3));
  CHECK(in.alive == 0);
}

TEST_CASE("the former value ends when the new one is in its place") {
  int seen = 0;
  cell<reentrant> c;
  shared const s{c};
  s.set(reentrant{1, &c, &seen});
  s.set(reentrant{2, nullptr, &seen});
  CHECK(seen == 2);
}

TEST_CASE("values that cannot be copied go in and out") {
  cell<std::unique_ptr<int>> c{std::make_unique<int>(1)};
  shared const s{c};
  auto const first = s.replace(std::make_unique<int>(2));
  CHECK(*first == 1);
  CHECK(*s.take() == 2);
  CHECK(std::move(c).into_inner() == nullptr);

  cell<std::string> text{"a long string that is certainly not stored in place"};
  auto const word = shared{text}.take();
  CHECK(word.size() == 51);
  CHECK(shared{text}.replace("b").empty());
}
