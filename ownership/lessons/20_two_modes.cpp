// SPDX-License-Identifier: BSL-1.0
// Two modes of a type: owned and shared.
//
// A type answers two questions. Owned: is this a value of the type? Shared: what may one of several do who
// refer to such a value? unique<T> is Rust's &mut T, the only way to a value while it lives; shared<T> is its
// &T, of which there may be many. Most types are read-only when shared. Some are not, and say what may be
// done.

#include <tenure/ownership/reference.hpp>

#include <cstdio>
#include <type_traits>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [point]
struct point {
  int x, y;
};

static void move_right(tenure::unique<point> p) { p->x += 1; }
static int width(tenure::shared<point> from, tenure::shared<point> to) { return to->x - from->x; }
// [/point]

static void unique_then_shared() {
  // [unique]
  point here{1, 2};
  tenure::unique mine{here};  // the only way to `here`, for as long as it lasts
  mine->y = 5;
  move_right(mine.reborrow());  // lent on: `mine` waits until the call is over
  expect(mine->x == 2, "a unique writes");
  // [/unique]

  // [share]
  tenure::shared all = std::move(mine).share();  // gives up writing for good
  tenure::shared others = all;                   // and so may be copied
  expect(width(all, others) == 0, "both refer to the same point");
  // [/share]
}

// [modes]
static_assert(std::is_copy_constructible_v<tenure::shared<point>>);
static_assert(!std::is_copy_constructible_v<tenure::unique<point>>);
static_assert(!std::is_constructible_v<tenure::unique<point>, tenure::shared<point>>);  // no way back
static_assert(!std::is_constructible_v<tenure::shared<int>, int>);                      // no temporaries
static_assert(sizeof(tenure::shared<point>) == sizeof(point*));
// [/modes]

// [hidden]
class ticket {
  int* price_ = nullptr;

 public:
  int& price() const { return *price_; }  // const, and a way to write
};
static_assert(!tenure::Shareable<ticket>);

// A class that hides its fields may hide a pointer in them. It is shared when its author says how.
class date {
  int day_ = 22;

 public:
  int day() const { return day_; }
};
template <>
struct tenure::sharing<date> : tenure::read_only<date> {};
// [/hidden]

static void says_how() {
  date const today;
  expect(tenure::shared { today } -> day() == 22, "its const functions may be called");
}

int main() {
  unique_then_shared();
  says_how();
  return failures;
}
