// SPDX-License-Identifier: BSL-1.0
// Shared counting: rc, arc, and circles.
//
// A value with several owners ends with the last of them. rc counts for one thread, arc for many. Copying is
// spelled out, `clone()`, and access is const. Owners that own each other form a circle, in which no count
// reaches zero: nobody ever ends. A weak handle, which looks and does not own, keeps a circle open.

#include <tenure/ownership/arc.hpp>
#include <tenure/ownership/rc.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [font]
struct font {
  std::string family;
  int size;
};
struct paragraph {
  std::string text;
  tenure::rc<font> face;
};
// [/font]

static void several_owners() {
  // [rc]
  auto serif = tenure::rc<font>::make("Garamond", 11);
  paragraph first{"Call me Ishmael.", serif.clone()};
  paragraph second{"Some years ago", serif.clone()};
  expect(serif.strong_count() == 3, "three owners, one font");
  expect(second.face->size == 11, "each may read it");
  expect(serif.get_mut() == nullptr, "and nobody may write it, as long as there are others");
  // [/rc]
}

static void last_owner() {
  // [unwrap]
  auto only = tenure::rc<font>::make("Garamond", 11);
  if (font* mine = only.get_mut()) mine->size = 12;  // the only owner may write
  auto value = std::move(only).try_unwrap();
  expect(value && value->size == 12, "and take the value out");
  // [/unwrap]
}

static void many_threads() {
  // [arc]
  auto words = tenure::arc<std::vector<int>>::make(std::vector{3, 5, 8});
  int sum = 0;
  std::thread reader{[&sum, mine = words.clone()] {
    for (int each : *mine) sum += each;
  }};
  reader.join();
  expect(sum == 16, "both threads own the vector");

  static_assert(tenure::Send<tenure::arc<std::vector<int>>>);
  static_assert(!tenure::Send<tenure::rc<std::vector<int>>>);  // plain counts: one thread only
  // [/arc]
}

// [tree]
// Down the tree folders own, up the tree they only look: no circle.
struct folder {
  std::string name;
  tenure::weak_rc<folder> parent;
  std::vector<tenure::rc<folder>> children;
};

tenure::rc<folder> make_home() {
  return tenure::rc<folder>::make_cyclic([](tenure::weak_rc<folder> const& self) {
    folder home{"home", {}, {}};
    home.children.push_back(
        tenure::rc<folder>::make("letters", self.clone(), std::vector<tenure::rc<folder>>{}));
    return home;
  });
}
// [/tree]

static void no_circle() {
  // [upgrade]
  auto home = make_home();
  tenure::rc<folder> letters = home->children.front().clone();
  expect(letters->parent.upgrade().value()->name == "home", "the parent is there, so look is enough");
  {
    auto gone = std::move(home);
  }
  expect(!letters->parent.upgrade(), "the parent has ended, and the child can tell");
  // [/upgrade]
}

// [circle]
struct person {
  explicit person(std::string n) : name{std::move(n)} { ++alive; }
  ~person() { --alive; }
  person(person const&) = delete;
  person& operator=(person const&) = delete;

  std::string name;
  mutable std::optional<tenure::rc<person>> friend_of;
  static inline int alive = 0;
};
template <>
struct tenure::declare<tenure::marker::leak, person> : tenure::yes {};
// [/circle]

static void a_circle() {
  // [leak]
  person const* lost = nullptr;
  {
    auto ada = tenure::rc<person>::make("Ada");
    auto charles = tenure::rc<person>::make("Charles");
    ada->friend_of = charles.clone();
    charles->friend_of = ada.clone();
    lost = ada.get();
  }
  expect(person::alive == 2, "nobody can reach them, and no destructor ran");

  auto circle = std::exchange(lost->friend_of, std::nullopt);  // open the circle by hand
  circle.reset();
  expect(person::alive == 0, "now they ended");
  // [/leak]
}

int main() {
  several_owners();
  last_owner();
  many_threads();
  no_circle();
  a_circle();
  return failures;
}
