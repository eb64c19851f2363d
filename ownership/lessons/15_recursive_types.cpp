// SPDX-License-Identifier: BSL-1.0
// Recursive types.
//
// A list node holds a pointer to a list node: is it Send? Only if it is Send. Such a question has two
// consistent answers, and the right one is yes, unless something speaks against it: the whole loop is looked
// at, and a loop in which nothing is refused is fine. Rust calls this reading coinductive.

#include <tenure/ownership/box.hpp>
#include <tenure/ownership/markers.hpp>
#include <tenure/ownership/std.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [list]
struct stop {
  std::string name;
  std::unique_ptr<stop> next;
};
static_assert(tenure::Send<stop>);
// [/list]

// [tree]
struct json {
  std::variant<double, std::string, std::vector<json>, std::map<std::string, json>> value;
};
static_assert(tenure::Send<json> && tenure::Sync<json> && tenure::Leak<json>);
// [/tree]

// [mutual]
struct expression;
struct call {
  std::string function;
  std::vector<expression> arguments;
};
struct expression {
  std::variant<long, tenure::box<call>> node;
};
static_assert(tenure::Send<call> && tenure::Send<expression>);
// [/mutual]

// [spoiled]
struct tracked_expression;
struct tracked_call {
  std::vector<tracked_expression> arguments;
  char const* source;  // a raw pointer into the text that was parsed
};
struct tracked_expression {
  std::variant<long, std::unique_ptr<tracked_call>> node;
};
static_assert(!tenure::Send<tracked_call>);
static_assert(!tenure::Send<tracked_expression>);  // the loop goes through it, from whichever end you ask
// [/spoiled]

int main() {
  // [run]
  stop line{"Paris", std::make_unique<stop>("Dijon", std::make_unique<stop>("Lyon", nullptr))};
  int stops = 0;
  for (stop const* at = &line; at != nullptr; at = at->next.get()) ++stops;
  expect(stops == 3, "a list like any other");
  // [/run]
  return failures;
}
