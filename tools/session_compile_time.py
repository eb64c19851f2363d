#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What it costs to compile a choreography: user seconds above a file that includes the same header and nothing else.

Every case projects and validates all roles (`static_assert(well_formed<...>)`), with the compilers' default limits.
    tools/session_compile_time.py [--repeat 3] [--compiler g++] [CASE...]
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEAD = """#include <cstddef>
#include <tenure/sessions/projection.hpp>
using namespace tenure::sessions;
template <int> struct role {};
template <int> struct msg {};
"""


def message(sender, receiver, number):
    return f"send<role<{sender}>, role<{receiver}>, msg<{number}>>"


def protocol(body):
    return HEAD + "inline constexpr auto protocol = " + body + ";\nstatic_assert(well_formed<protocol>);\n"


def seq(parts):
    return "seq(" + ",\n ".join(parts) + ")"


def flat(count, roles=2, kinds=None):
    """One message after the other, to and fro; all of different types, or of a few."""
    return protocol(seq(message(i % roles, (i + 1) % roles, i % (kinds or count)) for i in range(count)))


def loop(count, roles=2, kinds=None):
    return protocol("loop<struct again>(choice<role<0>>(" + seq(
        [message(i % roles, (i + 1) % roles, i % (kinds or count)) for i in range(count)] + ["jump<struct again>"])
        + ",\n " + seq(message(0, r, 100000) for r in range(1, roles)) + "))")


def arms(count, length=4):
    """A choice of many arms between three roles."""
    return protocol("choice<role<0>>(" + ",\n".join(
        seq([message(0, 1, a * length), message(1, 2, a * length + 1)] +
            [message(i % 3, (i + 1) % 3, a * length + i) for i in range(2, length)]) for a in range(count)) + ")")


def merged(count):
    """A third role that hears of the choice at the end of every arm, in one of many ways."""
    return protocol("loop<struct x>(choice<role<0>>(" + ",\n".join(
        seq([message(0, 1, a), message(1, 2, a), "jump<struct x>" if a else message(2, 0, 0)])
        for a in range(count)) + "))")


def race(count):
    """A role that takes the first of two senders' messages, which answer one another."""
    return protocol("choice<role<0>>(" + ",\n".join(
        seq([message(0, 1, 2 * a), message(1, 2, 2 * a), message(2, 0, a), message(0, 2, 2 * a)]) if a % 2 else
        seq([message(0, 2, 2 * a), message(2, 1, 2 * a)])
        for a in range(count)) + ")")


CASES = {
    "flat-64": lambda: flat(64),
    "flat-256": lambda: flat(256),
    "flat-1024": lambda: flat(1024),
    "flat-4096": lambda: flat(4096),
    "flat-4096-of-2-kinds": lambda: flat(4096, kinds=2),
    "flat-1024-of-2-kinds": lambda: flat(1024, kinds=2),
    "loop-256": lambda: loop(256),
    "loop-1024": lambda: loop(1024),
    "loop-1024-of-2-kinds": lambda: loop(1024, kinds=2),
    "loop-4096": lambda: loop(4096),
    "ring-16-256": lambda: flat(256, 16),
    "ring-64-1024": lambda: flat(1024, 64),
    "ring-64-1024-looped": lambda: loop(1024, 64),
    "arms-64": lambda: arms(64),
    "arms-256": lambda: arms(256),
    "arms-1024": lambda: arms(1024),
    "merged-64": lambda: merged(64),
    "merged-1024": lambda: merged(1024),
    "race-64": lambda: race(64),
}


def seconds(compiler, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run = subprocess.run(compiler + ["-fsyntax-only", "-I", f"{ROOT}/sessions/include", "-I", f"{ROOT}/ownership/include",
                                     path], capture_output=True, text=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return used, "" if run.returncode == 0 else (run.stderr.splitlines() or ["?"])[0]


def measure(compiler, text, repeat):
    with tempfile.TemporaryDirectory() as where:
        path = os.path.join(where, "case.cpp")
        with open(path, "w") as file:
            file.write(text)
        runs = [seconds(compiler, path) for _ in range(repeat)]
    return min(r[0] for r in runs), runs[0][1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--compiler", action="append", help="g++ or clang++-19; both by default")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    args = parser.parse_args()
    compilers = [[c, "-std=c++26" if "clang" in c else "-std=c++23"] for c in args.compiler or ["g++", "clang++-19"]]
    names = args.cases or list(CASES)
    print(f"{'case':24}" + "".join(f"{c[0]:>12}" for c in compilers))
    empty = [measure(c, "#include <cstddef>\n", args.repeat)[0] for c in compilers]
    base = [measure(c, HEAD, args.repeat)[0] for c in compilers]
    print(f"{'the header':24}" + "".join(f"{b - e:12.3f}" for b, e in zip(base, empty)))
    failed = False
    for name in names:
        text = CASES[name]()
        row = ""
        for compiler, least in zip(compilers, base):
            used, error = measure(compiler, text, args.repeat)
            row += f"{used - least:12.3f}"
            if error:
                failed = True
                row += f"  {error}"
        print(f"{name:24}{row}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
