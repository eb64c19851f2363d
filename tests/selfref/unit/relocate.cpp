// SPDX-License-Identifier: BSL-1.0
// Relocation by each tier, member by member, in both directions; the verifier; values that stay.
#include <any>
#include <array>
#include <cstddef>
#include <cstring>
#include <deque>
#include <expected>
#include <forward_list>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/diary.hpp"
#include "tenure/selfref.hpp"
#include "tenure/selfref/std.hpp"
#include "tenure/selfref/verify.hpp"

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;
using tenure::test::diary;
using tenure::test::noted;
using tenure::test::traps;

namespace {

// tier::hook, in place: it knows its address, and can neither be copied nor moved.
struct anchored {
  int value;
  anchored* self = this;
  explicit anchored(int v) : value{v} {}
  anchored(anchored const&) = delete;
};

// tier::memcpy_fixup: a pointer to its own buffer, or elsewhere.
struct buffered {
  char const* at;
  std::size_t length = 0;
  char own[16]{};
};

// tier::move_destroy, tier::hook, tier::memcpy_fixup and tier::realloc in one.
struct assorted {
  std::list<int> list;
  anchored anchor;
  buffered buffer;
  std::string text;
  std::unique_ptr<int> only;
  int number;
};

char const elsewhere[] = "elsewhere";

buffered make_buffered(bool inside) {
  buffered made{};
  made.at = inside ? made.own : elsewhere;
  return made;
}

}  // namespace

template <>
struct tenure::selfref::relocate_traits<anchored> {
  static own<anchored> relocate(own<anchored> from, void* to) noexcept {
    return own<anchored>::from_raw(::new (to) anchored{from->value});
  }
};
template <>
struct tenure::selfref::relocate_traits<buffered> {
  static void fix_up(buffered* first, std::size_t n, std::ptrdiff_t delta) noexcept {
    for (std::size_t i = 0; i < n; ++i)
      first[i].at = rebased(first[i].at, first + i, sizeof(buffered), delta);
  }
};
template <>
struct tenure::declare<tenure::marker::destructure, assorted> : tenure::yes {};

namespace {

/// `n` values in raw memory with room for more, made by `make(i)`; they end with it.
template <class T>
struct row {
  T* memory;
  T* first;
  std::size_t count;

  template <class F>
  row(std::size_t room, std::size_t n, F make)
      : memory{static_cast<T*>(::operator new(room * sizeof(T), std::align_val_t{alignof(T)}))},
        first{memory},
        count{n} {
    for (std::size_t i = 0; i < n; ++i) ::new (static_cast<void*>(first + i)) T(make(i));
  }
  row(row const&) = delete;
  row& operator=(row const&) = delete;
  ~row() {
    std::destroy_n(first, count);
    ::operator delete(static_cast<void*>(memory), std::align_val_t{alignof(T)});
  }
  void shift(std::size_t by) {
    T* const to = memory + by;
    CHECK(relocate_n(first, count, to) == to + count);
    first = to;
  }
};

/// Moves a row about, by less and by more than its length, and looks at every value.
template <class T, class F, class Holds>
void moves_about(F make, Holds holds) {
  for (std::size_t const n : {0u, 1u, 2u, 5u, 130u}) {
    row<T> values(3 * n + 4, n, make);
    for (std::size_t const to : {std::size_t{1}, std::size_t{3}, 2 * n, n + 1, n / 2, std::size_t{0}}) {
      values.shift(to);
      bool held = true;
      for (std::size_t i = 0; i < n; ++i) held = held && holds(values.first[i], i);
      CHECK(held);
    }
  }
}

TEST_CASE("relocate_n shifts a row of each tier in both directions") {
  static_assert(relocation_tier<buffered> == tier::memcpy_fixup && relocation_tier<anchored> == tier::hook);
  moves_about<long>([](std::size_t i) { return static_cast<long>(i); },
                    [](long v, std::size_t i) { return v == static_cast<long>(i); });
  moves_about<buffered>(
      [](std::size_t i) { return make_buffered(i % 3 != 0); },
      [](buffered const& b, std::size_t i) { return b.at == (i % 3 != 0 ? b.own : elsewhere); });
  moves_about<anchored>(
      [](std::size_t i) { return anchored{static_cast<int>(i)}; },
      [](anchored const& a, std::size_t i) { return a.self == &a && a.value == static_cast<int>(i); });
  moves_about<std::list<int>>(
      [](std::size_t i) { return std::list<int>(i % 4, 7); },
      [](std::list<int> const& l, std::size_t i) { return l == std::list<int>(i % 4, 7); });
  moves_about<std::string>([](std::size_t i) { return std::string(i, 'x'); },
                           [](std::string const& s, std::size_t i) { return s == std::string(i, 'x'); });
}

assorted make_assorted(int seed) {
  return {{seed, 1},
          anchored{seed},
          make_buffered(seed % 2 == 0),
          std::string(static_cast<std::size_t>(seed), 't'),
          std::make_unique<int>(seed),
          seed};
}
bool holds(assorted const& a, int seed) {
  return a.list == std::list<int>{seed, 1} && a.anchor.self == &a.anchor && a.anchor.value == seed &&
         a.buffer.at == (seed % 2 == 0 ? a.buffer.own : elsewhere) &&
         a.text.size() == static_cast<std::size_t>(seed) && *a.only == seed && a.number == seed;
}

TEST_CASE("an aggregate is relocated member by member, each in its best way") {
  static_assert(!std::is_move_constructible_v<assorted>);
  static_assert(relocation_tier<assorted> == tier::move_destroy);
  moves_about<assorted>([](std::size_t i) { return make_assorted(static_cast<int>(i)); },
                        [](assorted const& a, std::size_t i) { return holds(a, static_cast<int>(i)); });

  slot<assorted> here;
  slot<assorted> there;
  auto first = here.emplace_with([] { return make_assorted(4); });
  auto second = relocate_at(std::move(first), there);
  CHECK(holds(*second, 4));
  auto third = relocate_at(std::move(second), here);  // it is free again
  CHECK(holds(*third, 4));
  CHECK(verify_relocation([] { return make_assorted(4); }));
}

TEST_CASE("an aggregate of members of the standard library") {
  using both = std::tuple<std::string, std::list<int>, std::pair<std::string const, int>>;
  moves_about<both>(
      [](std::size_t i) { return both{"t", std::list<int>(i % 3, 1), {std::string(i, 'k'), 2}}; },
      [](both const& b, std::size_t i) {
        return std::get<0>(b) == "t" && std::get<1>(b).size() == i % 3 && std::get<2>(b).first.size() == i;
      });
}

TEST_CASE("nothing is lost, made twice or ended early") {
  struct pair_of {
    noted a;
    noted b;
  };
  diary notes;
  {
    slot<pair_of> here;
    slot<pair_of> there;
    auto o = here.emplace_with([&] { return pair_of{noted{notes, 1}, noted{notes, 2}}; });
    auto p = relocate_at(std::move(o), there);
    CHECK(notes.alive == 2);
    CHECK(notes.count == 0);
    pair_of const v = relocate(std::move(p));
    CHECK(notes.alive == 2);
    CHECK(notes.count == 0);
    CHECK((v.a.id() == 1 && v.b.id() == 2));
  }
  CHECK(notes.alive == 0);
  CHECK(notes.dropped(2, 1));
}

TEST_CASE("hazard 4: what lies in the tail padding of a member survives") {
  struct padded {
    padded() = default;  // so that its padding may be used
    explicit padded(int n) : list(static_cast<std::size_t>(n), 1), last{'p'} {}
    std::list<int> list;
    char last = 'l';
  };
  struct tight {
    [[no_unique_address]] padded first;
    char neighbour;
    std::list<int> other;
  };
  struct bytes_padded {
    bytes_padded() = default;
    explicit bytes_padded(int n) : value{n} {}
    long value = 0;
    char last = 'l';
  };
  struct bytes_tight {
    [[no_unique_address]] bytes_padded first;
    char neighbour;
    std::list<int> other;
  };
  static_assert(sizeof(tight) == sizeof(padded) + sizeof(std::list<int>));
  static_assert(sizeof(bytes_tight) == sizeof(bytes_padded) + sizeof(std::list<int>));
  moves_about<tight>(
      [](std::size_t i) {
        return tight{padded{static_cast<int>(i % 3)}, static_cast<char>('a' + i % 26), {1, 2}};
      },
      [](tight const& t, std::size_t i) {
        return t.first.list.size() == i % 3 && t.first.last == 'p' &&
               t.neighbour == static_cast<char>('a' + i % 26) && t.other.size() == 2;
      });
  moves_about<bytes_tight>(
      [](std::size_t i) {
        return bytes_tight{bytes_padded{static_cast<int>(i)}, static_cast<char>('a' + i % 26), {1, 2}};
      },
      [](bytes_tight const& t, std::size_t i) {
        return t.first.value == static_cast<int>(i) && t.neighbour == static_cast<char>('a' + i % 26) &&
               t.other.size() == 2;
      });
}

TEST_CASE("hazard 9: values that refer to themselves are swapped by relocation") {
  anchored a{1};
  anchored b{2};
  swap_places(a, b);
  CHECK((a.value == 2 && a.self == &a && b.value == 1 && b.self == &b));
  swap_places(a, a);
  CHECK(a.value == 2);
  auto inside = make_buffered(true);
  auto outside = make_buffered(false);
  swap_places(inside, outside);
  CHECK((inside.at == elsewhere && outside.at == outside.own));
}

TEST_CASE("hazard 12: a slot knows what was relocated out of it and into it") {
  slot<assorted> here;
  slot<assorted> there;
  {
    auto o = relocate_at(here.emplace_with([] { return make_assorted(1); }), there);
    auto p = here.emplace_with([] { return make_assorted(2); });  // `here` was free at once
    if (tenure::is_checked) {
      CHECK(traps("[ownership.lent]", [&] { auto q = relocate_at(std::move(p), there); }));
      CHECK(traps("[ownership.affine]", [&] {
        auto& known = tenure::test::untracked(o);
        own<assorted> gone = std::move(known);
        slot<assorted> third;
        auto q = relocate_at(std::move(known), third);
      }));
    }
  }
  static_cast<void>(there.emplace_with([] { return make_assorted(3); }));
}

template <class T>
void is_clean(T (*make)()) {
  relocation_report const report = verify_relocation(make);
  INFO(report.text());
  CHECK(report);
}
#define TENURE_CLEAN(...) is_clean(+[] { return __VA_ARGS__; })

TEST_CASE("hazard 3, 5: what is declared of the standard library stands up to the verifier") {
  using namespace std::string_literals;
  TENURE_CLEAN("short"s);
  TENURE_CLEAN(std::string(100, 'x'));
  TENURE_CLEAN(std::u32string(U"abc"));
  TENURE_CLEAN(std::vector<int>{1, 2});
  TENURE_CLEAN(std::vector<bool>{true});
  TENURE_CLEAN(std::deque<int>{1, 2});
  TENURE_CLEAN(std::forward_list<int>{1});
  TENURE_CLEAN(std::list<int>{});
  TENURE_CLEAN(std::list<int>{1});
  TENURE_CLEAN(std::map<int, std::string>{{1, "a"}});
  TENURE_CLEAN(std::set<int>{});
  TENURE_CLEAN(std::unordered_map<int, int>{});
  TENURE_CLEAN(std::unordered_set<std::string>{"a"});
  TENURE_CLEAN(std::make_unique<int>(1));
  TENURE_CLEAN(std::make_shared<int>(1));
  TENURE_CLEAN(std::weak_ptr<int>{});
  TENURE_CLEAN(std::pair{"short"s, std::list<int>{1}});
  TENURE_CLEAN(std::tuple{"short"s, 1, std::vector<int>{1}});
  TENURE_CLEAN(std::array{"a"s, "b"s});
  TENURE_CLEAN(std::optional{"a"s});
  TENURE_CLEAN(std::optional<std::string>{});
  TENURE_CLEAN(std::optional{std::array{std::optional{"a"s}, std::optional<std::string>{}}});
  TENURE_CLEAN(std::variant<int, std::string>{"a"s});
  TENURE_CLEAN(std::expected<std::string, int>{"a"s});
  TENURE_CLEAN(std::function<std::string()>{[s = "a"s] { return s; }});
  TENURE_CLEAN(std::any{"a"s});
}

struct array_pointer {
  char buffer[8];
  char* at;
};
struct told {
  std::string text;
  char const* at;
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::transfer, array_pointer> : tenure::yes {};
template <>
struct tenure::declare<tenure::marker::transfer, told> : tenure::yes {};

namespace {

TEST_CASE("the verifier finds what is declared wrongly, and says where") {
  slot<array_pointer> place;
  auto made = place.emplace();  // by value it would come in registers, and its pointer from elsewhere
  made->at = made->buffer;
  auto const report = verify_relocation(std::move(made));
  CHECK_FALSE(report);
  CHECK(report.size() == 1);
  CHECK(report.begin()->offset == offsetof(array_pointer, at));
  CHECK_FALSE(report.begin()->is_distance);
  CHECK(report.text() == "[selfref.stale] " + std::string{tenure::name_of<array_pointer>} +
                             ": the address at byte 8 still leads to the old place\n");
}

TEST_CASE("the verifier names the field, and can end the program") {
  struct view {
    std::string text;
    std::string_view word;
  };
  struct checked_view : view {
    explicit checked_view(char const* t) : view{t, {}} { word = std::string_view{text}.substr(1); }
  };
  static_assert(Transfer<checked_view>);  // its author hides it behind an implicit, and wrong, noexcept move
  CHECK(traps("[selfref.stale]", [] { require_relocatable([] { return checked_view{"short"}; }); }));
  CHECK_FALSE(traps("[selfref.stale]", [] { require_relocatable([] { return std::string{"short"}; }); }));

  slot<told> place;
  auto made = place.emplace("short", nullptr);
  made->at = made->text.data();
  CHECK(verify_relocation(std::move(made)).text().find("byte 32, in a field of type const char") !=
        std::string::npos);
}

// What pin-init lists: an address known in advance, elements one by one, steps that may fail.
struct fixed : immovable {
  int value;
  fixed* self = this;
  noted note;
  fixed(diary& in, int v) : value{v}, note{in, v} {}
};
struct chained : immovable {
  fixed a;
  fixed b;
  chained* announced;
  chained(diary& in, chained* self) : a{in, 1}, b{in, 2}, announced{self} {}
};

TEST_CASE("hazard 11: a value is made in place, and knows its address beforehand") {
  diary notes;
  {
    auto const made = pinned<chained>::at([&](chained* self) { return chained{notes, self}; });
    CHECK((made->announced == made.get() && made->a.self == &made->a && made->b.self == &(*made).b));
    auto const other = pinned<fixed>::with([&] { return fixed{notes, 3}; });
    CHECK(other->self == other.get());
    pinned<fixed> const third{std::in_place, notes, 4};
    CHECK(third->self == third.get());
    slot<chained> place;
    auto const owned = emplace_at(place, [&](chained* self) { return chained{notes, self}; });
    CHECK((owned->announced == owned.get() && owned->b.self == &owned->b));
    CHECK(notes.moves == 0);
  }
  CHECK(notes.alive == 0);
}

TEST_CASE("an array of immovable values is made in place, and unmade where one fails") {
  diary notes;
  using row_of = std::array<fixed, 3>;
  slot<row_of> place;
  {
    auto const all = place.emplace_with(
        [&] { return array_of<3>([&](std::size_t i) { return fixed{notes, static_cast<int>(i) + 1}; }); });
    CHECK(((*all)[2].value == 3 && (*all)[2].self == &(*all)[2]));
  }
  CHECK(notes.dropped(3, 2, 1));

  auto const until = [&](std::size_t end) {
    return [&, end](row_of* self) {
      return try_each(self, [&, end](std::size_t i) {
        auto init = [&notes, i] { return fixed{notes, static_cast<int>(i) + 4}; };
        using result = std::expected<decltype(init), std::string>;
        return i == end ? result{std::unexpect, "element " + std::to_string(i)} : result{init};
      });
    };
  };
  auto const failed = try_emplace_at(place, until(2));
  CHECK((!failed && failed.error() == "element 2"));
  CHECK(notes.dropped(3, 2, 1, 5, 4));  // what there was, the last first
  {
    auto const made = try_emplace_at(place, until(9));
    REQUIRE(made);
    CHECK(((**made)[1].value == 5 && (**made)[1].self == &(**made)[1]));
  }
  CHECK(notes.alive == 0);
}

TEST_CASE("what throws while a value is made in place leaves nothing there") {
  diary notes;
  slot<fixed> place;
  CHECK_THROWS_AS(emplace_at(place,
                             [&](fixed*) -> fixed {
                               fixed half{notes, 1};
                               throw std::logic_error("half made");
                             }),
                  std::logic_error);
  CHECK(notes.alive == 0);
  slot<std::array<fixed, 3>> places;
  CHECK_THROWS_AS(places.emplace_with([&] {
    return array_of<3>([&](std::size_t i) {
      if (i == 2) throw std::logic_error("the last");
      return fixed{notes, static_cast<int>(i)};
    });
  }),
                  std::logic_error);
  CHECK(notes.alive == 0);
  CHECK(place.emplace(notes, 7)->value == 7);
}

}  // namespace
