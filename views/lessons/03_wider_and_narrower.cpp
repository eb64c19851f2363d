// SPDX-License-Identifier: BSL-1.0
// A view is passed on as a narrower one, and taken apart into views that cannot meet.
#include <tenure/views.hpp>

#include <cstdio>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace v = tenure::views;
using v::at, v::field, v::mut, v::nth, v::shr, v::view;

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [processor]
struct MessageProcessor {
  std::vector<std::string> messages;
  int statistics = 0;
};
using messages = field<&MessageProcessor::messages>;
using statistics = field<&MessageProcessor::statistics>;

void count(view<MessageProcessor, mut<statistics>> self) { ++self[at<&MessageProcessor::statistics>]; }
// [/processor]

// [narrow]
// More converts to less by itself. Less does not convert to more, and an object converts to nothing: who
// lends it says what.
using both = view<MessageProcessor, shr<messages>, mut<statistics>>;
static_assert(std::is_convertible_v<both, view<MessageProcessor, mut<statistics>>>);
static_assert(std::is_convertible_v<both, view<MessageProcessor, shr<statistics>>>);
static_assert(!std::is_convertible_v<both, view<MessageProcessor, mut<messages>>>);
static_assert(!std::is_convertible_v<MessageProcessor&, both>);
static_assert(sizeof(both) == sizeof(void*));
// [/narrow]

// [split]
int drain(view<MessageProcessor, mut<v::all>> self) {
  auto [inbox, rest] = std::move(self).split<mut<messages>, mut<v::all_but<messages>>>();
  for (std::string const& message : inbox[at<&MessageProcessor::messages>]) {
    if (!message.empty()) count(rest);  // `rest` leads everywhere but to the messages
  }
  inbox[at<&MessageProcessor::messages>].clear();
  return rest[at<&MessageProcessor::statistics>];
}
// [/split]

// [tuple]
void prefix(std::pair<std::string, std::string>& x) {
  auto const p = v::lend<shr<nth<0>>>(x);
  auto const q = v::lend<mut<nth<1>>>(x);
  q[at<1>] = p[at<0>] + q[at<1>];
}
// [/tuple]

// [deep]
// What may be read may be read all the way down: a const std::unique_ptr<int> would let the int be written.
struct sensor {
  int* reading;
  int limit;
};
bool alarm(view<sensor, shr<v::all>> self) {
  static_assert(std::is_same_v<decltype(*self[at<&sensor::reading>]), int const&>);
  return *self[at<&sensor::reading>] > self[at<&sensor::limit>];
}
// [/deep]

// [swap]
// Only what both views may write is exchanged.
void exchange_counters(MessageProcessor& one, MessageProcessor& other) {
  swap(v::lend<mut<statistics>>(one), v::lend<mut<statistics>>(other));
}
// [/swap]

int main() {
  MessageProcessor p{{"a", "", "b"}, 0}, q{{"c"}, 10};
  expect(drain(v::lend<mut<v::all>>(p)) == 2, "two messages");
  exchange_counters(p, q);
  expect(p.statistics == 10 && q.statistics == 2 && p.messages.empty() && q.messages.size() == 1,
         "counters only");
  std::pair<std::string, std::string> x{"a", "b"};
  prefix(x);
  expect(x.second == "ab", "one element reads, one is written");
  int now = 7;
  sensor s{&now, 5};
  expect(alarm(v::lend<shr<v::all>>(s)), "too warm");
  return failures;
}
