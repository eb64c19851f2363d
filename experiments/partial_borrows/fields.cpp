// SPDX-License-Identifier: BSL-1.0
#include "fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <vector>

#include "support/compiler.hpp"
#include "support/instructions.hpp"
#include "support/progress.hpp"

namespace partial_borrows {
namespace {

constexpr auto by_name = "views of names";
constexpr auto by_position = "views of positions";
constexpr auto with_header = "references, header included";
constexpr std::size_t most_positions = 100;  // Boost.PFR's limit

/// What one of the three functions reads and writes, as numbers of fields.
struct use {
  std::vector<std::size_t> reads, writes;
};
auto uses(std::size_t fields, share used) -> std::array<use, 3> {
  std::array<use, 3> all;
  for (std::size_t which = 0; which != 3; ++which) {
    auto const first = which * fields / 3, last = (which + 1) * fields / 3;
    if (used == share::few) {  // two are read wherever they are: reading may overlap
      all[which] = {{(first + 1) % fields, (first + 2) % fields}, {first}};
      continue;
    }
    for (auto i = first; i != last; ++i)
      (i - first < (last - first) / 2 ? all[which].reads : all[which].writes).push_back(i);
  }
  return all;
}

auto each(std::vector<std::size_t> const& fields, std::string_view separator,
          std::function<std::string(std::size_t)> const& text) -> std::string {
  std::vector<std::string> parts;
  for (auto const i : fields) parts.push_back(text(i));
  return fmt::format("{}", fmt::join(parts, separator));
}
auto all_of(std::size_t fields) -> std::vector<std::size_t> {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i != fields; ++i) all.push_back(i);
  return all;
}

/// A function's body: adds up what it reads into what it writes. `at` is how a field is written down.
auto body_of(use const& of, std::function<std::string(std::size_t)> const& at) -> std::string {
  return fmt::format("  std::uint32_t sum = 1{};\n{}",
                     each(of.reads, "", [&](auto i) { return " + " + at(i); }),
                     each(of.writes, "", [&](auto i) { return fmt::format("  {} += sum;\n", at(i)); }));
}

/// The rest of the program: `object` is a declaration, `calls` the statements that call the three functions.
auto program_of(std::string const& functions, std::string const& type, std::string const& calls,
                std::string const& scope = {}) -> std::string {
  return fmt::format(
      "{0}CALLED static void all_three({1}& object) {{\n{2}}}\n"
      "int main(int argc, char** argv) {{\n  {1} object;\n"
      "  auto const work = [&] {{ all_three(object); shape::keep(object); }};\n"
      "  return shape::run(argc, argv, shape::bytes<&{3}use0, &{3}use1, &{3}use2>, work, [] {{}});\n}}\n",
      functions, type, calls, scope);
}

}  // namespace

auto wide_program(std::string const& design, std::size_t fields, share used) -> std::string {
  auto const of = uses(fields, used);
  auto const members =
      each(all_of(fields), "", [](auto i) { return fmt::format("  std::uint32_t f{0} = {0};\n", i); });
  auto const wide = fmt::format("struct wide {{\n{}}};\n", members);
  std::string functions = "#include \"shape.hpp\"\n#include <cstdint>\n", calls;

  if (design == "references" || design == with_header) {
    if (design == with_header) functions += "#include \"tenure/views/view.hpp\"\n";
    functions += wide;
    for (std::size_t which = 0; which != 3; ++which) {
      auto const reads =
          each(of[which].reads, ", ", [](auto i) { return fmt::format("std::uint32_t const& f{}", i); });
      auto const writes =
          each(of[which].writes, ", ", [](auto i) { return fmt::format("std::uint32_t& f{}", i); });
      auto const both = reads.empty() || writes.empty() ? reads + writes : reads + ", " + writes;
      functions += fmt::format("CALLED static void use{}({}) {{\n{}}}\n", which, both,
                               body_of(of[which], [](auto i) { return fmt::format("f{}", i); }));
      auto named = of[which].reads;
      named.insert(named.end(), of[which].writes.begin(), of[which].writes.end());
      calls += fmt::format("  use{}({});\n", which,
                           each(named, ", ", [](auto i) { return fmt::format("object.f{}", i); }));
    }
    return program_of(functions, "wide", calls);
  }

  if (design == "whole-object flag") {
    functions += "#include \"tenure/ownership/ref_cell.hpp\"\n";
    functions += fmt::format("struct wide {{\n{}", members);
    for (std::size_t which = 0; which != 3; ++which) {
      functions += fmt::format("CALLED void use{}() {{\n{}}}\n", which,
                               body_of(of[which], [](auto i) { return fmt::format("f{}", i); }));
      calls += fmt::format("  tenure::shared{{object}}.borrow_mut()->use{}();\n", which);
    }
    functions += "};\ntemplate <> struct tenure::sharing<wide> : tenure::read_only<wide> {};\n";
    return program_of(functions, "tenure::ref_cell<wide>", calls, "wide::");
  }

  functions += "#include \"tenure/views/view.hpp\"\nusing namespace tenure::views;\n";
  bool const in_a_place = design == "counted loans" || design == "analysis";
  if (in_a_place) functions += "#include \"tenure/views/place.hpp\"\n";
  std::function<std::string(std::size_t)> selector = [](auto i) {
    return fmt::format("field<&wide::f{}>", i);
  };
  std::function<std::string(std::size_t)> access = [](auto i) {
    return fmt::format("self[at<&wide::f{}>]", i);
  };
  if (design == by_position) {
    selector = [](auto i) { return fmt::format("nth<{}>", i); };
    access = [](auto i) { return fmt::format("self[at<{}>]", i); };
  }
  auto const list = [&](std::vector<std::size_t> const& which) { return each(which, ", ", selector); };
  auto const grants = [&](std::size_t which) {
    if (design == by_name) return fmt::format("shr<wide::reads{0}>, mut<wide::writes{0}>", which);
    return fmt::format("shr<{}>, mut<{}>", list(of[which].reads), list(of[which].writes));
  };

  if (design == by_name) {  // the functions are the class's own, and its fields are private
    functions += fmt::format("class wide {{\n{}  friend struct tenure::views::access;\n public:\n", members);
    for (std::size_t which = 0; which != 3; ++which)
      functions += fmt::format("  struct reads{0};\n  struct writes{0};\n", which);
    functions += " private:\n";
    auto const member = [](auto i) { return fmt::format("&wide::f{}", i); };
    for (std::size_t which = 0; which != 3; ++which) {
      functions += fmt::format("  static auto tenure_fields(reads{}*) -> fields<{}>;\n", which,
                               each(of[which].reads, ", ", member));
      functions += fmt::format("  static auto tenure_fields(writes{}*) -> fields<{}>;\n", which,
                               each(of[which].writes, ", ", member));
    }
    functions += " public:\n";
  } else {
    functions += wide;
  }
  for (std::size_t which = 0; which != 3; ++which) {
    functions += fmt::format("CALLED static void use{}(view<wide, {}> self) {{\n{}}}\n", which, grants(which),
                             body_of(of[which], access));
    auto const scope = design == by_name ? "wide::" : "";
    calls += in_a_place
                 ? fmt::format("  {{\n    auto const loan = object.lend<{}>();\n    use{}(loan);\n  }}\n",
                               grants(which), which)
                 : fmt::format("  {}use{}(lend<{}>(object));\n", scope, which, grants(which));
  }
  if (design == by_name) functions += "};\n";
  return program_of(functions, in_a_place ? "place<wide>" : "wide", calls, design == by_name ? "wide::" : "");
}

namespace {

std::vector<std::string> const columns{"whole-object flag", "references", with_header,
                                       "typed views",       by_name,      by_position,
                                       "counted loans",     "analysis"};

/// Those that are also called and counted.
std::vector<std::string> const called{"references", "typed views", "counted loans"};

struct wide_class {
  std::string label;
  std::size_t fields;
};
auto sizes(bool quick) -> std::vector<wide_class> {
  if (quick) return {{"64 fields", 64}};
  return {{"4 fields", 4}, {"16 fields", 16}, {"64 fields", 64}, {"200 fields", 200}};
}

auto compilation_of(ex::report const& out, ex::compiler const& cxx, std::string const& design,
                    std::string const& text) -> ex::compilation {
  std::vector<std::string> flags{"-I" + (out.source_dir() / "shapes").string()};
  if (design == "analysis") flags.emplace_back("-DTENURE_CHECKED=0");
  if (design == "analysis" && cxx.kind == ex::family::clang) flags.emplace_back("-Wthread-safety");
  return {.with = &cxx, .text = text, .flags = flags};
}

/// Seconds to compile the program. More often where a claim rests on it.
auto seconds_of(ex::report const& out, ex::compiler const& cxx, std::string const& design,
                std::string const& text, bool claimed) -> ex::number {
  ex::scratch const directory;
  auto what = compilation_of(out, cxx, design, text);
  what.to = ex::mode::object;
  what.output = directory.path() / "wide.o";
  return ex::compile_cost(what, claimed ? 5 : 1);
}

/// What typed views of a class of 64 fields cost more than references.
struct difference {
  double with_header = 0, without = 0;
};

/// The compile time, against the number of fields.
auto show_seconds(ex::report& out, ex::compiler const& cxx, std::string const& kind, share used)
    -> difference {
  auto const designs =
      used == share::all ? columns : std::vector<std::string>{"references", with_header, "typed views"};
  auto& table = out.costs(
      {.title = fmt::format("Compile time of three functions that use {}, {}",
                            used == share::few ? "three fields each" : "a third of the class each", kind),
       .unit = "s",
       .baseline = "references",
       .columns = designs,
       .axis = "number of fields"});
  auto const rows = sizes(out.quick());
  ex::progress shown("compiling classes of many fields with " + cxx.name, rows.size() * designs.size());
  for (auto const& [row, fields] : rows) {
    table.position(row, static_cast<double>(fields));
    for (auto const& design : designs) {
      bool const claimed =
          fields == 64 && (design == "references" || design == with_header || design == "typed views");
      if (design == by_position && fields > most_positions) {
        table.missing(row, design, "Boost.PFR knows classes of at most 100 fields");
      } else {
        table.set(row, design, seconds_of(out, cxx, design, wide_program(design, fields, used), claimed));
      }
      shown.step();
    }
  }
  auto const views = table.at("64 fields", "typed views");
  return {views - table.at("64 fields", "references"), views - table.at("64 fields", with_header)};
}

/// Instructions for the three calls, and bytes passed by them, against the number of fields.
void show_calls(ex::report& out, ex::compiler const& cxx, std::string const& kind, ex::cost_table& bytes) {
  auto& table = out.costs(
      {.title = fmt::format("Instructions of three calls that use a third of the class each, {}", kind),
       .unit = "instructions",
       .baseline = "references",
       .columns = called,
       .axis = "number of fields"});
  double worst = 0;
  for (auto const& [row, fields] : sizes(out.quick())) {
    table.position(row, static_cast<double>(fields));
    bytes.position(row, static_cast<double>(fields));
    for (auto const& design : called) {
      ex::scratch const directory;
      auto what = compilation_of(out, cxx, design, wide_program(design, fields, share::all));
      what.flags.insert(what.flags.end(), {"-O2", "-DNDEBUG"});
      what.to = ex::mode::executable;
      what.output = directory.path() / "wide";
      if (auto const built = ex::compile(what); !built.accepted()) {
        table.missing(row, design, built.output);
        continue;
      }
      table.set(row, design, ex::instructions_per_operation(what.output, {}, 1000));
      bytes.set(row, design, std::stod(ex::run_child({what.output.string(), "bytes"}).output));
    }
    auto const ratio = table.ratio(row, "typed views");
    worst = std::isnan(ratio) || std::isnan(worst) ? std::nan("") : std::max(worst, ratio);
  }
  out.claim_that(
      fmt::format("on {}, three calls with views cost no more instructions than with references, whatever "
                  "the number of fields",
                  kind),
      worst <= 1, fmt::format("{:.3f} times, at worst", worst));
}

}  // namespace

void measure_fields(ex::report& out) {
  auto& bytes = out.costs({.title = "Bytes passed by three calls that use a third of the class each",
                           .unit = "bytes",
                           .baseline = "references",
                           .columns = called,
                           .axis = "number of fields"});
  for (auto const& cxx : ex::compilers()) {
    auto const kind = std::string(cxx.kind == ex::family::gcc ? "GCC" : "Clang");
    if (out.quick() && &cxx != &ex::compilers().front()) continue;
    show_calls(out, cxx, kind, bytes);
    if (out.quick()) continue;
    auto const few = show_seconds(out, cxx, kind, share::few), all = show_seconds(out, cxx, kind, share::all);
    out.claim_that(
        fmt::format(
            "on {}, functions with three views of a class of 64 fields compile in less than 0.3 s more "
            "than with references, the header aside",
            kind),
        few.without < 0.3 && all.without < 0.3,
        fmt::format(
            "{:.2f} s more where each uses three fields, {:.2f} s where each uses 21; with the header "
            "{:.2f} s and {:.2f} s",
            few.without, all.without, few.with_header, all.with_header));
  }
}

}  // namespace partial_borrows
