// SPDX-License-Identifier: BSL-1.0
// What a shared and a unique reference let you do, type by type, and what they do not.
#include <array>
#include <concepts>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/once_cell.hpp"
#include "tenure/ownership/own_array.hpp"
#include "tenure/ownership/rc.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/sharing_std.hpp"

namespace {

using namespace tenure;

struct plain {
  int a;
  double b;
};
struct named {
  std::string name;
  std::vector<plain> all;
};
struct with_cell {
  int a;
  cell<int> hits;
};
struct with_mutable {
  int a;
  mutable int cached;
};
struct with_pointer {
  int a;
  int* elsewhere;
};
struct with_reference {
  int a;
  int& elsewhere;
};
struct with_owner {
  int a;
  std::unique_ptr<int> more;
};
struct tree {
  int value;
  std::vector<tree> below;
};
struct chain {
  int value;
  box<chain> next;
};
class hides {
  int* p_ = nullptr;

 public:
  int& get() const { return *p_; }
};
class date {
  int day_ = 1;

 public:
  int day() const { return day_; }
};
class later : public date {};
union either {
  int a;
  float b;
};

}  // namespace

template <>
struct tenure::sharing<date> : tenure::read_only<date> {};
template <>
struct tenure::sharing<later> : tenure::read_only<later> {};

namespace {

/// `*s` is a `T const&`: the whole may be looked at.
template <class T>
concept ReadsWhole = Shareable<T> && requires(shared<T> s) {
  { *s } -> std::same_as<T const&>;
  { s.get() } -> std::same_as<T const*>;
  { s.operator->() } -> std::same_as<T const*>;
};
/// `*s` is something.
template <class T>
concept Dereferences = requires(shared<T> s) { *s; };
/// `*s` is a shared `U`.
template <class T, class U>
concept LeadsTo = requires(shared<T> s) {
  { *s } -> std::same_as<shared<U>>;
};
template <class T>
concept HasFields = requires(shared<T> s) { s.template field<0>(); };
template <class T>
concept Gets = requires(shared<T> s) { s.get(); };
template <class T>
concept Sets = requires(shared<T> s, typename T::value_type v) { s.set(std::move(v)); };

// Read-only and deep by default.
static_assert(ReadsWhole<int> && ReadsWhole<double> && ReadsWhole<char const* [2]> == false);
static_assert(ReadsWhole<void (*)()> && ReadsWhole<int plain::*> && ReadsWhole<std::nullptr_t>);
static_assert(ReadsWhole<plain> && ReadsWhole<named> && ReadsWhole<tree> && ReadsWhole<chain>);
static_assert(HasFields<plain> && HasFields<named> && HasFields<tree> && HasFields<chain>);
static_assert(ReadsWhole<int[3]> && ReadsWhole<std::array<int, 3>> && ReadsWhole<std::vector<named>>);
static_assert(ReadsWhole<std::string> && ReadsWhole<std::vector<bool>>);
static_assert(ReadsWhole<std::map<int, std::string>> && ReadsWhole<std::set<std::string>>);
static_assert(ReadsWhole<std::tuple<int, plain>> && ReadsWhole<std::variant<int, plain>>);

// What may change, or leads elsewhere, is not looked at as a whole. Its other fields are.
static_assert(HasFields<with_cell> && !Dereferences<with_cell>);
static_assert(HasFields<with_mutable> && !Dereferences<with_mutable>);
static_assert(HasFields<with_pointer> && !Dereferences<with_pointer>);
static_assert(HasFields<with_reference> && !Dereferences<with_reference>);
static_assert(HasFields<with_owner> && !Dereferences<with_owner>);
static_assert(!Dereferences<std::vector<cell<int>>> && !Dereferences<std::array<with_cell, 2>>);
static_assert(!Dereferences<std::map<int, cell<int>>> && !Dereferences<std::tuple<int, cell<int>>>);
static_assert(!Dereferences<cell<int>[2]>);

// Owners give what they own.
static_assert(LeadsTo<std::unique_ptr<int>, int> && LeadsTo<std::unique_ptr<int const>, int>);
static_assert(LeadsTo<box<int>, int> && LeadsTo<own<plain>, plain> && LeadsTo<own<plain const>, plain>);
static_assert(LeadsTo<unique<int>, int> && LeadsTo<shared<int>, int>);
static_assert(LeadsTo<rc<int>, int> && LeadsTo<arc<cell<int>>, cell<int>>);
static_assert(LeadsTo<std::optional<int>, int> && LeadsTo<std::expected<int, char>, int>);
static_assert(LeadsTo<box<cell<int>>, cell<int>>);
static_assert(std::same_as<decltype(std::declval<shared<own<int[]>>>()[0]), shared<int>>);
static_assert(std::same_as<decltype(std::declval<shared<std::vector<cell<int>>>>()[0]), shared<cell<int>>>);
static_assert(std::same_as<decltype(std::declval<shared<with_cell>>().field<1>()), shared<cell<int>>>);
static_assert(
    std::same_as<decltype(std::declval<shared<with_cell>>().field(&with_cell::hits)), shared<cell<int>>>);
static_assert(std::same_as<decltype(std::declval<shared<box<cell<int>>>>()->get()), int>);

// Interior mutability: operations, and no way to a reference.
static_assert(Gets<cell<int>> && Sets<cell<int>> && !Dereferences<cell<int>> && !HasFields<cell<plain>>);
static_assert(!Gets<cell<std::string>> && Sets<cell<std::string>>);  // copying it runs code
static_assert(!Gets<cell<std::unique_ptr<int>>> && Sets<cell<std::unique_ptr<int>>>);
static_assert(std::same_as<decltype(std::declval<shared<cell<plain>>>().get()), plain>);
static_assert(!Dereferences<ref_cell<int>> && !Gets<ref_cell<int>>);
static_assert(!Dereferences<once_cell<int>> && !Dereferences<atomic_cell<int>>);
template <class G>
concept GuardReads = requires(G const& g) {
  { *g } -> std::same_as<typename G::element_type const&>;
};
static_assert(GuardReads<ref_cell<plain>::ref> && !GuardReads<ref_cell<with_cell>::ref>);

// Who hides its fields says what sharing means, or is not shared.
static_assert(!Shareable<hides> && Shareable<date> && ReadsWhole<date>);
static_assert(!Shareable<either> && !Shareable<std::span<int>> && !Shareable<std::string_view>);
static_assert(!Shareable<std::shared_ptr<int>> && !Shareable<std::reference_wrapper<int>>);
static_assert(!Shareable<int*> && !Shareable<int const*> && !Shareable<int&> && !Shareable<int const> &&
              !Shareable<void> && !Shareable<int[]>);

// One word, copied freely; or moved and never copied.
template <class T>
inline constexpr bool is_a_word = sizeof(T) == sizeof(void*) && alignof(T) == alignof(void*);
template <class... T>
inline constexpr bool one_word =
    ((is_a_word<shared<T>> && is_a_word<unique<T>> && std::is_trivially_copyable_v<shared<T>> &&
      !std::is_copy_constructible_v<unique<T>> && !std::is_copy_assignable_v<unique<T>> &&
      std::is_nothrow_move_constructible_v<unique<T>>) &&
     ...);
static_assert(one_word<int, plain, with_cell, cell<int>, ref_cell<int>, once_cell<int>, atomic_cell<int>,
                       int[3], std::vector<int>, std::unique_ptr<int>, box<int>, rc<int>, std::variant<int>>);
static_assert(sizeof(cell<int>) == sizeof(int) && sizeof(cell<char>) == 1 &&
              sizeof(atomic_cell<int>) == sizeof(int));
static_assert(std::is_trivially_copyable_v<cell<plain>> && !std::is_copy_constructible_v<cell<std::string>>);

// Made from what has a name and may be written.
static_assert(std::is_constructible_v<shared<int>, int&> && std::is_constructible_v<shared<int>, int const&>);
static_assert(!std::is_constructible_v<shared<int>, int> && !std::is_constructible_v<shared<int>, int const>);
static_assert(!std::is_convertible_v<int&, shared<int>>);
static_assert(std::is_constructible_v<unique<int>, int&> &&
              !std::is_constructible_v<unique<int>, int const&>);
static_assert(!std::is_constructible_v<unique<int>, int>);
static_assert(std::is_constructible_v<unique<int>, own<int>&> &&
              !std::is_constructible_v<unique<int>, own<int>>);
static_assert(std::is_constructible_v<shared<int>, unique<int>> &&
              !std::is_constructible_v<unique<int>, shared<int>>);

// Variance: owned where the content converts, shared only where it is read-only.
static_assert(std::is_convertible_v<cell<int>, cell<long>> && !std::is_convertible_v<cell<long>, cell<int>>);
static_assert(std::is_convertible_v<cell<later*>, cell<date*>> &&
              !std::is_convertible_v<cell<date*>, cell<later*>>);
static_assert(std::is_convertible_v<shared<later>, shared<date>> &&
              !std::is_convertible_v<shared<date>, shared<later>>);
static_assert(!std::is_constructible_v<shared<cell<date*>>, shared<cell<later*>>>);
static_assert(!std::is_constructible_v<shared<cell<long>>, shared<cell<int>>>);
static_assert(!std::is_constructible_v<shared<cell<date>>, shared<cell<later>>>);

}  // namespace
