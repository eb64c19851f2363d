// SPDX-License-Identifier: BSL-1.0
// Pairs of functions, raw_NAME and our_NAME, that must compile to the same instructions with -O2 -DNDEBUG.
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "tenure/ownership/atomic_cell.hpp"
#include "tenure/ownership/cell.hpp"
#include "tenure/ownership/reference.hpp"
#include "tenure/ownership/sharing_std.hpp"

using tenure::cell;
using tenure::shared;
using tenure::unique;

struct point {
  int x, y;
};
struct counter {
  point at;
  cell<int> hits;
};
struct raw_counter {
  point at;
  int hits;
};

extern "C" {

int raw_read(int const* p) { return *p; }
int our_read(shared<int> p) { return *p; }

int raw_read_field(point const* p) { return p->y; }
int our_read_field(shared<point> p) { return *p.field<1>(); }

int raw_read_member(point const* p) { return p->y; }
int our_read_member(shared<point> p) { return p->y; }

void raw_write(int* p, int v) { *p = v; }
void our_write(unique<int> p, int v) { *p = v; }

void raw_add(point* p, int v) { p->y += v; }
void our_add(unique<point> p, int v) { p->y += v; }

int const* raw_share(int* p) { return p; }
shared<int> our_share(unique<int> p) { return std::move(p).share(); }

int raw_get(int* p) { return *p; }
int our_get(shared<cell<int>> p) { return p.get(); }

void raw_set(int* p, int v) { *p = v; }
void our_set(shared<cell<int>> p, int v) { p.set(v); }

int raw_replace(int* p, int v) {
  int const old = *p;
  *p = v;
  return old;
}
int our_replace(shared<cell<int>> p, int v) { return p.replace(v); }

void raw_update(int* p) { *p = *p * 3; }
void our_update(shared<cell<int>> p) {
  p.update([](int n) { return n * 3; });
}

void raw_hit(raw_counter* c) { c->hits = c->hits + c->at.x; }
void our_hit(shared<counter> c) {
  auto const hits = c.field(&counter::hits);
  hits.set(hits.get() + c.field(&counter::at)->x);
}

int* raw_from_mut(int* p) { return p; }
shared<cell<int>> our_from_mut(unique<int> p) { return cell<int>::from_mut(std::move(p)); }

int raw_element(std::vector<int> const* v, std::size_t i) { return v->data()[i]; }
int our_element(shared<std::vector<int>> v, std::size_t i) { return *v[i]; }

int raw_deep(std::unique_ptr<int> const* p) { return *p->get(); }
int our_deep(shared<std::unique_ptr<int>> p) { return **p; }

int raw_load(std::atomic<int>* p) { return p->load(std::memory_order_acquire); }
int our_load(shared<tenure::atomic_cell<int>> p) { return p.load(std::memory_order_acquire); }

int raw_fetch_add(std::atomic<int>* p, int v) { return p->fetch_add(v); }
int our_fetch_add(shared<tenure::atomic_cell<int>> p, int v) { return p.fetch_add(v); }

}  // extern "C"
