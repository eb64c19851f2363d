// SPDX-License-Identifier: BSL-1.0
// What it costs to reach fields through a view, and to pass a view where references were passed.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "support/bench.hpp"
#include "tenure/ownership/ref_cell.hpp"
#include "tenure/views.hpp"
#include "tenure/views/place.hpp"

namespace {

using tenure::views::at;
using tenure::views::field;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::place;
using tenure::views::shr;
using tenure::views::view;

constexpr std::size_t length = 1024;

struct bodies {
  std::vector<double> position = std::vector<double>(length, 1.0);
  std::vector<double> velocity = std::vector<double>(length, 0.5);
  std::vector<double> mass = std::vector<double>(length, 2.0);
};
using moved = view<bodies, mut<field<&bodies::position>>, shr<field<&bodies::velocity>>>;

// One step: every position changes by its velocity.
void direct(benchmark::State& state) {
  bodies all;
  for (auto _ : state) {
    auto& here = *tenure::bench::unknown(&all);
    for (std::size_t i = 0; i != length; ++i) here.position[i] += here.velocity[i];
    tenure::bench::flush();
  }
}
void viewed(benchmark::State& state) {
  bodies all;
  for (auto _ : state) {
    moved const here =
        lend<mut<field<&bodies::position>>, shr<field<&bodies::velocity>>>(*tenure::bench::unknown(&all));
    for (std::size_t i = 0; i != length; ++i)
      here[at<&bodies::position>][i] += here[at<&bodies::velocity>][i];
    tenure::bench::flush();
  }
}
void lent(benchmark::State& state) {
  place<bodies> all;
  for (auto _ : state) {
    auto const here =
        tenure::bench::unknown(&all)->lend<mut<field<&bodies::position>>, shr<field<&bodies::velocity>>>();
    for (std::size_t i = 0; i != length; ++i)
      here[at<&bodies::position>][i] += here[at<&bodies::velocity>][i];
    tenure::bench::flush();
  }
}

// A function that uses eight fields, called where nobody can look into it.
struct eight {
  std::uint32_t a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
};
using all_eight = view<eight, shr<field<&eight::a>, field<&eight::b>, field<&eight::c>, field<&eight::d>>,
                       mut<field<&eight::e>, field<&eight::f>, field<&eight::g>, field<&eight::h>>>;

void use_references(std::uint32_t const& a, std::uint32_t const& b, std::uint32_t const& c,
                    std::uint32_t const& d, std::uint32_t& e, std::uint32_t& f, std::uint32_t& g,
                    std::uint32_t& h) {
  e += a;
  f += b;
  g += c;
  h += d;
}
void use_object(eight& o) {
  o.e += o.a;
  o.f += o.b;
  o.g += o.c;
  o.h += o.d;
}
void use_view(all_eight o) {
  o[at<&eight::e>] += o[at<&eight::a>];
  o[at<&eight::f>] += o[at<&eight::b>];
  o[at<&eight::g>] += o[at<&eight::c>];
  o[at<&eight::h>] += o[at<&eight::d>];
}

void pass_references(benchmark::State& state) {
  eight o;
  auto* const call = tenure::bench::opaque(&use_references);
  for (auto _ : state) {
    auto& here = *tenure::bench::unknown(&o);
    call(here.a, here.b, here.c, here.d, here.e, here.f, here.g, here.h);
  }
}
void pass_object(benchmark::State& state) {
  eight o;
  auto* const call = tenure::bench::opaque(&use_object);
  for (auto _ : state) call(*tenure::bench::unknown(&o));
}
void pass_view(benchmark::State& state) {
  eight o;
  auto* const call = tenure::bench::opaque(&use_view);
  for (auto _ : state) {
    call(lend<shr<field<&eight::a>, field<&eight::b>, field<&eight::c>, field<&eight::d>>,
              mut<field<&eight::e>, field<&eight::f>, field<&eight::g>, field<&eight::h>>>(
        *tenure::bench::unknown(&o)));
  }
}

// One field is read while another is written, with and without a flag to look at.
struct tally {
  std::vector<int> seen = std::vector<int>(length, 1);
  std::uint64_t sum = 0;
};

}  // namespace
template <>
struct tenure::sharing<tally> : tenure::read_only<tally> {};
namespace {

void count_by_references(benchmark::State& state) {
  tally t;
  auto* const add =
      tenure::bench::opaque(+[](std::uint64_t& sum, int n) { sum += static_cast<unsigned>(n); });
  for (auto _ : state) {
    for (int const n : t.seen) add(t.sum, n);
  }
  tenure::bench::keep(t.sum);
}
using summed = view<tally, mut<field<&tally::sum>>>;
void count_by_views(benchmark::State& state) {
  tally t;
  auto* const add =
      tenure::bench::opaque(+[](summed self, int n) { self[at<&tally::sum>] += static_cast<unsigned>(n); });
  for (auto _ : state) {
    auto const reading = lend<shr<field<&tally::seen>>>(t);
    for (int const n : reading[at<&tally::seen>]) add(lend<mut<field<&tally::sum>>>(t), n);
  }
  tenure::bench::keep(t.sum);
}
void count_by_loans(benchmark::State& state) {
  place<tally> t;
  auto* const add =
      tenure::bench::opaque(+[](summed self, int n) { self[at<&tally::sum>] += static_cast<unsigned>(n); });
  for (auto _ : state) {
    auto const reading = t.lend<shr<field<&tally::seen>>>();
    for (int const n : reading[at<&tally::seen>]) t.call(add, n);
  }
  tenure::bench::keep(&t);
}
/// The flag cannot be held over the loop: it is set and cleared for every element.
void count_by_flag(benchmark::State& state) {
  tenure::ref_cell<tally> cell;
  tenure::shared const t{cell};
  auto* const add = tenure::bench::opaque(+[](tally& all, int n) { all.sum += static_cast<unsigned>(n); });
  for (auto _ : state) {
    for (std::size_t i = 0; i != length; ++i) {
      int const n = t.borrow()->seen[i];
      add(*t.borrow_mut(), n);
    }
  }
  tenure::bench::keep(&cell);
}

[[maybe_unused]] tenure::bench::group const access = tenure::bench::group("view access, 1024 elements")
                                                         .baseline("direct", direct)
                                                         .add("view", viewed)
                                                         .add("loan", lent);
[[maybe_unused]] tenure::bench::group const pass = tenure::bench::group("view pass, eight fields")
                                                       .baseline("references", pass_references)
                                                       .add("whole object", pass_object)
                                                       .add("view", pass_view);
[[maybe_unused]] tenure::bench::group const count = tenure::bench::group("view count, 1024 calls")
                                                        .baseline("references", count_by_references)
                                                        .add("views", count_by_views)
                                                        .add("loans", count_by_loans)
                                                        .add("whole-object flag", count_by_flag);

}  // namespace
