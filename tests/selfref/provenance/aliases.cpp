// SPDX-License-Identifier: BSL-1.0
// Hazard 1: optimisers conclude from the object that an address is computed from which objects it can lead
// to. Each function below writes through a reference what it then reads by name, or the reverse, with
// everything visible to the optimiser and again with it hidden. Compiled at -O0 to -O3. With FAULT=1 the
// references are computed as `char* + distance`, which GCC and Clang then miscompile: so the test can fail.
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string>

#include "tenure/selfref.hpp"
#include "tenure/selfref/list.hpp"
#include "tenure/selfref/std.hpp"
#include "tenure/selfref/vector.hpp"

using namespace tenure::selfref;

namespace {

#if FAULT
template <class U>
class elsewhere {
  std::ptrdiff_t distance_;

 public:
  explicit elsewhere(U& target)
      : distance_{reinterpret_cast<char*>(&target) - reinterpret_cast<char*>(this)} {}
  U* get() const {
    return reinterpret_cast<U*>(const_cast<char*>(reinterpret_cast<char const*>(this)) + distance_);
  }
  U& operator*() const { return *get(); }
};
#else
template <class U>
using elsewhere = rel_ptr<U>;
#endif

int failures = 0;
void check(bool held, char const* what) {
  if (held) return;
  ++failures;
  std::printf("found wrong: %s\n", what);
}

/// What the optimiser is not told.
template <class T>
T hidden(T value) {
  T volatile copy = value;
  return copy;
}

struct far {
  elsewhere<int> to;
};
int write_elsewhere() {
  int target = 1;
  far const f{elsewhere<int>{target}};
  *f.to = 2;
  return target;
}
int read_elsewhere() {
  int target = 1;
  far const f{elsewhere<int>{target}};
  target = 2;
  return *f.to;
}
int elsewhere_in_a_loop(int n) {
  int target = 0;
  far const f{elsewhere<int>{target}};
  for (int i = 0; i < n; ++i) {
    *f.to += target + 1;
  }
  return target;
}
int elsewhere_by_way_of_another() {
  int target = 1;
  far const f{elsewhere<int>{target}};
  far const g{elsewhere<int>{*f.to}};
  *g.to = 5;
  return target;
}

struct parts {
  int a = 1;
  int b = 2;
  std::array<int, 4> many{3, 4, 5, 6};
  self_ptr<int> at = self_ptr<int>::to(*this, b);
  self_ptr_or_null<parts> whole{};
  self_tag<&parts::a, &parts::b> which{};
  self_slice<&parts::many> some{1, 2};
};
int write_sibling() {
  parts p;
  *p.at = 20;
  return p.b;
}
int read_sibling() {
  parts p;
  p.b = 20;
  return *p.at;
}
int retarget(int n) {
  parts p;
  for (int i = 0; i < n; ++i) {
    p.at = self_ptr<int>::to(p, p.many[static_cast<std::size_t>(i) % 4]);
    *p.at = 10 + i;
  }
  return p.many[0] + p.many[1] + p.many[2] + p.many[3];
}
int through_the_whole() {
  parts p;
  p.whole = self_ptr<parts>::to(p, p);
  p.whole->a = 7;
  return p.a;
}
int of_a_copy() {
  parts p;
  parts q = p;
  *q.at = 40;
  return 100 * q.b + p.b;
}
int by_tag(bool second) {
  parts p;
  if (second) p.which.set<&parts::b>();
  p.which.in(p) = 9;
  return 10 * p.a + p.b;
}
int by_slice() {
  parts p;
  for (int& each : p.some.in(p)) each = 8;
  return 1000 * p.many[0] + 100 * p.many[1] + 10 * p.many[2] + p.many[3];
}
// Two references of unlike types to one object's parts: no write may pass another.
struct mixed {
  float real = 1;
  int whole = 1;
  self_ptr<float> to_real = self_ptr<float>::to(*this, real);
  self_ptr<int> to_whole = self_ptr<int>::to(*this, whole);
};
int unlike() {
  mixed m;
  *m.to_real = 2;
  *m.to_whole = 3;
  m.real += 4;
  return static_cast<int>(*m.to_real) * 10 + m.whole;
}

// The neighbours of a list are found from a member.
struct job {
  int id;
  transfer_link place;
  int done = 0;
};
int by_link() {
  job a{1, {}}, b{2, {}};
  transfer_list<&job::place> all;
  all.push_back(a);
  all.push_back(b);
  for (job& each : all) each.done = each.id + 1;
  return 10 * a.done + b.done;
}

// Values relocated, by each tier that copies bytes, are read where they are and not where they were.
int relocated_bytes() {
  tenure::slot<parts> here;
  tenure::slot<parts> there;
  auto first = here.emplace();
  *first->at = 30;
  auto second = relocate_at(std::move(first), there);
  auto third = here.emplace();  // the old place has another value now
  *second->at += 1;
  return 100 * second->b + third->b;
}
int relocated_string() {
  tenure::slot<std::string> here;
  tenure::slot<std::string> there;
  auto second = relocate_at(here.emplace("short"), there);
  auto third = here.emplace("other");
  (*second)[0] = 'S';
  return *second == "Short" && *third == "other";
}
int reinterpreted() {  // storage of one type, then of another
  alignas(8) std::byte storage[8];
  int* const number = ::new (storage) int(1);
  int source = 5;
  relocate_n(&source, 1, number);
  int const seen = *number;
  float real = 2.5F;
  float* const fresh = relocate_n(&real, 1, reinterpret_cast<float*>(storage)) - 1;
  return seen * 100 + static_cast<int>(*fresh * 10.0F);
}
struct with_const {
  int const number;
};
int const_anew() {
  tenure::slot<with_const> here;
  tenure::slot<with_const> there;
  auto first = here.emplace_with([] { return with_const{1}; });
  int const before = first->number;
  auto moved = relocate_at(std::move(first), there);
  auto second = here.emplace_with([] { return with_const{2}; });
  return 100 * before + 10 * moved->number + second->number;
}
int grown(int n) {
  transfer_vector<parts> all;
  for (int i = 0; i < n; ++i) {
    all.emplace_back();
    *all.back().at = i;
  }
  int sum = 0;
  for (parts& each : all) sum += each.b;
  return sum;
}

void all_of(int n) {
  check(write_elsewhere() == 2, "a write through a reference to elsewhere is seen");
  check(read_elsewhere() == 2, "a reference to elsewhere sees a write");
  check(elsewhere_in_a_loop(n) == (1 << n) - 1, "reads and writes of one target in a loop");
  check(elsewhere_by_way_of_another() == 5, "a reference to elsewhere, made from another");
  check(write_sibling() == 20, "a write through a self_ptr is seen");
  check(read_sibling() == 20, "a self_ptr sees a write");
  check(retarget(n) == 10 * 4 + n * (n - 1) / 2 || n != 4, "a self_ptr that is set again and again");
  check(through_the_whole() == 7, "a self_ptr to the whole");
  check(of_a_copy() == 4002, "a copy refers to itself");
  check(by_tag(n == 4) == 19 && by_tag(n != 4) == 92, "a tag");
  check(by_slice() == 3886, "a slice");
  check(unlike() == 63, "references of unlike types");
  check(by_link() == 23, "values found from their links");
  check(relocated_bytes() == 3102, "bytes relocated");
  check(relocated_string() == 1, "bytes relocated and mended");
  check(reinterpreted() == 525, "storage used again for another type");
  check(const_anew() == 112, "storage used again for a const member");
  check(grown(25 * n) == 25 * n * (25 * n - 1) / 2, "elements that a vector relocated");
}

}  // namespace

int main() {
  all_of(4);
  all_of(hidden(4));
  return failures == 0 ? 0 : 1;
}
