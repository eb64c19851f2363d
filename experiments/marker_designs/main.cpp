// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

namespace md = marker_designs;

int main(int argc, char** argv) {
  return tenure::experiment::run(
      argc, argv,
      {.name = "marker_designs",
       .question =
           "How can a marker such as Leak be added to a language in which every value could be forgotten?",
       .designs = {{md::auto_trait,
                    "as Send: a type has it when its parts have it, and what needs it says so"},
                   {md::maybe_trait, "as Sized: everything is bounded by it unless it says ?Leak"},
                   {md::edition_gated,
                    "an auto trait from a new edition on; in the old one all types have it"}}},
      [](tenure::experiment::report& out) {
        md::compare_samples(out);
        md::count_bounds(out);
        md::show_races(out);
        md::measure_compile_time(out);
      });
}
