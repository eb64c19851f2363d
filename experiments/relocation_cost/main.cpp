// SPDX-License-Identifier: BSL-1.0
// What does a value cost that refers to itself and moves, and what does one cost that is pinned so that it
// need not? The numbers come from the programs in probe/, which every compiler of this machine builds.
#include "probes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace relocation_cost {
namespace {

/// Some columns of a probe's table, few enough to be told apart in a figure.
struct view {
  std::string title, table;
  std::vector<std::string> designs;  ///< the first is the baseline
  bool has_peers = false, at_every_level = false;
};

/// As a table of the report, with lines over the sizes where there are several.
void show(ex::report& out, findings const& from, view const& what, std::vector<peer> const& absent) {
  auto const& found = from.table(what.table);
  if (found.designs.empty()) return;
  for (auto const& design : what.designs) {
    bool const known = std::ranges::count(found.designs, design) != 0 ||
                       std::ranges::any_of(absent, [&](peer const& p) { return p.column == design; });
    if (!known) throw std::logic_error(fmt::format("the probe's table '{}' has no '{}'", what.table, design));
  }
  bool const lines = found.sizes.size() > 1;
  auto& shown = out.costs({.title = fmt::format("{}, {} {}", what.title, from.compiler, from.level),
                           .unit = "ns",
                           .baseline = what.designs.front(),
                           .columns = what.designs,
                           .axis = lines ? "number of values" : ""});
  for (auto const n : found.sizes) {
    auto const row = short_number(n);
    if (lines) shown.position(row, static_cast<double>(n));
    for (auto const& design : what.designs) {
      if (auto const cell = found.cells.find({n, design}); cell != found.cells.end())
        shown.set(row, design, cell->second);
    }
    for (auto const& each : absent) {
      if (what.has_peers) shown.missing(row, each.column, each.missing);
    }
  }
}

void show_tables(ex::report& out, std::vector<findings> const& all, std::vector<peer> const& peers) {
  std::vector<peer> absent;
  std::ranges::copy_if(peers, std::back_inserter(absent), [](peer const& p) { return !p.missing.empty(); });
  std::vector<std::string> const values{"memcpy",           "memcpy again", "self_field",  "self_ptr",
                                        "absolute, fix_up", "offset_ptr",   "std::string", "heap pin"};
  std::vector<std::string> const repairs{"memcpy",
                                         "absolute, fix_up",
                                         "absolute, hook",
                                         "absolute, move + destroy",
                                         "absolute, always self",
                                         "absolute, bytes + delta",
                                         "offset_ptr, always self",
                                         "std::string, fix_up"};
  std::vector<std::string> const states{
      "memcpy",     "memcpy again", "self_tag",           "absolute, fix_up", "absolute, move + destroy",
      "offset_ptr", "std::string",  "std::string, fix_up"};
  std::vector<std::string> const guesses{"memcpy",           "absolute, fix_up", "absolute, hook",
                                         "absolute, branch", "absolute, mask",   "absolute, mask + barrier",
                                         "absolute, hint"};
  std::vector<std::string> const vectors{"std::vector",
                                         "std::vector again",
                                         "std::vector, absolute",
                                         "std::vector, std::string",
                                         "std::vector, heap pin",
                                         "transfer_vector, self_ptr",
                                         "transfer_vector, fix_up",
                                         "transfer_vector, std::string"};
  std::vector<std::string> const growths{"std::vector",
                                         "malloc + memcpy",
                                         "malloc + repair",
                                         "malloc + realloc",
                                         "std::vector, offset_ptr",
                                         "transfer_vector, self_field",
                                         "transfer_vector, self_ptr",
                                         "transfer_vector, hook"};
  std::vector<std::string> const references{"absolute",   "absolute again", "self_field", "self_ptr",
                                            "self_slice", "offset_ptr",     "heap pin",   "heap pin, aged"};
  std::vector<std::string> const distances{"absolute", "self_ptr",   "self_ptr_or_null", "int64 offset",
                                           "self_tag", "self_slice", "offset_ptr"};
  std::vector<std::string> const libraries{"boost::container::vector", "absl::InlinedVector", "QVector"};
  auto const with_libraries = [&](std::vector<std::string> first) {
    first.insert(first.end(), libraries.begin(), libraries.end());
    return first;
  };
  std::vector<view> const views{
      {.title = "A. One relocation pass", .table = "pass", .designs = values, .at_every_level = true},
      {.title = "A. One relocation pass, ways to repair", .table = "pass", .designs = repairs},
      {.title = "B. All inside, one pass", .table = "state inside", .designs = states},
      {.title = "B. Half elsewhere, one pass", .table = "state mixed", .designs = states},
      {.title = "B. All inside, ways to repair", .table = "state inside", .designs = guesses},
      {.title = "B. Half elsewhere, ways to repair", .table = "state mixed", .designs = guesses},
      {.title = "C. Growth from empty", .table = "growth", .designs = vectors},
      {.title = "C. Growth from empty, ways to grow", .table = "growth", .designs = growths},
      {.title = "C. Growth while the heap is fresh", .table = "growth, fresh heap", .designs = vectors},
      {.title = "D. Growth, several libraries",
       .table = "peers growth",
       .designs = with_libraries({"std::vector", "std::vector again", "std::vector, absolute",
                                  "transfer_vector", "transfer_vector, absolute"}),
       .has_peers = true},
      {.title = "D. Insert and erase at the front, several libraries",
       .table = "peers front",
       .designs = with_libraries({"std::vector, absolute", "std::vector, absolute again", "std::vector",
                                  "transfer_vector", "transfer_vector, absolute"}),
       .has_peers = true},
      {.title = "D. Swap of a pair",
       .table = "peers swap",
       .designs = {"std::swap, absolute", "std::swap, absolute again", "std::swap, self_ptr",
                   "swap_places, absolute", "swap_places, self_ptr", "bytes", "std::swap, std::string"}},
      {.title = "E. Followed in order", .table = "in order", .designs = references, .at_every_level = true},
      {.title = "E. Followed at random", .table = "random", .designs = references, .at_every_level = true},
      {.title = "E. Followed along a chain", .table = "chain", .designs = references, .at_every_level = true},
      {.title = "E. Followed in order, kinds of distance", .table = "in order", .designs = distances},
      {.title = "E. Followed along a chain, kinds of distance", .table = "chain", .designs = distances}};
  for (auto const& each : views) {
    for (auto const& from : all) {
      if (from.level == "-O2" || each.at_every_level) show(out, from, each, absent);
    }
  }
}

/// One table for the reader in a hurry: the operations against the strategies.
void show_summary(ex::report& out, findings const& from) {
  struct strategy {
    std::string title, pass, growth, follow;
    double bytes;
  };
  // A block of 32 bytes takes 48 from glibc's malloc, beside the pointer to it.
  std::vector<strategy> const strategies{
      {"absolute, moved", "absolute, move + destroy", "std::vector, absolute", "absolute", 32},
      {"self_field", "self_field", "transfer_vector, self_field", "self_field", 32},
      {"self_ptr", "self_ptr", "transfer_vector, self_ptr", "self_ptr", 32},
      {"absolute, fix_up", "absolute, fix_up", "transfer_vector, fix_up", "absolute", 32},
      {"absolute, hook", "absolute, hook", "transfer_vector, hook", "absolute", 32},
      {"offset_ptr", "offset_ptr", "std::vector, offset_ptr", "offset_ptr", 32},
      {"std::string", "std::string", "std::vector, std::string", "", 32},
      {"std::string, fix_up", "std::string, fix_up", "transfer_vector, std::string", "", 32},
      {"heap pin", "heap pin", "std::vector, heap pin", "heap pin", 56},
      {"heap pin, aged", "", "", "heap pin, aged", 56}};
  std::vector<std::string> columns;
  for (auto const& each : strategies) columns.push_back(each.title);
  auto& table = out.costs({.title = fmt::format("What pinning costs, {} {}", from.compiler, from.level),
                           .unit = "ns",
                           .baseline = "absolute, moved",
                           .columns = columns});
  struct line {
    std::string title, table;
    std::size_t n;
    std::string strategy::* design;
  };
  std::vector<line> const lines{{"relocate", "pass", 1'000, &strategy::pass},
                                {"relocate", "pass", 100'000, &strategy::pass},
                                {"relocate", "pass", 10'000'000, &strategy::pass},
                                {"relocate, half elsewhere", "state mixed", 100'000, &strategy::pass},
                                {"grow", "growth", 1'000, &strategy::growth},
                                {"grow", "growth", 100'000, &strategy::growth},
                                {"grow", "growth", 10'000'000, &strategy::growth},
                                {"follow in order", "in order", 1'000, &strategy::follow},
                                {"follow in order", "in order", 10'000'000, &strategy::follow},
                                {"follow at random", "random", 100'000, &strategy::follow},
                                {"follow a chain", "chain", 1'000, &strategy::follow},
                                {"follow a chain", "chain", 10'000'000, &strategy::follow}};
  for (auto const& each : lines) {
    auto const& found = from.table(each.table);
    auto const row = fmt::format("{}, {} values", each.title, short_number(each.n));
    for (auto const& column : strategies) {
      auto const cell = found.cells.find({each.n, column.*each.design});
      if (cell != found.cells.end()) table.set(row, column.title, cell->second);
    }
  }
  table.unit("memory of a value", "bytes");
  for (auto const& column : strategies) table.set("memory of a value", column.title, column.bytes);
}

/// The kernel's and the C library's habits that decide what growth costs.
void note_machine(ex::report& out) {
  std::string huge = "unknown";
  if (std::ifstream file("/sys/kernel/mm/transparent_hugepage/enabled"); file) std::getline(file, huge);
  out.note(
      fmt::format("Transparent huge pages: {}. malloc: the C library's; before C, D and E one block of 31 "
                  "MiB is freed, after "
                  "which glibc keeps freed memory of up to 62 MiB and asks the kernel anew only for blocks "
                  "of more than 31 MiB.",
                  huge));
  out.note(
      "A number is the least of the repetitions, which took turns; its range ends at the median. The columns "
      "\"again\" are their neighbour measured twice: differences of that size are noise. A value has 32 "
      "bytes, in "
      "the layout of a string with a small buffer. All times are per value, at the front per value behind, "
      "in a swap "
      "per pair.");
}

/// A ratio within one run, and where in the tables it comes from.
struct ratio {
  double value;
  std::string table;
  std::size_t n;
  std::string baseline;  ///< measured twice in that table
};

/// The greatest; one that is NaN when any of them is.
auto worst(std::vector<ratio> const& all) -> ratio {
  ratio found{0, "", 0, ""};
  for (auto const& each : all) {
    if (!std::isnan(found.value) && !(each.value <= found.value)) found = each;
  }
  return found;
}

/// Judges claims about times: each a ratio for every compiler, with what the same design measured twice
/// differs by.
class judge {
  ex::report& out_;
  std::vector<findings const*> by_;  // one per compiler, at -O2

 public:
  judge(ex::report& out, std::vector<findings> const& all) : out_{out} {
    for (auto const& each : all) {
      if (each.level == "-O2") by_.push_back(&each);
    }
  }

  template <class Value, class Holds>
  void claim(std::string const& sentence, Value value, Holds holds) {
    bool all = !by_.empty();
    std::string evidence;
    for (auto const* from : by_) {
      ratio const found = value(*from);
      all = all && holds(found.value);
      double const noise = from->table(found.table).ratio(found.n, found.baseline + " again", found.baseline);
      evidence += fmt::format("{}{}: {:.2f} ({} values, noise {:.1f} %)", evidence.empty() ? "" : "; ",
                              from->compiler, found.value, short_number(found.n), std::abs(noise - 1) * 100);
    }
    out_.claim_that(sentence, all, evidence);
  }
};

void judge_times(ex::report& out, std::vector<findings> const& all) {
  judge judged(out, all);
  auto const at_most = [](double bound) { return [bound](double x) { return x <= bound; }; };
  auto const at_least = [](double bound) { return [bound](double x) { return x >= bound; }; };
  std::size_t const most = 10'000'000;
  judged.claim(
      "a value with a self_field or a self_ptr is relocated at no more than 1.1 times the cost of memcpy, in "
      "and out "
      "of the caches",
      [](findings const& from) {
        auto const& table = from.table("pass");
        std::vector<ratio> ratios;
        for (auto const n : table.sizes) {
          for (char const* design : {"self_field", "self_ptr"})
            ratios.push_back({table.ratio(n, design, "memcpy"), "pass", n, "memcpy"});
        }
        return worst(ratios);
      },
      at_most(1.1));
  judged.claim(
      "an absolute pointer that is mended in bulk costs no more than 1.5 times as much when nobody can guess "
      "whether "
      "it must follow",
      [](findings const& from) {
        auto const& inside = from.table("state inside");
        auto const& mixed = from.table("state mixed");
        std::vector<ratio> ratios;
        for (auto const n : mixed.sizes)
          ratios.push_back({mixed.at(n, "absolute, fix_up") / inside.at(n, "absolute, fix_up"), "state mixed",
                            n, "memcpy"});
        return worst(ratios);
      },
      at_most(1.5));
  auto const of = [](std::string table, std::size_t n, std::string over, std::string under,
                     std::string baseline) {
    return [=](findings const& from) {
      return ratio{from.table(table).ratio(n, over, under), table, n, baseline};
    };
  };
  judged.claim("transfer_vector grows to 1e7 values at least 2 times faster than std::vector",
               of("growth", most, "std::vector", "transfer_vector, self_ptr", "std::vector"), at_least(2));
  judged.claim(
      "insert and erase at the front are at least 2.5 times faster than in a std::vector of absolute "
      "pointers",
      of("peers front", 1'000, "std::vector, absolute", "transfer_vector", "std::vector, absolute"),
      at_least(2.5));
  judged.claim("the latency of a self_field is at most 0.7 of an absolute pointer's",
               of("chain", 1'000, "self_field", "absolute", "absolute"), at_most(0.7));
  judged.claim("the latency of a self_ptr is at most 1.2 of an absolute pointer's",
               of("chain", 1'000, "self_ptr", "absolute", "absolute"), at_most(1.2));
  judged.claim(
      "values in order are read through a self_ptr at least 1.4 times faster than through an offset_ptr",
      of("in order", 1'000, "offset_ptr", "self_ptr", "absolute"), at_least(1.4));
  for (auto const& from : all) {
    if (from.level != "-O2") continue;
    auto const over = [&](char const* table) {
      return from.table(table).ratio(1'000, "offset_ptr", "self_ptr");
    };
    out.note(
        fmt::format("{}: an absolute pointer of unpredictable state is mended in {:.2f} ns at 1e5, in {:.2f} "
                    "ns when all lead "
                    "inside. offset_ptr over self_ptr at 1e3: {:.2f} in order, {:.2f} in random order, "
                    "{:.2f} in a chain.",
                    from.compiler, from.table("state mixed").at(100'000, "absolute, fix_up"),
                    from.table("state inside").at(100'000, "absolute, fix_up"), over("in order"),
                    over("random"), over("chain")));
  }
}

void measure(ex::report& out) {
  if (ex::compilers().empty()) {
    out.not_measured("relocation costs what is claimed", "no compiler found");
    return;
  }
  auto const peers = find_peers();
  auto const all = run_probes(out, peers);
  for (auto const& each : all) {
    if (each.level == "-O2" && !out.quick()) show_summary(out, each);
  }
  show_tables(out, all, peers);
  show_code(out, peers);
  note_machine(out);

  std::string failed;
  for (auto const& from : all) {
    for (auto const& each : from.failures) failed += (failed.empty() ? "" : "; ") + each;
  }
  out.claim_that(
      "every value can be read through its reference after every relocation, growth, insertion and swap",
      failed.empty(), failed.empty() ? fmt::format("{} sets of programs", all.size()) : failed);
  if (out.quick()) {
    out.note("Times are judged in a full run only.");
  } else {
    judge_times(out, all);
  }
}

}  // namespace
}  // namespace relocation_cost

int main(int argc, char** argv) {
  return tenure::experiment::run(
      argc, argv,
      {.name = "relocation_cost",
       .question = "What does it cost to relocate a value that refers to itself, and what to pin it?",
       .designs = {{"self_field", "the target is a known member: nothing is stored"},
                   {"self_ptr", "the distance to the target, 32 bits"},
                   {"self_tag", "which of several members"},
                   {"self_slice", "a position and a length in what a member owns"},
                   {"absolute, moved", "an absolute pointer, repaired by the move constructor"},
                   {"absolute, fix_up", "an absolute pointer, repaired in bulk after the bytes have moved"},
                   {"absolute, hook", "an absolute pointer, repaired by the author's function for one value"},
                   {"offset_ptr", "boost::interprocess::offset_ptr"},
                   {"std::string", "libstdc++'s string, which points to its own buffer while it is short"},
                   {"std::string, fix_up",
                    "the same string, mended by the library after its bytes have moved"},
                   {"heap pin", "an absolute pointer in a value that stays where it is on the heap"}}},
      relocation_cost::measure);
}
