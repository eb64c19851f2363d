// SPDX-License-Identifier: BSL-1.0
// Taking a value apart.
//
// An own of an aggregate can become one own for each of its fields. From then on the fields have separate
// lives: one is handed on, one is taken, the rest drops. No field moves, and the whole no longer exists, so
// its destructor must not be missed: a class that may have one is refused until its author agrees.

#include <tenure/ownership/slot.hpp>

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

// [message]
struct message {
  std::string sender;
  std::string subject;
  std::vector<char> attachment;
};
// [/message]

static std::size_t archive(tenure::own<std::vector<char>> bytes) { return bytes->size(); }

static void divided() {
  // [split]
  tenure::slot<message> inbox;
  tenure::own<message> m = inbox.emplace("ada", "results", std::vector<char>(1000));

  auto [sender, subject, attachment] = std::move(m).split();
  expect(archive(std::move(attachment)) == 1000, "the attachment is handed on, and ends there");
  expect(std::move(subject).take() == "results", "the subject is taken out");
  expect(*sender == "ada", "the sender is still here, and drops at the end");
  // [/split]
}

// [order]
struct step {
  std::vector<int>* log;
  int number;
  step(std::vector<int>& l, int n) : log{&l}, number{n} {}
  step(step const&) = delete;
  step& operator=(step const&) = delete;
  ~step() { log->push_back(number); }
};
struct recipe {
  std::unique_ptr<step> first, second, third;
};
// [/order]

static void in_order() {
  // [drop_order]
  std::vector<int> log;
  tenure::slot<recipe> page;
  {
    auto whole = page.emplace(std::make_unique<step>(log, 1), std::make_unique<step>(log, 2),
                              std::make_unique<step>(log, 3));
    auto [first, second, third] = std::move(whole).split();
    static_cast<void>(std::move(second).take());
  }
  expect(log == std::vector{2, 3, 1}, "2 was taken; the others dropped from last to first");
  // [/drop_order]
}

int main() {
  divided();
  in_order();
  return failures;
}
