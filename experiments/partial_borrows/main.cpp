// SPDX-License-Identifier: BSL-1.0
// Functions that each use some fields of one object: how five designs keep them apart, which mistakes each
// design catches and when, which right programs it refuses, and what it costs.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "fields.hpp"
#include "programs.hpp"
#include "shapes/cases.hpp"
#include "support/child.hpp"
#include "support/compiler.hpp"
#include "support/experiment.hpp"

namespace ex = tenure::experiment;
using namespace partial_borrows;

namespace {

constexpr double within = 1.02;

auto short_name(ex::family kind) -> std::string { return kind == ex::family::gcc ? "GCC" : "Clang"; }

auto name_of(int number) -> std::string {
  return std::ranges::find(designs(), number, &design::number)->name;
}

/// Verdicts of one program in one design, over the shapes that have it.
struct tally {
  int rejected = 0, trapped = 0, ran = 0, wrong = 0, unknown = 0;
  std::set<std::string> by;

  [[nodiscard]] auto all() const -> int { return rejected + trapped + ran + wrong + unknown; }
  [[nodiscard]] auto reasons() const -> std::string {
    std::string joined;
    for (auto const& one : by) joined += (joined.empty() ? "" : ", ") + one;
    return joined;
  }
};

auto count(answers const& found, program const& which, std::string const& in, ex::family with,
           std::string const& only = {}) -> tally {
  tally sum;
  for (auto const& [about, what] : found) {
    if (about.program != which.number || about.design != in || about.with != with) continue;
    if (!only.empty() && about.shape != only) continue;
    sum.rejected += what.what == fate::rejected;
    sum.trapped += what.what == fate::trapped;
    sum.ran += what.what == fate::ran;
    sum.wrong += what.what == fate::wrong;
    sum.unknown += what.what == fate::unknown;
    if (!what.by.empty()) sum.by.insert(what.by);
  }
  return sum;
}

/// "compile time 2 of 3", or without the numbers where all agree.
auto share_of(std::string const& what, int part, int all) -> std::string {
  if (part == all) return what;
  return fmt::format("{} {} of {}", what, part, all);
}

auto cell_of(program const& which, tally const& sum) -> ex::cell {
  auto const all = sum.all();
  if (sum.unknown != 0) return ex::missing(sum.reasons());
  std::vector<std::string> parts;
  auto const add = [&](std::string const& what, int part) {
    if (part != 0) parts.push_back(share_of(what, part, all));
  };
  if (which.right) {
    add("runs", sum.ran);
    add("runs wrong", sum.wrong);
    add("rejected", sum.rejected);
    add("trap", sum.trapped);
  } else {
    add("compile time", sum.rejected);
    add("run time", sum.trapped);
    add("never", sum.ran + sum.wrong);
  }
  auto const text = fmt::format("{}{}{}", fmt::join(parts, ", "), sum.by.empty() ? "" : ": ", sum.reasons());
  bool const best = which.right ? sum.ran == all : sum.rejected == all;
  bool const worst = which.right ? sum.ran == 0 : sum.rejected + sum.trapped == 0;
  return best ? ex::good(text) : worst ? ex::bad(text) : ex::mixed(text);
}

void show_verdicts(ex::report& out, std::vector<shape> const& which, answers const& found) {
  auto const fill = [&](ex::verdict_table& table, bool right, bool wrong, std::string const& only) {
    for (auto const& one : programs()) {
      if (!(one.right ? right : wrong)) continue;
      for (auto const& cxx : ex::compilers()) {
        for (auto const& in : designs()) {
          auto const sum = count(found, one, in.name, cxx.kind, only);
          if (sum.all() == 0) continue;
          table.set(fmt::format("{}, {}", one.title, short_name(cxx.kind)), in.name, cell_of(one, sum));
        }
      }
    }
  };
  fill(out.verdicts("Right programs: does the design let them run?"), true, false, {});
  fill(out.verdicts("Wrong programs: when are they caught?"), false, true, {});
  if (out.quick()) return;
  for (auto const& one : which) fill(out.verdicts("Shape: " + one.title), true, true, one.name);
}

void claim_verdicts(ex::report& out, answers const& found) {
  auto const of = [&](int number, int in, ex::family with) {
    return count(found, *std::ranges::find(programs(), number, &program::number), name_of(in), with);
  };
  std::vector<ex::family> kinds;
  for (auto const& cxx : ex::compilers()) kinds.push_back(cxx.kind);
  bool const has_clang = ex::find_compiler(ex::family::clang) != nullptr;

  int shapes_run = 0, shapes_stopped = 0, all = 0;
  for (auto const kind : kinds) {
    auto const flag = of(THE_PROGRAM, WHOLE_OBJECT, kind);
    all += flag.all();
    shapes_stopped += flag.trapped;
    int least = flag.all();
    for (int const in : {REFERENCES, VIEWS, COUNTED, ANALYSIS}) {
      auto const sum = of(THE_PROGRAM, in, kind);
      if (sum.all() != 0) least = std::min(least, sum.ran);
    }
    shapes_run += least;
  }
  out.claim_that(
      "a flag for the whole object stops every shape's own program; no other design does",
      all > 0 && shapes_stopped == all && shapes_run == all,
      fmt::format("{} of {} stopped, {} of {} run in all the others", shapes_stopped, all, shapes_run, all));

  int undeclared = 0, undeclared_caught = 0;
  bool by_rule = true;
  for (auto const kind : kinds) {
    for (int const in : {VIEWS, COUNTED, ANALYSIS}) {
      auto const sum = of(UNDECLARED_FIELD, in, kind);
      undeclared += sum.all();
      undeclared_caught += sum.rejected;
      by_rule = by_rule && (sum.all() == 0 || sum.by == std::set<std::string>{"[views.field]"});
    }
  }
  out.claim_that(
      "a function that takes a view and is edited to touch one more field does not compile, [views.field]",
      undeclared > 0 && undeclared_caught == undeclared && by_rule,
      fmt::format("{} of {} rejected", undeclared_caught, undeclared));

  int changed = 0, changed_static = 0, changed_trapped = 0, changed_analysis = 0, changed_on_clang = 0;
  int writers = 0, writers_static = 0, writers_trapped = 0, writers_analysis = 0, writers_on_clang = 0;
  for (auto const kind : kinds) {
    auto const typed = of(CHANGES_WHAT_IT_READS, VIEWS, kind);
    changed += typed.all();
    changed_static += typed.rejected;
    changed_trapped += of(CHANGES_WHAT_IT_READS, COUNTED, kind).trapped;
    auto const split = of(TWO_WRITERS, VIEWS, kind);
    writers += split.all();
    writers_static += split.by == std::set<std::string>{"[views.overlap]"} ? split.rejected : 0;
    auto const counted = of(TWO_WRITERS, COUNTED, kind);
    writers_trapped += counted.by == std::set<std::string>{"[views.overlap]"} ? counted.trapped : 0;
    if (kind != ex::family::clang) continue;
    changed_on_clang = typed.all();
    changed_analysis = of(CHANGES_WHAT_IT_READS, ANALYSIS, kind).rejected;
    writers_on_clang = split.all();
    writers_analysis = of(TWO_WRITERS, ANALYSIS, kind).rejected;
  }
  out.claim_that("changing what is read: a split does not compile, counted loans trap",
                 changed > 0 && changed_static == changed && changed_trapped == changed,
                 fmt::format("{} and {} of {}", changed_static, changed_trapped, changed));
  out.claim_that("two writers of one field: a split does not compile, counted loans trap, [views.overlap]",
                 writers > 0 && writers_static == writers && writers_trapped == writers,
                 fmt::format("{} and {} of {}", writers_static, writers_trapped, writers));
  if (has_clang) {
    out.claim_that("Clang's analysis rejects both without a split and without a check at run time",
                   changed_on_clang > 0 && changed_analysis == changed_on_clang && writers_on_clang > 0 &&
                       writers_analysis == writers_on_clang,
                   fmt::format("{} of {} and {} of {}", changed_analysis, changed_on_clang, writers_analysis,
                               writers_on_clang));
  } else {
    out.not_measured("Clang's analysis rejects both without a split and without a check at run time",
                     "no clang++ >= 19 found");
  }
  if (out.quick()) return;

  int hidden = 0, hidden_trapped = 0, hidden_static = 0;
  for (auto const kind : kinds) {
    for (int const number : {THROUGH_AN_ALIAS, KEPT_TOO_LONG}) {
      auto const sum = of(number, COUNTED, kind);
      hidden += sum.all();
      hidden_trapped += sum.trapped;
      for (int const in : {VIEWS, ANALYSIS}) hidden_static += of(number, in, kind).rejected;
    }
  }
  out.claim_that("a loan through an alias, and one kept past the object's end, are caught by the counters",
                 hidden > 0 && hidden_trapped == hidden,
                 fmt::format("{} of {} by the counters; {} of {} by typed views or the analysis",
                             hidden_trapped, hidden, hidden_static, 2 * hidden));
}

void show_costs(ex::report& out, std::vector<shape> const& which) {
  auto& bytes = out.costs({.title = "Bytes passed when each function of a shape is called once",
                           .unit = "bytes",
                           .baseline = "references"});
  for (auto const& cxx : ex::compilers()) {
    if (out.quick() && &cxx != &ex::compilers().front()) continue;
    auto const kind = short_name(cxx.kind);
    auto& table = out.costs({.title = fmt::format("Instructions for one run of a shape's program, {}", kind),
                             .unit = "instructions",
                             .baseline = "references"});
    auto const prices = measure_prices(out.source_dir(), which, cxx.kind);
    double worst_views = 0, worst_place = 0;
    for (auto const& one : which) {
      for (auto const& in : designs()) {
        auto const& price = prices.at({one.name, in.name});
        table.set(one.title, in.name, price.instructions);
        bytes.set(one.title, in.name, price.bytes);
      }
      auto const raise = [&](double& worst, int in) {
        auto const ratio = table.ratio(one.title, name_of(in));
        worst = std::isnan(ratio) || std::isnan(worst) ? std::nan("") : std::max(worst, ratio);
      };
      raise(worst_views, VIEWS);
      raise(worst_place, COUNTED);
    }
    out.claim_that(
        fmt::format("on {}, a program with views costs the instructions of references, within 2 %", kind),
        worst_views <= within, fmt::format("{:.3f} times, in the worst shape", worst_views));
    out.claim_that(fmt::format("on {}, loans cost nothing in a release build", kind), worst_place <= within,
                   fmt::format("{:.3f} times, in the worst shape", worst_place));
  }
}

/// What the analysis says of loans of one field, where a newer Clang is on the machine too. The experiment's
/// own is the oldest that serves.
void show_newer_clang(ex::report& out) {
  auto const* const clang = ex::find_compiler(ex::family::clang);
  if (clang == nullptr || !ex::run_child({"clang++-22", "--version"}).ok()) {
    out.note("No clang++-22 found: what its analysis says of two readers is not shown.");
    return;
  }
  auto newer = *clang;
  newer.path = newer.name = "clang++-22";
  auto& table = out.verdicts("The analysis: loans of one field", {clang->name, newer.name});
  for (int const number : {THE_PROGRAM, TWO_READERS, CHANGES_WHAT_IT_READS, TWO_WRITERS}) {
    auto const which = std::ranges::find(programs(), number, &program::number);
    for (auto const* cxx : {clang, static_cast<ex::compiler const*>(&newer)}) {
      auto const said =
          ex::compile({.with = cxx,
                       .file = out.source_dir() / "shapes" / "counting" / "place.cpp",
                       .flags = {"-DTENURE_CHECKED=0", "-Wthread-safety", fmt::format("-DCASE={}", number)}});
      auto const text = said.rejected() ? "rejected: " + reason_of(said.output) : "accepted";
      table.set(which->title, cxx->name,
                said.said == ex::answer::broken   ? ex::missing(said.output)
                : said.accepted() == which->right ? ex::good(text)
                                                  : ex::bad(text));
    }
  }
}

/// Programs that reach a private field past every view, with what C++ gives to anybody.
void show_holes(ex::report& out) {
  struct hole {
    std::string title, file;
    bool everywhere;  ///< no warning of either compiler is in its way
  };
  std::vector<hole> const holes{
      {"explicit instantiation with a private member", "explicit_instantiation", true},
      {"explicit specialisation of a member template", "specialised_member", true},
      {"explicit specialisation of a friend's member template", "specialised_friend", true},
      {"the layout", "bytes", true},
      {"a redefined keyword", "redefined_keyword", false}};
  std::vector<std::string> columns;
  for (auto const& cxx : ex::compilers()) columns.push_back(short_name(cxx.kind));
  auto& table = out.verdicts("Which ways past a view does C++ leave open?", columns);
  std::size_t open = 0, all = 0;
  for (auto const& cxx : ex::compilers()) {
    for (auto const& one : holes) {
      ex::scratch const directory;
      auto const program = directory.path() / "hole";
      auto const built = ex::compile({.with = &cxx,
                                      .file = out.source_dir() / "holes" / (one.file + ".cpp"),
                                      .to = ex::mode::executable,
                                      .output = program});
      bool const reached = built.accepted() && ex::run_child({program.string()}).ok();
      table.set(one.title, short_name(cxx.kind),
                reached            ? ex::bad("open")
                : built.rejected() ? ex::good("closed: " + reason_of(built.output))
                                   : ex::missing(built.output));
      if (one.everywhere) {
        ++all;
        open += reached ? 1 : 0;
      }
    }
  }
  out.claim_that("the ways past a view that the paper lists are there, without a warning",
                 all > 0 && open == all,
                 fmt::format("{} of {} programs write into a private field", open, all));
}

void measure(ex::report& out) {
  auto const which = shapes(out.quick());
  auto found = judge(out.source_dir(), which, out.quick());
  if (!out.quick()) sanitize(out.source_dir(), found);
  show_verdicts(out, which, found);
  claim_verdicts(out, found);
  show_costs(out, which);
  measure_fields(out);
  if (!out.quick()) {
    show_newer_clang(out);
    show_holes(out);
  }
  out.note(
      "The whole-object flag cannot run the shapes' own programs: its costs are those of the detour, which "
      "copies "
      "what it reads or borrows at every step.");
  out.note("References are passed to functions that know no class: the fields are public in that design.");
  out.note("GCC has no thread-safety analysis: there the analysis is an unchecked build and nothing else.");
  if (out.quick())
    out.note(
        "--quick judges the first shape and four of its programs, the analysis with Clang only, counts on "
        "one "
        "compiler, and does not measure compile time.");
}

}  // namespace

int main(int argc, char** argv) {
  return ex::run(
      argc, argv,
      {.name = "partial_borrows",
       .question = "Functions that each use some fields of one object: how are they kept apart?",
       .designs = {{"whole-object flag",
                    "tenure::ref_cell around the object: who reads or writes has all of it"},
                   {"references", "one reference for each field; the fields are public"},
                   {"typed views", "view<T, shr<..>, mut<..>>, split from one view of the whole"},
                   {"counted loans", "place<T>, a checked build: every loan of a field is counted"},
                   {"analysis", "place<T>, an unchecked build with Clang's -Wthread-safety"}}},
      measure);
}
