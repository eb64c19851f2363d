// SPDX-License-Identifier: BSL-1.0
// What may be done to objects that refer to themselves: as much as without the reference.
#include <string>

#include "tenure/ownership/std_values.hpp"
#include "tenure/selfref.hpp"

using namespace tenure::selfref;
using tenure::Leak;
using tenure::Move;
using tenure::Send;
using tenure::Sync;

struct cat {
  std::string data;
  self_slice<&cat::data> name;
};
struct node {
  int a, b;
  self_ptr<int> at;
  self_ptr_or_null<int> maybe;
  self_tag<&node::a, &node::b> which;
  [[no_unique_address]] self_field<&node::a> known;
};
static_assert(Send<cat> && Sync<cat> && Leak<cat> && Move<cat>);
static_assert(Send<node> && Sync<node> && Leak<node> && Move<node> && Transfer<node>);

// What refers to elsewhere is as a pointer there.
struct far {
  rel_ptr<int> to;
};
struct legacy {
  unsafe_ref<int> to;
};
static_assert(!Send<far> && !Sync<far> && Leak<far> && Move<far> && Transfer<far>);
static_assert(!Send<legacy> && Leak<legacy> && !Transfer<legacy>);
