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

auto ordinary(int fields, std::string const& question) -> std::string {
  std::string text = "#include <tenure/ownership/std_containers.hpp>\nstruct whole {\n";
  for (int i = 0; i != fields; ++i)
    text += fmt::format("  {} field{};\n",
                        ordinary_types[static_cast<std::size_t>(i) % ordinary_types.size()], i);
  return text + "};\n" + question;
}

/// Each field is an aggregate of its own, whose fields must be read too.
auto nested(int fields, std::string const& question) -> std::string {
  std::string text = "#include <tenure/ownership/std_containers.hpp>\n";
  for (int i = 0; i != fields; ++i) text += fmt::format("struct part{0} {{ int a{0}; double b{0}; }};\n", i);
  text += "struct whole {\n";
  for (int i = 0; i != fields; ++i) text += fmt::format("  part{0} field{0};\n", i);
  return text + "};\n" + question;
}

struct derivation {
  std::string title;
  std::string (*source)(int, std::string const&);
  std::vector<int> sizes;
  bool judged;  ///< the target is about this one
};

void derive(ex::report& out, derivation const& what) {
  std::string const nothing = "no question";
  std::string const again = "no question again";
  std::string const send = "Send";
  std::string const leak = "Leak";
  // The row that is judged is timed more often.
  auto const rounds_of = [&](int size) { return what.judged && size == target_fields ? 5 : 3; };
  std::size_t runs = 0;
  for (int const size : what.sizes)
    runs += 4 * static_cast<std::size_t>(rounds_of(size)) * ex::compilers().size();
  ex::progress shown("timing the derivation", runs);
  for (auto const& cxx : ex::compilers()) {
    auto& table = out.costs({.title = what.title + ", " + (cxx.kind == ex::family::gcc ? "GCC" : "Clang"),
                             .unit = "ms",
                             .baseline = nothing,
                             .columns = {nothing, again, send, leak},
                             .axis = "fields"});
    for (int const size : what.sizes) {
      int const rounds = rounds_of(size);
      auto const source = [&](std::string const& question) {
        return ex::compilation{.with = &cxx, .text = what.source(size, question)};
      };
      auto const times = in_turn({source(""), source(""), source("static_assert(tenure::Send<whole>);\n"),
                                  source("static_assert(tenure::Leak<whole>);\n")},
                                 rounds, shown);
      auto const row = fmt::format("{} field{}", size, size == 1 ? "" : "s");
      table.position(row, size);
      for (std::size_t i = 0; i != times.size(); ++i)
        table.set(row, table.columns()[i], ex::summarise(times[i]));
      if (!what.judged || size != target_fields) continue;
      auto const added = median_difference(times[2], times[0]);
      out.claim_that(fmt::format("Deriving Send for {} fields adds less than {} ms with {}", target_fields,
                                 target_ms, cxx.name),
                     added < target_ms,
                     fmt::format("{:.1f} ms, median of {} differences; the same source again: {:+.1f} ms",
                                 added, rounds, median_difference(times[1], times[0])));
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
  derivation const everyday{"Fields of everyday types", ordinary,
                            out.quick() ? std::vector{target_fields} : std::vector{1, 10, target_fields, 100},
                            true};
  derive(out, everyday);
  if (out.quick()) {
    out.note("Nested aggregates, and how long the corpus takes to compile, are measured in a full run only.");
  } else {
    derive(out, {"Fields that are aggregates themselves", nested, {target_fields}, false});
    compile_corpus(out);
  }
}

}  // namespace marker_designs
