// SPDX-License-Identifier: BSL-1.0
// Partial moves: some fields of a value go one way, the others stay.
#include <tenure/views.hpp>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace v = tenure::views;
using v::at, v::field, v::mut, v::shr, v::view;

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [strings]
struct Strings {
  std::string a, b, c;
};

Strings play_games(Strings s) {
  auto [t, rest] = v::take<field<&Strings::a>, field<&Strings::c>>(std::move(s));
  expect(t[at<&Strings::a>] == "a" && t[at<&Strings::c>] == "c", "taken");
  expect(rest[at<&Strings::b>] == "b", "left");
  // t[at<&Strings::b>]      [views.moved] path<&Strings::b> of Strings is not in a partial value of
  // path<&Strings::a>, rest[at<&Strings::a>]   path<&Strings::c>: it was taken out, or is in the rest
  rest[at<&Strings::b>] = "changed";
  return v::reassemble(std::move(t), std::move(rest));  // every field, and every field once
}
// [/strings]

// [processor]
// A class that hides its fields lists them, and so says that they are all there is to it: no destructor is
// skipped when a value is taken apart.
class MessageProcessor {
  std::vector<std::string> messages_;
  int statistics_ = 0;
  friend struct v::access;

 public:
  struct messages;
  struct statistics;
  explicit MessageProcessor(std::vector<std::string> m) : messages_{std::move(m)} {}

 private:
  static auto tenure_fields(messages*) -> v::fields<&MessageProcessor::messages_>;
  static auto tenure_fields(statistics*) -> v::fields<&MessageProcessor::statistics_>;
  static auto tenure_fields(v::all*)
      -> v::fields<&MessageProcessor::messages_, &MessageProcessor::statistics_>;

 public:
  static std::size_t size(view<MessageProcessor, shr<messages>> self) {
    return self[at<&MessageProcessor::messages_>].size();
  }
};

/// A value of which only the messages are there. It lies in memory as a whole one does, so the functions of
/// the class that need no more than the messages work on it.
v::partial<MessageProcessor, MessageProcessor::messages> only_messages(MessageProcessor p) {
  auto [messages, rest] = v::take<MessageProcessor::messages>(std::move(p));
  return std::move(messages);
}
// [/processor]

int main() {
  Strings const s = play_games({"a", "b", "c"});
  expect(s.a == "a" && s.b == "changed" && s.c == "c", "whole again");
  auto part = only_messages(MessageProcessor{{"hello", "world"}});
  expect(MessageProcessor::size(part.lend<shr<MessageProcessor::messages>>()) == 2,
         "a view of what is there");
  return failures;
}
