// SPDX-License-Identifier: BSL-1.0
// A semantic type answers two questions: is this byte sequence a value of mine (`own`), and is this address a
// valid shared reference for this lifetime (`shr`)? The answer is the resource that must be there, or
// nothing.
//
// R. Jung, "The RustBelt model of shared references"; lambda-rust, theories/typing/type.v (record `type`) and
// the files named at each type.
#pragma once

#include "tenure/ownership/model/permission.hpp"
#include "tenure/ownership/model/rules.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace tenure::model {

using claim = std::optional<resource>;  ///< nothing: not valid

struct type {
  std::string name;
  std::size_t size = 1;
  value_set shape = 0;    ///< byte tuples that have the form of a value, whatever they point to
  use as = use::opaque;   ///< may a client who owns it write any tuple of its shape?
  bool pointers = false;  ///< does it look at memory outside itself?
  std::function<claim(thread, bytes const&, heap const&)> own;
  std::function<claim(lifetime, thread, address, heap const&)> shr;
  bool plain = false;  ///< bytes and nothing else, in both modes
};

inline value_set shape_of(std::size_t size, auto valid) {
  value_set set = 0;
  for (unsigned v = 0; v < tuples(size); ++v) {
    bytes tuple;
    for (std::size_t i = 0; i < size; ++i) tuple.push_back(digit(v, size, i));
    if (valid(tuple)) set |= value_set{1} << v;
  }
  return set;
}

inline permission region(address at, std::size_t size, value_set values, use as,
                         std::vector<gate> gates = {}) {
  return {at, static_cast<std::uint8_t>(size), as, 0, values, std::move(gates)};
}

/// RustBelt's `l |->: own`: the bytes at `at`, and whatever the value they are claims beyond.
inline claim owned_at(type const& t, thread who, address at, heap const& h) {
  auto const inside = t.own(who, read(h, at, t.size), h);
  if (!inside) return std::nullopt;
  return join({region(at, t.size, t.shape, t.as)}, *inside);
}

inline claim both(claim const& x, claim const& y) { return x && y ? join(*x, *y) : std::nullopt; }
inline claim behind(gate g, claim const& x) { return x ? claim{behind(g, *x)} : std::nullopt; }

/// A pointer to `size` cells that lies in the memory.
constexpr bool points(byte p, std::size_t size) { return p + size <= heap_cells; }

/// R9: sharing is read-only memory that is a valid value.
inline auto read_only(type const& t) {
  return [own = t.own, size = t.size, shape = t.shape, as = t.as](lifetime k, thread who, address at,
                                                                  heap const& h) -> claim {
    auto const inside = own(who, read(h, at, size), h);
    if (!inside) return std::nullopt;
    return join({region(at, size, shape, as, {{opening::fraction, k}})}, *inside);
  };
}

inline type scalar(std::string name, value_set shape) {
  type t{std::move(name), 1, shape, use::scalar, false, {}, {}};
  t.own = [shape](thread, bytes const& v, heap const&) -> claim {
    return v.size() == 1 && contains(shape, v[0]) ? claim{resource{}} : std::nullopt;
  };
  t.plain = true;
  t.shr = read_only(t);
  return t;
}
inline type integer() { return scalar("i32", every(1)); }
inline type boolean() { return scalar("bool", 0b0011); }

/// product.v: side by side, each part in its own mode. At most `widest` bytes together.
inline type pair(type const& x, type const& y) {
  type t{
      "(" + x.name + ", " + y.name + ")", x.size + y.size, 0, use::opaque, x.pointers || y.pointers, {}, {}};
  t.plain = x.plain && y.plain;
  if (x.as == use::scalar && y.as == use::scalar) t.as = use::scalar;
  t.shape = shape_of(t.size, [&](bytes const& v) {
    return contains(x.shape, number(v.data(), x.size)) &&
           contains(y.shape, number(v.data() + x.size, y.size));
  });
  t.own = [x, y](thread who, bytes const& v, heap const& h) -> claim {
    if (v.size() != x.size + y.size) return std::nullopt;
    auto const middle = v.begin() + static_cast<std::ptrdiff_t>(x.size);
    return both(x.own(who, {v.begin(), middle}, h), y.own(who, {middle, v.end()}, h));
  };
  t.shr = [x, y](lifetime k, thread who, address at, heap const& h) {
    return both(x.shr(k, who, at, h), y.shr(k, who, static_cast<address>(at + x.size), h));
  };
  return t;
}

/// sum.v: a tag, 0 or 1, and the alternative it names; bytes that the smaller one leaves over are padding.
/// Shared, the tag is read-only and the alternative is shared in its own mode; of plain data that is R9's
/// read-only memory. Since a claim speaks of one tag, clients replace whole sums of plain data only.
inline type either(type const& x, type const& y, rules const& r = {}) {
  type t{"Result<" + x.name + ", " + y.name + ">",
         1 + std::max(x.size, y.size),
         0,
         use::opaque,
         x.pointers || y.pointers,
         {},
         {}};
  t.plain = x.plain && y.plain;
  if (t.plain) t.as = use::scalar;
  t.shape = shape_of(t.size, [&](bytes const& v) {
    type const& it = v[0] == 0 ? x : y;
    return v[0] < 2 && contains(it.shape, number(v.data() + 1, it.size));
  });
  t.own = [x, y, r, size = t.size](thread who, bytes const& v, heap const& h) -> claim {
    if (v.size() != size || v[0] > 1) return std::nullopt;
    type const& it = v[0] == 0 ? x : y;
    auto const inside = it.own(who, {v.begin() + 1, v.begin() + 1 + static_cast<std::ptrdiff_t>(it.size)}, h);
    return inside && v[0] == 1 && r.has(fault::sum_forgets_payload) ? claim{resource{}} : inside;
  };
  t.shr = [x, y](lifetime k, thread who, address at, heap const& h) -> claim {
    if (h[at] > 1) return std::nullopt;
    value_set const tag = value_set{1} << h[at];
    return both(resource{region(at, 1, tag, use::opaque, {{opening::fraction, k}})},
                (h[at] == 0 ? x : y).shr(k, who, static_cast<address>(at + 1), h));
  };
  if (t.plain) t.shr = read_only(t);
  return t;
}

/// A type of one byte that points to `size` cells: what is common to references, boxes and counted pointers.
inline type pointer(std::string name, std::size_t size,
                    std::function<claim(thread, address, heap const&)> own,
                    std::function<claim(lifetime, thread, address, heap const&)> shr_of_target) {
  type t{std::move(name), 1, 0, use::opaque, true, {}, {}};
  t.shape = shape_of(1, [&](bytes const& v) { return points(v[0], size); });
  t.own = [own, size](thread who, bytes const& v, heap const& h) -> claim {
    return v.size() == 1 && points(v[0], size) ? own(who, v[0], h) : std::nullopt;
  };
  t.shr = [shr_of_target, size, shape = t.shape](lifetime k, thread who, address at, heap const& h) -> claim {
    if (!points(h[at], size)) return std::nullopt;
    return both(resource{region(at, 1, shape, use::opaque, {{opening::fraction, k}})},
                shr_of_target(k, who, h[at], h));
  };
  return t;
}

/// shr_bor.v: `&'k T` owns that T is shared for 'k.
inline type reference(lifetime k, type const& t, rules const& r = {}) {
  auto shared = r.has(fault::read_only_reference) ? decltype(t.shr){read_only(t)} : t.shr;
  return pointer(
      "&" + text(k) + " " + t.name, t.size,
      [k, shared](thread who, address p, heap const& h) { return shared(k, who, p, h); },
      [k, shared](lifetime, thread who, address p, heap const& h) { return shared(k, who, p, h); });
}

/// uniq_bor.v: `&'k mut T` owns a full borrow of T for 'k; shared, it is a shared T for as long as both last.
inline type unique(lifetime k, type const& t, rules const& r = {}) {
  return pointer(
      "&" + text(k) + " mut " + t.name, t.size,
      [k, t](thread who, address p, heap const& h) {
        return behind({opening::borrow, k}, owned_at(t, who, p, h));
      },
      [k, t, r](lifetime outer, thread who, address p, heap const& h) -> claim {
        auto const shared = t.shr(meet(k, outer), who, p, h);
        return r.has(fault::shallow_sharing) && shared ? claim{resource{}} : shared;
      });
}

/// own.v: `Box<T>` owns the cells it points to.
inline type box(type const& t, rules const& r = {}) {
  return pointer(
      "Box<" + t.name + ">", t.size,
      [t](thread who, address p, heap const& h) { return owned_at(t, who, p, h); },
      [t, r](lifetime k, thread who, address p, heap const& h) -> claim {
        if (r.has(fault::exclusive_sharing)) return behind({opening::borrow, k}, owned_at(t, who, p, h));
        return t.shr(k, who, p, h);
      });
}

/// vec: pointer, length, capacity. Owned, the cells up to the capacity, of which those up to the length are
/// values. R22: shared, the three words are read-only and each element is shared in its own mode.
inline type vec(type const& t, rules const& r = {}) {
  type v{"Vec<" + t.name + ">", 3, 0, use::opaque, true, {}, {}};
  auto const valid = [size = t.size](bytes const& w) {
    return w.size() == 3 && w[1] <= w[2] && w[0] + w[2] * size <= heap_cells;
  };
  v.shape = shape_of(3, valid);
  v.own = [t, valid](thread who, bytes const& w, heap const& h) -> claim {
    if (!valid(w)) return std::nullopt;
    claim all = resource{};
    for (std::size_t i = 0; i < w[2]; ++i) {
      auto const at = static_cast<address>(w[0] + i * t.size);
      all = both(
          all, i < w[1] ? owned_at(t, who, at, h) : claim{{region(at, t.size, every(t.size), use::scalar)}});
    }
    return all;
  };
  v.shr = [t, r, valid, shape = v.shape](lifetime k, thread who, address at, heap const& h) -> claim {
    bytes const w = read(h, at, 3);
    if (!valid(w)) return std::nullopt;
    gate const header =
        r.has(fault::length_is_mutable) ? gate{opening::local, k, who} : gate{opening::fraction, k};
    claim all = resource{region(at, 3, shape, use::opaque, {header})};
    bool const too_much = r.has(fault::shares_capacity);
    for (std::size_t i = 0; i < w[too_much ? 2 : 1]; ++i) {
      auto const element = static_cast<address>(w[0] + i * t.size);
      // The faulty vector says that the element is a valid one without having one.
      all = too_much
                ? both(all, resource{region(element, t.size, t.shape, use::opaque, {{opening::fraction, k}})})
                : both(all, t.shr(k, who, element, h));
    }
    return all;
  };
  return v;
}

}  // namespace tenure::model
