// SPDX-License-Identifier: BSL-1.0
// The sentences of the marker rules: they name the part that is to blame, and what to do.
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "tenure/ownership/bounds.hpp"
#include "tenure/ownership/std.hpp"

namespace app {

struct guard {
  int number;
};
struct task {
  int priority;
  std::vector<guard> guards;
};
class widget {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};
struct window {
  std::vector<widget> parts;
};
struct cached {
  mutable int hits;
};
struct lent {
  std::string& s;
};

}  // namespace app

template <>
struct tenure::declare<tenure::marker::leak, app::guard> : tenure::no {};

namespace {

template <class Rule>
std::string said() {
  static constexpr auto sentence = Rule::sentence();
  return std::string{std::string_view{sentence}};
}

}  // namespace

TEST_CASE("a refusal names the part and the cause") {
  CHECK(said<tenure::rule::leak<app::task>>() ==
        "[ownership.leak] app::task is not Leak, for its part app::guard is declared not to be Leak: let its "
        "scope end, so that its destructor runs");
  CHECK(said<tenure::rule::leak<app::guard>>() ==
        "[ownership.leak] app::guard is not Leak, for it is declared not to be Leak: let its scope end, so "
        "that its destructor runs");
  CHECK(said<tenure::rule::move<std::mutex>>() ==
        "[ownership.move] std::mutex is not Move, for it cannot be moved: leave it where it is and lend a "
        "reference to it, or hold it in a box");
}

TEST_CASE("a doubt says how to end it") {
  CHECK(said<tenure::rule::send<app::window>>() ==
        "[ownership.send] whether app::window is Send is unknown, for its part app::widget hides its fields: "
        "say so, as in template <> struct tenure::declare<tenure::marker::send, app::widget> : tenure::yes "
        "{}; or tenure::no");
  CHECK(said<tenure::rule::sync<app::cached>>() ==
        "[ownership.sync] whether app::cached is Sync is unknown, for it has a mutable field: say so, as in "
        "template <> struct tenure::declare<tenure::marker::sync, app::cached> : tenure::yes {}; or "
        "tenure::no");
}

TEST_CASE("a reference is refused for what it refers to") {
  CHECK(said<tenure::rule::send<app::lent>>().find("is declared not to be Synchronised") !=
        std::string::npos);
}

TEST_CASE("a rule that holds says so") {
  CHECK(tenure::rule::leak<int>::holds);
  CHECK_FALSE(tenure::rule::leak<app::task>::holds);
  CHECK(tenure::rule::send<app::task>::holds);
}
