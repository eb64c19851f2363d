// SPDX-License-Identifier: BSL-1.0
// Functions whose size is read from the object file, Flattened, so that what they call and is defined here
// counts.
#include <vector>

#include "library.hpp"
#include "pass.hpp"
#include "tenure/selfref/vector.hpp"

using namespace probe;
using std::size_t;
using sso = absolute<follow::branch>;
template <class T>
using ours = tenure::selfref::transfer_vector<T>;

extern "C" {

void pass_memcpy(known* from, size_t n, known* to) { by_memcpy<known>::pass(from, n, to); }
void pass_self_field(with_self_field* from, size_t n, with_self_field* to) {
  by_library<with_self_field>::pass(from, n, to);
}
void pass_self_ptr(with_self_ptr* from, size_t n, with_self_ptr* to) {
  by_library<with_self_ptr>::pass(from, n, to);
}
void pass_fix_up(sso* from, size_t n, sso* to) { by_library<sso>::pass(from, n, to); }
void pass_hook(hooked* from, size_t n, hooked* to) { by_library<hooked>::pass(from, n, to); }
void pass_absolute(sso* from, size_t n, sso* to) { by_move<sso>::pass(from, n, to); }
void pass_offset_ptr(offset<false>* from, size_t n, offset<false>* to) {
  by_move<offset<false>>::pass(from, n, to);
}
void pass_string(text* from, size_t n, text* to) { by_move<text>::pass(from, n, to); }
void pass_heap_pin(on_heap* from, size_t n, on_heap* to) { by_move<on_heap>::pass(from, n, to); }

void push_absolute(std::vector<sso>& all, word tag) { all.emplace_back(tag); }
void push_offset_ptr(std::vector<offset<false>>& all, word tag) { all.emplace_back(tag); }
void push_string(std::vector<text>& all, word tag) { all.emplace_back(tag); }
void push_heap_pin(std::vector<on_heap>& all, word tag) { all.emplace_back(tag); }
void push_memcpy(std::vector<known>& all, word tag) { all.emplace_back(tag); }
void push_self_field(ours<with_self_field>& all, word tag) { all.emplace_back(tag); }
void push_self_ptr(ours<with_self_ptr>& all, word tag) { all.emplace_back(tag); }
void push_fix_up(ours<sso>& all, word tag) { all.emplace_back(tag); }
void push_hook(ours<hooked>& all, word tag) { all.emplace_back(tag); }

word follow_absolute(sso& it) { return it.target(); }
word follow_self_field(with_self_field& it) { return it.target(); }
word follow_self_ptr(with_self_ptr& it) { return it.target(); }
word follow_offset_ptr(offset<false>& it) { return it.target(); }
word follow_string(text& it) { return it.target(); }
word follow_heap_pin(on_heap& it) { return it.target(); }
word follow_memcpy(known& it) { return it.target(); }

}  // extern "C"
