// SPDX-License-Identifier: BSL-1.0
// The post's async function in six ways: polled, moved between polls where that is allowed, finished, given
// up.
#include <array>
#include <list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../../../selfref/lessons/give_pats.hpp"
#include "support/catch.hpp"
#include "tenure/selfref/vector.hpp"
#include "tenure/selfref/verify.hpp"

using namespace pats;
using tenure::own;
using tenure::slot;

namespace {

std::array<std::string, 2> const texts{"chashu tuna", "chashu, who is found where more letters are than fit"};
std::string expected(std::string const& text) {
  std::string const name{first_word(text)};
  return "pat " + name + ", patted " + name;
}

template <class Future>
void moves_between_polls() {
  for (auto const& text : texts) {
    context with;
    auto call = give_pats<Future>(text);
    auto kept = std::move(call);
    auto first = std::make_unique<Future>(std::move(kept).into_future());
    CHECK(first->poll_with(with) == poll::pending);
    Future second = std::move(*first);
    first.reset();  // the old place is gone: AddressSanitizer sees every look at it
    std::vector<Future> row;
    row.push_back(std::move(second));
    for (int i = 0; i < 8; ++i) row.push_back(give_pats<Future>(text).into_future());
    std::swap(row.front(), row.back());
    CHECK(row.back().poll_with(with) == poll::ready);
    CHECK(with.done == expected(text));
    CHECK(row.back().poll_with(with) == poll::ready);  // finished futures stay so
    CHECK(finish(row.front()) == expected(text));
  }
}

template <class Future>
void given_up() {
  for (auto const& text : texts) {
    context with;
    Future future = give_pats<Future>(text).into_future();
    CHECK(future.poll_with(with) == poll::pending);
  }
}

}  // namespace

TEST_CASE("a future with places moves between its polls") { moves_between_polls<by_place>(); }
TEST_CASE("a pinned future on the heap moves by its handle") { moves_between_polls<on_the_heap>(); }
TEST_CASE("a coroutine moves by its handle") { moves_between_polls<coroutine>(); }

TEST_CASE("a future with places is relocated by the vector, the verifier finds no word into the old place") {
  static_assert(Transfer<by_place> && relocation_tier<by_place> == tier::move_destroy);
  for (auto const& text : texts) {
    auto const report = verify_relocation([&] {
      context with;
      by_place future = give_pats<by_place>(text).into_future();
      static_cast<void>(future.poll_with(with));
      return future;
    });
    CHECK(report.text().empty());
  }
}

TEST_CASE("an immovable future is made by the call in its place, and finished there") {
  static_assert(!std::is_move_constructible_v<in_place> && !Transfer<in_place>);
  for (auto const& text : texts) {
    in_place here = give_pats<in_place>(text).into_future();
    CHECK(finish(here) == expected(text));
    slot<in_place> place;
    own<in_place> future = place.emplace_with([&] { return give_pats<in_place>(text).into_future(); });
    context with;
    CHECK(future->poll_with(with) == poll::pending);
    own<in_place> handed_on = std::move(future);
    CHECK(finish(*handed_on, with) == expected(text));
  }
}

TEST_CASE("a future with a hook is relocated between polls: slot to slot, and by a growing vector") {
  static_assert(relocation_tier<with_hook> == tier::hook && !std::is_move_constructible_v<with_hook>);
  for (auto const& text : texts) {
    context with;
    auto old = std::make_unique<slot<with_hook>>();
    slot<with_hook> place;
    own<with_hook> future = old->emplace_with([&] { return give_pats<with_hook>(text).into_future(); });
    CHECK(future->poll_with(with) == poll::pending);
    own<with_hook> elsewhere = relocate_at(std::move(future), place);
    old.reset();
    CHECK(finish(*elsewhere, with) == expected(text));

    transfer_vector<with_hook> row;
    std::vector<context> contexts(9);
    for (auto& each : contexts) {
      row.emplace_back_with([&] { return give_pats<with_hook>(text).into_future(); });
      CHECK(row.back().poll_with(each) == poll::pending);
    }
    for (std::size_t i = 0; i < row.size(); ++i) CHECK(finish(row[i], contexts[i]) == expected(text));

    auto const report = verify_relocation([&]() -> with_hook { return with_hook(text); });
    CHECK(report.text().empty());
  }
}

TEST_CASE("a future in two phases moves until it is polled") {
  for (auto const& text : texts) {
    two_phase first = give_pats<two_phase>(text).into_future();
    two_phase second = std::move(first);
    CHECK(finish(second) == expected(text));
  }
}

TEST_CASE("a future in two phases that was polled leads into its old place, as the verifier tells") {
  auto const report = verify_relocation([] { return give_pats<two_phase>().into_future(); });
  CHECK(report.text().empty());
  context with;
  slot<two_phase> place;
  own<two_phase> polled = place.emplace_with([] { return give_pats<two_phase>().into_future(); });
  CHECK(polled->poll_with(with) == poll::pending);
  auto const stale = verify_relocation(std::move(polled));
  CHECK(stale.text().find("[selfref.stale]") == 0);
}

TEST_CASE("a future that is given up half way ends what it holds") {
  given_up<by_place>();
  given_up<in_place>();
  given_up<on_the_heap>();
  given_up<with_hook>();
  given_up<two_phase>();
  given_up<coroutine>();
}
