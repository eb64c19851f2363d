// SPDX-License-Identifier: BSL-1.0
// What do markers cost to compile? Each source is compiled beside its baseline, again and again in turn, and
// the median of the differences is taken: what disturbs the machine disturbs both.
#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus_text.hpp"
#include "parts.hpp"
#include "support/compiler.hpp"
#include "support/progress.hpp"

namespace ex = tenure::experiment;

namespace marker_designs {
namespace {

constexpr double target_ms = 50;
constexpr int target_fields = 50;

/// User milliseconds of several sources, compiled in turn.
auto in_turn(std::vector<ex::compilation> const& sources, int rounds, ex::progress& shown)
    -> std::vector<std::vector<double>> {
  std::vector<std::vector<double>> times(sources.size());
  for (int round = 0; round != rounds; ++round) {
    for (std::size_t i = 0; i != sources.size(); ++i) {
      auto const answer = ex::compile(sources[i]);
      if (!answer.accepted()) throw std::runtime_error("a source to be timed is rejected:\n" + answer.output);
      times[i].push_back(answer.user_seconds * 1000);
      shown.step();
    }
  }
  return times;
}

auto median_difference(std::vector<double> const& more, std::vector<double> const& less) -> double {
  std::vector<double> differences;
  for (std::size_t i = 0; i != more.size(); ++i) differences.push_back(more[i] - less[i]);
  return ex::summarise(std::move(differences)).value;
}

/// Field types of ordinary programs, half of them from the standard library.
constexpr std::array ordinary_types{"int",
                                    "double",
                                    "std::string",
                                    "char",
                                    "std::vector<int>",
                                    "unsigned",
                                    "std::unique_ptr<int>",
                                    "long",
                                    "std::optional<std::unique_ptr<int>>",
                                    "bool",
                                    "std::pair<int, std::string>",
                                    "short",
                                    "std::shared_ptr<int const>",
                                    "float",
                                    "std::vector<std::unique_ptr<int>>",
                                    "std::array<int, 3>"};

constexpr int aggregates = 10;

/// What asks whether a struct has the marker, if any.
auto question(std::string const& of, std::string const& marker) -> std::string {
  return marker.empty() ? "" : fmt::format("static_assert(tenure::{}<{}>);\n", marker, of);
}

/// Ten aggregates, no two with the same sequence of field types: one alone would drown in the noise.
auto ordinary(int fields, std::string const& marker) -> std::string {
  std::string text = "#include <tenure/ownership/std_containers.hpp>\n";
  for (int a = 0; a != aggregates; ++a) {
    text += fmt::format("struct whole{} {{\n", a);
    for (int i = 0; i != fields; ++i)
      text += fmt::format("  {} field{};\n",
                          ordinary_types[static_cast<std::size_t>(i + a) % ordinary_types.size()], i);
    text += "};\n" + question(fmt::format("whole{}", a), marker);
  }
  return text;
}

/// One aggregate. Each field is an aggregate of its own, whose fields must be read too.
auto nested(int fields, std::string const& marker) -> std::string {
  std::string text = "#include <tenure/ownership/markers.hpp>\n";
  for (int i = 0; i != fields; ++i) text += fmt::format("struct part{0} {{ int a{0}; double b{0}; }};\n", i);
  text += "struct whole {\n";
  for (int i = 0; i != fields; ++i) text += fmt::format("  part{0} field{0};\n", i);
  return text + "};\n" + question("whole", marker);
}

struct derivation {
  std::string title;
  std::string (*source)(int, std::string const&);
  std::vector<int> sizes;
  bool judged;  ///< the target is about this one, of which a file holds ten
};

void derive(ex::report& out, derivation const& what) {
  struct asked {
    std::string column, marker;
  };
  std::vector<asked> all{{"no question", ""}, {"Send", "Send"}, {"no question again", ""}, {"Leak", "Leak"}};
  std::vector<std::string> columns;
  for (auto const& one : all) columns.push_back(one.column);
  // The row that is judged is timed more often.
  auto const rounds_of = [&](int size) { return what.judged && size == target_fields ? 5 : 2; };
  std::size_t runs = 0;
  for (int const size : what.sizes)
    runs += all.size() * static_cast<std::size_t>(rounds_of(size)) * ex::compilers().size();
  ex::progress shown("timing the derivation", runs);
  for (auto const& cxx : ex::compilers()) {
    auto& table = out.costs({.title = what.title + ", " + (cxx.kind == ex::family::gcc ? "GCC" : "Clang"),
                             .unit = "ms",
                             .baseline = columns.front(),
                             .columns = columns,
                             .axis = "fields"});
    for (int const size : what.sizes) {
      std::vector<ex::compilation> sources;
      for (auto const& one : all) sources.push_back({.with = &cxx, .text = what.source(size, one.marker)});
      int const rounds = rounds_of(size);
      auto const times = in_turn(sources, rounds, shown);
      auto const row = fmt::format("{} field{}", size, size == 1 ? "" : "s");
      table.position(row, size);
      for (std::size_t i = 0; i != times.size(); ++i) table.set(row, columns[i], ex::summarise(times[i]));
      if (!what.judged || size != target_fields) continue;
      auto const added = median_difference(times[1], times[0]) / aggregates;
      out.claim_that(
          fmt::format("Deriving Send for {} fields adds less than {} ms with {}", target_fields, target_ms,
                      cxx.name),
          added < target_ms,
          fmt::format("{:.1f} ms each for {} aggregates in a file, median of {} differences; noise, "
                      "from the same source again: {:+.1f} ms",
                      added, aggregates, rounds, median_difference(times[2], times[0]) / aggregates));
    }
  }
}

void compile_corpus(ex::report& out) {
  std::string const none = "no bounds";
  auto const corpus = out.source_dir() / "corpus";
  auto const calls = calls_of(corpus / "calls.inl");
  auto const plain_text = functions_of(corpus / "auto.hpp");
  struct subject {
    std::string column;
    std::vector<function> text;
    std::string rules;
    std::string edition;
  };
  std::vector<subject> const subjects{
      {none, apply(plain_text, &function::without_words), "auto_trait", "after"},
      {none + " again", apply(plain_text, &function::without_words), "auto_trait", "after"},
      {auto_trait, plain_text, "auto_trait", "after"},
      {maybe_trait, functions_of(corpus / "maybe.hpp"), "maybe_trait", "after"},
      {edition_gated + ", old text", apply(plain_text, &function::all_silenced), "edition_gated", "before"},
      {edition_gated, functions_of(corpus / "edition.hpp"), "edition_gated", "after"}};
  std::vector<std::string> columns;
  for (auto const& one : subjects) columns.push_back(one.column);
  auto& table =
      out.costs({.title = "The corpus, compile time", .unit = "ms", .baseline = none, .columns = columns});
  constexpr int rounds = 3;
  ex::progress shown("timing the corpus",
                     subjects.size() * static_cast<std::size_t>(rounds) * ex::compilers().size());
  for (auto const& cxx : ex::compilers()) {
    std::vector<ex::compilation> sources;
    for (auto const& one : subjects) {
      std::string text = "#include \"corpus/calls.hpp\"\nnamespace corpus {\n";
      for (auto const& f : one.text) text += f.text + "\n" + calls.at(f.name) + "\n";
      text += "using fine = tenure::dialects::plain;\n}\n";
      for (auto const& f : one.text)
        text += fmt::format(
            "template void corpus::use<corpus::call_{}, corpus::fine, corpus::fine, corpus::fine>();\n",
            f.name);
      sources.push_back({.with = &cxx,
                         .text = text,
                         .flags = {"-I" + out.source_dir().string(), "-DCORPUS_DESIGN=" + one.rules,
                                   "-DCORPUS_EDITION=" + one.edition}});
    }
    auto const times = in_turn(sources, rounds, shown);
    for (std::size_t i = 0; i != times.size(); ++i) table.set(cxx.name, columns[i], ex::summarise(times[i]));
  }
  out.note(
      "The column \"no bounds\" has no bound in the corpus; forget, rc and the others still ask for Leak. "
      "The "
      "column \"again\" is the same source once more: differences of that size are noise.");
}

}  // namespace

void measure_compile_time(ex::report& out) {
  if (ex::compilers().empty()) {
    out.not_measured("Deriving a marker is cheap", "no compiler found");
    return;
  }
  if (out.quick()) {  // the tests run this way, and a timed assertion is never a test
    out.note("Compile time is measured in a full run only.");
    return;
  }
  derive(out, {"Ten aggregates of everyday types", ordinary, {1, 10, target_fields, 100}, true});
  derive(out, {"One aggregate of aggregates", nested, {target_fields}, false});
  compile_corpus(out);
}

}  // namespace marker_designs
