// SPDX-License-Identifier: BSL-1.0
// Work on the fields of real objects.
#include "tenure/ownership/fields.hpp"

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/ownership/fields_io.hpp"

namespace {

struct mixed {
  int& target;
  std::unique_ptr<int> owned;
  std::string const name;
  std::vector<std::unique_ptr<int>> many;
};
struct person {
  int age;
  std::string name;
};
struct locked {
  std::mutex m;
  mutable int hits = 0;
};
struct name {
  std::array<char, 8> letters{};
  std::vector<int> numbers;
};

}  // namespace

template <>
inline constexpr bool tenure::pfr_field<std::vector<int>> = true;

TEST_CASE("fields are the object's own") {
  int outside = 1;
  mixed m{outside, std::make_unique<int>(2), "three", {}};

  SECTION("by position") {
    tenure::field_at<0>(m) = 10;
    CHECK(outside == 10);
    CHECK(&tenure::field_at<0>(m) == &outside);
    CHECK(&tenure::field_at<1>(m) == &m.owned);
    tenure::field_at<3>(m).push_back(std::move(tenure::field_at<1>(m)));
    CHECK(*m.many.at(0) == 2);
    CHECK(m.owned == nullptr);
    person p{4, "Ada"};
    CHECK(&tenure::field_at<1>(p) == &p.name);
  }
  SECTION("all at once") {
    bool const same =
        tenure::with_fields(m, [&](int& a, std::unique_ptr<int>& b, std::string const& c, auto& d) {
          return &a == &outside && &b == &m.owned && &c == &m.name && &d == &m.many;
        });
    CHECK(same);
  }
  SECTION("one after the other") {
    std::vector<void const*> seen;
    tenure::for_each_field(std::as_const(m), [&](auto const& field) { seen.push_back(&field); });
    CHECK(seen == std::vector<void const*>{&outside, &m.owned, &m.name, &m.many});
  }
  SECTION("of a class that can be neither moved nor copied, mutable ones through const") {
    locked const l{};
    tenure::field_at<1>(l) = 5;
    CHECK(l.hits == 5);
  }
}

TEST_CASE("aggregates are compared and hashed by their fields") {
  CHECK(tenure::fields_equal(person{1, "a"}, person{1, "a"}));
  CHECK_FALSE(tenure::fields_equal(person{1, "a"}, person{1, "b"}));
  CHECK(tenure::fields_less(person{1, "a"}, person{1, "b"}));
  CHECK(tenure::fields_less(person{0, "z"}, person{1, "a"}));
  CHECK_FALSE(tenure::fields_less(person{1, "b"}, person{1, "a"}));
  CHECK(tenure::hash_fields(person{1, "a"}) == tenure::hash_fields(person{1, "a"}));
  CHECK(tenure::hash_fields(person{1, "a"}) != tenure::hash_fields(person{2, "a"}));
}

TEST_CASE("aggregates are printed by their fields") {
  std::ostringstream out;
  tenure::print_fields(out, person{36, "Ada"});
  CHECK(out.str() == "{36, \"Ada\"}");
}

TEST_CASE("a field's class can be admitted by its user") {
  STATIC_REQUIRE(tenure::PfrSafe<name>);
  CHECK(tenure::fields_equal(name{{'a'}, {1, 2}}, name{{'a'}, {1, 2}}));
  CHECK_FALSE(tenure::fields_equal(name{{'a'}, {1, 2}}, name{{'a'}, {1, 3}}));
}
