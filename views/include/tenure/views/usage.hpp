// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "tenure/views/call.hpp"
#include "tenure/views/ledger.hpp"
#include "tenure/views/touch.hpp"

/// Which of the fields that a function was granted does it never touch?
///
/// A signature that grants more than the body needs makes callers wait for nothing. In checked builds the
/// calls of a function can be watched; what no call touched is reported, with the view that would have
/// sufficed. One sentence can only speak of the calls it saw: the report is a hint, not a proof.
///
/// The idea is that of the crate `borrow`, which reports borrows that were never used. Here the accesses of
/// functions that were called with the view, or with a part of it, count too. Not seen: whether what may be
/// written was only read, and what is reached without a view.
namespace tenure::views {

namespace detail {

/// One selector of a view, for a report.
struct granted_place {
  char const* name;
  bool writes;
  extent const* parts;
  std::size_t count;
};

template <class S>
inline constexpr auto name_of_selector = selector_named<S>();

template <class T, class G>
struct listed_grant;
template <class T, class... S>
struct listed_grant<T, shr<S...>> {
  static constexpr std::size_t size = sizeof...(S);
  static constexpr granted_place list[size + 1]{
      {name_of_selector<S>.data(), false, places<T, S>.parts, places<T, S>.count}...};
};
template <class T, class... S>
struct listed_grant<T, mut<S...>> {
  static constexpr std::size_t size = sizeof...(S);
  static constexpr granted_place list[size + 1]{
      {name_of_selector<S>.data(), true, places<T, S>.parts, places<T, S>.count}...};
};
template <class T, class... G>
struct listed_grant<T, grants<G...>> {
  static constexpr std::size_t size = (0 + ... + listed_grant<T, G>::size);
  struct table {
    granted_place rows[size + 1]{};
  };
  static constexpr table made = [] {
    table all_rows;
    std::size_t at = 0;
    auto const add = [&](granted_place const* rows, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) all_rows.rows[at++] = rows[i];
    };
    (add(listed_grant<T, G>::list, listed_grant<T, G>::size), ...);
    return all_rows;
  }();
  static constexpr granted_place const* list = made.rows;
};

}  // namespace detail

inline namespace TENURE_ABI {

/// `watched<Data::reset> reset;` is called instead of the function, `reset(data, arguments...)`, as often as
/// one likes; then `reset.report()` says what none of the calls touched. In unchecked builds it is the
/// function. One thread at a time. Watches may be nested.
template <auto Function>
  requires TakesView<decltype(Function)>
class watched : touch_watcher {
  using asked = detail::asked_view<decltype(Function)>;
  using object_type = typename asked::object_type;
  using listed = detail::listed_grant<object_type, typename asked::grants_type>;

  bool seen_[listed::size + 1]{};
  std::size_t calls_ = 0;
  void const* object_ = nullptr;
  touch_watcher* outer_ = nullptr;

#if TENURE_CHECKED
  /// One call, which may call the function again.
  class session {
    watched& self_;
    void const* object_before_;

   public:
    session(watched& self, void const* object) noexcept
        : self_{self}, object_before_{std::exchange(self.object_, object)} {
      if (object_before_ == nullptr) {
        self_.outer_ = std::exchange(detail::watcher, static_cast<touch_watcher*>(&self_));
      }
      ++self_.calls_;
    }
    session(session const&) = delete;
    session& operator=(session const&) = delete;
    ~session() {
      self_.object_ = object_before_;
      if (object_before_ == nullptr) detail::watcher = self_.outer_;
    }
  };
#endif

  void note(void const* object, extent place) noexcept {
    if (object != object_) return;
    for (std::size_t i = 0; i < listed::size; ++i) {
      for (std::size_t k = 0; k < listed::list[i].count; ++k) {
        extent const part = listed::list[i].parts[k];
        if (part.begin < place.end && place.begin < part.end) seen_[i] = true;
      }
    }
  }

  /// `view<T, shr<a>, mut<b>>` of those selectors that `keep` keeps.
  template <class Keep>
  static std::string signature(Keep keep) {
    std::string text = "view<" + std::string{name_of<object_type>.data()};
    for (bool const writes : {false, true}) {
      char const* before = writes ? ", mut<" : ", shr<";
      bool any = false;
      for (std::size_t i = 0; i < listed::size; ++i) {
        if (listed::list[i].writes != writes || !keep(i)) continue;
        text.append(before).append(listed::list[i].name);
        before = ", ";
        any = true;
      }
      if (any) text += ">";
    }
    return text + ">";
  }

 public:
  watched()
      : touch_watcher{[](touch_watcher& self, void const* object, extent place, bool writable) {
          auto& watch = static_cast<watched&>(self);
          watch.note(object, place);
          if (watch.outer_ != nullptr) watch.outer_->touched(*watch.outer_, object, place, writable);
        }} {}
  watched(watched const&) = delete;
  watched& operator=(watched const&) = delete;

  /// Calls the function with the view that it asks for.
  template <class... A>
  decltype(auto) operator()(object_type& object, A&&... a) {
#if TENURE_CHECKED
    session const watching{*this, std::addressof(object)};
#endif
    return views::call(object, Function, std::forward<A>(a)...);
  }

  /// Has every granted selector been touched by some call?
  bool uses_all() const noexcept {
    for (std::size_t i = 0; i < listed::size; ++i) {
      if (!seen_[i] && listed::list[i].count != 0) return false;
    }
    return true;
  }

  /// One sentence about what was never touched; empty if there is nothing to say, and in unchecked builds.
  std::string report() const {
    if (!is_checked || calls_ == 0 || uses_all()) return {};
    std::string untouched;
    for (std::size_t i = 0; i < listed::size; ++i) {
      if (seen_[i] || listed::list[i].count == 0) continue;
      untouched.append(untouched.empty() ? "" : ", ").append(listed::list[i].name);
    }
    return "[views.usage] " + std::string{detail::name_of_selector<path<Function>>.data()} + "(" +
           signature([](std::size_t) { return true; }) + ") never touched " + untouched + " in " +
           std::to_string(calls_) + (calls_ == 1 ? " call: " : " calls: ") +
           signature([this](std::size_t i) { return seen_[i]; }) + " suffices";
  }
};

}  // namespace TENURE_ABI
}  // namespace tenure::views
