# SPDX-License-Identifier: BSL-1.0
# What holds for the project's own sources only, never for those who use the headers.

add_library(tenure_dev INTERFACE)
target_compile_options(
  tenure_dev
  INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
            # Two levels show which part of a concept failed; more buries the sentence that says what to do.
            $<$<CXX_COMPILER_ID:GNU>:-fconcepts-diagnostics-depth=2>
            # Use after move, dropped linear values, and loans of fields that overlap are errors.
            $<$<CXX_COMPILER_ID:Clang>:-Werror=consumed;-Wthread-safety>)
