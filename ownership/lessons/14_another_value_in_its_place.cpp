// SPDX-License-Identifier: BSL-1.0
// Another value in its place.
//
// swap, replace and take put another value where one was, through a plain reference. So whoever has a
// reference can carry the value off. That is wrong for a value whose address somebody keeps. The marker Move
// says whether it may be done; a class that cannot be moved has it not, and any class may refuse it.

#include <tenure/ownership/exchange.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [editor]
struct editor {
  std::string text;
  std::vector<std::string> history;

  void rewrite(std::string fresh) { history.push_back(tenure::replace(text, std::move(fresh))); }
  void undo() {
    if (history.empty()) return;
    tenure::swap(text, history.back());
    history.pop_back();
  }
  std::string hand_in() { return tenure::take(text); }  // leaves an empty string
};
// [/editor]

// [gauge]
// A display keeps the address of the gauge it shows. A gauge can be moved while it is being set up, so its
// class has a move constructor; but not any more once it is shown, so its author refuses the marker.
class gauge {
  double value_ = 0;

 public:
  gauge() = default;
  gauge(gauge&&) = default;
  gauge& operator=(gauge&&) = default;
  void set(double value) { value_ = value; }
  double const* shown() const { return &value_; }
};
template <>
struct tenure::declare<tenure::marker::move, gauge> : tenure::no {};

struct dashboard {
  gauge speed, fuel;
};
static_assert(tenure::Move<editor>);
static_assert(std::is_move_constructible_v<dashboard>);  // C++ would move it,
static_assert(!tenure::Move<dashboard>);                 // and tenure::swap(a.speed, a.fuel) does not compile
// [/gauge]

int main() {
  // [run]
  editor e{"First draft.", {}};
  e.rewrite("Second draft.");
  e.rewrite("Third draft.");
  e.undo();
  expect(e.text == "Second draft.", "the former text is back");
  expect(e.hand_in() == "Second draft." && e.text.empty(), "the text was taken, an empty one is left");
  // [/run]

  dashboard d;
  double const* const display = d.speed.shown();
  d.speed.set(88);
  expect(*display == 88, "the display shows the gauge");
  return failures;
}
