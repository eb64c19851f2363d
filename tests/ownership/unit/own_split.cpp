// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"
#include "support/diary.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/slot.hpp"

using namespace tenure;
using namespace tenure::test;

namespace {

struct trio {
  noted a, b, c;
};

/// Its destructor does nothing that matters, and its author says so.
struct spoken_for {
  noted a;
  int b;
  ~spoken_for() {}
};

struct none {};
struct one {
  noted a;
};
struct mixed {
  noted a;
  int& r;
  int const k;
};
struct nested {
  trio left;
  noted right;
};
struct still {
  pinned a, b;
};
struct with_empty {
  [[no_unique_address]] none nothing;
  noted a;
};
struct names {
  std::string first, last;
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::destructure, spoken_for> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::destructure, still> : tenure::yes {};

namespace {

constexpr bool what_is_left_drops_in_reverse_order() {
  diary d;
  slot<trio> s;
  {
    auto o = s.emplace(noted{d, 1}, noted{d, 2}, noted{d, 3});
    auto [a, b, c] = std::move(o).split();
    static_assert(std::is_same_v<decltype(a), own<noted>>);
    ensure(a->id() == 1 && b->id() == 2 && c->id() == 3 && d.count == 0 && d.alive == 3);
  }
  ensure(d.dropped(3, 2, 1) && d.alive == 0);
  return true;
}

constexpr bool a_piece_may_end_before_the_others() {
  diary d;
  slot<trio> s;
  {
    auto [a, b, c] = s.emplace(noted{d, 1}, noted{d, 2}, noted{d, 3}).split();
    {
      own<noted> gone = std::move(b);
    }
    ensure(d.dropped(2));
    noted taken = std::move(a).take();
    ensure(taken.id() == 1);
    ensure(d.dropped(2));
    (void)c;
  }
  ensure(d.dropped(2, 1, 3) && d.alive == 0);
  return true;
}

constexpr bool a_value_is_taken_apart_at_two_levels() {
  diary d;
  slot<nested> s;
  {
    auto [left, right] = s.emplace(trio{noted{d, 1}, noted{d, 2}, noted{d, 3}}, noted{d, 4}).split();
    auto [a, b, c] = std::move(left).split();
    ensure(a->id() == 1 && c->id() == 3 && right->id() == 4);
  }
  ensure(d.dropped(3, 2, 1, 4) && d.alive == 0);
  return true;
}

constexpr bool references_stay_references_and_const_stays_const() {
  diary d;
  int outside = 7;
  slot<mixed> s;
  {
    auto [a, r, k] = s.emplace(noted{d, 1}, outside, 5).split();
    static_assert(std::is_same_v<decltype(a), own<noted>>);
    static_assert(std::is_same_v<decltype(r), int&>);
    static_assert(std::is_same_v<decltype(k), own<int const>>);
    r = 8;
    ensure(*k == 5);
  }
  ensure(outside == 8 && d.dropped(1));
  return true;
}

constexpr bool the_pieces_of_a_const_value_are_const() {
  diary d;
  slot<trio> s;
  {
    auto [a, b, c] = s.emplace(noted{d, 1}, noted{d, 2}, noted{d, 3}).into<trio const>().split();
    static_assert(std::is_same_v<decltype(b), own<noted const>>);
    ensure(b->id() == 2);
  }
  ensure(d.dropped(3, 2, 1));
  return true;
}

constexpr bool one_field_and_none() {
  diary d;
  slot<one> s;
  {
    auto [a] = s.emplace(noted{d, 1}).split();
    ensure(a->id() == 1);
  }
  ensure(d.dropped(1));
  slot<none> t;
  static_cast<void>(t.emplace().split());
  auto again = t.emplace();
  ensure(again.get() != nullptr);
  return true;
}

}  // namespace

TEST_CASE("The pieces of a split value drop in reverse order of the fields") {
  static_assert(what_is_left_drops_in_reverse_order());
  CHECK(what_is_left_drops_in_reverse_order());
}

TEST_CASE("Each piece of a split value is used up on its own") {
  static_assert(a_piece_may_end_before_the_others());
  static_assert(a_value_is_taken_apart_at_two_levels());
  CHECK(a_piece_may_end_before_the_others());
  CHECK(a_value_is_taken_apart_at_two_levels());
}

TEST_CASE("A field that is a reference owns nothing, one that is const stays const") {
  static_assert(references_stay_references_and_const_stays_const());
  static_assert(the_pieces_of_a_const_value_are_const());
  CHECK(references_stay_references_and_const_stays_const());
  CHECK(the_pieces_of_a_const_value_are_const());
}

TEST_CASE("Values of one field and of none can be split") {
  static_assert(one_field_and_none());
  CHECK(one_field_and_none());
}

TEST_CASE("A class with a destructor is split on its author's word, and the destructor does not run") {
  static_assert(!DeclaresNoDestructor<spoken_for>);
  static_assert(Destructure<spoken_for>);
  diary d;
  slot<spoken_for> s;
  {
    auto [a, b] = s.emplace_with([&] { return spoken_for{noted{d, 1}, 2}; }).split();
    CHECK(*b == 2);
  }
  CHECK(d.dropped(1));
}

TEST_CASE("An aggregate of immovable fields is split where it lies") {
  diary d;
  slot<still> s;
  {
    auto [a, b] = s.emplace_with([&] { return still{{d, 1}, {d, 2}}; }).split();
    CHECK(a->is_where_it_was_made());
    CHECK(b->is_where_it_was_made());
  }
  CHECK(d.dropped(2, 1));
}

TEST_CASE("An empty field is a piece too") {
  diary d;
  slot<with_empty> s;
  {
    auto [nothing, a] = s.emplace(none{}, noted{d, 1}).split();
    static_assert(std::is_same_v<decltype(nothing), own<none>>);
    CHECK(a->id() == 1);
  }
  CHECK(d.dropped(1));
  auto again = s.emplace(none{}, noted{d, 2});
  CHECK(again->a.id() == 2);
}

TEST_CASE("Pieces are got by index, and thrown away as a whole") {
  slot<names> s;
  {
    auto both = s.emplace("Ada", "Lovelace").split();
    static_assert(std::tuple_size_v<decltype(both)> == 2);
    std::string const last = std::move(get<1>(both)).take();
    CHECK(last == "Lovelace");
    CHECK(*get<0>(both) == "Ada");
  }
  static_cast<void>(s.emplace("Alan", "Turing").split());
  auto again = s.emplace("Grace", "Hopper");
  CHECK(again->first == "Grace");
}
