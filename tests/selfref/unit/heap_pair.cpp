// SPDX-License-Identifier: BSL-1.0
// An owner and its dependent in one allocation: construction, order of ending, moves, markers.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <expected>
#include <memory>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/std.hpp"
#include "tenure/selfref/heap_pair.hpp"

using namespace tenure::selfref;
using tenure::test::diary;
using tenure::test::noted;
using tenure::test::traps;
using tenure::test::untracked;

namespace {

std::atomic<int> allocations = 0;

struct words {
  std::vector<std::string_view> all;
};
words split(std::string const& text) {
  words found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    found.all.push_back(std::string_view{text}.substr(at, end - at));
    at = end + 1;
  }
  return found;
}
using text = heap_pair<std::string, words>;

// Both know where they are, and write down when they end.
struct house {
  noted made;
  house const* self = this;
  house(diary& in, int id) : made{in, id} {}
  house(house const&) = delete;
};
struct lodger {
  noted made;
  house const* at;
  lodger const* self = this;
  lodger(noted&& what, house const& where) : made{std::move(what)}, at{&where} {}
  lodger(lodger const&) = delete;
  bool is_at_home() const { return self == this && at->self == at; }
};
using home = heap_pair<house, lodger>;
diary* visited = nullptr;  // functions that enter a pair capture nothing
lodger move_in(house const& where) { return lodger{noted{*visited, 2}, where}; }

struct borrowed {
  int const* number;
};
constexpr int in_a_constant_expression() {
  auto first = heap_pair<int, borrowed>::make(20, [](int const& n) { return borrowed{&n}; });
  auto second = std::move(first);
  first = heap_pair<int, borrowed>::make(2, [](int const& n) { return borrowed{&n}; });
  int const seen = second.with([](int const&, borrowed const& b) { return *b.number; });
  return seen + std::move(first).into_owner();
}
static_assert(in_a_constant_expression() == 22);

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return std::malloc(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("the pair is one word and one allocation, and moves without its parts") {
  diary in;
  visited = &in;
  static_assert(sizeof(home) == sizeof(void*));
  static_assert(relocation_tier<home> == tier::realloc);
  static_assert(!std::is_copy_constructible_v<home> && std::is_nothrow_move_constructible_v<home>);
  {
    int const before = allocations;
    auto first = home::make_with([&] { return house{in, 1}; }, move_in);
    CHECK(allocations == before + 1);
    auto second = std::move(first);
    CHECK(second.with([](house const& h, lodger const& l) { return l.is_at_home() && l.at == &h; }));
    CHECK(allocations == before + 1);
    CHECK(in.alive == 2);
  }
  CHECK(in.dropped(2, 1));  // the dependent first
  CHECK(in.alive == 0);
}

TEST_CASE("what the dependent borrows is right for short and for long text") {
  for (std::string const& given : {std::string{"Nori likes tuna"}, std::string(100, 'x') + " y z"}) {
    std::vector<text> all;
    for (int i = 0; i < 20; ++i) all.push_back(text::make(given, split));
    for (text& each : all) {
      CHECK(each.with([](std::string const&, words const& w) { return w.all.size(); }) == 3);
      each.change([](std::string const&, words& w, std::size_t keep) { w.all.resize(keep); }, std::size_t{1});
      CHECK(each.with([](std::string const&, words const& w) { return std::string{w.all.back()}; }) ==
            given.substr(0, given.find(' ')));
      CHECK(std::move(each).into_owner() == given);
    }
  }
}

TEST_CASE("a construction that fails or throws leaves nothing") {
  diary in;
  visited = &in;
  auto make_house = [&] { return house{in, 1}; };
  auto lodger_or_none = [](house const& where, int rooms) {
    auto init = [at = &where] { return move_in(*at); };
    using result = std::expected<decltype(init), std::string>;
    return rooms > 0 ? result{init} : result{std::unexpect, "no room"};
  };
  auto const refused = home::try_make_with(make_house, lodger_or_none, 0);
  CHECK(refused.error() == "no room");
  CHECK(in.dropped(1));
  {
    auto const given = home::try_make_with(make_house, lodger_or_none, 1);
    CHECK(given->with([](house const&, lodger const& l) { return l.is_at_home(); }));
  }
  CHECK(in.dropped(1, 2, 1));
  auto throws = [](house const&) -> lodger { throw std::runtime_error{"no"}; };
  CHECK_THROWS_AS(home::make_with(make_house, throws), std::runtime_error);
  CHECK(in.alive == 0);

  auto found =
      text::try_make("a b", [](std::string const& t) -> std::expected<words, int> { return split(t); });
  CHECK(found->with([](std::string const&, words const& w) { return w.all.size(); }) == 2);
}

TEST_CASE("an assignment ends what was there") {
  diary in;
  visited = &in;
  auto first = home::make_with([&] { return house{in, 1}; }, move_in);
  auto second = home::make_with([&] { return house{in, 3}; }, move_in);
  first = std::move(second);
  CHECK(in.dropped(2, 1));
  CHECK(first.with([](house const& h, lodger const& l) { return l.is_at_home() ? h.made.id() : 0; }) == 3);
}

TEST_CASE("a pair that was moved from is not entered") {
  if constexpr (tenure::is_checked) {
    CHECK(traps("[ownership.affine]", [] {
      auto first = text::make("a", split);
      auto const second = std::move(first);
      static_cast<void>(untracked(first).with([](std::string const&, words const&) { return 1; }));
    }));
  }
}

TEST_CASE("markers come from the parts") {
  static_assert(tenure::Send<text> && tenure::Sync<text> && tenure::Move<text> &&
                !tenure::Synchronised<text>);
  static_assert(!tenure::Send<heap_pair<tenure::rc<int>, words>>);
  static_assert(!tenure::Send<heap_pair<std::string, borrowed>>);
  static_assert(tenure::Move<home>);

  static_assert(tenure::SelfContained<std::tuple<std::string, std::vector<int>, std::unique_ptr<double>>>);
  static_assert(!tenure::SelfContained<std::string_view> && !tenure::SelfContained<std::span<int>>);
  static_assert(!tenure::SelfContained<words> && !tenure::SelfContained<int&> &&
                !tenure::SelfContained<borrowed>);
  static_assert(!tenure::SelfContained<std::pair<int, std::vector<char const*>>>);
  SUCCEED();
}
