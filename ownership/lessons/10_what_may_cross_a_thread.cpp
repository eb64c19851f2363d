// SPDX-License-Identifier: BSL-1.0
// What may cross a thread.
//
// Two questions, asked of a type: may another thread take such a value over (Send), and may several threads
// read one at once (Sync)? For an aggregate the answer follows from its fields. A class that hides its
// fields is unknown until its author says, and unknown counts as no.

#include <tenure/ownership/bounds.hpp>
#include <tenure/ownership/std.hpp>

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [structure]
struct item {
  std::string name;
  int count;
};
struct order {
  std::string customer;
  std::vector<item> items;
};
static_assert(tenure::Send<order>);  // nobody declared it: strings, ints and vectors of them may cross
static_assert(tenure::Sync<order>);

struct cursor {
  order const* in;  // whoever made the pointer may still use the order
  std::size_t at;
};
static_assert(!tenure::Send<cursor>);

struct bookmark {
  cursor where;
  std::string title;
};
static_assert(!tenure::Send<bookmark>);  // one field is enough, at any depth
// [/structure]

// [hidden]
class money {
  long cents_;

 public:
  explicit money(long cents) : cents_{cents} {}
  long cents() const { return cents_; }
};
static_assert(tenure::derived<tenure::marker::send, money> == tenure::verdict::unknown);
static_assert(!tenure::Send<money>);
// [/hidden]

// [declared]
class price {
  long cents_;

 public:
  explicit price(long cents) : cents_{cents} {}
  long cents() const { return cents_; }
};
// The author says it: as a long is.
template <class Marker>
struct tenure::declare<Marker, price> : tenure::like<long> {};

static_assert(tenure::Send<price> && tenure::Sync<price>);
// [/declared]

// [mailbox]
// An API that takes a value to another thread bounds its type, once and here. The concept tenure::Send would
// say no; the rule says no and why.
template <class T>
class mailbox {
  static_assert(tenure::enforce<tenure::rule::send<T>>());

  std::mutex guard_;
  std::condition_variable filled_;
  std::optional<T> letter_;

 public:
  void put(T letter) {
    {
      std::lock_guard const held{guard_};
      letter_ = std::move(letter);
    }
    filled_.notify_one();
  }
  T get() {
    std::unique_lock held{guard_};
    filled_.wait(held, [this] { return letter_.has_value(); });
    return std::move(*letter_);
  }
};
// [/mailbox]

int main() {
  // [cross]
  mailbox<order> orders;
  std::size_t packed = 0;
  std::thread packer{[&] {
    order const todo = orders.get();
    for (item const& each : todo.items) packed += static_cast<std::size_t>(each.count);
  }};
  orders.put({"ada", {{"punched cards", 500}, {"gears", 12}}});
  packer.join();
  expect(packed == 512, "the order crossed");
  // [/cross]
  return failures;
}
