// SPDX-License-Identifier: BSL-1.0
// Which of the samples L1 to L11 survive under which design? The verdicts are constants of dialects.hpp; what
// is said of C++ is also tried with real code on every compiler.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tenure/ownership/dialects.hpp>
#include <vector>

#include "parts.hpp"
#include "support/compiler.hpp"

namespace ex = tenure::experiment;
namespace d = tenure::dialects;

namespace marker_designs {
namespace {

constexpr std::array<std::string_view, d::sample_count> samples{
    "L1 forget_generic<T>(v: T)",   "L2 forget(Box<dyn Display>)",
    "L3 iterator.for_each(forget)", "L4 forget(Box<dyn Display + Leak>)",
    "L5 forget(Vec<String>)",       "L6 forget a returned impl Iterator",
    "L7 struct H(G), G not Leak",   "L8 Iterator::Item becomes ?Leak",
    "L9 generics say ?Leak",        "L10 new value, old generic code",
    "L11 old code, new library",
};

auto said(d::outcome what) -> ex::cell {
  switch (what) {
    case d::outcome::ok:
      return ex::good("ok");
    case d::outcome::breaks:
      return ex::bad("breaks");
    case d::outcome::needs_bound_after:
      return ex::mixed("ok in the old edition, bound in the new");
    case d::outcome::pins:
      return ex::mixed("ok, but pins Item: Leak for ever");
    case d::outcome::per_argument:
      return ex::good("ok, fails only for !Leak arguments");
    case d::outcome::rejected:
      return ex::good("rejected, as wanted");
    case d::outcome::hole:
      return ex::bad("accepted: a hole");
    case d::outcome::breaking_change:
      return ex::bad("breaking change");
    case d::outcome::never:
      return ex::good("no");
    case d::outcome::during_migration:
      return ex::mixed("during migration only");
    case d::outcome::for_ever:
      return ex::bad("yes, for ever");
    case d::outcome::rejected_at_boundary:
      return ex::mixed("the firewall rejects at the boundary");
    case d::outcome::checked_at_instantiation:
      return ex::good("checked at instantiation");
    case d::outcome::not_applicable:
      return ex::plain("-");
  }
  return ex::missing("no such verdict");
}

template <d::reading R>
void fill(ex::verdict_table& table) {
  for (std::size_t i = 0; i != d::sample_count; ++i) {
    table.set(samples[i], auto_trait, said(d::verdicts<d::auto_trait, R>[i]));
    table.set(samples[i], maybe_trait, said(d::verdicts<d::maybe_trait, R>[i]));
    table.set(samples[i], edition_gated, said(d::verdicts<d::edition_gated, R>[i]));
  }
}

// --- All designs that the four rules can make ---

template <unsigned Rules>
inline constexpr d::design made{"", (Rules & 1) != 0, (Rules & 2) != 0, (Rules & 4) != 0, (Rules & 8) != 0};

struct quality {
  bool sound, keeps_old_code, frees_associated_types, needs_no_lasting_relaxation;
  [[nodiscard]] constexpr auto all() const -> bool {
    return sound && keeps_old_code && frees_associated_types && needs_no_lasting_relaxation;
  }
};

template <d::design const& D, d::reading R>
constexpr auto quality_of() -> quality {
  constexpr auto& v = d::verdicts<D, R>;
  auto const has = [&](d::outcome o) { return std::ranges::find(v, o) != v.end(); };
  return {!has(d::outcome::hole), !has(d::outcome::breaks),
          !has(d::outcome::breaking_change) && !has(d::outcome::pins), !has(d::outcome::for_ever)};
}

template <d::reading R, unsigned... Rules>
auto good_designs(std::integer_sequence<unsigned, Rules...>) -> std::vector<unsigned> {
  std::vector<unsigned> good;
  (void(quality_of<made<Rules>, R>().all() ? good.push_back(Rules) : void()), ...);
  return good;
}

// --- The samples in C++ ---

void try_in_cpp(ex::report& out) {
  auto tried = ex::compilers();
  if (out.quick() && tried.size() > 1) tried.resize(1);
  auto& table = out.verdicts("The samples in C++, where the library has the auto trait", [&] {
    std::vector<std::string> columns;
    for (auto const& cxx : tried) columns.push_back(cxx.name);
    return columns;
  }());
  static constexpr std::array files{"L1_generic", "L2_erased",   "L3_items",  "L4_erased_leak",
                                    "L5_known",   "L6_returned", "L7_holder", "L9_keeps"};
  std::vector<ex::compilation> cases;
  for (auto const& cxx : tried) {
    for (auto const* file : files)
      cases.push_back({.with = &cxx, .file = out.source_dir() / "cases" / fmt::format("{}.cpp", file)});
  }
  auto const judged = ex::judge_misuse(cases, "compiling the samples");
  std::size_t as_meant = 0;
  for (std::size_t i = 0; i != judged.size(); ++i) {
    auto const& one = judged[i];
    auto const name = cases[i].file.stem().string();
    bool const harmless = name == "L9_keeps";  // here the other use is not a misuse
    bool const meant =
        harmless ? one.said == ex::answer::accepted : one.said == ex::answer::rejected && !one.rule.empty();
    as_meant += meant;
    bool const breaks = name == "L2_erased";  // the very call of the sample is what is rejected
    auto const words = one.said == ex::answer::accepted ? std::string("ok with both")
                       : one.said == ex::answer::broken ? "no verdict"
                       : breaks                         ? "breaks"
                                                        : "ok; rejected without Leak";
    table.set(name, cases[i].with->name,
              meant && !breaks ? ex::good(words, one.rule) : ex::bad(words, meant ? one.rule : one.reason));
  }
  out.claim_that(
      "In C++ all samples but L2 compile as they are, and fail only for what is not Leak",
      !judged.empty() && as_meant == judged.size(),
      fmt::format("{} of {} compilations as expected, each beside a control", as_meant, judged.size()));
}

}  // namespace

void compare_samples(ex::report& out) {
  auto& rust = out.verdicts("Checked at definition, as in Rust");
  fill<d::reading::at_definition>(rust);
  auto& cpp = out.verdicts("Checked at instantiation, as in C++");
  fill<d::reading::at_instantiation>(cpp);

  auto const broken_rust = rust.count(auto_trait, ex::mark::bad);
  auto const broken_cpp = cpp.count(auto_trait, ex::mark::bad);
  out.claim_that("Checked at instantiation, the auto trait breaks type erasure only",
                 broken_rust == 3 && broken_cpp == 1 &&
                     d::verdicts<d::auto_trait, d::reading::at_instantiation>[1] == d::outcome::breaks,
                 fmt::format("{} samples break when checked at definition, {} at instantiation (L2)",
                             broken_rust, broken_cpp));

  constexpr std::make_integer_sequence<unsigned, 16> all{};
  auto const good = good_designs<d::reading::at_definition>(all);
  constexpr unsigned gated = 2 | 8;
  out.claim_that(
      "Of all designs that the four rules can make, the edition-gated one alone is sound, keeps old code, "
      "frees "
      "associated types and needs no lasting ?Leak",
      good == std::vector{gated}, fmt::format("{} of 16 designs, checked at definition", good.size()));

  try_in_cpp(out);
}

}  // namespace marker_designs
