// SPDX-License-Identifier: BSL-1.0
// What may refer to what.
//
// Which reference an object keeps to its own parts depends on how much is known when the class is written.
// The more is known, the less is stored: of a known member nothing at all.

#include <tenure/selfref.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

using namespace tenure::selfref;

// [known]
struct ring {
  int slots[4];
  int head;
  [[no_unique_address]] self_field<&ring::head> cursor{};  // always this member: no byte
};
static_assert(sizeof(ring) == 5 * sizeof(int));
// [/known]

// [chosen]
struct pick {
  int a = 1;
  int b = 2;
  self_tag<&pick::a, &pick::b> which;  // one of these members: a byte
};
constexpr int picked() {
  pick one;
  one.which.set<&pick::b>();
  pick other = one;           // the choice goes along,
  other.which.in(other) = 7;  // and means the member of the copy
  return one.b * 10 + other.b;
}
static_assert(picked() == 27);
// [/chosen]

// [anywhere]
struct node {
  int small[2];
  int large[20];
  self_ptr<int> at;  // anywhere in this object: four bytes, copied as bytes
};
static_assert(std::is_trivially_copyable_v<node>);
// [/anywhere]

// [elsewhere]
struct reading {
  rel_ptr<int const> sensor;  // elsewhere: what it refers to does not move along
  int scale;
};
static_assert(!std::is_trivially_copyable_v<reading>);  // each copy finds its own way there
// [/elsewhere]

// [unsafe]
struct legacy {
  std::string text;
  unsafe_ref<char const> cursor;  // an address, whatever it means
};
static_assert(!Transfer<legacy>);  // nobody knows how to relocate that; a hook would say it
// [/unsafe]

int main() {
  ring r{{1, 2, 3, 4}, 0};
  r.cursor.in(r) = 3;
  if (r.head != 3) return 1;

  node n{{1, 2}, {}, self_ptr<int>::to(n, n.large[7])};
  *n.at = 42;
  node m = n;
  *m.at = 43;  // its own large[7]
  if (n.large[7] != 42 || m.large[7] != 43) return 2;

  int const sensor = 20;
  reading const first{rel_ptr<int const>{sensor}, 2};
  reading const second = first;
  return *second.sensor * second.scale == 40 ? 0 : 3;
}
