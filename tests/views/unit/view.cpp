// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/view.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/slot.hpp"
#include "tenure/views/call.hpp"
#include "tenure/views/swap.hpp"
#include "tenure/views/through.hpp"
#include "tenure/views/touch.hpp"

namespace v = tenure::views;
using v::all, v::all_but, v::at, v::field, v::grants, v::lend, v::mut, v::nth, v::path, v::shr, v::view;

namespace {

/// The class of the post, after its refactoring (V16): the experiments have become two fields.
class Data : public v::viewed<Data> {
  std::map<std::string, std::size_t> indices_;
  std::vector<std::vector<float>> measured_;
  std::uint32_t successful_ = 0;
  friend struct v::access;

 public:
  struct experiments;
  struct successful;

 private:
  static auto tenure_fields(experiments*) -> v::fields<&Data::indices_, &Data::measured_>;
  static auto tenure_fields(successful*) -> v::fields<&Data::successful_>;

 public:
  static auto const& names(view<Data, shr<experiments>> self) { return self[at<&Data::indices_>]; }
  static auto const& measured(view<Data, shr<experiments>> self, std::string const& name) {
    return self[at<&Data::measured_>][self[at<&Data::indices_>].at(name)];
  }
  static void add(view<Data, mut<experiments>> self, std::string name, std::vector<float> values) {
    self[at<&Data::indices_>].emplace(std::move(name), self[at<&Data::measured_>].size());
    self[at<&Data::measured_>].push_back(std::move(values));
  }
  static void add_successful(view<Data, mut<successful>> self) { self[at<&Data::successful_>] += 1; }
  static std::uint32_t how_many(view<Data, shr<successful>> self) { return self[at<&Data::successful_>]; }
  static std::uint32_t const& deref(view<Data, shr<successful>> self) { return self[at<&Data::successful_>]; }
};

void count(view<Data, shr<Data::experiments>, mut<Data::successful>> data) {
  for (auto const& [name, index] : Data::names(data)) {
    if (!Data::measured(data, name).empty()) Data::add_successful(data);
  }
}

struct inner {
  int left = 1;
  int right = 2;
};
struct outer {
  int x = 3;
  std::string s = "s";
  inner in;
};
using fx = field<&outer::x>;
using fs = field<&outer::s>;

constexpr int sum_of_parts() {
  struct numbers {
    int a, b;
    inner in;
  } n{1, 10, {100, 1000}};
  auto [p, q] =
      lend<mut<all>>(n).template split<mut<nth<0>, path<2, 0>>, grants<mut<nth<1>>, shr<path<2, 1>>>>();
  p[at<0>] += 1;
  p[at<2, 0>] += p[at<0>];
  q[at<1>] += q[at<2, 1>];
  return n.a + n.b + n.in.left;
}
static_assert(sum_of_parts() == 2 + 1010 + 102);

}  // namespace

TEST_CASE("views: V2 V8 V16 names are read while the counter is written") {
  Data data;
  auto root = lend<mut<all>>(data);
  Data::add(root, "a", {1.F});
  Data::add(root, "b", {});
  Data::add(root, "c", {2.F, 3.F});
  count(root);
  CHECK(Data::how_many(root) == 2);
  CHECK(*root == 2);  // V18: what the class says its view reads as
  CHECK(root.operator->() == &*root);
}

TEST_CASE("views: calls lend what the function asks for") {
  Data data;
  data.call(&Data::add, "a", std::vector<float>{1.F});
  data(count);
  data(&Data::add_successful);
  data([](view<Data, mut<Data::successful>> self) noexcept { Data::add_successful(self); });
  CHECK(std::as_const(data).call(&Data::how_many) == 3);
  CHECK(std::as_const(data)(&Data::how_many) == 3);
  CHECK(v::call(lend<mut<all>>(data), &Data::measured, "a").size() == 1);
  std::pair<int, int> plain{1, 2};
  v::call(plain, [](view<std::pair<int, int>, mut<nth<1>>> self, int n) { self[at<1>] = n; }, 5);
  CHECK(plain == std::pair{1, 5});
}

TEST_CASE("views: V4 two views of one tuple, of different elements") {
  std::tuple<std::string, std::string> x{"a", "b"};
  auto p = lend<shr<nth<0>>>(x);
  auto q = lend<mut<nth<1>>>(x);
  q[at<1>] += p[at<0>];
  CHECK(x == std::tuple{"a", "ba"});
}

TEST_CASE("views: V21 a place in a place") {
  outer o;
  auto self = lend<mut<path<&outer::in, &inner::left>>, shr<path<&outer::in, &inner::right>>>(o);
  self[at<&outer::in, &inner::left>] += self[at<2, 1>];
  CHECK(o.in.left == 3);
}

TEST_CASE("views: V37 a view of all is the object, both ways") {
  outer o;
  view<outer, mut<all>> self{o};
  CHECK(&static_cast<outer&>(self) == &o);
  view<outer, shr<all>> read{std::as_const(o)};
  CHECK(&static_cast<outer const&>(read) == &o);
  outer const copy(self);
  CHECK(copy.s == "s");
}

TEST_CASE("views: split gives disjoint views, and all_but what is left") {
  outer o;
  auto [p, rest] = lend<mut<all>>(o).split<mut<fx>, mut<all_but<fx>>>();
  p[at<&outer::x>] = 4;
  rest[at<&outer::s>] = "t";
  rest[at<&outer::in>].right = 5;
  CHECK((o.x == 4 && o.s == "t" && o.in.right == 5));
}

TEST_CASE("views: V33 swap exchanges what is mut, and nothing else") {
  outer a, b{30, "S", {10, 20}};
  v::swap(lend<mut<fx>, shr<fs>>(a), lend<mut<fx>>(b));
  CHECK((a.x == 30 && b.x == 3 && a.s == "s" && b.s == "S"));
  // Named twice, and once as a part: exchanged once.
  using named = mut<path<&outer::in, &inner::left>, field<&outer::in>, nth<2>>;
  v::swap(lend<named>(a), lend<named>(b));
  CHECK((a.in.left == 10 && a.in.right == 20 && b.in.left == 1 && b.in.right == 2));
  v::swap(lend<mut<all>>(a), lend<mut<all>>(b));
  CHECK((a.x == 3 && a.s == "S" && a.in.left == 1));
  v::swap(lend<mut<all>>(a), lend<mut<all>>(a));
  CHECK(a.s == "S");
}

TEST_CASE("views: V33 swap of abstract fields reaches the private ones") {
  Data a, b;
  a.call(&Data::add, "a", std::vector<float>{1.F});
  a.call(&Data::add_successful);
  v::swap(lend<mut<Data::experiments>>(a), lend<mut<Data::experiments>>(b));
  CHECK((a.call(&Data::names).empty() && b.call(&Data::measured, "a").size() == 1));
  CHECK((a.call(&Data::how_many) == 1 && b.call(&Data::how_many) == 0));
}

TEST_CASE("views: through what refers to an object") {
  auto unique = std::make_unique<outer>();
  v::lend_through<mut<fx>>(unique)[at<0>] = 1;
  CHECK(unique->x == 1);
  auto shared = std::make_shared<outer const>();
  CHECK(v::lend_through<shr<fs>>(shared)[at<1>] == "s");
  std::atomic<outer*> atomic{unique.get()};
  v::lend_through<mut<fx>>(atomic)[at<0>] = 2;
  v::lend_through<mut<fx>>(std::ref(*unique))[at<0>] += 1;
  v::lend_through<mut<fx>>(unique.get())[at<0>] += 1;
  CHECK(unique->x == 4);
  inner here;
  {
    tenure::unique<inner> borrowed{here};
    v::lend_through<mut<nth<0>>>(borrowed)[at<0>] = 9;
  }
  tenure::shared<inner> const seen{here};
  CHECK(v::lend_through<shr<nth<0>>>(seen)[at<0>] == 9);
  tenure::slot<inner> slot;
  auto owned = slot.emplace();
  v::lend_through<mut<nth<1>>>(owned)[at<1>] = 7;
  CHECK(owned->right == 7);
  inner volatile device;
  lend<mut<nth<0>>>(device)[at<0>] = 6;
  CHECK(lend<shr<nth<0>>>(device)[at<0>] == 6);
}

TEST_CASE("views: reading through shr reaches elements as const") {
  struct holder {
    std::vector<std::unique_ptr<int>> many;
    std::map<int, std::shared_ptr<int>> map;
  } h;
  h.many.push_back(std::make_unique<int>(3));
  h.map.emplace(4, std::make_shared<int>(5));
  auto self = lend<shr<all>>(h);
  int sum = 0;
  for (int const* p : self[at<0>]) sum += *p;
  for (auto [key, p] : self[at<1>]) sum += key + *p;
  CHECK(sum == 12);
  CHECK((self[at<0>].size() == 1 && !self[at<0>].empty() && *self[at<0>][0] == 3));
  CHECK((*self[at<1>].find(4)).first == 4);
  CHECK(self[at<1>].find(9) == self[at<1>].end());
}

TEST_CASE("views: a view that was given up traps in checked builds") {
  if (!tenure::is_checked) return;
  outer o;
  auto give_up = [](view<outer, mut<all>>& self) {
    static_cast<void>(view<outer, mut<all>>{std::move(self)});
  };  // unseen by Clang
  CHECK(tenure::test::traps("[views.used]", [&] {
    auto self = lend<mut<all>>(o);
    give_up(self);
    self[at<0>] = 1;
  }));
  CHECK(tenure::test::traps("[views.used]", [&] {
    auto self = lend<mut<all>>(o);
    give_up(self);
    static_cast<void>(lend<shr<fx>>(self));
  }));
  CHECK(tenure::test::traps("[views.null]", [] {
    std::unique_ptr<outer> none;
    static_cast<void>(v::lend_through<shr<fx>>(none));
  }));
  auto self = lend<mut<all>>(o);
  auto lent_on = self;
  lent_on[at<0>] = 8;
  CHECK(self[at<0>] == 8);
  give_up(self);
  self = lent_on;
  CHECK(self[at<0>] == 8);
}

TEST_CASE("views: accesses can be watched in checked builds") {
#if TENURE_CHECKED
  struct log : v::touch_watcher {
    std::vector<std::pair<v::extent, bool>> seen;
    log()
        : touch_watcher{[](touch_watcher& self, void const*, v::extent place, bool writable) {
            static_cast<log&>(self).seen.emplace_back(place, writable);
          }} {}
  } watched;
  outer o;
  auto self = lend<mut<fx>, shr<fs>>(o);
  v::detail::watcher = &watched;
  self[at<0>] = 1;
  static_cast<void>(self[at<1>]);
  v::detail::watcher = nullptr;
  self[at<0>] = 2;
  REQUIRE(watched.seen.size() == 2);
  CHECK(watched.seen[0] == std::pair{v::places<outer, fx>[0], true});
  CHECK(watched.seen[1] == std::pair{v::places<outer, fs>[0], false});
#endif
}
