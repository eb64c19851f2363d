// SPDX-License-Identifier: BSL-1.0
// place<T>: loans of fields that are counted, and what a loan that another one bars does.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/views.hpp"
#include "tenure/views/place.hpp"

namespace {

using namespace tenure::views;

using tenure::is_checked;
using tenure::test::dies;
using tenure::test::ensure;
using tenure::test::traps;
using tenure::test::untracked;

class data {
  std::map<std::string, std::vector<float>> experiments_;
  std::uint32_t successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct experiments;
  struct successful;
  struct nothing_yet;

 private:
  static auto tenure_fields(experiments*) -> fields<&data::experiments_>;
  static auto tenure_fields(successful*) -> fields<&data::successful_>;
  static auto tenure_fields(nothing_yet*) -> fields<>;

 public:
  static auto& each(view<data, shr<experiments>> self) { return self[at<&data::experiments_>]; }
  static void add(view<data, mut<experiments>> self, std::string name, std::vector<float> values) {
    self[at<&data::experiments_>].emplace(std::move(name), std::move(values));
  }
  static void add_successful(view<data, mut<successful>> self) { self[at<&data::successful_>] += 1; }
  static auto count(view<data, shr<successful>> self) -> std::uint32_t {
    return self[at<&data::successful_>];
  }
  static void reset(view<data, mut<experiments, successful>> self) {
    self[at<&data::experiments_>].clear();
    self[at<&data::successful_>] = 0;
  }
};

struct inner {
  int b = 2;
  int c = 3;
};
struct outer {
  inner a;
  int d = 4;
};
constexpr path<&outer::a, &inner::b> a_b;
constexpr path<&outer::a, &inner::c> a_c;
using a = field<&outer::a>;
using ab = path<&outer::a, &inner::b>;
using ac = path<&outer::a, &inner::c>;
using d = field<&outer::d>;

static_assert(is_checked || sizeof(place<data>) == sizeof(data));
static_assert(is_checked || sizeof(place<char>) == 1);
static_assert(is_checked || sizeof(loan<data, mut<data::successful>>) == sizeof(void*));
static_assert(!std::is_copy_constructible_v<place<outer>> && !std::is_move_constructible_v<place<outer>>);
static_assert(!std::is_move_constructible_v<loan<outer, shr<d>>>);
static_assert(!std::is_convertible_v<loan<outer, shr<d>>, view<outer, shr<d>>>);
static_assert(std::is_convertible_v<loan<outer, mut<d>>&, view<outer, shr<d>>>);
static_assert(!std::is_convertible_v<loan<outer, shr<d>>&, view<outer, mut<d>>>);

/// Is the second lender refused, in a sentence that names the field that the first one lent?
template <class... First, class T, class F>
auto bars(std::string const& field, place<T>& object, F second) -> bool {
  auto const end = dies([&] {
    auto const first = object.template lend<First...>();
    second(untracked(object));
  });
  return end.died && end.said.starts_with("tenure: [views.overlap] ") &&
         end.said.find(field) != std::string::npos;
}

/// Lends, and gives back at once.
template <class... G>
constexpr auto lends = [](auto& object) { auto const lent = object.template lend<G...>(); };

constexpr auto lends_and_takes_back() -> bool {
  place<outer> object;
  {
    auto const b = object.lend<mut<ab>>();
    auto const c = object.lend<mut<ac>>();
    b[a_b] += 40;
    c[a_c] += 40;
  }
  auto whole = object.lend<mut<all>>();
  ensure(whole[a_b] + whole[a_c] == 85);
  whole.end();
  return std::move(object).take().d == 4;
}
static_assert(lends_and_takes_back());

}  // namespace

TEST_CASE("The loop of the post: one field is iterated, another one counted") {
  place<data> object;
  object.call(data::add, "good", std::vector{1.0F});
  object.call(data::add, "empty", std::vector<float>{});

  auto const names = object.lend<shr<data::experiments>>();
  for (auto const& [name, values] : data::each(names)) {
    if (!values.empty()) object.call(data::add_successful);
  }
  CHECK(object.call(data::count) == 1);
  for ([[maybe_unused]] auto const& each : data::each(names)) {
    auto const counter = object.lend<mut<data::successful>>();
    data::add_successful(counter);
  }
  CHECK(object.call(data::count) == 3);
}

TEST_CASE("A field has one writer or any number of readers") {
  place<outer> object;
  auto& alias = untracked(object);
  {
    auto const one = object.lend<shr<d>>();
    auto const two = alias.lend<shr<d>>();
    auto const more = alias.lend<shr<all>>();
    CHECK(one[at<&outer::d>] + two[at<&outer::d>] + more[at<&outer::d>] == 12);
    CHECK(object.lendable<shr<d>>());
    CHECK(object.lendable<mut<d>>() == !is_checked);
  }
  auto const writer = object.lend<mut<d>>();
  CHECK(object.lendable<shr<d>>() == !is_checked);
  CHECK(object.lendable<shr<all>>() == !is_checked);
  CHECK(object.lendable<shr<a>, mut<ac>>());
}

TEST_CASE("A barred loan ends a checked program, and names the field, whichever reference it comes by") {
  if constexpr (is_checked) {
    place<outer> object;
    CHECK(bars<mut<d>>("outer::d of", object, lends<mut<d>>));
    CHECK(bars<mut<d>>("outer::d of", object, lends<shr<d>>));
    CHECK(bars<shr<d>>("outer::d of", object, lends<mut<d>>));
    CHECK(bars<mut<a, d>>("outer::d of", object, lends<shr<ab>, mut<d>>) == false);  // a is the first of them
    CHECK(bars<mut<a, d>>("outer::a of", object, lends<shr<ab>, mut<d>>));
    CHECK(bars<shr<ab>>("inner::b of", object, lends<mut<a>>));
    CHECK(bars<mut<a>>("outer::a of", object, lends<shr<ac>>));
    CHECK(bars<mut<nth<1>>>("overlap] 1", object, lends<shr<d>>));
    CHECK(bars<mut<all>>("all of", object, lends<shr<d>>));
    CHECK(bars<mut<all_but<a>>>("outer::a>", object, lends<mut<d>>));

    place<data> counted;
    CHECK(bars<shr<data::experiments>>("data::experiments of", counted,
                                       [](auto& p) { p.call(data::add, "late", std::vector{1.0F}); }));
    CHECK(bars<shr<data::successful>>("data::successful of", counted, [](auto& p) { p.call(data::reset); }));
    CHECK(bars<mut<data::successful>>("data::successful of", counted, [](auto& p) { p.call(data::count); }));
  }
}

TEST_CASE("Disjoint loans live together") {
  place<outer> object;
  auto const b = object.lend<mut<ab>>();
  auto const rest = object.lend<mut<all_but<ab>>>();
  rest[a_c] += b[a_b];
  rest[at<&outer::d>] += b[a_b];
  CHECK(rest[a_c] == 5);

  place<std::tuple<std::string, std::string>> pair{std::tuple{"p", "q"}};
  auto const p = pair.lend<shr<nth<0>>>();
  auto const q = pair.lend<mut<nth<1>>>();
  q[at<1>] += p[at<0>];
  CHECK(q[at<1>] == "qp");

  place<data> counted;
  auto const everything = counted.lend<mut<all>>();
  auto const none = untracked(counted).lend<mut<data::nothing_yet>>();  // an empty abstract field
  auto const same = untracked(counted).lend<shr<data::nothing_yet>>();
}

TEST_CASE("A loan of a view is one loan per field: the end of one is not the end of the other") {
  place<data> object;
  auto both = object.lend<mut<data::experiments, data::successful>>();
  data::reset(both);
  CHECK(object.lendable<mut<data::successful>>() == !is_checked);
  {
    auto [experiments, successful] = both.split<mut<data::experiments>, mut<data::successful>>();
    data::add_successful(successful);
    successful.end();
    CHECK(object.lendable<mut<data::successful>>());
    CHECK(object.lendable<shr<data::experiments>>() == !is_checked);
    object.call(data::add_successful);
    data::add(experiments, "still lent", {});
  }
  CHECK(object.lendable<mut<all>>());

  auto again = object.lend<mut<data::experiments, data::successful>>();
  auto const kept = again.keep<shr<data::experiments>>();
  object.call(data::add_successful);
  CHECK(data::each(kept).size() == 1);
  CHECK(object.lendable<shr<data::experiments>>());
  CHECK(object.lendable<mut<data::experiments>>() == !is_checked);
}

TEST_CASE("What becomes of a loan and its place in the wrong order is a trap in checked builds") {
  if constexpr (is_checked) {
    CHECK(traps("[views.used] a loan was used after it ended", [] {
      place<outer> object;
      auto lent = object.lend<mut<d>>();
      lent.end();
      lent[at<&outer::d>] = 1;
    }));
    CHECK(traps("[views.used]", [] {
      place<outer> object;
      auto lent = object.lend<mut<a, d>>();
      [[maybe_unused]] auto const kept = lent.keep<mut<a>>();
      static_cast<void>(view<outer, shr<d>>{lent});
    }));
    CHECK(traps("[views.overlap] a place<T> ended", [] {
      std::optional<place<outer>> object{std::in_place};
      auto const lent = object->lend<shr<d>>();
      object.reset();
    }));
    CHECK(traps("[views.overlap] a place<T> ended", [] {
      place<outer> object;
      auto const lent = object.lend<shr<d>>();
      static_cast<void>(std::move(object).take());
    }));
  }
}

TEST_CASE("A const place is lent to be read") {
  place<outer> const object{outer{{5, 6}, 7}};
  auto const lent = object.lend<shr<all>>();
  CHECK(lent[a_b] + lent[a_c] + lent[at<&outer::d>] == 18);
  static_assert(std::is_same_v<decltype(lent[a_b]), int const&>);
}
