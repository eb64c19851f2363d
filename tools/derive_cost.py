#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does it cost to compile the question whether an aggregate of 50 fields is Send?

    tools/derive_cost.py [COMPILER...]     such as "g++ -std=c++23" "clang++-19 -std=c++26"

Compiles a file with 20 such aggregates, with the question and without it, in turn, and prints the difference
per aggregate in milliseconds of processor time: least and median of seven rounds. The field types are those of
ordinary programs; half of them come from the standard library. Also the cost of including the headers.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile

TYPES = ["int", "double", "std::string", "char", "std::vector<int>", "unsigned", "std::unique_ptr<int>", "long",
         "std::optional<std::unique_ptr<int>>", "bool", "std::pair<int, std::string>", "short",
         "std::shared_ptr<int const>", "float", "std::vector<std::unique_ptr<int>>", "std::array<int, 3>"]
COUNT = 20
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def aggregates(question, reference=False):
    fields = "".join(f"  {TYPES[i % len(TYPES)]} f{i};\n" for i in range(50 - reference))
    fields += "  int const& f49;\n" * reference
    source = '#include "tenure/ownership/std_containers.hpp"\n'
    for i in range(COUNT):
        source += f"struct s{i} {{\n{fields}}};\n"
        source += f"static_assert({question.format(f's{i}')});\n"
    return source


def seconds(compiler, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*compiler.split(), "-I" + os.path.join(ROOT, "ownership/include"), "-fsyntax-only", path], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(compiler, name, with_it, without_it, share):
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i}.cpp") for i in range(2)]
        for path, source in zip(paths, [with_it, without_it]):
            with open(path, "w") as out:
                out.write(source)
        times = [[seconds(compiler, path) for path in paths] for _ in range(7)]
    least = min(t[0] for t in times) - min(t[1] for t in times)
    median = statistics.median(t[0] - t[1] for t in times)
    print(f"{compiler:24} {name:44} {1000 * least / share:7.1f} {1000 * median / share:7.1f}", flush=True)


for compiler in sys.argv[1:] or ["g++ -std=c++23", "clang++-19 -std=c++26"]:
    base = "#include <memory>\n#include <utility>\n"
    print(f"{compiler:24} {'milliseconds':44} {'least':>7} {'median':>7}")
    compare(compiler, "Send of 50 fields", aggregates("tenure::Send<{}>"), aggregates("sizeof({}) > 0"), COUNT)
    compare(compiler, "Send of 50 fields, the last a reference", aggregates("tenure::Send<{}>", True),
            aggregates("sizeof({}) > 0", True), COUNT)
    for header in ["structure", "markers", "bounds", "own"]:
        compare(compiler, f"#include {header}.hpp", base + f'#include "tenure/ownership/{header}.hpp"\n', base, 1)
