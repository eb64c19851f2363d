// SPDX-License-Identifier: BSL-1.0
// Which types are Transfer, and by which means, each refusal beside a neighbour that is accepted.
#include <array>
#include <cstddef>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "tenure/selfref.hpp"
#include "tenure/selfref/std.hpp"

using namespace tenure::selfref;
using tenure::own;

// Scalars, arrays of them, and what is no object.
static_assert(relocation_tier<int> == tier::realloc && relocation_tier<int[3]> == tier::realloc);
static_assert(relocation_tier<int*> == tier::realloc && relocation_tier<void (*)()> == tier::realloc);
static_assert(!Transfer<int&> && !Transfer<void> && !Transfer<void()>);

// An absolute pointer that may lead into the object is refused; the same fields with one that cannot are not.
struct self_pointer {
  int value;
  int* to;
};
struct other_pointer {
  int value;
  double* to;
};
static_assert(!Transfer<self_pointer> && relocation_tier<other_pointer> == tier::realloc);
struct nested {
  struct {
    long values[2];
    short number;
  } inner;
  struct {
    short const* number;
  } outer;
};
static_assert(!Transfer<nested>);
struct to_itself {
  to_itself* next;
  double value;
};
struct to_another {
  other_pointer* next;
  double value;
};
static_assert(!Transfer<to_itself> && Transfer<to_another>);
struct to_anything {
  void* what;
};
struct to_code {
  void (*what)(int);
  int (other_pointer::*member)();
  int other_pointer::* place;
};
static_assert(!Transfer<to_anything> && Transfer<to_code>);
struct self_reference {
  int value;
  int& to;
};
struct other_reference {
  int value;
  double& to;
};
static_assert(!Transfer<self_reference> && Transfer<other_reference>);
struct base {
  int number;
};
struct derived_part : base {};
struct to_base {
  derived_part part;
  base* to;
};
static_assert(!Transfer<to_base>);
struct undefined;
struct to_undefined {
  int value;
  undefined* to;
};
static_assert(Transfer<to_undefined>);

// The post's cat, with each kind of name that C++ has for it, and with the right one.
struct cat_char {
  std::string data;
  char const* name;
};
struct cat_view {
  std::string data;
  std::string_view name;
};
struct cat_optional {
  std::optional<std::string> data;
  std::optional<std::string_view> name;
};
struct cat_iterator {
  std::string data;
  std::string::const_iterator name;
};
struct cat_span {
  std::array<int, 4> data;
  std::span<int> some;
};
struct cat_slice {
  std::string data;
  self_slice<&cat_slice::data> name;
};
static_assert(!Transfer<cat_char> && !Transfer<cat_view> && !Transfer<cat_optional> &&
              !Transfer<cat_iterator>);
static_assert(!Transfer<cat_span> && !Transfer<std::pair<std::string, std::string_view>>);
static_assert(Transfer<cat_slice>);
// Their data are on the heap, so pointers into it are right wherever the owner lies.
struct heap_view {
  std::vector<int> data;
  int* some;
  std::span<int const> more;
};
static_assert(relocation_tier<heap_view> == tier::realloc);
struct labelled {
  int id;
  std::string_view name;
};
static_assert(relocation_tier<labelled> == tier::realloc &&
              relocation_tier<std::string_view> == tier::realloc);

// References that say what they refer to leave the bytes the value.
struct references {
  int a;
  int b;
  self_tag<&references::a, &references::b> chosen;
  self_ptr<int> any;
  self_ptr_or_null<references> whole;
  [[no_unique_address]] self_field<&references::a> known;
};
static_assert(relocation_tier<references> == tier::realloc && std::is_trivially_copyable_v<references>);
struct relative {
  rel_ptr<int> elsewhere;
  int scale;
};
static_assert(relocation_tier<relative> == tier::memcpy_fixup);
// [selfref.hook] An unsafe_ref needs one, also behind a class's back.
struct with_unsafe {
  int value;
  unsafe_ref<int> to;
};
class hides_unsafe {
  int value_ = 0;
  unsafe_ref<int> to_{value_};

 public:
  int& value() { return *to_; }
};
class mends_unsafe {
  int value_ = 0;
  unsafe_ref<int> to_{value_};

 public:
  mends_unsafe(mends_unsafe&& other) noexcept : value_{other.value_} {}
};
static_assert(!Transfer<with_unsafe> && !Transfer<hides_unsafe>);
static_assert(relocation_tier<mends_unsafe> == tier::move_destroy);

// Hazard 3: compilers call these trivially copyable, and relocatable.
struct array_and_pointer {
  char buffer[8];
  char* at;
};
struct array_only {
  char buffer[8];
  int used;
};
struct bits {
  unsigned low : 3;
  unsigned high : 5;
};
union either {
  int number;
  char* text;
};
struct with_union {
  either value;
};
static_assert(std::is_trivially_copyable_v<array_and_pointer> && !Transfer<array_and_pointer>);
static_assert(Transfer<array_only> && !Transfer<with_union>);
static_assert(relocation_tier<derived_part> == tier::realloc);
struct array_and_pointer_declared : array_and_pointer {};
template <>
struct tenure::declare<tenure::marker::transfer, array_and_pointer_declared> : tenure::yes {};
static_assert(relocation_tier<array_and_pointer_declared> == tier::realloc);

// A class that hides its fields is as its move is; trivially copyable without any move is not.
class quiet_move {
 public:
  quiet_move(quiet_move&&) noexcept;
};
class loud_move {
 public:
  loud_move(loud_move&&);
};
class no_move {
 public:
  no_move() = default;
  no_move(no_move const&) = delete;
};
static_assert(relocation_tier<quiet_move> == tier::move_destroy);
static_assert(!Transfer<loud_move> && std::is_trivially_copyable_v<no_move> && !Transfer<no_move>);
static_assert(!Transfer<std::mutex> && !Transfer<immovable> && !Transfer<pinned<int>> &&
              !Transfer<tenure::slot<int>>);
struct polymorphic {
  virtual ~polymorphic() = default;
};
static_assert(relocation_tier<polymorphic> == tier::move_destroy);

// The author's word goes first.
struct vouched {
  int value;
  int* to;
};
template <>
struct tenure::declare<tenure::marker::transfer, vouched> : tenure::yes {};
struct holds_vouched {
  vouched inner;
  int more;
};
struct forbidden {
  int value;
};
template <>
struct tenure::declare<tenure::marker::transfer, forbidden> : tenure::no {};
struct holds_forbidden {
  forbidden inner;
};
static_assert(relocation_tier<vouched> == tier::realloc && relocation_tier<holds_vouched> == tier::realloc);
static_assert(!Transfer<forbidden> && !Transfer<holds_forbidden>);
struct wide {
  alignas(64) int value;
};
static_assert(relocation_tier<wide> == tier::memcpy);
struct says_bytes {
  int value;
  int* to;
};
template <>
struct tenure::selfref::relocate_traits<says_bytes> : relocates_by<tier::realloc> {};
static_assert(relocation_tier<says_bytes> == tier::realloc);
static_assert(relocation_tier<own<std::mutex>> == tier::realloc);

// An aggregate has the means of its worst member; its members go on having their own.
struct mixed {
  std::vector<int> bytes;
  std::string mended;
  int number;
};
struct worse {
  mixed inner;
  std::list<int> moved;
};
static_assert(relocation_tier<mixed> == tier::memcpy_fixup && relocation_tier<worse> == tier::move_destroy);
struct with_deque {
  std::deque<int> queue;
  std::list<int> list;
  std::unique_ptr<int> only;  // so it cannot be copied, and declares no destructor
};
static_assert(!std::is_nothrow_move_constructible_v<with_deque> &&
              relocation_tier<with_deque> == tier::move_destroy);
// Unless it may have a destructor of its own.
struct ends_loudly {
  std::deque<int> queue;
  std::list<int> list;
  std::unique_ptr<int> only;
  ~ends_loudly() {}
};
static_assert(!Transfer<ends_loudly>);

// The standard library, where it is right.
static_assert(relocation_tier<std::vector<int>> == tier::realloc);
static_assert(relocation_tier<std::vector<bool>> == tier::realloc);
static_assert(relocation_tier<std::unique_ptr<std::mutex>> == tier::realloc);
static_assert(relocation_tier<std::shared_ptr<int>> == tier::realloc);
static_assert(relocation_tier<std::deque<int>> == tier::realloc);
static_assert(relocation_tier<std::string> == tier::memcpy_fixup);
static_assert(relocation_tier<std::list<int>> == tier::move_destroy);
static_assert(relocation_tier<std::map<int, int>> == tier::move_destroy);
static_assert(relocation_tier<std::pair<int, std::vector<int>>> == tier::realloc);
static_assert(relocation_tier<std::pair<std::string const, int>> == tier::memcpy_fixup);
static_assert(relocation_tier<std::tuple<std::string, std::list<int>>> == tier::move_destroy);
static_assert(!Transfer<std::tuple<int, std::mutex>> && !Transfer<std::array<std::mutex, 2>>);
static_assert(relocation_tier<std::optional<std::string>> == tier::memcpy_fixup);
static_assert(relocation_tier<std::optional<std::vector<int>>> == tier::realloc);
static_assert(relocation_tier<std::variant<int, std::string>> == tier::move_destroy);
static_assert(relocation_tier<std::array<std::string, 3>> == tier::memcpy_fixup);
struct counts_bytes {
  int* bytes;
  void operator()(int*) const;
};
static_assert(relocation_tier<std::unique_ptr<int, counts_bytes>> == tier::realloc);
static_assert(relocation_tier<std::unique_ptr<int, void (*)(int*)>> == tier::realloc);
