// SPDX-License-Identifier: BSL-1.0
// The checklist V1 to V37 of the posts on view types, each item with the verdict that it must have. What must
// be rejected is a case of tests/views/compile_fail, named <rule>_v<number>_*; where a verdict can also be
// asked for by a concept, it is asked here.
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/views.hpp"
#include "tenure/views/place.hpp"

using namespace tenure::views;

namespace {

using floats = std::vector<float>;

class Data : public viewed<Data> {
  std::map<std::string, floats> experiments_;
  std::uint32_t successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct experiments;
  struct successful;

 private:
  static auto tenure_fields(experiments*) -> fields<&Data::experiments_>;
  static auto tenure_fields(successful*) -> fields<&Data::successful_>;

 public:
  static auto const& names(view<Data, shr<experiments>> self) { return self[at<&Data::experiments_>]; }
  static floats const& for_experiment(view<Data, shr<experiments>> self, std::string const& name) {
    return self[at<&Data::experiments_>].at(name);
  }
  static void add(view<Data, mut<experiments>> self, std::string name, floats measured) {
    self[at<&Data::experiments_>].emplace(std::move(name), std::move(measured));
  }
  static void add_successful(view<Data, mut<successful>> self) { self[at<&Data::successful_>] += 1; }
  static std::uint32_t how_many(view<Data, shr<successful>> self) { return self[at<&Data::successful_>]; }
};

/// Works on any class with these names: see V16, where the class is another one.
template <class D>
void fill(view<D, mut<all>> data) {
  D::add(data, "boiling", {99.5F, 100.F});
  D::add(data, "freezing", {});
  D::add(data, "melting", {0.F, 0.1F, 0.F});
}
template <class D>
void count_successful(view<D, shr<typename D::experiments>, mut<typename D::successful>> data) {
  for (auto const& [name, place] : D::names(data)) {
    if (D::for_experiment(data, name).size() > 1) D::add_successful(data);
  }
}

using pair_of_strings = std::tuple<std::string, std::string>;

struct foo {
  int x, y, z;
};
struct bar {
  foo f;
  int w;
};

}  // namespace

TEST_CASE("V1: the whole object cannot be read and written at once") {
  STATIC_REQUIRE(!Disjoint<Data, shr<all>, mut<all>>);
  STATIC_REQUIRE(!Disjoint<Data, shr<Data::experiments>, mut<all>>);
  STATIC_REQUIRE(Disjoint<Data, shr<Data::experiments>, mut<Data::successful>>);
}

TEST_CASE("V2: names are read while the counter is written") {
  Data data;
  fill<Data>(lend<mut<all>>(data));
  count_successful<Data>(lend<mut<all>>(data));
  CHECK(Data::how_many(lend<shr<all>>(data)) == 2);
}

TEST_CASE("V4: disjoint places of one tuple are held at once") {
  pair_of_strings x{"a", "b"};
  auto const p = lend<shr<nth<0>>>(x);
  auto const q = lend<mut<nth<1>>>(x);
  q[at<1>] += p[at<0>];
  CHECK(std::get<1>(x) == "ba");
  STATIC_REQUIRE(Disjoint<pair_of_strings, shr<nth<0>>, mut<nth<1>>>);
}

TEST_CASE("V5: a restricted reference to the whole is not a reference to the field") {
  pair_of_strings x{"a", "b"};
  auto const whole = lend<shr<nth<0>>>(x);
  std::string const& field_itself = whole[at<0>];
  CHECK(&field_itself == &std::get<0>(x));
  STATIC_REQUIRE(!std::is_convertible_v<decltype(whole), std::string const&>);
}

TEST_CASE("V6: a method is called on an object, for reading and for writing") {
  Data data;
  data.call(&Data::add_successful);
  data(Data::add_successful);
  CHECK(data.call(&Data::how_many) == 2);
  CHECK(std::as_const(data).call(&Data::how_many) == 2);
}

TEST_CASE("V7: passing a view narrows, and never widens") {
  using wide = view<foo, mut<field<&foo::x>>, shr<field<&foo::y>>>;
  STATIC_REQUIRE(std::is_convertible_v<wide, view<foo, shr<field<&foo::x>>>>);
  STATIC_REQUIRE(!std::is_convertible_v<wide, view<foo, mut<field<&foo::y>>>>);
  STATIC_REQUIRE(!std::is_convertible_v<wide, view<foo, shr<field<&foo::z>>>>);
}

TEST_CASE("V8: the caller says nothing, the least view is lent") {
  Data data;
  auto const reader = lend<shr<Data::experiments>>(data);
  data.call(&Data::add_successful);  // lends no more than the counter
  CHECK(Data::names(reader).empty());
  STATIC_REQUIRE(
      std::is_same_v<decltype(detail::lender_of(
                         static_cast<detail::asked_view<decltype(&Data::add_successful)>*>(nullptr))),
                     detail::lender<Data, mut<Data::successful>>>);
}

TEST_CASE("V9: a view of more is a view of less") {
  using xy = view<foo, shr<field<&foo::x>, field<&foo::y>>>;
  using x = view<foo, shr<field<&foo::x>>>;
  STATIC_REQUIRE(std::is_convertible_v<xy, x>);
  STATIC_REQUIRE(!std::is_convertible_v<x, xy>);
  STATIC_REQUIRE(std::is_convertible_v<view<foo, mut<field<&foo::x>>>, x>);
  STATIC_REQUIRE(!std::is_convertible_v<x, view<foo, mut<field<&foo::x>>>>);
}

TEST_CASE("V10, V37: a view of all is the object, both ways, explicitly") {
  foo f{1, 2, 3};
  view<foo, mut<all>> const v{f};
  static_cast<foo&>(v).y = 5;
  CHECK(f.y == 5);
  CHECK(&static_cast<foo const&>(view<foo, shr<all>>{f}) == &f);
  STATIC_REQUIRE(!std::is_convertible_v<view<foo, mut<all>>, foo&>);
  // All fields by name are the object too.
  view<foo, mut<nth<0>, nth<1>, nth<2>>> const named{v};
  STATIC_REQUIRE(!std::is_constructible_v<foo&, view<foo, shr<nth<0>>>>);
  CHECK(named[at<1>] == 5);
}

TEST_CASE("V11: an object does not become a view by itself") {
  STATIC_REQUIRE(!std::is_convertible_v<foo&, view<foo, mut<all>>>);
  STATIC_REQUIRE(!std::is_convertible_v<foo&, view<foo, shr<field<&foo::x>>>>);
  STATIC_REQUIRE(!std::is_constructible_v<view<foo, shr<field<&foo::x>>>, foo&>);
}

namespace {
/// Adds up what is selected; `S...` is any set of fields.
template <class T, class... S>
int sum_of(view<T, shr<S...>> v) {
  return (0 + ... + v[S{}]);
}
/// Sets the fields `S...` while somebody else may read `R...`.
template <class R, class S, class T>
  requires Disjoint<T, shr<R>, mut<S>>
void raise_to(view<T, shr<R>, mut<S>> v) {
  v[S{}] = v[R{}];
}
}  // namespace

TEST_CASE("V12: functions are generic over sets of fields, which Rust's are not") {
  foo f{1, 2, 4};
  CHECK(sum_of(lend<shr<field<&foo::x>, nth<2>>>(f)) == 5);
  raise_to<field<&foo::z>, field<&foo::x>>(lend<shr<field<&foo::z>>, mut<field<&foo::x>>>(f));
  CHECK(f.x == 4);
}

namespace {

/// C++ lets a class and a member share a name; the abstract field `counter` is then `struct counter`.
class namesake {
  int counter = 1;
  friend struct tenure::views::access;

 public:
  struct counter;
  struct nothing;
  struct elsewhere;

 private:
  static auto tenure_fields(struct counter*) -> fields<&namesake::counter>;
  static auto tenure_fields(nothing*) -> fields<>;

 public:
  static int& get(view<namesake, mut<struct counter>> self) { return self[at<&namesake::counter>]; }
  static int none(view<namesake, mut<nothing>>) { return 0; }
};

}  // namespace

TEST_CASE("V13: an abstract field may share its name with the field that it contains") {
  namesake n;
  namesake::get(lend<mut<all>>(n)) = 5;
  CHECK(namesake::get(lend<mut<struct namesake::counter>>(n)) == 5);
}

#if __cpp_impl_reflection
#include <meta>
TEST_CASE("V14: an abstract field contains the field whose name it shares") {
  constexpr bool contained = [] {
    for (auto member :
         std::meta::nonstatic_data_members_of(^^namesake, std::meta::access_context::unchecked())) {
      if (identifier_of(member) == "counter") {
        std::uint64_t const begin = static_cast<std::uint64_t>(offset_of(member).bytes);
        return subset(make_places(extent{begin, begin + size_of(member)}),
                      places<namesake, struct namesake::counter>);
      }
    }
    return false;
  }();
  STATIC_REQUIRE(contained);
}
#endif

TEST_CASE("V15: private names stay out of what callers write") {
  Data data;
  auto [reads, writes] = lend<mut<all>>(data).split<shr<Data::experiments>, mut<Data::successful>>();
  Data::add_successful(writes);
  CHECK(Data::names(reads).empty());
  STATIC_REQUIRE(AbstractField<Data, Data::experiments>);
  STATIC_REQUIRE(!AbstractField<namesake, namesake::elsewhere>);
}

namespace {

/// The refactoring of the post: indices into one array. Signatures and callers are those of `Data`.
class refactored : public viewed<refactored> {
  std::map<std::string, std::pair<std::size_t, std::size_t>> indices_;
  floats measured_;
  mutable floats last_;
  std::uint32_t successful_ = 0;
  friend struct tenure::views::access;

 public:
  struct experiments;
  struct successful;

 private:
  static auto tenure_fields(experiments*)
      -> fields<&refactored::indices_, &refactored::measured_, &refactored::last_>;
  static auto tenure_fields(successful*) -> fields<&refactored::successful_>;

 public:
  static auto const& names(view<refactored, shr<experiments>> self) {
    return self[at<&refactored::indices_>];
  }
  static floats for_experiment(view<refactored, shr<experiments>> self, std::string const& name) {
    auto const [from, size] = self[at<&refactored::indices_>].at(name);
    auto const begin = self[at<&refactored::measured_>].begin() + static_cast<std::ptrdiff_t>(from);
    return floats(begin, begin + static_cast<std::ptrdiff_t>(size));
  }
  static void add(view<refactored, mut<experiments>> self, std::string name, floats const& measured) {
    floats& all_measured = self[at<&refactored::measured_>];
    self[at<&refactored::indices_>].emplace(std::move(name), std::pair{all_measured.size(), measured.size()});
    all_measured.insert(all_measured.end(), measured.begin(), measured.end());
  }
  static void add_successful(view<refactored, mut<successful>> self) {
    self[at<&refactored::successful_>] += 1;
  }
  static std::uint32_t how_many(view<refactored, shr<successful>> self) {
    return self[at<&refactored::successful_>];
  }
};

}  // namespace

TEST_CASE(
    "V16: an abstract field is refactored from one field to several, and its callers stay as they are") {
  refactored data;
  fill<refactored>(lend<mut<all>>(data));
  count_successful<refactored>(lend<mut<all>>(data));
  CHECK(data.call(&refactored::how_many) == 2);
}

TEST_CASE("V17: an abstract field may be empty, and overlaps with nothing") {
  namesake n;
  CHECK(namesake::none(lend<mut<namesake::nothing>>(n)) == 0);
  STATIC_REQUIRE(Disjoint<namesake, mut<namesake::nothing>, mut<all>>);
  STATIC_REQUIRE(places<namesake, namesake::nothing>.empty());
  STATIC_REQUIRE(std::is_convertible_v<view<namesake>, view<namesake, mut<namesake::nothing>>>);
}

namespace {
struct augmented {
  std::vector<unsigned> data;
  unsigned summary;
  static std::vector<unsigned> const& deref(view<augmented, shr<field<&augmented::data>>> self) {
    return self[at<&augmented::data>];
  }
};
}  // namespace

TEST_CASE("V18: a view reads as what its class says") {
  augmented a{{1, 2, 3}, 6};
  auto const v = lend<shr<field<&augmented::data>>>(a);
  CHECK((*v).size() == 3);
  CHECK(v->front() == 1);
}

namespace {

template <class I>
concept Interface = AbstractField<I, typename I::data1> && AbstractField<I, typename I::data2> &&
                    requires(view<I, shr<typename I::data1>> one, view<I, shr<typename I::data2>> two) {
                      { I::get_data1(one) } -> std::same_as<std::uint32_t>;
                      { I::get_data2(two) } -> std::same_as<std::uint32_t>;
                    };

class one_counter {
  std::uint32_t counter_ = 7;
  friend struct tenure::views::access;

 public:
  struct data1;
  struct data2;

 private:
  static auto tenure_fields(data1*) -> fields<&one_counter::counter_>;
  static auto tenure_fields(data2*) -> fields<>;
  using counter = field<&one_counter::counter_>;

 public:
  static std::uint32_t get_data1(view<one_counter, shr<counter>> self) {
    return self[at<&one_counter::counter_>];
  }
  static std::uint32_t get_data2(view<one_counter, shr<data2>>) { return 0; }
};
struct no_counter {
  struct data1;
  struct data2;
};

template <Interface I>
std::uint32_t both(I& object) {
  auto [one, two] = lend<mut<all>>(object).template split<shr<typename I::data1>, mut<typename I::data2>>();
  return I::get_data1(one) + I::get_data2(two);
}

}  // namespace

TEST_CASE("V19: a trait may ask for abstract fields, and its generic callers know names only") {
  one_counter c;
  CHECK(both(c) == 7);
  STATIC_REQUIRE(Interface<one_counter>);
  STATIC_REQUIRE(!Interface<no_counter>);
}

TEST_CASE("V20: an implementation may name the real field") {
  one_counter c;
  CHECK(one_counter::get_data1(lend<shr<one_counter::data1>>(c)) == 7);
}

TEST_CASE("V21: nested places") {
  bar b{{1, 2, 3}, 4};
  auto const v = lend<mut<path<&bar::f, &foo::x>>, shr<path<&bar::f, &foo::y>>>(b);
  v[at<&bar::f, &foo::x>] = v[at<&bar::f, &foo::y>];
  CHECK(b.f.x == 2);
  STATIC_REQUIRE(Disjoint<bar, mut<path<&bar::f, &foo::x>>, mut<path<&bar::f, &foo::y>>>);
  STATIC_REQUIRE(!Disjoint<bar, mut<path<&bar::f, &foo::x>>, mut<field<&bar::f>>>);
  STATIC_REQUIRE(Covers<bar, mut<field<&bar::f>>, mut<path<&bar::f, &foo::x>>>);
}

TEST_CASE("V22: two fields are moved out, each part has access to its own") {
  struct strings {
    std::string a, b, c;
  };
  auto [t, s] = take<field<&strings::a>, field<&strings::c>>(strings{"a", "b", "c"});
  CHECK(t[at<&strings::a>] + s[at<&strings::b>] + t[at<&strings::c>] == "abc");
}

TEST_CASE("V27: there are no views of references") {
  STATIC_REQUIRE(!rule::well_formed<foo&, shr<all>>::holds);
  STATIC_REQUIRE(rule::well_formed<foo, shr<all>>::holds);
}

namespace {
template <class T>
struct node {
  T value;
  std::unique_ptr<node> next;
  static T& get(view<node, mut<field<&node::value>>> self) { return self[at<&node::value>]; }
};
}  // namespace

TEST_CASE("V28: views of templates and of template parameters") {
  node<std::string> n{"x", nullptr};
  auto const whole = lend<mut<all>>(n);
  node<std::string>::get(whole) += "y";
  CHECK(n.value == "xy");
}

TEST_CASE("V29, V36: a view is one pointer, however many fields it grants") {
  STATIC_REQUIRE(sizeof(view<Data, shr<Data::experiments>, mut<Data::successful>>) == sizeof(void*));
  STATIC_REQUIRE(sizeof(view<foo, mut<all>>) == sizeof(void*));
#if !TENURE_CHECKED
  STATIC_REQUIRE(std::is_trivially_copyable_v<view<foo, mut<all>>>);
#endif
}

namespace {
struct message_processor {
  std::vector<std::string> messages;
  struct statistics {
    int count = 0;
  } stats;

  static void update(view<message_processor, mut<field<&message_processor::stats>>> self) {
    ++self[at<&message_processor::stats>].count;
  }
  static int drain(view<message_processor, mut<all>> self) {
    auto [messages, rest] =
        std::move(self)
            .split<mut<field<&message_processor::messages>>, mut<field<&message_processor::stats>>>();
    for (auto& message : std::exchange(messages[at<&message_processor::messages>], {})) {
      static_cast<void>(message);
      update(rest);
    }
    return rest[at<&message_processor::stats>].count;
  }
};
}  // namespace

TEST_CASE("V30: messages are drained while a method updates the statistics") {
  message_processor p{{"a", "b", "c"}, {}};
  CHECK(message_processor::drain(lend<mut<all>>(p)) == 3);
  CHECK(p.messages.empty());
}

TEST_CASE("V32: callers of a method that names a private field lend the object, and no name leaks") {
  one_counter c;
  CHECK(call(c, &one_counter::get_data1) == 7);
  CHECK(one_counter::get_data1(lend<shr<all>>(c)) == 7);
}

TEST_CASE("V33: swap through two views exchanges their fields and no others") {
  foo a{1, 2, 3}, b{10, 20, 30};
  swap(lend<mut<field<&foo::x>, field<&foo::z>>>(a), lend<mut<field<&foo::x>, field<&foo::z>>>(b));
  CHECK(std::tuple{a.x, a.y, a.z} == std::tuple{10, 2, 30});
  CHECK(std::tuple{b.x, b.y, b.z} == std::tuple{1, 20, 3});
}

TEST_CASE("V34: a view of some fields does not become the object") {
  STATIC_REQUIRE(!std::is_constructible_v<foo&, view<foo, mut<field<&foo::x>>>>);
  STATIC_REQUIRE(std::is_constructible_v<foo&, view<foo, mut<all>>>);
}
