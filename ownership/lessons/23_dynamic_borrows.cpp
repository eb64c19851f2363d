// SPDX-License-Identifier: BSL-1.0
// Dynamic borrows: references into what is shared, counted while the program runs.
//
// A cell gives no reference to its content. A ref_cell does, in exchange for a count: many may read, or one
// may write, and a guard says for how long. Who breaks the rule ends the program, in every build. A once_cell
// needs no count: it is written once, and stays.

#include <tenure/ownership/once_cell.hpp>
#include <tenure/ownership/ref_cell.hpp>
#include <tenure/ownership/sharing_std.hpp>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [log]
using journal = tenure::ref_cell<std::vector<std::string>>;

static void write(tenure::shared<journal> to, std::string line) {
  to.borrow_mut()->push_back(std::move(line));
}
static std::size_t lines(tenure::shared<journal> of) { return of.borrow()->size(); }
// [/log]

static void many_or_one() {
  // [guards]
  journal l;
  tenure::shared s{l};
  write(s, "began");
  {
    auto reader = s.borrow();
    expect(reader->front() == "began" && lines(s) == 1, "others may read meanwhile");
    expect(!s.try_borrow_mut(), "and nobody may write");
  }
  write(s, "ended");  // the guard has ended
  expect(lines(s) == 2, "now it was written");
  // [/guards]
}

static void once() {
  // [once]
  tenure::once_cell<std::string> title;
  tenure::shared s{title};
  expect(!s.get(), "not there yet");
  tenure::shared first = s.get_or_init([] { return std::string{"Persuasion"}; });
  expect(!s.set("Emma"), "it is there already");
  expect(*first == "Persuasion" && first.get() == s.get()->get(), "and it stays where it is");
  // [/once]
}

// [markers]
static_assert(!tenure::Leak<journal::ref> &&
              !tenure::Send<journal::ref>);                      // a guard counts down, here and surely
static_assert(tenure::Send<journal> && !tenure::Sync<journal>);  // the count is a plain number
// [/markers]

int main() {
  many_or_one();
  once();
  return failures;
}
