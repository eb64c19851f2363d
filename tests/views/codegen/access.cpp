// SPDX-License-Identifier: BSL-1.0
// Pairs of functions, raw_NAME and our_NAME, that must compile to the same instructions with -O2 -DNDEBUG.
#include <cstddef>
#include <cstdint>
#include <utility>

#include "tenure/views/call.hpp"
#include "tenure/views/partial.hpp"
#include "tenure/views/place.hpp"
#include "tenure/views/swap.hpp"
#include "tenure/views/view.hpp"

using namespace tenure::views;

struct inner {
  int x, y;
};
struct outer {
  inner in;
  int a;
  std::int64_t b;
  int many[8];
};
using a = field<&outer::a>;
using b = field<&outer::b>;

extern "C" {

int raw_read(outer const* o) { return o->a; }
int our_read(view<outer, shr<a>> o) { return o[at<&outer::a>]; }

void raw_write(outer* o, int v) { o->a = v; }
void our_write(view<outer, mut<a>> o, int v) { o[at<&outer::a>] = v; }

void raw_add(outer* o) { o->a += 1; }
void our_add(view<outer, shr<b>, mut<a>> o) { o[at<&outer::a>] += 1; }

int raw_nested(outer const* o) { return o->in.y; }
int our_nested(view<outer, shr<path<&outer::in, &inner::y>>> o) { return o[at<&outer::in, &inner::y>]; }

std::int64_t raw_position(outer const* o) { return o->in.x + o->b; }
std::int64_t our_position(view<outer, shr<all>> o) { return o[at<&outer::in, &inner::x>] + o[at<&outer::b>]; }

void raw_callee(outer* o) { o->b += o->a; }
void our_callee(view<outer, shr<a>, mut<b>> o) { o[at<&outer::b>] += o[at<&outer::a>]; }

void raw_inlined(outer* o) {
  o->a += 1;
  o->b += o->a;
}
void our_inlined(view<outer, mut<all>> o) {
  our_add(o);
  our_callee(o);
}

int raw_split(outer* o) {
  o->a = 1;
  o->b = 2;
  return o->a;
}
int our_split(view<outer, mut<all>> o) {
  auto [p, q] = std::move(o).split<mut<a>, mut<b>>();
  p[at<&outer::a>] = 1;
  q[at<&outer::b>] = 2;
  return p[at<&outer::a>];
}

void raw_swap(outer* o, outer* p) { std::swap(o->b, p->b); }
void our_swap(view<outer, mut<b>> o, view<outer, mut<b>> p) { swap(o, p); }

int raw_lend(outer* o) { return o->a; }
int our_lend(outer* o) { return our_read(lend<shr<a>>(*o)); }

int raw_call(outer* o) { return o->a; }
int our_call(outer* o) { return call(*o, our_read); }

}  // extern "C"
