// SPDX-License-Identifier: BSL-1.0
// Types that cannot move.
//
// Some values must stay where they were made, because somebody knows their address: a mutex, a node in an
// intrusive list, an object that registered `this`. Such a type deletes its move. With an own it can still be
// made by a factory, handed on and ended by somebody else: the owner changes, the address does not.

#include <tenure/ownership/slot.hpp>

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

// [listener]
class listener;
struct news_feed {
  std::vector<listener*> listeners;
  void publish(std::string const& headline);
};

// The feed knows its address from construction to destruction, so it must not move.
class listener {
  news_feed& feed_;

 public:
  std::string last;

  explicit listener(news_feed& feed) : feed_{feed} { feed_.listeners.push_back(this); }
  ~listener() { std::erase(feed_.listeners, this); }
  listener(listener const&) = delete;
  listener& operator=(listener const&) = delete;
};
// [/listener]

void news_feed::publish(std::string const& headline) {
  for (listener* each : listeners) each->last = headline;
}

// [factory]
// An ordinary factory. Returning an immovable type by value is legal C++: the caller provides the place.
listener subscribe(news_feed& feed, std::string const& greeting) {
  feed.publish(greeting);
  return listener{feed};
}
// [/factory]

static std::string last_headline(tenure::own<listener> l) { return l->last; }

static void made_in_place() {
  // [emplace_with]
  news_feed feed;
  tenure::slot<listener> seat;
  tenure::own<listener> l = seat.emplace_with([&] { return subscribe(feed, "welcome"); });
  expect(feed.listeners.size() == 1 && feed.listeners[0] == &*l, "constructed in the slot itself");

  feed.publish("rain expected");
  std::string const last = last_headline(std::move(l));
  expect(last == "rain expected", "the callee got the very object that the feed knows");
  expect(feed.listeners.empty(), "and ended it");
  // [/emplace_with]
}

// [owner]
// A class may own a value whose storage is somebody else's.
struct reader {
  tenure::own<listener> source;
  bool has_news() const { return !source->last.empty(); }
};
// [/owner]

static void held_by_a_class() {
  // [member]
  news_feed feed;
  tenure::slot<listener> seat;
  {
    reader r{seat.emplace(feed)};
    reader moved = std::move(r);  // a reader moves, its listener does not
    feed.publish("sunny");
    expect(moved.has_news(), "the address that the feed knows still is the listener's");
  }
  expect(feed.listeners.empty(), "the listener ended with the reader, before the slot");
  // [/member]
}

int main() {
  made_in_place();
  held_by_a_class();
  return failures;
}
