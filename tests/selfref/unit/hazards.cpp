// SPDX-License-Identifier: BSL-1.0
// The fifteen hazards of relocation (papers/05-self-reference-and-relocation lists them), each met or, where
// C++ cannot meet it, shown for what it is. How compilers see pointers: tests/selfref/provenance.
#include <array>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <list>
#include <memory>
#include <memory_resource>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/selfref.hpp"
#include "tenure/selfref/list.hpp"
#include "tenure/selfref/poison.hpp"
#include "tenure/selfref/std.hpp"
#include "tenure/selfref/vector.hpp"
#include "tenure/selfref/verify.hpp"

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;
using tenure::test::diary;
using tenure::test::ensure;
using tenure::test::noted;
using tenure::test::traps;

namespace hazards {

// 1: a reference between members, and one to another object.
struct pair_of {
  int a = 1;
  int b = 2;
  self_ptr<int> at = self_ptr<int>::to(*this, b);
};
struct holder {
  rel_ptr<int> to;
};

// 2: what compilers copy as bytes although it refers to itself.
struct buffer {
  char bytes[8]{'a'};
  char* at = bytes;
};
struct far_away {
  std::array<long, 6> room{};
  rel_ptr<int> to;
};

// 4: a class whose tail padding another member may use.
struct padded {
  padded() = default;
  padded(padded&&) noexcept = default;
  long first = 1;
  char last = 'l';
};
struct tight {
  [[no_unique_address]] padded inner;
  char neighbour = 'n';
};

// 6: what a compiler may believe never to change.
struct with_const {
  int const number;
};
struct shape {
  virtual ~shape() = default;
  virtual int corners() const { return 0; }
};
struct square final : shape {
  int side = 4;
  int corners() const override { return side; }
};

// 9, 10, 12: it knows its address.
class anchored {
  int value_;
  anchored* self_ = this;

 public:
  constexpr explicit anchored(int value) : value_{value} {}
  anchored(anchored const&) = delete;
  constexpr int value() const { return self_ == this ? value_ : -1; }
};

// 15: a list that is its own sentinel, which a null of 0 could not be.
struct ring_of_one {
  self_ptr_or_null<ring_of_one> next;
  int value = 0;
};
struct huge {
  std::uint64_t words[std::size_t{1} << 29];
};

}  // namespace hazards

using namespace hazards;

template <>
struct tenure::selfref::relocate_traits<anchored> {
  static constexpr anchored relocate(own<anchored> from) noexcept { return anchored{from->value()}; }
};

namespace {

TEST_CASE("hazard 1: what is written through a reference is read in its target") {
  pair_of p;
  *p.at = 20;
  CHECK(p.b == 20);
  p.b = 30;
  CHECK(*p.at == 30);
  int target = 1;
  holder const h{rel_ptr<int>{target}};
  *h.to = 2;
  CHECK(target == 2);
}

far_away from_afar(int& target) {
  far_away made{{}, rel_ptr<int>{target}};
  return made;
}
std::array<int, 2> two_in_registers() {
  pair_of made;
  made.b = 7;
  pair_of copied = made;
  copied.b = 8;
  return {*made.at, *copied.at};
}

TEST_CASE("hazard 2: references inside an object and to elsewhere are different types") {
  static_assert(std::is_trivially_copyable_v<self_ptr<int>> && !std::is_trivially_copyable_v<rel_ptr<int>>);
  static_assert(!std::is_convertible_v<self_ptr<int>, rel_ptr<int>> &&
                !std::is_convertible_v<rel_ptr<int>, self_ptr<int>>);
  int target = 5;
  std::vector<far_away> values;
  for (int i = 0; i < 9; ++i) values.push_back(from_afar(target));
  values.erase(values.begin());
  for (far_away const& each : values) CHECK(each.to.get() == &target);
  CHECK(two_in_registers() == std::array{7, 8});
}

TEST_CASE("hazard 2: the absolute pointer that compilers copy as bytes is refused, and found") {
  static_assert(std::is_trivially_copyable_v<buffer> && !Transfer<buffer>);
  buffer const first;
  buffer const second = first;
  CHECK(second.at == first.bytes);  // the silent alias that Transfer spares its users
}

struct both_ends {
  int values[4]{1, 2, 3, 4};
  self_ptr<int> first = self_ptr<int>::to(*this, values[0]);
  self_ptr<int> last = self_ptr<int>::to(*this, values[3]);
};

TEST_CASE("hazard 2: one self_ptr assigned to another of the same object is wrong, and nobody can tell") {
  both_ends o;
  o.first = o.last;  // not detected: it is what a bytewise copy of two objects does, member by member
  CHECK(o.first.get() != o.last.get());
  o.first = self_ptr<int>::to(o, *o.last);
  CHECK(o.first.get() == &o.values[3]);
}

struct says_relocatable {
  char bytes[8];
  char* at;
};

}  // namespace

template <>
struct tenure::selfref::relocate_traits<says_relocatable> : relocates_by<tier::realloc> {};

namespace {

TEST_CASE("hazard 3: the compiler's word is not taken, and the author's can be tested") {
  static_assert(std::is_trivially_copyable_v<says_relocatable>);
#if defined(__clang__) && __clang_major__ < 21
  static_assert(__is_trivially_relocatable(buffer), "what Clang says of a pointer to itself");
  static_assert(!__is_trivially_relocatable(std::unique_ptr<int>), "and of a pointer to the heap");
#endif
  static_assert(!Transfer<buffer> && relocation_tier<std::unique_ptr<int>> == tier::realloc);
  static_assert(relocation_tier<square> == tier::move_destroy);  // polymorphic: not by bytes
  slot<says_relocatable> place;
  auto made = place.emplace();
  made->at = made->bytes;
  auto const report = verify_relocation(std::move(made));
  CHECK(report.text().find("[selfref.stale]") == 0);
}

TEST_CASE("hazard 4: only complete objects are relocated, and their neighbours survive") {
  static_assert(sizeof(tight) == sizeof(padded));
  slot<tight> here;
  slot<tight> there;
  auto const moved = relocate_at(here.emplace(), there);
  CHECK((moved->inner.last == 'l' && moved->neighbour == 'n'));
  // All bytes of a padded written into the member, as no function here does: the neighbour is gone. That a
  // member is potentially overlapping cannot be detected, so relocation asks for complete objects.
  tight broken;
  auto* const inner = reinterpret_cast<unsigned char*>(&broken.inner);
  std::memset(inner + sizeof(long) + 1, 'Z', sizeof(padded) - sizeof(long) - 1);
  CHECK(broken.neighbour == 'Z');
}

struct poisoned {
  char used[16]{};
  char unused[16]{};

  void poison() {
#if defined(TENURE_ADDRESS_SANITIZER)
    __asan_poison_memory_region(unused, sizeof unused);
#endif
  }
};

TEST_CASE("hazard 5: values that poison their own bytes are relocated without alarm") {
  transfer_vector<poisoned> values(1);
  values.reserve(64);
  values[0].poison();
  values.emplace(values.begin());
  CHECK(values[1].unused[3] == 0);

  slot<poisoned> here;
  slot<poisoned> there;
  auto first = here.emplace();
  first->poison();
  auto const second = relocate_at(std::move(first), there);
  CHECK(second->unused[3] == 0);
}

TEST_CASE("hazard 6: a value in storage that held another is read anew") {
  slot<with_const> here;
  slot<with_const> there;
  auto first = here.emplace_with([] { return with_const{1}; });
  CHECK(first->number == 1);
  auto gone = relocate_at(std::move(first), there);
  auto second = here.emplace_with([] { return with_const{2}; });
  CHECK((second->number == 2 && gone->number == 1));

  transfer_vector<square> shapes;
  for (int i = 0; i < 20; ++i) shapes.emplace_back();
  shapes.erase(shapes.begin());
  shape const& last = shapes.back();
  CHECK(last.corners() == 4);
}

class throws_on_move {
 public:
  throws_on_move() = default;
  throws_on_move(throws_on_move&&) {}
};

TEST_CASE("hazard 7: relocation never throws, or is refused") {
  static_assert(!Transfer<throws_on_move>);
  static_assert(
      noexcept(relocate(std::declval<own<std::string>>())) &&
      noexcept(relocate_at(std::declval<own<std::list<int>>>(), std::declval<slot<std::list<int>>&>())) &&
      noexcept(relocate_n<anchored>(nullptr, 0, nullptr)));
  // libstdc++'s deque allocates when it is moved; its bytes do not.
  static_assert(!std::is_nothrow_move_constructible_v<std::deque<int>>);
  transfer_vector<std::deque<int>> queues;
  for (int i = 0; i < 10; ++i) queues.emplace_back(std::deque<int>{i});
  auto const* const element = &queues[3][0];
  queues.reserve(1000);
  CHECK(&queues[3][0] == element);
}

TEST_CASE("hazard 8: bytes are the value only where the allocator is the standard one") {
  static_assert(relocation_tier<std::vector<int>> == tier::realloc);
  static_assert(relocation_tier<std::pmr::vector<int>> == tier::move_destroy);
  static_assert(relocation_tier<std::pmr::string> == tier::move_destroy);
  std::pmr::monotonic_buffer_resource mine;
  transfer_vector<std::pmr::string> words;
  words.emplace_back("a word that is too long for the small buffer of a string", &mine);
  char const* const characters = words[0].data();
  words.reserve(100);
  CHECK((words[0].data() == characters && words[0].get_allocator().resource() == &mine));
}

struct job {
  int id;
  transfer_link place;
};

TEST_CASE("hazard 9: elements are relocated, never assigned, and their neighbours are told") {
  int values[]{1, 2, 3};
  transfer_vector<std::tuple<int&>> references;
  for (int& each : values) references.emplace_back(each);
  references.erase(references.begin());  // by assignment, values[0] and values[1] would be overwritten
  CHECK((values[0] == 1 && values[1] == 2));
  CHECK(&std::get<0>(references[0]) == &values[1]);

  transfer_vector<job> jobs;
  transfer_list<&job::place> ready;
  for (int i = 0; i < 5; ++i) jobs.emplace_back(i);
  for (job& each : jobs) ready.push_front(each);
  jobs.reserve(100);
  jobs.erase(jobs.begin() + 1);
  int order = 0;
  for (job const& each : ready) order = 10 * order + each.id;
  CHECK(order == 4320);
}

struct tagged {
  int a = 1;
  int b = 2;
  self_tag<&tagged::a, &tagged::b> which{};
  [[no_unique_address]] self_field<&tagged::a> known{};
};
constexpr bool relocated_in_a_constant_expression() {
  tagged t;
  t.which.set<&tagged::b>();
  slot<tagged> place;
  own<tagged> o = place.emplace(t);
  tagged const gone = relocate(std::move(o));
  ensure(&gone.which.in(gone) == &gone.b && &gone.known.in(gone) == &gone.a);
  slot<anchored> here;
  slot<anchored> there;
  auto const moved = relocate_at(here.emplace(6), there);
  ensure(moved->value() == 6);
  return true;
}
static_assert(relocated_in_a_constant_expression());

TEST_CASE("hazard 10: tags and hooks work in constant expressions") {
  CHECK(relocated_in_a_constant_expression());  // and the same at run time, by bytes
}

anchored made_far_away(int value) { return anchored{value}; }
anchored passed_on(int value) { return made_far_away(value + 1); }
template <class T>
concept ConstructedFromItself = requires(T* p, T (*make)()) { std::construct_at(p, make()); };

TEST_CASE("hazard 11: a value that cannot move is made in the place that the caller provides") {
  static_assert(!ConstructedFromItself<anchored> && ConstructedFromItself<int>);
  anchored const direct = passed_on(1);
  CHECK(direct.value() == 2);
  slot<anchored> place;
  CHECK(place.emplace_with([] { return passed_on(2); })->value() == 3);
  CHECK(relocate(place.emplace(4)).value() == 4);
  transfer_vector<anchored> all;
  for (int i = 0; i < 9; ++i) all.emplace_back_with([i] { return passed_on(i); });
  for (int i = 0; i < 9; ++i) CHECK(all[static_cast<std::size_t>(i)].value() == i + 1);
}

TEST_CASE("hazard 12: an own that is dropped ends its value, and a slot does not end before it") {
  diary notes;
  {
    slot<noted> here;
    slot<noted> there;
    {
      auto const o = relocate_at(here.emplace(notes, 1), there);
    }
    CHECK(notes.dropped(1));
  }
  CHECK(notes.alive == 0);
  if (tenure::is_checked) {
    CHECK(traps("[ownership.outlives]", [] {
      slot<anchored> there;
      own<anchored> late = there.emplace(0);
      {
        slot<anchored> here;
        late = relocate_at(std::move(late), here);
      }
    }));
  }
}

TEST_CASE("hazard 13: no two names are promised to be apart, so rows may overlap") {
  std::array<long, 64> numbers{};
  for (std::size_t i = 0; i < 32; ++i) numbers[i] = static_cast<long>(i);
  relocate_n(numbers.data(), 32, numbers.data() + 5);
  for (std::size_t i = 0; i < 32; ++i) CHECK(numbers[i + 5] == static_cast<long>(i));
  relocate_n(numbers.data() + 5, 32, numbers.data() + 2);
  for (std::size_t i = 0; i < 32; ++i) CHECK(numbers[i + 2] == static_cast<long>(i));
}

struct counting {
  struct promise_type {
    int* seen = nullptr;
    counting get_return_object() {
      return counting{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int& value) noexcept {
      seen = &value;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
  };
  std::coroutine_handle<promise_type> frame;
};
counting count_up() {
  for (int i = 0;; ++i) co_yield i;
}

TEST_CASE("hazard 14: a coroutine's frame stays where it is while its handle is relocated by bytes") {
  static_assert(sizeof(counting) == sizeof(void*) && relocation_tier<counting> == tier::realloc);
  transfer_vector<counting> all;
  all.push_back(count_up());
  all[0].frame.resume();
  int const* const local = all[0].frame.promise().seen;
  for (int i = 0; i < 40; ++i) all.insert(all.begin(), count_up());
  auto const last = all.back().frame;
  last.resume();
  CHECK((last.promise().seen == local && *local == 1));
  for (counting const& each : all) each.frame.destroy();
}

TEST_CASE("hazard 15: null is no distance that an object can have, and only one type has it") {
  ring_of_one r;
  CHECK(!r.next);
  r.next = self_ptr<ring_of_one>::to(r, r);  // distance 0
  CHECK((r.next && &*r.next == &r));
  ring_of_one const copy = r;
  CHECK(&*copy.next == &copy);
  static_assert(sizeof(self_ptr_or_null<int>) == 4 && !std::is_default_constructible_v<self_ptr<int>>);
  static_assert(!rule::near_enough<huge>::holds && rule::near_enough<ring_of_one>::holds);
  if (tenure::is_checked) CHECK(traps("[selfref.null]", [] { return (*ring_of_one{}.next).value; }));
}

}  // namespace
