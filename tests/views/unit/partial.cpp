// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/partial.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/diary.hpp"
#include "tenure/views/ghost.hpp"

using namespace tenure::views;
using tenure::test::diary;
using tenure::test::noted;

namespace {

struct strings {
  std::string a, b, c;
};
std::string const long_text(64, 'x');

struct three {
  noted first, second, third;
};

class message_processor {
  std::vector<std::string> messages_;
  int statistics_ = 0;

  friend struct tenure::views::access;

 public:
  explicit message_processor(std::vector<std::string> m) : messages_{std::move(m)} {}
  struct messages;
  struct statistics;

 private:
  static auto tenure_fields(messages*) -> fields<&message_processor::messages_>;
  static auto tenure_fields(statistics*) -> fields<&message_processor::statistics_>;
  static auto tenure_fields(all*) -> fields<&message_processor::messages_, &message_processor::statistics_>;

 public:
  static void count(view<message_processor, mut<statistics>> self) {
    ++self[at<&message_processor::statistics_>];
  }
  static int counted(view<message_processor, shr<statistics>> self) {
    return self[at<&message_processor::statistics_>];
  }
  static std::vector<std::string>& inbox(view<message_processor, mut<messages>> self) {
    return self[at<&message_processor::messages_>];
  }
};

partial<message_processor, message_processor::messages> only_messages(message_processor p) {
  auto [messages, rest] = take<message_processor::messages>(std::move(p));
  return std::move(messages);
}

/// Its second move throws, if told to.
struct brittle {
  noted value;
  bool throws = false;
  brittle(diary& in, int id, bool t) : value{in, id}, throws{t} {}
  brittle(brittle&& other) : value{std::move(other.value)}, throws{other.throws} {
    if (throws) throw std::runtime_error{"move"};
  }
};
struct two_brittle {
  brittle first, second;
};

}  // namespace

TEST_CASE("take moves the named fields out, and what is left owns the others") {
  strings s{long_text, "b", "c"};
  char const* const characters = s.a.data();
  auto [taken, rest] = take<field<&strings::a>, field<&strings::c>>(std::move(s));
  CHECK(taken[at<&strings::a>].data() == characters);
  CHECK(taken[at<2>] == "c");
  CHECK(rest[at<&strings::b>] == "b");
  STATIC_REQUIRE(sizeof(taken) == sizeof(strings));
}

TEST_CASE("reassemble is the inverse of take, in any order of the parts") {
  auto [taken, rest] = take<nth<1>>(strings{long_text, "b", "c"});
  strings const again = reassemble(std::move(rest), std::move(taken));
  CHECK(again.a == long_text);
  CHECK(again.b == "b");
  CHECK(again.c == "c");
}

TEST_CASE("a partial value is taken apart further") {
  auto [x, yz] = take<nth<0>>(partial{strings{long_text, "b", "c"}});
  auto [y, z] = take<nth<1>>(std::move(yz));
  CHECK(z[at<&strings::c>] == "c");
  strings const again = reassemble(std::move(z), std::move(x), std::move(y));
  CHECK(again.a + again.b + again.c == long_text + "bc");
}

TEST_CASE("what is left in a partial value drops once, in reverse order of the fields") {
  diary in;
  {
    auto [taken, rest] = take<nth<1>>(three{{in, 1}, {in, 2}, {in, 3}});
    {
      auto const dropped_first = std::move(rest);
      CHECK(in.count == 0);
    }
    CHECK(in.dropped(3, 1));
  }
  CHECK(in.dropped(3, 1, 2));
  CHECK(in.alive == 0);
}

TEST_CASE("a move that throws half way leaves nothing behind") {
  diary in;
  CHECK_THROWS_AS(([&] { auto parts = take<nth<0>, nth<1>>(two_brittle{{in, 1, false}, {in, 2, true}}); }()),
                  std::runtime_error);
  CHECK(in.alive == 0);
}

TEST_CASE("V35: a partly moved value is returned from a function, and lent as a view of what is there") {
  auto messages = only_messages(message_processor{{"hello", "world"}});
  CHECK(message_processor::inbox(messages.lend<mut<message_processor::messages>>()).size() == 2);
}

TEST_CASE("private fields move by the names that the class gives them") {
  auto [statistics, rest] = take<message_processor::statistics>(message_processor{{"hello"}});
  message_processor::count(statistics.lend<mut<message_processor::statistics>>());
  message_processor const whole = reassemble(std::move(statistics), std::move(rest));
  CHECK(message_processor::counted(lend<shr<message_processor::statistics>>(whole)) == 1);
}

TEST_CASE("move-only fields") {
  struct owner {
    std::unique_ptr<int> p;
    int n;
  };
  auto [taken, rest] = take<field<&owner::p>>(owner{std::make_unique<int>(7), 1});
  CHECK(*taken[at<&owner::p>] == 7);
  std::unique_ptr<int> const out = std::move(taken[at<&owner::p>]);
  CHECK(*out == 7);
}

namespace {

class bean_counter {
  [[no_unique_address]] ghost<unsigned, struct a> a_;
  [[no_unique_address]] ghost<unsigned, struct b> b_;
  unsigned sum_;

 public:
  constexpr bean_counter(unsigned x, unsigned y)
      : a_{[&] { return x; }}, b_{[&] { return y; }}, sum_{x + y} {}
  constexpr unsigned sum() const { return sum_; }
};

struct ghostly {
  [[no_unique_address]] ghost<int> g;
  int n;
};

struct untouchable {
  untouchable() { throw std::logic_error{"a ghost was run"}; }
};

}  // namespace

TEST_CASE("V23: ghost fields take no room and their initialisers are not run") {
  STATIC_REQUIRE(sizeof(bean_counter) == sizeof(unsigned));
  STATIC_REQUIRE(bean_counter{1, 2}.sum() == 3);
  STATIC_REQUIRE(ghostly{.g = ghost<int>::of<[] { return 1; }>, .n = 2}.n == 2);
  CHECK_NOTHROW(ghost<untouchable>{[] { return untouchable{}; }});
}

TEST_CASE("V24: a ghost's initialiser has the ghost's type, and cannot be left out") {
  STATIC_REQUIRE(std::is_constructible_v<ghost<int>, int (*)()>);
  STATIC_REQUIRE(!std::is_constructible_v<ghost<int>, std::string (*)()>);
  STATIC_REQUIRE(!std::is_default_constructible_v<ghost<int>>);
  STATIC_REQUIRE(!std::is_default_constructible_v<ghostly>);
}

TEST_CASE("V25: a phantom has a type's markers and nothing of it, and needs no initialiser") {
  struct holder {
    [[no_unique_address]] phantom<int*> p;
    int n;
  };
  struct plain {
    [[no_unique_address]] phantom<int> p;
    int n;
  };
  STATIC_REQUIRE(sizeof(holder) == sizeof(int));
  STATIC_REQUIRE(std::is_default_constructible_v<phantom<int*>>);
  STATIC_REQUIRE(!tenure::Send<holder>);
  STATIC_REQUIRE(tenure::Send<plain>);
}

TEST_CASE("V26: an abstract field without a type is one of void") {
  STATIC_REQUIRE(std::is_void_v<ghost<>::type>);
  STATIC_REQUIRE(std::is_constructible_v<ghost<>, void (*)()>);
}
