// SPDX-License-Identifier: BSL-1.0
#include "tenure/ownership/text.hpp"

#include <string>
#include <string_view>
#include <type_traits>

#include "tenure/ownership/own.hpp"

namespace app {
struct guard {};
enum class colour {};
template <class... T>
struct list {};
inline namespace v1 {
struct versioned {};
}  // namespace v1
}  // namespace app

namespace tenure {

using namespace std::string_view_literals;

static_assert(std::string_view{text{"a"} + text{"bc"}} == "abc"sv);
static_assert(std::string_view{text{"a"} + "bc"} == "abc"sv);
static_assert(std::string_view{"a" + text{"bc"}} == "abc"sv);
static_assert(text{"abc"}.size() == 3 && text{""}.size() == 0);
static_assert(text{"abc"}.data()[3] == '\0');
static_assert(std::is_same_v<decltype(text{"ab"}), text<2>>);

template <text>
struct tag {};
static_assert(std::is_same_v<tag<"ab">, tag<"a" + text{"b"}>>);
static_assert(!std::is_same_v<tag<"ab">, tag<"ba">>);

static_assert(std::string_view{digits_of<0>} == "0"sv);
static_assert(std::string_view{digits_of<7>} == "7"sv);
static_assert(std::string_view{digits_of<10>} == "10"sv);
static_assert(std::string_view{digits_of<9999>} == "9999"sv);

static_assert(std::string_view{name_of<int>} == "int"sv);
static_assert(std::string_view{name_of<app::guard>} == "app::guard"sv);
static_assert(std::string_view{name_of<app::colour>} == "app::colour"sv);
static_assert(std::string_view{name_of<app::list<int, app::guard>>} == "app::list<int, app::guard>"sv);
static_assert(std::string_view{name_of<app::list<>>} == "app::list<>"sv);
static_assert(std::string_view{name_of<int const>} == "const int"sv ||
              std::string_view{name_of<int const>} == "int const"sv);
static_assert(!std::string_view{name_of<app::guard*>}.empty());

// The inline namespaces that a user never writes are left out; the user's own stay.
static_assert(std::string_view{name_of<own<app::guard>>} == "tenure::own<app::guard>"sv);
static_assert(std::string_view{name_of<app::list<own<int>, own<int>>>}.find("checked") ==
              std::string_view::npos);
static_assert(std::string_view{name_of<std::string>}.find("__cxx11") == std::string_view::npos);
static_assert(std::string_view{name_of<std::string>}.find("std::") == 0);

// A rule that holds never has its sentence computed; enforce says whether it held.
struct kept {
  static constexpr bool holds = true;
  static constexpr auto sentence();  // not defined
};
static_assert(enforce<kept>());

}  // namespace tenure
