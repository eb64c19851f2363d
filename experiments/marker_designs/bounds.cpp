// SPDX-License-Identifier: BSL-1.0
// How many bounds does each design write into a library of generic functions? The texts in corpus/ are read,
// the words that are bounds are counted, and compilers say whether each of them is needed and which functions
// a value that must not be forgotten can pass through.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus_text.hpp"
#include "parts.hpp"
#include "support/compiler.hpp"

namespace ex = tenure::experiment;

namespace marker_designs {
namespace {

/// The rules under which a text is compiled.
struct setting {
  std::string rules;  ///< a constant of dialects.hpp
  std::string edition;
};
setting const by_auto{"auto_trait", "after"};
setting const by_maybe{"maybe_trait", "after"};
setting const by_old_edition{"edition_gated", "before"};
setting const by_new_edition{"edition_gated", "after"};

class laboratory {
 public:
  laboratory(ex::compiler const& cxx, std::filesystem::path const& experiment)
      : cxx_{cxx}, experiment_{experiment}, calls_{calls_of(experiment / "corpus/calls.inl")} {}

  /// How many functions do not compile where they are defined.
  auto broken(std::vector<function> const& all, setting const& under) const -> std::size_t {
    if (ex::compile(unit(all, under, "check_definition", "")).accepted()) return 0;
    return static_cast<std::size_t>(
        std::ranges::count(each_rejected(all, under, "check_definition", ""), true));
  }

  /// Whether each of the functions, compiled alone, is rejected when asked so.
  auto each_rejected(std::vector<function> const& all, setting const& under, std::string const& asked,
                     std::string const& types) const -> std::vector<bool> {
    auto const& parsed = precompiled(under);
    std::vector<ex::compilation> units;
    for (auto const& one : all) {
      units.push_back(unit({one}, under, asked, types));
      units.back().flags.insert(units.back().flags.end(), parsed.begin(), parsed.end());
    }
    std::vector<bool> rejected;
    for (auto const& answer : ex::compile_all(units, "compiling functions one by one")) {
      // An erased type that promises less does not become one that promises Leak: that has no id.
      bool const about_markers = answer.says("[ownership.leak]") || answer.says("[ownership.erase]") ||
                                 answer.says("[corpus.use]") || answer.says("tenure::marker::leak");
      if (answer.said == ex::answer::broken || (answer.rejected() && !about_markers))
        throw std::runtime_error("the corpus is rejected for another reason:\n" + answer.output);
      rejected.push_back(answer.rejected());
    }
    return rejected;
  }

  /// For each function the set of types it admits, as `corpus::admitted` numbers them.
  auto admitted(std::vector<function> const& all, setting const& under) const -> std::vector<unsigned> {
    std::string text = "#include \"corpus/calls.hpp\"\n#include <cstdio>\n";
    std::string asked;
    for (std::size_t i = 0; i != all.size(); ++i) {
      text += fmt::format("namespace corpus::v{} {{\n{}\n{}\n}}\n", i, all[i].text, call(all[i].name));
      asked +=
          fmt::format("std::printf(\"%u\\n\", corpus::admitted<corpus::v{}::call_{}>());\n", i, all[i].name);
    }
    text += "int main() {\n" + asked + "}\n";
    ex::scratch const directory;
    auto const program = directory.path() / "probe";
    auto const built = ex::compile(
        {.with = &cxx_, .text = text, .flags = flags(under), .to = ex::mode::executable, .output = program});
    if (!built.accepted()) throw std::runtime_error("the corpus is not accepted:\n" + built.output);
    std::istringstream lines(ex::run_child({program.string()}, {}).output);
    std::vector<unsigned> sets;
    for (unsigned set = 0; lines >> set;) sets.push_back(set);
    if (sets.size() != all.size()) throw std::runtime_error("the probe of the corpus did not answer");
    return sets;
  }

 private:
  /// Flags with which the headers, the same for every function, are parsed once for all. Clang is given the
  /// file, GCC finds it beside the header that it is told to include.
  auto precompiled(setting const& under) const -> std::vector<std::string> const& {
    auto& known = precompiled_[under.rules + under.edition];
    if (!known.empty()) return known;
    bool const clang = cxx_.kind == ex::family::clang;
    auto const directory = parsed_.path() / (under.rules + under.edition);
    std::filesystem::create_directory(directory);
    auto const header = directory / "first.hpp";
    auto const output = directory / (clang ? "first.pch" : "first.hpp.gch");
    std::ofstream(header) << "#include \"corpus/calls.hpp\"\n";
    auto with = flags(under);
    with.insert(with.end(), {"-x", "c++-header"});
    auto const built =
        ex::compile({.with = &cxx_, .file = header, .flags = with, .to = ex::mode::object, .output = output});
    if (!built.accepted())
      throw std::runtime_error("the headers of the corpus are rejected:\n" + built.output);
    known = clang ? std::vector<std::string>{"-include-pch", output.string()}
                  : std::vector<std::string>{"-I" + directory.string(), "-include", "first.hpp"};
    return known;
  }
  auto call(std::string const& name) const -> std::string const& {
    auto const found = calls_.find(name);
    if (found == calls_.end()) throw std::runtime_error("corpus/calls.inl does not call '" + name + "'");
    return found->second;
  }
  auto flags(setting const& under) const -> std::vector<std::string> {
    return {"-I" + experiment_.string(), "-DCORPUS_DESIGN=" + under.rules,
            "-DCORPUS_EDITION=" + under.edition};
  }
  auto unit(std::vector<function> const& all, setting const& under, std::string const& asked,
            std::string const& types) const -> ex::compilation {
    std::string text = "#include \"corpus/calls.hpp\"\nnamespace corpus {\n";
    for (auto const& one : all) text += one.text + "\n" + call(one.name) + "\n";
    text += "}\n";
    for (auto const& one : all)
      text += fmt::format("template void corpus::{}<corpus::call_{}{}>();\n", asked, one.name, types);
    return {.with = &cxx_, .text = text, .flags = flags(under)};
  }

  ex::compiler const& cxx_;
  std::filesystem::path experiment_;
  std::map<std::string, std::string, std::less<>> calls_;
  ex::scratch parsed_;
  mutable std::map<std::string, std::vector<std::string>> precompiled_;
};

constexpr unsigned plain_only = 1;
constexpr unsigned guard_first = 16;  // A is not Leak, B and C are
char const* const with_plain = ", tenure::dialects::plain, tenure::dialects::plain, tenure::dialects::plain";
char const* const with_guard = ", tenure::dialects::guard, tenure::dialects::plain, tenure::dialects::plain";

/// Every text that comes from leaving out one bound.
auto without_one_bound(std::vector<function> const& all) -> std::vector<function> {
  std::vector<function> made;
  for (auto const& one : all) {
    for (std::size_t i = 0; i != one.words.size(); ++i) {
      if (one.words[i].is_bound()) made.push_back(one.silenced(i));
    }
  }
  return made;
}

auto number_of(std::vector<bool> const& all) -> std::size_t {
  return static_cast<std::size_t>(std::ranges::count(all, true));
}

auto bounds_in(std::vector<function> const& all) -> std::size_t {
  std::size_t sum = 0;
  for (auto const& one : all) sum += one.bounds();
  return sum;
}

/// What is found out about one text under one design.
struct finding {
  std::size_t words, bounds, functions, broken, closed;
  std::vector<bool> open = {};  ///< which functions a guard may pass
};

auto examine(laboratory const& lab, std::vector<function> const& all, setting const& under) -> finding {
  finding found{};
  for (auto const& one : all) {
    found.words += one.words.size();
    found.functions += one.bounds() != 0;
  }
  found.bounds = bounds_in(all);
  found.broken = lab.broken(all, under);
  for (unsigned const set : lab.admitted(all, under)) {
    if ((set & plain_only) == 0) throw std::runtime_error("a function of the corpus refuses everything");
    found.open.push_back((set & guard_first) != 0);
  }
  found.closed = all.size() - number_of(found.open);
  return found;
}

/// Bounds without which the definition still compiles.
auto needless_at_definition(laboratory const& lab, std::vector<function> const& all, setting const& under)
    -> std::size_t {
  auto const rejected = lab.each_rejected(without_one_bound(all), under, "check_definition", "");
  return rejected.size() - number_of(rejected);
}

/// Relaxed bounds without which no fewer types are admitted, and the definition still compiles.
auto needless_relaxations(laboratory const& lab, std::vector<function> const& all, setting const& under)
    -> std::size_t {
  auto const whole = lab.admitted(all, under);
  auto const variants = without_one_bound(all);
  auto const less = lab.admitted(variants, under);
  std::vector<function> unchanged;
  std::size_t v = 0;
  for (std::size_t f = 0; f != all.size(); ++f) {
    for (std::size_t i = 0; i != all[f].bounds(); ++i, ++v) {
      if (less[v] == whole[f]) unchanged.push_back(variants[v]);
    }
  }
  auto const rejected = lab.each_rejected(unchanged, under, "check_definition", "");
  return rejected.size() - number_of(rejected);
}

/// Bounds that C++ needs: without them a template is rejected for everybody, or accepted for a guard.
auto needed_at_instantiation(laboratory const& lab, std::vector<function> const& all, setting const& under)
    -> std::size_t {
  auto const variants = without_one_bound(all);
  auto const plain_rejected = lab.each_rejected(variants, under, "use", with_plain);
  auto const guard_rejected = lab.each_rejected(variants, under, "use", with_guard);
  std::size_t needed = 0;
  for (std::size_t i = 0; i != variants.size(); ++i) needed += plain_rejected[i] || !guard_rejected[i];
  return needed;
}

}  // namespace

void count_bounds(ex::report& out) {
  auto const corpus = out.source_dir() / "corpus";
  auto const text_auto = functions_of(corpus / "auto.hpp");
  auto const text_maybe = functions_of(corpus / "maybe.hpp");
  auto const text_edition = functions_of(corpus / "edition.hpp");
  auto const text_old = apply(text_auto, &function::all_silenced);
  auto const text_tool = apply(text_auto, &function::all_bounded);

  auto const same = [&](std::vector<function> const& other) {
    return std::ranges::equal(text_auto, other, [](function const& a, function const& b) {
      return a.without_words().text == b.without_words().text;
    });
  };
  out.claim_that("The corpus is the same code under every design, but for the bounds",
                 text_auto.size() >= 30 && same(text_maybe) && same(text_edition) && bounds_in(text_old) == 0,
                 fmt::format("{} functions; texts compared with their bounds left out", text_auto.size()));

  if (ex::compilers().empty()) {
    out.not_measured("Every bound in the corpus is needed", "no compiler found");
    return;
  }
  auto const& cxx = ex::compilers().front();
  laboratory const lab(cxx, out.source_dir());

  static std::string const old_edition = "edition-gated: old text";
  static std::string const tool_edition = "edition-gated: tool's text";
  static std::string const new_edition = "edition-gated: in the end";
  auto& table = out.costs({.title = "Bounds in a corpus of generic functions",
                           .unit = "functions",
                           .baseline = auto_trait,
                           .columns = {auto_trait, maybe_trait, old_edition, tool_edition, new_edition}});
  struct subject {
    std::string column;
    std::vector<function> const* text;
    setting const* under;
  };
  std::vector<subject> const subjects{{auto_trait, &text_auto, &by_auto},
                                      {maybe_trait, &text_maybe, &by_maybe},
                                      {old_edition, &text_old, &by_old_edition},
                                      {tool_edition, &text_tool, &by_new_edition},
                                      {new_edition, &text_edition, &by_new_edition}};
  std::string const names = "type variables and trait objects";
  std::string const bounds = "bounds written";
  std::string const touched = "functions that carry one";
  std::string const needless = "bounds not needed";
  std::string const breaking = "functions that do not compile";
  std::string const old_breaking = "functions of the old text that break";
  std::string const closed = "functions closed to a !Leak value";
  std::string const cpp_bounds = "bounds that C++ needs";
  std::map<std::string, finding> found;
  for (auto const& one : subjects) {
    auto const& f = found[one.column] = examine(lab, *one.text, *one.under);
    table.set(names, one.column, static_cast<double>(f.words)).unit(names, "names");
    table.set(bounds, one.column, static_cast<double>(f.bounds)).unit(bounds, "bounds");
    table.set(touched, one.column, static_cast<double>(f.functions));
    table.set(breaking, one.column, static_cast<double>(f.broken));
    table.set(closed, one.column, static_cast<double>(f.closed));
  }
  auto const old_auto = lab.broken(text_old, by_auto);
  auto const old_maybe = lab.broken(text_old, by_maybe);
  table.set(old_breaking, auto_trait, static_cast<double>(old_auto));
  table.set(old_breaking, maybe_trait, static_cast<double>(old_maybe));
  table.set(old_breaking, old_edition, static_cast<double>(found[old_edition].broken));

  auto const needless_auto = needless_at_definition(lab, text_auto, by_auto);
  auto const needless_maybe = needless_relaxations(lab, text_maybe, by_maybe);
  table.set(needless, auto_trait, static_cast<double>(needless_auto)).unit(needless, "bounds");
  table.set(needless, maybe_trait, static_cast<double>(needless_maybe));
  auto const needed_cpp = needed_at_instantiation(lab, text_auto, by_auto);
  table.set(cpp_bounds, auto_trait, static_cast<double>(needed_cpp)).unit(cpp_bounds, "bounds");
  table.set(cpp_bounds, maybe_trait, static_cast<double>(found[maybe_trait].bounds - needless_maybe));

  auto const& by_auto_found = found[auto_trait];
  auto const& by_maybe_found = found[maybe_trait];
  std::size_t pinned = 0;
  for (std::size_t i = 0; i != text_auto.size(); ++i)
    pinned += by_auto_found.open[i] && !by_maybe_found.open[i];

  out.claim_that(
      "Every bound in the corpus is needed", needless_auto == 0 && needless_maybe == 0,
      fmt::format("{} + {} bounds left out one by one, {} of them without effect ({})", by_auto_found.bounds,
                  by_maybe_found.bounds, needless_auto + needless_maybe, cxx.name));
  out.claim_that(
      "The texts compile where they are defined, and the old text breaks under the auto trait only",
      by_auto_found.broken + by_maybe_found.broken + found[new_edition].broken + found[old_edition].broken +
                  found[tool_edition].broken ==
              0 &&
          old_auto > 0 && old_maybe == 0,
      fmt::format("of {} old functions {} break under the auto trait, {} under ?Trait, {} in the old "
                  "edition",
                  text_old.size(), old_auto, old_maybe, found[old_edition].broken));
  out.claim_that(
      "?Trait writes a bound into most functions, the auto trait into the few that forget",
      2 * by_maybe_found.functions > text_maybe.size() && 2 * by_auto_found.functions < text_auto.size(),
      fmt::format("{} against {} of {} functions; {} against {} bounds", by_maybe_found.functions,
                  by_auto_found.functions, text_auto.size(), by_maybe_found.bounds, by_auto_found.bounds));
  out.claim_that(
      "Under ?Trait the pinned item type closes functions that forget nothing", pinned > 0,
      fmt::format("{} functions are open to a !Leak value under the auto trait and closed under ?Trait",
                  pinned));
  out.claim_that(
      "Checked at instantiation, the auto trait needs bounds at type erasure only",
      needed_cpp < by_auto_found.bounds && needed_cpp > 0,
      fmt::format("{} of the {} bounds that a check at definition needs", needed_cpp, by_auto_found.bounds));

  if (!out.quick() && ex::compilers().size() > 1) {
    auto const& other = ex::compilers()[1];
    laboratory const second(other, out.source_dir());
    bool agree = second.broken(text_old, by_auto) == old_auto;
    for (auto const& one : subjects) {
      auto const again = examine(second, *one.text, *one.under);
      agree = agree && again.open == found[one.column].open && again.broken == found[one.column].broken;
    }
    out.claim_that("Both compilers find the same", agree, fmt::format("{} and {}", cxx.name, other.name));
  } else {
    out.note(
        fmt::format("The corpus was compiled with {} only; a full run compares both compilers.", cxx.name));
  }
}

}  // namespace marker_designs
