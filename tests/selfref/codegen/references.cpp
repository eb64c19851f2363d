// SPDX-License-Identifier: BSL-1.0
// Pairs of functions, raw_NAME and our_NAME, that must compile to the same instructions with -O2 -DNDEBUG.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "tenure/selfref.hpp"
#include "tenure/selfref/std.hpp"

using namespace tenure::selfref;

struct ring {
  int slots[8];
  int head;
  [[no_unique_address]] self_field<&ring::head> cursor;
};
struct raw_ring {
  int slots[8];
  int head;
};

struct node {
  int a, b;
  self_ptr<int> at;
  self_ptr_or_null<int> maybe;
};
struct raw_node {
  int a, b;
  std::int32_t at, maybe;
};
inline int* follow(std::int32_t const& distance) {
  return reinterpret_cast<int*>(reinterpret_cast<std::uintptr_t>(&distance) +
                                static_cast<std::uintptr_t>(std::intptr_t{distance}));
}

struct cat {
  std::string data;
  self_slice<&cat::data> name;
};
struct raw_cat {
  std::string data;
  std::size_t position, length;
};
struct row {
  std::array<int, 64> numbers;
  self_slice<&row::numbers, std::uint32_t> some;
};
struct raw_row {
  std::array<int, 64> numbers;
  std::uint32_t position, length;
};

struct pick {
  int a, b;
  self_tag<&pick::a, &pick::b> which;
};
struct raw_pick {
  int a, b;
  std::uint8_t which;
};

struct far {
  rel_ptr<int> to;
};
struct raw_far {
  std::intptr_t to;
};

/// The value goes on without an own, as in a container.
template <class T>
T* kept(tenure::own<T> value) {
  return tenure::detail::own_access::give_up(std::move(value));
}

extern "C" {

// A known sibling is that member.
int raw_field(raw_ring const* r) { return r->head; }
int our_field(ring const* r) { return r->cursor.in(*r); }
void raw_set_field(raw_ring* r, int v) { r->head = v; }
void our_set_field(ring* r, int v) { r->cursor.in(*r) = v; }
void raw_copy_field(raw_ring* to, raw_ring const* from) { *to = *from; }
void our_copy_field(ring* to, ring const* from) { *to = *from; }

// A distance is added to its own address.
int raw_ptr(raw_node const* n) { return *follow(n->at); }
int our_ptr(node const* n) { return *n->at; }
void raw_set_target(raw_node* n, int v) { *follow(n->at) = v; }
void our_set_target(node* n, int v) { *n->at = v; }
int raw_maybe(raw_node const* n) { return *follow(n->maybe); }
int our_maybe(node const* n) { return *n->maybe; }
void raw_aim(raw_node* n) {
  n->at =
      static_cast<std::int32_t>(offsetof(raw_node, b)) - static_cast<std::int32_t>(offsetof(raw_node, at));
}
void our_aim(node* n) { n->at = self_ptr<int>::to(*n, n->b); }
void raw_copy_node(raw_node* to, raw_node const* from) { *to = *from; }
void our_copy_node(node* to, node const* from) { *to = *from; }

// A slice is two numbers and the member's data().
char const* raw_name(raw_cat const* c) { return c->data.data() + c->position; }
char const* our_name(cat const* c) { return c->name.in(*c).data(); }
std::size_t raw_name_size(raw_cat const* c) { return c->length; }
std::size_t our_name_size(cat const* c) { return c->name.in(*c).size(); }
int raw_some(raw_row const* r, std::size_t i) { return (r->numbers.data() + r->position)[i]; }
int our_some(row const* r, std::size_t i) { return r->some.in(*r)[i]; }

// Which member is chosen is a byte.
bool raw_is(raw_pick const* p) { return p->which == 1; }
bool our_is(pick const* p) { return p->which.is<&pick::b>(); }

// A distance to elsewhere.
int raw_far_read(raw_far const* f) {
  return *reinterpret_cast<int*>(reinterpret_cast<std::uintptr_t>(&f->to) +
                                 static_cast<std::uintptr_t>(f->to));
}
int our_far_read(far const* f) { return *f->to; }

// Relocation by bytes is a copy of bytes. (relocate_n is memmove behind two tests, which GCC lays out as it
// pleases; how long it takes is in papers/05-self-reference-and-relocation.)
raw_node* raw_relocate_node(raw_node* from, raw_node* to) {
  return static_cast<raw_node*>(std::memcpy(to, from, sizeof(raw_node)));
}
node* our_relocate_node(node* from, node* to) {
  return kept(relocate_to(tenure::own<node>::from_raw(from), to));
}
void** raw_relocate_owner(void** from, void** to) {
  return static_cast<void**>(std::memcpy(to, from, sizeof(void*)));
}
std::unique_ptr<int>* our_relocate_owner(std::unique_ptr<int>* from, std::unique_ptr<int>* to) {
  return kept(relocate_to(tenure::own<std::unique_ptr<int>>::from_raw(from), to));
}
void raw_swap(raw_node* a, raw_node* b) {
  if (a == b) return;
  raw_node between;
  std::memcpy(&between, a, sizeof between);
  std::memcpy(a, b, sizeof between);
  std::memcpy(b, &between, sizeof between);
}
void our_swap(node* a, node* b) { swap_places(*a, *b); }

}  // extern "C"
