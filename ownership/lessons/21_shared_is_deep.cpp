// SPDX-License-Identifier: BSL-1.0
// Shared is deep: what a shared value owns is shared with it.
//
// In C++ const stops at a pointer: a unique_ptr<int> const still gives an int&. A shared<unique_ptr<int>>
// gives a shared<int>. A container gives its elements shared, an aggregate its fields, each in its own way;
// and a const reference to the whole only where nothing in it can change.

#include <tenure/ownership/cell.hpp>
#include <tenure/ownership/sharing_std.hpp>

#include <concepts>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [album]
struct song {
  std::string title;
  tenure::cell<int> played;
};
struct album {
  std::string name;
  std::vector<song> songs;
  std::unique_ptr<song> hidden_track;
};
// [/album]

// [play]
static void play_all(tenure::shared<album> a) {
  for (tenure::shared<song> each : a.field(&album::songs)) {
    each.field(&song::played).update([](int n) { return n + 1; });
  }
  tenure::shared<std::unique_ptr<song>> last = a.field(&album::hidden_track);
  (*last).field(&song::played).set(1);
}
// [/play]

static void deep() {
  album a{"Kind of Blue", {}, nullptr};
  a.songs.push_back(song{"So What", tenure::cell<int>{0}});
  a.songs.push_back(song{"Blue in Green", tenure::cell<int>{0}});
  a.hidden_track = std::make_unique<song>(song{"Silence", tenure::cell<int>{0}});
  play_all(tenure::shared{a});
  play_all(tenure::shared{a});
  expect(std::move(a.songs[1].played).into_inner() == 2, "the counts are shared with the album");
}

// [const]
static void const_is_shallow() {
  auto const p = std::make_unique<int>(1);
  *p = 2;  // const stops here
  tenure::shared s{p};
  static_assert(std::same_as<decltype(*s), tenure::shared<int>>);
  static_assert(std::same_as<decltype(**s), int const&>);  // shared does not
  expect(**s == 2, "the value is read through both");
}
// [/const]

// [whole]
struct page {
  std::string text;
  std::vector<std::string> notes;
};
template <class T>
concept GivesWhole = requires(tenure::shared<T> s) {
  { *s } -> std::same_as<T const&>;
};
static_assert(GivesWhole<page>);   // nothing in it can change
static_assert(!GivesWhole<song>);  // its cell can
static_assert(!GivesWhole<std::unique_ptr<int>>);
static_assert(!tenure::Shareable<std::shared_ptr<int>>);  // another copy may write
static_assert(!tenure::Shareable<int*>);                  // whoever reads it may write
// [/whole]

int main() {
  deep();
  const_is_shallow();
  return failures;
}
