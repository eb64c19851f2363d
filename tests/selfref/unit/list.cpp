// SPDX-License-Identifier: BSL-1.0
#include "tenure/selfref/list.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "support/property.hpp"
#include "tenure/selfref/vector.hpp"

namespace {

using namespace tenure;
using namespace tenure::test;
using namespace tenure::selfref;

struct job {
  int id = 0;
  transfer_link ready{};
  std::string name{};
  transfer_link late{};
};
using ready_list = transfer_list<&job::ready>;
using late_list = transfer_list<&job::late>;

struct device {
  explicit device(int n) : id{n} {}
  virtual ~device() = default;
  int id;
  pinned_link place{};
};
using device_list = pinned_list<&device::place>;

template <class List>
std::vector<int> ids(List const& list) {
  std::vector<int> found;
  for (auto const& each : list) found.push_back(each.id);
  std::vector<int> backwards;
  for (auto it = list.end(); it != list.begin();) backwards.push_back((--it)->id);
  std::reverse(backwards.begin(), backwards.end());
  CHECK(found == backwards);
  CHECK(list.size() == found.size());
  return found;
}
using numbers = std::vector<int>;

static_assert(relocation_tier<transfer_link> == tier::hook);
static_assert(Transfer<job> && !std::is_copy_constructible_v<job>);
static_assert(Transfer<ready_list> && std::is_nothrow_move_constructible_v<ready_list>);
static_assert(!Transfer<pinned_link> && !Transfer<device> && !std::is_move_constructible_v<device>);
static_assert(!Transfer<device_list> && !std::is_move_constructible_v<device_list>);
static_assert(Move<job> && !Leak<job> && !Send<job> && !Sync<job>);
static_assert(!Move<device_list> && !Leak<device_list> && !Send<device_list>);
static_assert(std::bidirectional_iterator<ready_list::iterator>);
static_assert(std::bidirectional_iterator<ready_list::const_iterator>);
static_assert(std::is_convertible_v<ready_list::iterator, ready_list::const_iterator>);
static_assert(!std::is_convertible_v<ready_list::const_iterator, ready_list::iterator>);
static_assert(sizeof(transfer_link) == 2 * sizeof(void*));

}  // namespace

TEST_CASE("a transfer_list follows its values as they are relocated") {
  transfer_vector<job> jobs;
  ready_list ready;
  late_list late;
  for (int i = 0; i < 50; ++i) {  // grows several times while its elements are listed
    auto& each = jobs.emplace_back(i);
    each.name = std::string(30, 'n') + std::to_string(i);
    ready.push_back(each);
    if (i % 3 == 0) late.push_front(each);
  }
  numbers expected(50);
  for (int i = 0; i < 50; ++i) expected[static_cast<std::size_t>(i)] = i;
  CHECK(ids(ready) == expected);
  jobs.erase(jobs.begin() + 3, jobs.begin() + 49);  // what ends leaves, what shifts is followed
  CHECK(ids(ready) == numbers{0, 1, 2, 49});
  CHECK(ids(late) == numbers{0});
  jobs.insert(jobs.begin(), job{.id = 7});
  CHECK(!jobs.front().ready.is_listed());
  late.push_back(jobs.front());
  CHECK((ids(ready) == numbers{0, 1, 2, 49} && ids(late) == numbers{0, 7}));
  CHECK(ready.back().name.ends_with("49"));

  slot<job> out;
  auto taken = jobs.take_into(out, jobs.begin() + 2);
  CHECK((&*std::next(ready.begin()) == &*taken && ids(ready) == numbers{0, 1, 2, 49}));
}

TEST_CASE("a transfer_link that is moved takes over the place") {
  ready_list ready;
  job a{.id = 1}, b{.id = 2}, c{.id = 3};
  ready.push_back(a);
  ready.push_back(b);
  ready.push_back(c);
  {
    job d = std::move(b);
    CHECK(!b.ready.is_listed());
    CHECK((ids(ready) == numbers{1, 2, 3} && &*std::next(ready.begin()) == &d));
    std::swap(a, c);  // values and places
    CHECK((ids(ready) == numbers{1, 2, 3} && &ready.front() == &c));
    d = std::move(a);  // the value of d, and its place, are gone
    CHECK(ids(ready) == numbers{1, 3});
    d = std::move(untracked(d));
    CHECK(ids(ready) == numbers{1, 3});
  }
  CHECK(ids(ready) == numbers{1});
  std::vector<job> more;
  for (int i = 10; i < 20; ++i) ready.push_back(more.emplace_back(i));
  more.erase(more.begin(), more.begin() + 8);
  CHECK(ids(ready) == numbers{1, 18, 19});
}

TEST_CASE("a transfer_list is relocated with its values left where they are") {
  std::array<job, 4> jobs{job{0}, job{1}, job{2}, job{3}};
  std::optional<ready_list> first{std::in_place};
  for (auto& each : jobs) first->push_back(each);
  ready_list second = std::move(*first);
  CHECK((first->empty() && ids(second) == numbers{0, 1, 2, 3}));
  ready_list third;
  job other{9};
  third.push_back(other);
  third = std::move(second);
  CHECK((!other.ready.is_listed() && second.empty() && ids(third) == numbers{0, 1, 2, 3}));
  second.push_back(other);
  third.splice(std::next(third.begin()), second);
  CHECK((second.empty() && ids(third) == numbers{0, 9, 1, 2, 3}));
  third.splice(third.end(), second);
  third.pop_front();
  third.pop_back();
  CHECK(
      (ids(third) == numbers{9, 1, 2} && third.remove_if([](job const& each) { return each.id < 5; }) == 2));
  CHECK(third.erase(third.iterator_to(other)) == third.end());
  CHECK(third.empty());
  transfer_vector<ready_list> lists;
  for (int i = 0; i < 4; ++i)
    lists.insert(lists.begin(), ready_list{})->push_back(jobs[static_cast<std::size_t>(i)]);
  for (int i = 0; i < 4; ++i) CHECK(ids(lists[static_cast<std::size_t>(3 - i)]) == numbers{i});
}

TEST_CASE("a value and its list may end in either order") {
  {
    std::optional<ready_list> list{std::in_place};
    job a{.id = 1};
    list->push_back(a);
    list.reset();
    CHECK(!a.ready.is_listed());
  }
  ready_list list;
  {
    job a{.id = 1};
    list.push_front(a);
    CHECK(list.front().id == 1);
  }
  CHECK((list.empty() && list.begin() == list.end()));
}

TEST_CASE("a pinned_list") {
  device a{1}, b{2}, c{3};
  device_list list;
  list.push_back(b);
  list.push_back(c);
  list.push_front(a);
  CHECK(ids(list) == numbers{1, 2, 3});
  CHECK((list.rbegin()->id == 3 && std::as_const(list).front().id == 1 && &list.back() == &c));
  b.place.unlist();
  CHECK((!b.place.is_listed() && ids(list) == numbers{1, 3}));
  {
    device d{4};
    list.insert(list.iterator_to(c), d);
    CHECK(ids(list) == numbers{1, 4, 3});
  }
  CHECK(ids(list) == numbers{1, 3});
  CHECK(list.erase(list.begin())->id == 3);
}

#if TENURE_CHECKED
TEST_CASE("lists check what they are given") {
  job a{.id = 1};
  ready_list one, two;
  one.push_back(a);
  char const* const bounds = "[selfref.bounds]";
  CHECK(traps(bounds, [&] { two.push_back(a); }));
  CHECK(traps(bounds, [&] { two.pop_front(); }));
  CHECK(traps(bounds, [&] { static_cast<void>(two.back()); }));
  CHECK(traps(bounds, [&] { one.erase(one.end()); }));
  CHECK(traps(bounds, [&] { one.splice(one.begin(), one); }));
}
#endif

TEST_CASE("transfer_list behaves as a std::list of numbers while its values change their places") {
  rc::prop("after any operations", [] {
    transfer_vector<job> jobs;
    ready_list list;
    std::list<int> model;
    int next = 1;
    auto const place = [&](std::size_t n) {
      return std::next(model.begin(), static_cast<std::ptrdiff_t>(n));
    };
    auto const steps = *rc::gen::container<std::vector<std::pair<int, std::size_t>>>(
        rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange<std::size_t>(0, 30)));
    for (auto const& [what, n] : steps) {
      auto const at = static_cast<std::ptrdiff_t>(n % (jobs.size() + 1));
      auto const in_list = model.empty() ? 0 : n % model.size();
      auto const it = std::next(list.begin(), static_cast<std::ptrdiff_t>(in_list));
      if (what < 2) {  // a new job anywhere, listed anywhere
        auto const behind = what == 0 ? list.end() : it;
        model.insert(what == 0 ? model.end() : place(in_list), next);
        job made{.id = next++};
        list.insert(behind, made);
        jobs.insert(jobs.begin() + at, std::move(made));
      } else if (what == 2 && jobs.begin() + at != jobs.end()) {
        model.remove(jobs[static_cast<std::size_t>(at)].id);
        jobs.erase(jobs.begin() + at);
      } else if (what == 3 && !model.empty()) {
        list.erase(it);
        model.erase(place(in_list));
      } else if (what == 4) {
        ready_list other = std::move(list);
        list = std::move(other);
      } else if (what == 5) {
        jobs.shrink_to_fit();
      }
      RC_ASSERT(ids(list) == numbers(model.begin(), model.end()));
    }
  });
}
