// SPDX-License-Identifier: BSL-1.0
// References to parts of the same object, through everything that happens to that object.
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/selfref.hpp"
#include "tenure/selfref/std.hpp"
#include "tenure/selfref/verify.hpp"

using namespace tenure::selfref;
using tenure::test::traps;

namespace {

struct cat {
  std::string data;
  self_slice<&cat::data> name;

  std::string_view called() const { return name.in(*this); }
};

cat named(std::string data) {
  cat made{std::move(data), {}};
  std::string_view const text = made.data;
  made.name = self_slice<&cat::data>::of(made, text.substr(0, text.find(' ')));
  return made;
}
cat small() { return named("Nori"); }
cat large() { return named("Chashu, who has a name that is followed by more than fits into a string"); }

struct node {
  int values[8]{1, 2, 3, 4, 5, 6, 7, 8};
  self_ptr<int> at;
  self_ptr_or_null<node> whole;

  explicit node(int i) : at{self_ptr<int>::to(*this, values[i])} {}
};

// Returned by value, in registers where it fits.
struct two {
  int a, b;
  self_ptr<int> at;
};
two make_two(bool first) {
  two made{1, 2, self_ptr<int>::to(made, made.a)};
  if (!first) made.at = self_ptr<int>::to(made, made.b);
  return made;
}

template <class T>
auto holds_after_all(T first, T second, auto holds_first, auto holds_second) -> bool {
  bool held = holds_first(first) && holds_second(second);
  T const copied = first;
  held = held && holds_first(copied) && holds_first(first);
  T moved = std::move(first);
  held = held && holds_first(moved);
  std::swap(moved, second);
  held = held && holds_second(moved) && holds_first(second);
  moved = second;
  held = held && holds_first(moved) && holds_first(second);
  second = std::move(moved);
  held = held && holds_first(second);
  std::vector<T> grown;
  for (int i = 0; i < 20; ++i) grown.push_back(second);
  grown.erase(grown.begin(), grown.begin() + 7);
  for (T const& each : grown) held = held && holds_first(each);
  return held;
}

TEST_CASE("a slice is right for short and long strings, through copy, move, swap, assignment and growth") {
  auto const is_nori = [](cat const& c) {
    return c.called() == "Nori" && c.called().data() == c.data.data();
  };
  auto const is_chashu = [](cat const& c) {
    return c.called() == "Chashu," && c.called().data() == c.data.data();
  };
  CHECK(holds_after_all(small(), large(), is_nori, is_chashu));
  CHECK(holds_after_all(large(), small(), is_chashu, is_nori));
  CHECK(holds_after_all(small(), small(), is_nori, is_nori));
}

TEST_CASE("a slice of a vector, an array, an optional string") {
  struct all {
    std::vector<int> numbers{1, 2, 3, 4};
    std::array<char, 4> letters{'a', 'b', 'c', 'd'};
    std::optional<std::string> text{"forty-two"};
    self_slice<&all::numbers> some{1, 2};
    self_slice<&all::letters, unsigned char> few{2, 2};
    self_slice<&all::text> part{6, 3};
  };
  auto const holds = [](all const& a) {
    return a.some.in(a).size() == 2 && a.some.in(a)[0] == 2 && a.few.in(a)[0] == 'c' &&
           a.part.in(a) == "two" && &a.some.in(a)[0] == &a.numbers[1] &&
           a.part.in(a).data() == a.text->data() + 6;
  };
  CHECK(holds_after_all(all{}, all{}, holds, holds));

  all a;
  a.some.in(a)[1] = 30;
  CHECK(a.numbers[2] == 30);
  a.part.span_in(a)[0] = 'T';
  CHECK(a.part.in(std::as_const(a)) == "Two");
  CHECK(self_slice<&all::text>{}.in(a).empty());
  CHECK(self_slice<&all::text>::of(a, std::string_view{}).empty());
}

TEST_CASE("a slice checks where it is made and where it is resolved") {
  cat c = small();
  if (tenure::is_checked) {
    std::string const elsewhere = "Nori";
    CHECK(traps("[selfref.outside]",
                [&] { return self_slice<&cat::data>::of(c, std::string_view{elsewhere}); }));
    CHECK(traps("[selfref.range]", [&] {
      c.data = "No";
      return c.called();
    }));
    struct maybe {
      std::optional<std::string> data;
      self_slice<&maybe::data> name{0, 1};
    };
    CHECK(traps("[selfref.range]", [] {
      maybe none;
      return none.name.in(none);
    }));
  }
  c.data = "Mori and more";
  CHECK(c.called() == "Mori");
}

TEST_CASE("a self_ptr leads to the same part of the new object") {
  auto const at_3 = [](node const& n) { return n.at.get() == &n.values[3] && !n.whole; };
  auto const at_7 = [](node const& n) { return n.at.get() == &n.values[7] && *n.at == 8; };
  CHECK(holds_after_all(node{3}, node{7}, at_3, at_7));

  CHECK(*make_two(true).at == 1);
  two const last = make_two(false);
  CHECK(last.at.get() == &last.b);

  node n{0};
  n.whole = self_ptr<node>::to(n, n);
  node m = n;
  CHECK((m.whole.get() == &m && n.whole == n.whole && !(m.whole == n.whole)));
  *m.at = 10;
  CHECK((n.values[0] == 1 && m.values[0] == 10));
  m.whole = nullptr;
  CHECK((m.whole == nullptr && m.whole.get() == nullptr));
}

TEST_CASE("a self_ptr survives memcpy and realloc") {
  auto* memory = static_cast<node*>(std::malloc(2 * sizeof(node)));
  ::new (memory) node{2};
  ::new (memory + 1) node{5};
  memory = static_cast<node*>(std::realloc(static_cast<void*>(memory), 4096 * sizeof(node)));
  std::memcpy(static_cast<void*>(memory + 4000), static_cast<void const*>(memory + 1), sizeof(node));
  CHECK(memory[0].at.get() == &memory[0].values[2]);
  CHECK(memory[4000].at.get() == &memory[4000].values[5]);
  std::free(memory);
}

TEST_CASE("a self_ptr traps on a target or a place that is not in the owner, and where it is null") {
  if (!tenure::is_checked) return;
  node n{0};
  node other{1};
  int const before = n.values[0];
  CHECK(traps("[selfref.outside]", [&] { n.at = self_ptr<int>::to(n, other.values[0]); }));
  CHECK(traps("[selfref.outside]", [&] { other.at = self_ptr<int>::to(n, n.values[0]); }));
  CHECK(traps("[selfref.outside]", [&] {
    self_ptr<int> loose = self_ptr<int>::to(n, n.values[0]);
    return *loose;
  }));
  CHECK(traps("[selfref.outside]", [&] { n.at = self_ptr<int>::to(n, *(n.values + 8 + sizeof(node))); }));
  CHECK(traps("[selfref.null]", [&] { return n.whole->values[0]; }));
  CHECK(before == 1);
}

TEST_CASE("hazard 2: a rel_ptr leads to the same target from every copy") {
  struct reading {
    rel_ptr<int const> sensor;
    int scale = 1;
  };
  int const sensor = 20;
  int const spare = 30;
  auto const reads = [](int const& what) {
    return [&what](reading const& r) { return r.sensor.get() == &what; };
  };
  CHECK(holds_after_all(reading{rel_ptr<int const>{sensor}}, reading{rel_ptr<int const>{spare}},
                        reads(sensor), reads(spare)));
  auto const made = [&] { return reading{rel_ptr<int const>{sensor}}; };
  CHECK(made().sensor.get() == &sensor);
  CHECK(verify_relocation(made));
}

TEST_CASE(
    "hazard 2: a relative pointer into the object itself is a case for self_ptr: the verifier finds it") {
  struct wrong {
    int value = 7;
    rel_ptr<int> at{value};
  };
  auto const report = verify_relocation([] { return wrong{}; });
  CHECK_FALSE(report);
  CHECK(report.begin()->is_distance);
  CHECK(report.text().find("[selfref.stale]") != std::string::npos);
}

// The post's 'unsafe with its hook, in both forms.
struct hooked {
  std::string data;
  unsafe_ref<char const> cursor;
  hooked(std::string text, std::size_t at) : data{std::move(text)}, cursor{data[at]} {}
};
struct hooked_by_value : hooked {
  using hooked::hooked;
  hooked_by_value(hooked_by_value const&) = delete;
};

}  // namespace

template <>
struct tenure::selfref::relocate_traits<hooked> {
  static own<hooked> relocate(own<hooked> from, void* to) noexcept {
    auto const at = static_cast<std::size_t>(from->cursor.get() - from->data.data());
    return own<hooked>::from_raw(::new (to) hooked{std::move(from->data), at});
  }
};
template <>
struct tenure::selfref::relocate_traits<hooked_by_value> {
  static hooked_by_value relocate(own<hooked_by_value> from) noexcept {
    auto const at = static_cast<std::size_t>(from->cursor.get() - from->data.data());
    return {std::move(from->data), at};
  }
};

namespace {

TEST_CASE("an unsafe_ref is mended by its hook, and by nothing else") {
  tenure::slot<hooked> a;
  tenure::slot<hooked> b;
  auto there = relocate_at(a.emplace("short", 2u), b);
  CHECK(there->cursor.get() == &there->data[2]);

  tenure::slot<hooked_by_value> c;
  hooked_by_value const here = relocate(c.emplace("short", 3u));  // neither copied nor moved
  CHECK(here.cursor.get() == &here.data[3]);
  CHECK(verify_relocation([] { return hooked{"short", 1}; }));
  CHECK(verify_relocation([] { return hooked_by_value{"short", 1}; }));
}

}  // namespace
