// SPDX-License-Identifier: BSL-1.0
// The algebra of place sets against a model: a set of bytes, bit by bit.
#include "tenure/views/place_set.hpp"

#include <bitset>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"
#include "support/property.hpp"

using tenure::views::extent;
using tenure::views::place_set;

namespace {

constexpr std::size_t bytes = 40;
constexpr std::size_t room = 12;
using model = std::bitset<bytes>;
using set = place_set<room>;

/// Up to `room` ranges in any order; some are empty, some overlap, some touch.
std::vector<extent> ranges() {
  auto const size = *rc::gen::inRange<std::size_t>(0, room + 1);
  std::vector<extent> result(size);
  for (extent& each : result) {
    each.begin = *rc::gen::inRange<std::uint64_t>(0, bytes);
    each.end = *rc::gen::inRange<std::uint64_t>(each.begin, bytes + 1);
  }
  return result;
}

model bits_of(auto const& places) {
  model result;
  for (extent const& part : places) {
    for (std::uint64_t i = part.begin; i < part.end; ++i) result.set(i);
  }
  return result;
}

/// Sorted, no range empty, and a gap between any two.
bool normal(auto const& places) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].empty()) return false;
    if (i > 0 && places[i - 1].end >= places[i].begin) return false;
  }
  return true;
}

struct sets {
  std::vector<extent> raw_a = ranges(), raw_b = ranges();
  set a = set::of(raw_a.data(), raw_a.size()), b = set::of(raw_b.data(), raw_b.size());
  model ma = bits_of(raw_a), mb = bits_of(raw_b);
};

}  // namespace

TEST_CASE("a place set is the set of its bytes, in one form only") {
  rc::prop("of() is the union of its ranges, sorted and merged", [] {
    sets const s;
    RC_ASSERT(bits_of(s.a) == s.ma);
    RC_ASSERT(normal(s.a));
    RC_ASSERT((s.a == s.b) == (s.ma == s.mb));
  });
}

TEST_CASE("the operations are those on sets of bytes") {
  rc::prop("union, intersection, difference", [] {
    sets const s;
    RC_ASSERT(bits_of(s.a | s.b) == (s.ma | s.mb));
    RC_ASSERT(bits_of(s.a & s.b) == (s.ma & s.mb));
    RC_ASSERT(bits_of(s.a - s.b) == (s.ma & ~s.mb));
    RC_ASSERT(normal(s.a | s.b));
    RC_ASSERT(normal(s.a & s.b));
    RC_ASSERT(normal(s.a - s.b));
  });
  rc::prop("subset, disjoint", [] {
    sets const s;
    RC_ASSERT(subset(s.a, s.b) == ((s.ma & ~s.mb).none()));
    RC_ASSERT(disjoint(s.a, s.b) == ((s.ma & s.mb).none()));
    RC_ASSERT(subset(s.a & s.b, s.a));
    RC_ASSERT(disjoint(s.a - s.b, s.b));
  });
}

// All pairs of sets of up to two ranges over four bytes: every relative position there is.
TEST_CASE("the operations, exhaustively on four bytes") {
  std::vector<place_set<2>> all;
  for (std::uint64_t p = 0; p <= 4; ++p)
    for (std::uint64_t q = p; q <= 4; ++q)
      for (std::uint64_t r = 0; r <= 4; ++r)
        for (std::uint64_t s = r; s <= 4; ++s) {
          extent const raw[]{{p, q}, {r, s}};
          all.push_back(place_set<2>::of(raw, 2));
        }
  bool right = true;
  for (auto const& a : all) {
    for (auto const& b : all) {
      model const ma = bits_of(a), mb = bits_of(b);
      right = right && bits_of(a | b) == (ma | mb) && bits_of(a & b) == (ma & mb) &&
              bits_of(a - b) == (ma & ~mb) && subset(a, b) == (ma & ~mb).none() &&
              disjoint(a, b) == (ma & mb).none() && (a == b) == (ma == mb);
    }
  }
  CHECK(right);
  CHECK(all.size() == 225);
}
