// SPDX-License-Identifier: BSL-1.0
// Boxes: storage that outlives its content.
//
// A box is heap storage and the value in it: one word, never empty. Its content can be taken out as an own
// and put back, with no move of the value and no second allocation. While the content is out, what is left is
// a vacant_box: another type, so that nobody can read a box that holds nothing.

#include <tenure/ownership/box.hpp>

#include <atomic>
#include <cstdio>
#include <string>
#include <utility>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [job]
// An atomic cannot move, so neither can a job.
struct job {
  std::string name;
  std::atomic<int> progress = 0;
};
// [/job]

// [queue]
struct pending {
  tenure::box<job> work;
};
// [/queue]

static int run(tenure::own<job> j) {
  j->progress = 100;
  return j->progress;
}

static void boxed() {
  // [box]
  auto b = tenure::box<job>::make("index");
  pending p{std::move(b)};  // a box moves by its one word, the job stays
  expect(p.work->name == "index", "reached through the box");
  // [/box]
}

static void taken_out() {
  // [take_out]
  auto b = tenure::box<job>::make("index");
  auto [home, content] = std::move(b).take_out();
  expect(run(std::move(content)) == 100, "the job was handed on and has ended");

  auto again = std::move(home).emplace("compress");  // the same storage, the next job
  expect(again->name == "compress" && again->progress == 0, "no second allocation");
  // [/take_out]
}

static void put_back() {
  // [put_back]
  auto b = tenure::box<job>::make("index");
  job const* const before = b.get();
  auto [home, content] = std::move(b).take_out();
  content->progress = 50;
  auto whole = std::move(home).put_back(std::move(content));
  expect(whole.get() == before && whole->progress == 50, "the same job in the same place");
  // [/put_back]
}

static void emptied() {
  // [take]
  auto greeting = tenure::box<std::string>::make("hello");
  std::string const text = std::move(greeting).take();  // moves the value out, frees the storage
  expect(text == "hello", "out of the box");
  // [/take]
}

int main() {
  boxed();
  taken_out();
  put_back();
  emptied();
  return failures;
}
