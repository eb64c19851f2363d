// SPDX-License-Identifier: BSL-1.0
// rc and arc in one thread: the same tests, since they promise the same.
#include "tenure/ownership/rc.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/std.hpp"

using tenure::counted;
using tenure::many_threads;
using tenure::one_thread;
using tenure::weak_counted;

namespace {

int destroyed = 0;

struct tracked {
  int value = 0;
  bool full = true;

  explicit tracked(int v) : value{v} {}
  tracked(tracked&& other) noexcept : value{other.value}, full{std::exchange(other.full, false)} {}
  tracked& operator=(tracked&&) = delete;
  ~tracked() { destroyed += full ? 1 : 0; }
};

struct immovable {
  int value;
  explicit immovable(int v) : value{v} {
    if (v < 0) throw std::runtime_error{"negative"};
  }
  immovable(immovable const&) = delete;
  ~immovable() { ++destroyed; }
};

struct throws_on_move {
  throws_on_move() = default;
  throws_on_move(throws_on_move&&) { throw std::runtime_error{"moved"}; }
  ~throws_on_move() { ++destroyed; }
};

/// Like std::any, it would swallow a wrapper that is meant to convert to it.
struct greedy {
  bool from_int = false;
  template <class T>
  explicit(false) greedy(T&&) : from_int{std::is_same_v<T, int>} {}
};

/// Knows itself, weakly.
template <class Counts>
struct self_aware {
  weak_counted<self_aware, Counts> self;
  bool* upgraded_at_end;
  ~self_aware() { *upgraded_at_end = self.upgrade().has_value(); }
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::leak, tracked> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::leak, immovable> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::leak, greedy> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::leak, throws_on_move> : tenure::yes {};

/// Can refer to others of its kind; the field can be set through shared access, as a cell can.
template <class Counts>
struct rc_test_node {
  mutable std::optional<counted<rc_test_node, Counts>> next;
  tracked end{0};
};

namespace {

TEMPLATE_TEST_CASE("a counted value ends with its last handle", "", one_thread, many_threads) {
  destroyed = 0;
  {
    auto first = counted<tracked, TestType>::make(7);
    REQUIRE(first.strong_count() == 1);
    REQUIRE(first.weak_count() == 0);
    {
      auto const second = first.clone();
      REQUIRE(first.strong_count() == 2);
      REQUIRE(second->value == 7);
      REQUIRE(second.get() == &*first);
      REQUIRE(second.ptr_eq(first));
    }
    REQUIRE(first.strong_count() == 1);
    auto const third = std::move(first);
    REQUIRE(third.strong_count() == 1);
    REQUIRE(destroyed == 0);
  }
  REQUIRE(destroyed == 1);
}

TEMPLATE_TEST_CASE("a counted value may be immovable", "", one_thread, many_threads) {
  destroyed = 0;
  {
    auto const made = counted<immovable, TestType>::make_with([] { return immovable{3}; });
    REQUIRE(made->value == 3);
    auto const other = counted<immovable, TestType>::make(4);
    REQUIRE(other->value == 4);
    REQUIRE_FALSE(made.ptr_eq(other));
  }
  REQUIRE(destroyed == 2);
}

TEMPLATE_TEST_CASE("a constructor that throws leaves nothing behind", "", one_thread, many_threads) {
  using handle = counted<immovable, TestType>;
  destroyed = 0;
  REQUIRE_THROWS_AS(handle::make(-1), std::runtime_error);
  REQUIRE_THROWS_AS(handle::make_with([] { return immovable{-1}; }), std::runtime_error);
  typename handle::weak_type kept;
  REQUIRE_THROWS_AS(handle::make_cyclic([&](auto const& self) {
                      kept = self.clone();
                      return immovable{-1};
                    }),
                    std::runtime_error);
  REQUIRE_FALSE(kept.upgrade().has_value());
  REQUIRE(destroyed == 0);
}

TEMPLATE_TEST_CASE("a value that can be made of anything is made of the right thing", "", one_thread,
                   many_threads) {
  auto const made = counted<greedy, TestType>::make_with([] { return greedy{7}; });
  REQUIRE(made->from_int);
}

TEMPLATE_TEST_CASE("a weak handle does not keep the value alive", "", one_thread, many_threads) {
  destroyed = 0;
  std::optional strong{counted<tracked, TestType>::make(7)};
  auto const weak = strong->downgrade();
  REQUIRE(strong->weak_count() == 1);
  REQUIRE(weak.strong_count() == 1);
  {
    auto const again = weak.upgrade();
    REQUIRE(again.has_value());
    REQUIRE(again->ptr_eq(*strong));
    REQUIRE(weak.strong_count() == 2);
  }
  auto const twin = weak.clone();
  REQUIRE(twin.ptr_eq(weak));
  REQUIRE(weak.weak_count() == 2);
  strong.reset();
  REQUIRE(destroyed == 1);
  REQUIRE_FALSE(weak.upgrade().has_value());
  REQUIRE(weak.strong_count() == 0);
  REQUIRE(weak.weak_count() == 2);
}

TEMPLATE_TEST_CASE("an empty weak handle never upgrades", "", one_thread, many_threads) {
  weak_counted<int, TestType> empty;
  REQUIRE_FALSE(empty.upgrade().has_value());
  REQUIRE(empty.strong_count() == 0);
  REQUIRE(empty.weak_count() == 0);
  REQUIRE(empty.ptr_eq(empty.clone()));

  auto const strong = counted<int, TestType>::make(1);
  empty = strong.downgrade();
  REQUIRE(empty.upgrade().has_value());
  auto const moved = std::move(empty);
  REQUIRE(moved.upgrade().has_value());
  REQUIRE(strong.weak_count() == 1);
}

TEMPLATE_TEST_CASE("get_mut gives write access to a sole owner only", "", one_thread, many_threads) {
  auto sole = counted<int, TestType>::make(1);
  REQUIRE(sole.get_mut() != nullptr);
  *sole.get_mut() = 2;
  {
    auto const other = sole.clone();
    REQUIRE(sole.get_mut() == nullptr);
  }
  {
    auto const weak = sole.downgrade();  // it could become an owner meanwhile
    REQUIRE(sole.get_mut() == nullptr);
  }
  REQUIRE(sole.get_mut() == sole.get());
  REQUIRE(*sole == 2);
}

TEMPLATE_TEST_CASE("try_unwrap gives the value, or the handle back", "", one_thread, many_threads) {
  destroyed = 0;
  {
    auto first = counted<tracked, TestType>::make(7);
    auto const weak = first.downgrade();
    std::optional second{first.clone()};
    auto refused = std::move(first).try_unwrap();
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().strong_count() == 2);
    second.reset();
    auto const value = std::move(refused.error()).try_unwrap();
    REQUIRE(value.has_value());
    REQUIRE(value->value == 7);
    REQUIRE(destroyed == 0);
    REQUIRE_FALSE(weak.upgrade().has_value());
  }
  REQUIRE(destroyed == 1);
}

TEMPLATE_TEST_CASE("a value that throws when it is unwrapped is destroyed once", "", one_thread,
                   many_threads) {
  destroyed = 0;
  auto sole = counted<throws_on_move, TestType>::make();
  auto const weak = sole.downgrade();
  REQUIRE_THROWS_AS(static_cast<void>(std::move(sole).try_unwrap()), std::runtime_error);
  REQUIRE(destroyed == 1);
  REQUIRE_FALSE(weak.upgrade().has_value());
}

TEMPLATE_TEST_CASE("assignment drops the former value", "", one_thread, many_threads) {
  destroyed = 0;
  auto a = counted<tracked, TestType>::make(1);
  a = counted<tracked, TestType>::make(2);
  REQUIRE(destroyed == 1);
  auto& same = a;
  a = std::move(same);
  REQUIRE(a->value == 2);
  REQUIRE(destroyed == 1);
}

TEMPLATE_TEST_CASE("make_cyclic: a value that knows itself", "", one_thread, many_threads) {
  using known = self_aware<TestType>;
  bool upgraded_at_end = true;
  {
    auto const made = counted<known, TestType>::make_cyclic([&](auto const& self) {
      REQUIRE_FALSE(self.upgrade().has_value());  // there is no value yet
      return known{self.clone(), &upgraded_at_end};
    });
    REQUIRE(made.strong_count() == 1);
    REQUIRE(made.weak_count() == 1);
    auto const again = made->self.upgrade();
    REQUIRE(again.has_value());
    REQUIRE(again->ptr_eq(made));
  }
  REQUIRE_FALSE(upgraded_at_end);
}

// Why Leak is asked for: handles in a circle keep each other alive when nobody else does.
TEMPLATE_TEST_CASE("a cycle of handles leaks", "", one_thread, many_threads) {
  using handle = counted<rc_test_node<TestType>, TestType>;
  destroyed = 0;
  rc_test_node<TestType> const* lost = nullptr;
  {
    auto const first = handle::make();
    auto const second = handle::make(first.clone());
    first->next = second.clone();
    lost = first.get();
  }
  REQUIRE(destroyed == 0);  // no handle is left that the program could reach, and no destructor has run

  auto const broken = std::move(lost->next);  // only for the leak checker: no program without `lost` could
  lost->next.reset();
}

TEMPLATE_TEST_CASE("without the cycle the same nodes end", "", one_thread, many_threads) {
  using handle = counted<rc_test_node<TestType>, TestType>;
  destroyed = 0;
  {
    auto const first = handle::make();
    auto const second = handle::make(first.clone());
  }
  REQUIRE(destroyed == 2);
}

TEMPLATE_TEST_CASE("an over-aligned value is aligned", "", one_thread, many_threads) {
  struct alignas(128) wide {
    char c = 'w';
  };
  auto const made = counted<wide, TestType>::make();
  REQUIRE(reinterpret_cast<std::uintptr_t>(made.get()) % 128 == 0);
}

TEMPLATE_TEST_CASE("too many handles end the program, in unchecked builds too", "", one_thread,
                   many_threads) {
  using tenure::most_handles;
  using tenure::test::traps;
  REQUIRE(traps("[ownership.count]", [] { TestType{most_handles, 1}.add_strong(); }));
  REQUIRE(traps("[ownership.count]", [] { TestType{1, most_handles}.add_weak(); }));
  REQUIRE(traps("[ownership.count]", [] {
    TestType full{most_handles, 1};
    static_cast<void>(full.try_add_strong());
  }));

  TestType nearly{most_handles - 1, most_handles - 1};
  nearly.add_strong();
  nearly.add_weak();
  REQUIRE(nearly.strong() == most_handles);
  REQUIRE(nearly.weak_handles() == most_handles - 1);  // the strong handles hold one
}

TEMPLATE_TEST_CASE("a handle that was moved from traps in checked builds", "", one_thread, many_threads) {
  if (!tenure::is_checked) return;
  REQUIRE(tenure::test::traps("[ownership.affine]", [] {
    auto first = counted<int, TestType>::make(1);
    auto* const alias = &first;  // which Clang's analysis does not follow
    auto const taken = std::move(*alias);
    static_cast<void>(alias->clone());
  }));
}

constexpr int counted_in_a_constant_expression() {
  auto first = tenure::rc<int>::make(3);
  auto second = first.clone();
  auto const weak = first.downgrade();
  if (first.get_mut() != nullptr) return -1;
  auto refused = std::move(first).try_unwrap();
  if (refused.has_value()) return -2;
  refused = 5;
  auto const value = std::move(second).try_unwrap();
  if (weak.upgrade().has_value()) return -3;
  auto const known = tenure::rc<int>::make_cyclic([](auto const& self) { return self.upgrade() ? 1 : 0; });
  return value.value_or(-4) + *known;
}
static_assert(counted_in_a_constant_expression() == 3);

}  // namespace
