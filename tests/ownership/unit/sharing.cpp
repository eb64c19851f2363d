// SPDX-License-Identifier: BSL-1.0
// How the standard library's types are shared, and a type's own way.
#include "tenure/ownership/sharing_std.hpp"

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/own_array.hpp"

using tenure::cell;
using tenure::shared;

namespace {

struct person {
  std::string name;
  std::vector<cell<int>> marks;
  std::unique_ptr<person> friend_of;
};

/// A stack that may be pushed to while it is shared: what is in it stays where it is.
class journal {
  mutable int last_ = 0;
  mutable int count_ = 0;
  friend tenure::sharing<journal>;
};

}  // namespace

template <>
struct tenure::sharing<journal> {
  class access {
    journal const* it_;

   public:
    explicit access(journal const& it) : it_{&it} {}
    void note(int value) const {
      it_->last_ = value;
      ++it_->count_;
    }
    int last() const { return it_->last_; }
    int count() const { return it_->count_; }
  };
};

TEST_CASE("a class of its own sharing") {
  journal const j;
  shared const s{j};
  auto const t = s;
  s.note(3);
  t.note(4);
  CHECK(s.last() == 4);
  CHECK(s.count() == 2);
  static_assert(!tenure::Frozen<journal>);
}

TEST_CASE("fields, elements and owners, each in its own way") {
  person p{"Ada", {}, nullptr};
  p.marks.emplace_back(1);
  p.marks.emplace_back(2);
  p.friend_of = std::make_unique<person>(person{"Charles", {}, nullptr});

  shared const s{p};
  CHECK(*s.field<0>() == "Ada");
  CHECK(s.field<1>().size() == 2);
  for (auto const mark : s.field<1>()) mark.update([](int m) { return m + 10; });
  CHECK(s.field<1>()[0].get() == 11);
  CHECK(s.field<1>()[1].get() == 12);
  CHECK(*s.field(&person::friend_of)->field<0>() == "Charles");
  CHECK(std::move(p.marks[0]).into_inner() == 11);
}

TEST_CASE("one value out of several") {
  std::optional<cell<int>> const none;
  std::optional<cell<int>> const some{3};
  CHECK(!shared{none});
  CHECK(shared { some } -> get() == 3);
  (*shared{some}).set(4);
  CHECK(shared { some } -> get() == 4);

  std::variant<int, cell<int>> const v{std::in_place_index<1>, 5};
  CHECK(shared{v}.index() == 1);
  CHECK(!shared{v}.get_if<0>());
  shared{v}.get_if<1>()->set(6);
  CHECK(shared{v}.get_if<1>()->get() == 6);

  std::expected<int, std::string> const good = 7;
  std::expected<int, std::string> const bad = std::unexpected{"no"};
  CHECK(**shared{good} == 7);
  CHECK(*shared{bad}.error() == "no");
}

TEST_CASE("values side by side") {
  std::tuple<int, cell<int>> const t{1, 2};
  shared{t}.field<1>().set(3);
  CHECK(shared{t}.field<1>().get() == 3);
  std::pair<int, std::string> const p{1, "one"};
  CHECK(shared { p } -> second == "one");
  CHECK(*shared{p}.field<1>() == "one");
}

TEST_CASE("what is Frozen is read as a whole") {
  std::map<int, std::vector<std::string>> const m{{1, {"one", "un"}}};
  CHECK(shared { m } -> at(1)[1] == "un");
  std::vector<bool> const bits{true, false};
  CHECK((*shared{bits})[0]);
}

TEST_CASE("a counted value is shared, and can be given one owner more") {
  auto const handle = tenure::arc<cell<int>>::make(1);
  shared const s{handle};
  auto const more = s.clone();
  CHECK(handle.strong_count() == 2);
  s->set(2);
  CHECK(shared{*more}.get() == 2);
}

TEST_CASE("an owned array is a sequence") {
  tenure::slot<cell<int>[3]> storage;
  auto const o = storage.emplace(4);
  shared const s{o};
  s[2].set(5);
  CHECK(s.size() == 3);
  CHECK(s[0].get() == 4);
  CHECK(s[2].get() == 5);
}

#if TENURE_CHECKED
TEST_CASE("checked builds trap on an owner that owns nothing") {
  CHECK(tenure::test::traps("[ownership.null]", [] {
    std::unique_ptr<int> const empty;
    static_cast<void>(*shared{empty});
  }));
  CHECK(tenure::test::traps("[ownership.null]", [] {
    std::optional<int> const empty;
    static_cast<void>(*shared{empty});
  }));
  CHECK(tenure::test::traps("[ownership.null]", [] {
    std::expected<int, int> const good = 1;
    static_cast<void>(shared{good}.error());
  }));
}
#endif
