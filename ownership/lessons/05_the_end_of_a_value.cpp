// SPDX-License-Identifier: BSL-1.0
// The end of a value's life.
//
// Every own ends in one of three ways: it is dropped, and the value is destroyed where it lies; it is taken,
// and the value moves out; or it becomes another own of the same value. All three use the own up: afterwards
// the variable is empty, and reading it is an error that Clang reports and checked builds trap on.

#include <tenure/ownership/slot.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [shape]
struct shape {
  virtual ~shape() = default;
  virtual int corners() const = 0;
};
struct square final : shape {
  int corners() const override { return 4; }
};
// [/shape]

static void dropped() {
  // [drop]
  tenure::slot<std::shared_ptr<int>> place;
  auto const watch = std::make_shared<int>(1);
  {
    auto o = place.emplace(watch);
    expect(watch.use_count() == 2, "the value is alive");
  }
  expect(watch.use_count() == 1, "the end of the own destroyed it");
  // [/drop]
}

static void taken() {
  // [take]
  tenure::slot<std::string> page;
  tenure::own<std::string> draft = page.emplace("It was a dark");
  draft->append(" and stormy night");

  std::string const text = std::move(draft).take();  // moves the string out, ends what is left of it
  expect(text == "It was a dark and stormy night", "the value left its storage");

  tenure::own<std::string> next = page.emplace("The storage is free again");
  expect(next->starts_with("The storage"), "and may be filled again");
  // [/take]
}

static void made_const() {
  // [into_const]
  tenure::slot<std::string> page;
  tenure::own<std::string> draft = page.emplace("draft");
  *draft = "final";
  tenure::own<std::string const> printed = std::move(draft).into<std::string const>();
  expect(*printed == "final", "the same value, from now on const");
  static_assert(!std::is_assignable_v<decltype(*printed), char const*>);
  // [/into_const]
}

static void seen_as_base() {
  // [into_base]
  tenure::slot<square> room;
  tenure::own<shape> s = room.emplace().into<shape>();
  expect(s->corners() == 4, "no heap, and whoever holds it needs not know that it is a square");
  // [/into_base]
}

static void released() {
  // [release]
  tenure::slot<std::string> page;
  tenure::own<std::string> draft = page.emplace("to be sent through a C interface");
  std::string* const raw = std::move(draft).release();  // nobody owns it now: the slot stays lent

  tenure::own<std::string> back = tenure::own<std::string>::from_raw(raw);  // the one unsafe door
  expect(back->ends_with("interface"), "owned again");
  // [/release]
}

int main() {
  dropped();
  taken();
  made_const();
  seen_as_base();
  released();
  return failures;
}
