// SPDX-License-Identifier: BSL-1.0
// transfer_vector against std::vector, for an element type of every tier: after each operation both have the
// same values in the same order, and as many elements are alive as there should be. Every operation is tried
// with an exception at its first chance to throw, then at its second, and so on, until it goes through.
#include "tenure/selfref/vector.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "selfref/elements.hpp"
#include "support/property.hpp"

namespace {

using namespace tenure;
using namespace tenure::test;
using selfref::transfer_vector;

enum class does {
  push_back,
  push_own,
  emplace,
  insert,
  insert_own,
  insert_many,
  insert_many_own,
  insert_range,
  insert_stream,
  emplace_with,
  erase,
  erase_range,
  erase_if,
  pop_back,
  take,
  resize,
  resize_value,
  reserve,
  shrink_to_fit,
  assign,
  assign_range,
  copy,
  move,
  swap,
  clear,
  last
};

struct step {
  does what;
  std::size_t at, many;
  int value;

  friend std::ostream& operator<<(std::ostream& out, step const& s) {
    return out << "{" << static_cast<int>(s.what) << " at " << s.at << " many " << s.many << " value "
               << s.value << "}";
  }
};

auto any_step() {
  return rc::gen::map(
      rc::gen::tuple(rc::gen::inRange(0, static_cast<int>(does::last)), rc::gen::inRange<std::size_t>(0, 40),
                     rc::gen::inRange<std::size_t>(0, 7), rc::gen::inRange(1, 100)),
      [](auto const& t) {
        auto const& [what, at, many, value] = t;
        return step{static_cast<does>(what), at, many, value};
      });
}

/// Does the step, on either kind of vector. `at` and `own` lie in it.
template <class V>
void apply(V& v, step const& s, std::size_t at, std::size_t own) {
  auto const place = v.begin() + static_cast<std::ptrdiff_t>(at);
  auto const rest = std::min(s.many, v.size() - at);
  using T = typename V::value_type;
  auto const numbers = [&] {
    std::vector<int> made;
    for (std::size_t i = 0; i < s.many; ++i) made.push_back(s.value + static_cast<int>(i));
    return made;
  }();
  constexpr bool real = !std::is_same_v<V, std::vector<int>>;
  switch (s.what) {
    case does::push_back:
      v.push_back(s.value);
      break;
    case does::push_own:
      if (!v.empty()) v.push_back(v[own]);
      break;
    case does::emplace:
      v.emplace(place, s.value);
      break;
    case does::insert:
      v.insert(place, T(s.value));
      break;
    case does::insert_own:
      if (!v.empty()) v.insert(place, v[own]);
      break;
    case does::insert_many:
      v.insert(place, s.many, T(s.value));
      break;
    case does::insert_many_own:
      if (!v.empty()) v.insert(place, s.many, v[own]);
      break;
    case does::insert_range:
      v.insert(place, numbers.begin(), numbers.end());
      break;
    case does::insert_stream: {
      std::string text;
      for (int n : numbers) text += std::to_string(n) + " ";
      std::istringstream in{text};
      v.insert(place, std::istream_iterator<int>{in}, std::istream_iterator<int>{});
      break;
    }
    case does::emplace_with:
      if constexpr (real) {
        v.emplace_with(place, [&] { return T(s.value); });
      } else {
        v.insert(place, s.value);
      }
      break;
    case does::erase:
      if (at != v.size()) v.erase(place);
      break;
    case does::erase_range:
      v.erase(place, place + static_cast<std::ptrdiff_t>(rest));
      break;
    case does::erase_if:
      erase_if(v, [&](T const& each) { return each < T(s.value); });
      break;
    case does::pop_back:
      if (!v.empty()) v.pop_back();
      break;
    case does::take:
      if (at == v.size()) break;
      if constexpr (!real) {
        v.erase(place);
      } else if constexpr (requires { v.take(place); } && !std::is_same_v<T, element<by::bytes>> &&
                           !std::is_same_v<T, element<by::hook>> && !std::is_same_v<T, element<by::fix_up>>) {
        static_cast<void>(v.take(place));
      } else {
        slot<T> out;
        static_cast<void>(v.take_into(out, place));
      }
      break;
    case does::resize:
      v.resize(at + s.many);
      break;
    case does::resize_value:
      v.resize(at + s.many, T(s.value));
      break;
    case does::reserve:
      v.reserve(at + s.many);
      break;
    case does::shrink_to_fit:
      v.shrink_to_fit();
      break;
    case does::assign:
      v.empty() ? v.assign(s.many, T(s.value)) : v.assign(s.many, T(v[own]));
      break;
    case does::assign_range:
      v.assign(numbers.begin(), numbers.end());
      break;
    case does::copy: {
      V other(v);
      other.push_back(s.value);
      v = other;
      break;
    }
    case does::move: {
      V other(std::move(v));
      v = V();
      v = std::move(other);
      break;
    }
    case does::swap: {
      V other;
      other.push_back(s.value);
      v.swap(other);
      break;
    }
    case does::clear:
      v.clear();
      break;
    case does::last:
      break;
  }
}

/// May the step leave other values behind when it throws?
bool is_basic(does what) {
  return what == does::assign || what == does::assign_range || what == does::copy || what == does::erase_if;
}

template <class V>
void require_same(V const& v, std::vector<int> const& model) {
  RC_ASSERT(v.size() == model.size());
  RC_ASSERT(v.size() <= v.capacity());
  RC_ASSERT(v.empty() == model.empty());
  RC_ASSERT(static_cast<std::size_t>(noted_elements.alive) == model.size());
  for (std::size_t i = 0; i < model.size(); ++i) RC_ASSERT(v[i].value() == model[i]);
}

template <class V>
void against_std(std::vector<step> const& steps) {
  noted_elements = {};
  {
    V v;
    std::vector<int> model;
    for (auto const& s : steps) {
      std::size_t const at = s.at % (model.size() + 1);
      std::size_t const own = model.empty() ? 0 : (s.at + s.many) % model.size();
      auto next = model;
      apply(next, s, at, own);
      for (int chance = 1;; ++chance) {
        element_fuse.left = chance;
        try {
          apply(v, s, at, own);
          element_fuse.left = 0;
          break;
        } catch (boom) {
          if (is_basic(s.what)) {
            RC_ASSERT(static_cast<std::size_t>(noted_elements.alive) == v.size());
            v.assign(model.begin(), model.end());
          }
          require_same(v, model);
        }
      }
      model = next;
      require_same(v, model);
    }
  }
  RC_ASSERT(noted_elements.alive == 0);
}

template <class V>
void holds_for(std::string const& name) {
  rc::prop(name, [] { against_std<V>(*rc::gen::container<std::vector<step>>(any_step())); });
}

}  // namespace

TEST_CASE("transfer_vector behaves as std::vector, and keeps what it has when an element throws") {
  holds_for<transfer_vector<element<by::bytes>>>("bytes");
  holds_for<transfer_vector<element<by::fix_up>>>("bytes and fix-up");
  holds_for<transfer_vector<element<by::hook>>>("hook");
  holds_for<transfer_vector<element<by::hook_by_value>>>("hook by value");
  holds_for<transfer_vector<element<by::move>>>("move and destroy");
  holds_for<transfer_vector<element<by::hook>, allocator_of<element<by::hook>, false, false>>>(
      "an allocator");
  holds_for<transfer_vector<element<by::move>, allocator_of<element<by::move>, true, true>>>(
      "an allocator that constructs");
}
