// SPDX-License-Identifier: BSL-1.0
// The bridge: what the model says of a type and what the C++ concepts say of it are compared.
//
// A row is a C++ type. `meaning` reads it and builds the model's type from it, so that both columns come
// from one spelling. The model knows no names: it decides from `own` and `shr`. The concepts know no bytes:
// they decide from what each class declares.
//
// Not here, since RustBelt has no such thing: a plain `T&` and `T*`, and what copies them (`std::shared_ptr`,
// `std::unique_ptr`, `std::span`). C++'s const stops at them. Nor `std::pair` and `std::tuple` under Copy:
// the standard's are never trivially copyable, an aggregate of the same two parts is.
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/model/laws.hpp"
#include "tenure/ownership/mutex.hpp"
#include "tenure/ownership/once_cell.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/rw_lock.hpp"
#include "tenure/ownership/sharing_std.hpp"
#include "tenure/ownership/spawn.hpp"

namespace bridge_test {

namespace m = tenure::model;
using namespace tenure;
using tenure::rc;  // rapidcheck has a namespace of that name

/// For variance: each `later` is a `date`, as each bool is an i32.
class date {
  int day_ = 1;

 public:
  int day() const { return day_; }
};
class later : public date {
 public:
  later() = default;  // so it is no aggregate
};
template <class A, class B>
struct both {
  A first;
  B second;
};

// What the model's headers leave out. Each claim is one of theirs under another gate.

m::claim and_also(m::claim const& x, m::claim const& y) { return x && y ? m::join(*x, *y) : std::nullopt; }

/// The empty alternative of an optional, with a byte of padding.
m::type nothing() { return m::scalar("()", m::every(1)); }

/// OnceCell: a state byte that only this thread looks at; the content, once there, stays and is shared.
m::type once_cell_of(m::type const& t) {
  m::type c = m::either(nothing(), t);
  c.name = "OnceCell<" + t.name + ">";
  c.as = m::use::opaque;
  c.shr = [inner = c, t](m::lifetime k, m::thread who, m::address at, m::heap const& h) -> m::claim {
    if (h[at] > 1) return std::nullopt;
    if (h[at] == 0) return m::behind(m::gate{m::opening::local, k, who}, m::owned_at(inner, who, at, h));
    auto const state = m::region(at, 1, m::value_set{0b10}, m::use::opaque, {{m::opening::local, k, who}});
    return and_also(m::resource{state}, t.shr(k, who, static_cast<m::address>(at + 1), h));
  };
  return c;
}

/// A guard of a lock for readers: it holds its unit of the count, on this thread, and has the content shared.
m::type reading_guard(std::string const& name, m::type const& t, bool count_is_local) {
  auto const count = [](m::address p, m::gate by) {
    return m::resource{m::region(p, 1, m::detail::reader_states, m::use::opaque, {by})};
  };
  auto const readers = [](m::byte state) { return state >= 1 && state <= m::most_readers; };
  return m::pointer(
      name + "<" + t.name + ">", 1 + t.size,
      [=](m::thread who, m::address p, m::heap const& h) -> m::claim {
        if (!readers(h[p])) return std::nullopt;
        return and_also(count(p, {m::opening::held, m::b, who, p}),
                        t.shr(m::b, who, static_cast<m::address>(p + 1), h));
      },
      [=](m::lifetime k, m::thread who, m::address p, m::heap const& h) -> m::claim {
        if (!readers(h[p])) return std::nullopt;
        m::lifetime const now = m::meet(m::b, k);
        auto const content = t.shr(now, who, static_cast<m::address>(p + 1), h);
        // RefCell's guard can be looked at only where its count can.
        return count_is_local ? and_also(count(p, {m::opening::local, now, who}), content) : content;
      });
}

/// A guard for the one writer. RwLock's is a Mutex's; RefCell's has a count that only its thread looks at.
m::type writing_guard(std::string const& name, m::type const& t, bool count_is_local) {
  m::type g = m::mutex_guard(m::b, t);
  if (count_is_local) {
    auto const count = [](m::address p, m::gate by) {
      return m::resource{m::region(p, 1, m::detail::reader_states, m::use::opaque, {by})};
    };
    g = m::pointer(
        "", 1 + t.size,
        [=](m::thread who, m::address p, m::heap const& h) -> m::claim {
          if (h[p] != m::writer) return std::nullopt;
          return and_also(
              count(p, {m::opening::held, m::b, who, p}),
              m::behind(m::gate{m::opening::held, m::b, who, p}, m::detail::after_first(t, who, p, h)));
        },
        [=](m::lifetime k, m::thread who, m::address p, m::heap const& h) -> m::claim {
          if (h[p] != m::writer) return std::nullopt;
          m::lifetime const now = m::meet(m::b, k);
          return and_also(count(p, {m::opening::local, now, who}),
                          t.shr(now, who, static_cast<m::address>(p + 1), h));
        });
  }
  g.name = name + "<" + t.name + ">";
  return g;
}

/// Weak: a unit of the count, and, while the content is there, all that `upgrade` would give.
m::type weak_of(m::type const& t, bool local) {
  m::type w = local ? m::rc(t) : m::arc(t);
  w.name = "Weak" + w.name;
  w.own = [strong = w.own, size = t.size](m::thread who, m::bytes const& v, m::heap const& h) -> m::claim {
    if (v.size() != 1 || !m::points(v[0], 1 + size)) return std::nullopt;
    return h[v[0]] == 0 ? m::claim{m::resource{}} : strong(who, v, h);
  };
  w.shr = [strong = w.shr, shape = w.shape, size = t.size](m::lifetime k, m::thread who, m::address at,
                                                           m::heap const& h) -> m::claim {
    if (!m::points(h[at], 1 + size)) return std::nullopt;
    if (h[h[at]] != 0) return strong(k, who, at, h);
    return m::resource{m::region(at, 1, shape, m::use::opaque, {{m::opening::fraction, k}})};
  };
  return w;
}

// From the C++ type to the model's.

template <class T>
struct tag {};
template <class T>
m::type to_model() {
  return meaning(tag<T>{});
}
m::type meaning(tag<int>) { return m::integer(); }
m::type meaning(tag<bool>) { return m::boolean(); }
m::type meaning(tag<date>) { return m::scalar("date", m::integer().shape); }
m::type meaning(tag<later>) { return m::scalar("later", m::boolean().shape); }
template <class T>
m::type meaning(tag<shared<T>>) {
  return m::reference(m::b, to_model<T>());
}
template <class T>
m::type meaning(tag<unique<T>>) {
  return m::unique(m::b, to_model<T>());
}
template <class T>
m::type meaning(tag<box<T>>) {
  return m::box(to_model<T>());
}
/// The storage is borrowed, the value owned.
template <class T>
m::type meaning(tag<own<T>>) {
  return m::box(to_model<T>());
}
template <class T>
m::type meaning(tag<std::vector<T>>) {
  return m::vec(to_model<T>());
}
template <class T>
m::type meaning(tag<cell<T>>) {
  return m::cell(to_model<T>());
}
template <class T>
m::type meaning(tag<atomic_cell<T>>) {
  return m::atomic_cell(to_model<T>());
}
template <class T>
m::type meaning(tag<once_cell<T>>) {
  return once_cell_of(to_model<T>());
}
template <class T>
m::type meaning(tag<ref_cell<T>>) {
  return m::ref_cell(to_model<T>());
}
template <class T>
m::type meaning(tag<borrowed<T>>) {
  return reading_guard("Ref", to_model<T>(), true);
}
template <class T>
m::type meaning(tag<borrowed_mut<T>>) {
  return writing_guard("RefMut", to_model<T>(), true);
}
template <class T>
m::type meaning(tag<mutex<T>>) {
  return m::mutex(to_model<T>());
}
template <class T>
m::type meaning(tag<mutex_guard<T>>) {
  return m::mutex_guard(m::b, to_model<T>());
}
template <class T>
m::type meaning(tag<rw_lock<T>>) {
  return m::rw_lock(to_model<T>());
}
template <class T>
m::type meaning(tag<read_guard<T>>) {
  return reading_guard("RwLockReadGuard", to_model<T>(), false);
}
template <class T>
m::type meaning(tag<write_guard<T>>) {
  return writing_guard("RwLockWriteGuard", to_model<T>(), false);
}
template <class T>
m::type meaning(tag<rc<T>>) {
  return m::rc(to_model<T>());
}
template <class T>
m::type meaning(tag<arc<T>>) {
  return m::arc(to_model<T>());
}
template <class T>
m::type meaning(tag<weak_rc<T>>) {
  return weak_of(to_model<T>(), true);
}
template <class T>
m::type meaning(tag<weak_arc<T>>) {
  return weak_of(to_model<T>(), false);
}
template <class T>
m::type meaning(tag<join_handle<T>>) {
  return m::join_handle(to_model<T>());
}
template <class T>
m::type meaning(tag<std::optional<T>>) {
  return m::either(nothing(), to_model<T>());
}
template <class A, class B>
m::type meaning(tag<both<A, B>>) {
  return m::pair(to_model<A>(), to_model<B>());
}
template <class A, class B>
m::type meaning(tag<std::variant<A, B>>) {
  return m::either(to_model<A>(), to_model<B>());
}
/// The same type with another content: `To` in the place of each int.
template <class T, class To>
struct with {
  using type = T;
};
template <class To>
struct with<int, To> {
  using type = To;
};
template <template <class...> class F, class... T, class To>
struct with<F<T...>, To> {
  using type = F<typename with<T, To>::type...>;
};

/// Does C++ convert the value part by part? Then its answer and the model's must be the same. All others have
/// one type once and for all: a box's bytes lie where they are, a mutex does not move. There C++ may say no
/// where the model says yes, and never the other way round.
template <class T>
inline constexpr bool converts = std::is_same_v<T, int> || std::is_same_v<T, bool>;
template <class T>
inline constexpr bool converts<shared<T>> = std::is_same_v<T, int> || std::is_same_v<T, bool>;
template <class T>
inline constexpr bool converts<cell<T>> = converts<T>;
template <class T>
inline constexpr bool converts<std::optional<T>> = converts<T>;

/// The model allows a copy where C++ has none: two copies of a once_cell would be filled with two values.
template <class T>
inline constexpr bool withholds_copy = false;
template <class T>
inline constexpr bool withholds_copy<once_cell<T>> = !Copy<once_cell<T>> && Copy<T>;

constexpr m::bound within = m::quick_bound;

/// Without a value in any heap each question would be answered yes.
bool has_values(m::type const& t) {
  bool owned = false, shared = false;
  m::for_each_heap(within, t.size, t.pointers, [&](m::heap const& h) {
    owned = owned || m::owned_at(t, 0, m::frame, h);
    shared = shared || t.shr(m::a, 0, m::frame, h);
    return !(owned && shared);
  });
  return owned && shared;
}

struct tally {
  int types = 0, answers = 0, yes = 0;
};

template <class From, class To>
constexpr bool shared_converts() {
  if constexpr (Shareable<From> && Shareable<To>) {
    return std::is_constructible_v<shared<To>, shared<From>>;
  } else {
    return false;  // some guards are not shared at all
  }
}

template <class T>
void compare(tally& count) {
  m::type const t = to_model<T>();
  std::string const name{std::string_view{name_of<T>}};
  ++count.types;
  INFO(name << ", in the model " << t.name);
  REQUIRE(t.size <= m::widest);
  REQUIRE(has_values(t));

  auto const same = [&](std::string_view question, bool cpp, bool model) {
    ++count.answers;
    count.yes += model ? 1 : 0;
    INFO(question << ": C++ says " << (cpp ? "yes" : "no") << ", the model says " << (model ? "yes" : "no"));
    CHECK(cpp == model);
  };
  same("Send", Send<T>, m::send(t, {}, within).holds);
  same("Sync", Sync<T>, m::sync(t, {}, within).holds);
  same("Copy", Copy<T> || withholds_copy<T>, m::copy(t, {}, within).holds);

  using from = typename with<T, later>::type;
  using to = typename with<T, date>::type;
  if constexpr (!std::is_same_v<from, to>) {
    m::type const x = to_model<from>(), y = to_model<to>();
    bool const owned = m::own_incl(x, y, {}, within).holds, shared_too = m::shr_incl(x, y, {}, within).holds;
    auto const no_more = [&](std::string_view question, bool cpp, bool model) {
      if (cpp || !model) same(question, cpp, model);
    };
    bool const cpp_owned = std::is_convertible_v<from, to>;
    if (converts<T>) {
      same("owned covariance", cpp_owned, owned);
    } else {
      no_more("owned covariance", cpp_owned, owned);
    }
    no_more("shared covariance", shared_converts<from, to>(), shared_too);
    // Frozen is what `shared` asks before it lets a base class be seen.
    no_more("Frozen, so shared covariance", Frozen<T>, shared_too);
  }
}

template <class... T>
struct rows {
  static tally compare_all() {
    tally count;
    (compare<T>(count), ...);
    return count;
  }
};

using plain = rows<int, bool, both<bool, int>, std::optional<int>, std::variant<bool, int>,
                   std::variant<int, int>, both<both<int, int>, bool>>;
using references = rows<shared<int>, shared<bool>, unique<int>, shared<shared<int>>, shared<unique<int>>,
                        unique<shared<int>>, unique<unique<int>>, shared<cell<int>>, unique<cell<int>>,
                        shared<mutex<int>>, unique<mutex<int>>, shared<mutex<cell<int>>>, shared<rc<int>>,
                        unique<rc<int>>, shared<arc<int>>, shared<box<cell<int>>>, shared<std::vector<int>>,
                        shared<atomic_cell<int>>, shared<rw_lock<cell<int>>>, shared<mutex_guard<int>>,
                        shared<both<int, cell<int>>>, shared<unique<cell<int>>>>;
using owners = rows<box<int>, own<int>, box<cell<int>>, own<cell<int>>, box<rc<int>>, box<box<int>>,
                    box<mutex<int>>, box<shared<cell<int>>>, std::vector<int>, std::vector<cell<int>>,
                    std::vector<rc<int>>, std::vector<mutex<int>>, std::vector<box<int>>,
                    std::vector<shared<int>>, std::vector<std::vector<int>>, std::optional<cell<int>>,
                    std::optional<rc<int>>, std::optional<box<int>>, std::optional<mutex_guard<int>>,
                    std::variant<int, rc<int>>, std::variant<bool, cell<int>>, std::variant<int, box<int>>,
                    std::variant<arc<int>, shared<cell<int>>>, both<int, rc<int>>, both<cell<int>, int>,
                    both<shared<int>, int>, both<mutex<int>, bool>, both<box<int>, arc<int>>>;
using cells =
    rows<cell<int>, cell<bool>, cell<both<bool, int>>, cell<std::variant<bool, int>>,
         cell<std::optional<int>>, cell<cell<int>>, cell<box<int>>, cell<rc<int>>, cell<shared<int>>,
         cell<shared<cell<int>>>, cell<arc<int>>, cell<std::vector<int>>, atomic_cell<int>, atomic_cell<bool>,
         once_cell<int>, once_cell<cell<int>>, once_cell<rc<int>>, ref_cell<int>, ref_cell<bool>,
         ref_cell<cell<int>>, ref_cell<rc<int>>, ref_cell<box<int>>, borrowed<int>, borrowed<cell<int>>,
         borrowed_mut<int>, borrowed_mut<rc<int>>>;
using locks = rows<mutex<int>, mutex<bool>, mutex<cell<int>>, mutex<rc<int>>, mutex<box<int>>,
                   mutex<ref_cell<int>>, mutex<shared<int>>, mutex<shared<cell<int>>>, mutex<mutex<int>>,
                   mutex_guard<int>, mutex_guard<cell<int>>, mutex_guard<rc<int>>, rw_lock<int>,
                   rw_lock<cell<int>>, rw_lock<rc<int>>, rw_lock<mutex<int>>, rw_lock<arc<int>>,
                   read_guard<int>, read_guard<cell<int>>, write_guard<int>, write_guard<cell<int>>>;
using counts = rows<rc<int>, rc<cell<int>>, rc<ref_cell<int>>, rc<mutex<int>>, rc<box<int>>, weak_rc<int>,
                    weak_rc<cell<int>>, arc<int>, arc<cell<int>>, arc<rc<int>>, arc<mutex<int>>,
                    arc<mutex<cell<int>>>, arc<mutex<shared<cell<int>>>>, arc<rw_lock<int>>,
                    arc<rw_lock<cell<int>>>, arc<shared<cell<int>>>, arc<atomic_cell<int>>, weak_arc<int>,
                    weak_arc<cell<int>>, weak_arc<mutex<cell<int>>>, join_handle<int>, join_handle<rc<int>>>;

}  // namespace bridge_test

template <>
struct tenure::sharing<bridge_test::date> : tenure::read_only<bridge_test::date> {};
template <>
struct tenure::sharing<bridge_test::later> : tenure::read_only<bridge_test::later> {};

namespace bridge_test {

TEST_CASE("bridge: the C++ concepts and the model give the same answers") {
  tally all;
  for (tally const& some : {plain::compare_all(), references::compare_all(), owners::compare_all(),
                            cells::compare_all(), locks::compare_all(), counts::compare_all()}) {
    all.types += some.types;
    all.answers += some.answers;
    all.yes += some.yes;
  }
  // Neither column is all of one kind.
  CHECK(all.types >= 60);
  CHECK(all.yes > all.answers / 4);
  CHECK(all.yes < all.answers * 3 / 4);
}

TEST_CASE("bridge: the types that the model's laws leave out keep them") {
  m::type const i = m::integer(), c = m::cell(i), r = m::rc(i);
  for (m::type const& content : {i, m::boolean(), c, r}) {
    for (m::type const& t :
         {once_cell_of(content), reading_guard("Ref", content, true), writing_guard("RefMut", content, true),
          reading_guard("RwLockReadGuard", content, false), weak_of(content, true),
          weak_of(content, false)}) {
      m::for_each_heap(within, t.size, t.pointers, [&](m::heap const& h) {
        INFO(t.name << " in " << m::text(h));
        m::claim const owned = m::owned_at(t, 0, m::frame, h), shared = t.shr(m::a, 0, m::frame, h),
                       shorter = t.shr(m::meet(m::a, m::b), 0, m::frame, h);
        if (!owned) return true;
        REQUIRE(shared);  // R3: and nothing that was not owned
        CHECK(m::detail::not_shareable(*owned, *shared, h).value_or("") == "");
        CHECK(m::is_persistent(*shared));  // R2
        REQUIRE(shorter);                  // R4
        CHECK(m::entails(*shared, *shorter));
        return true;
      });
    }
  }
}

}  // namespace bridge_test
