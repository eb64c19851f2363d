#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs one negative-compilation case: a file that compiles, and does not with EXPECT_COMPILE_FAIL=1.

The file says in comments what the diagnostics must contain, literally:

    // expect-error: [ownership.affine]

The control (EXPECT_COMPILE_FAIL=0) must compile without a warning. The faulty build must not compile, and
its diagnostics must contain every expected text. Compilers print the offending source line, comment and all,
which would make any failure look like the expected one: so both are told to print no source.

`// only: clang` marks a fault that only Clang can see: elsewhere the control alone is built.
Exit status 0 when all is as the file says, 1 otherwise.
"""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys

def reference_command(build, target):
    """The compiler and its flags, as CMake wrote them down for the file of that target."""
    with open(os.path.join(build, "compile_commands.json")) as file:
        for entry in json.load(file):
            words = shlex.split(entry["command"])
            if f"/{target}.dir/harness/reference.cpp" in words[words.index("-o") + 1]:
                output = words.index("-o")
                return [w for w in words[:output] + words[output + 2:] if w not in ("-c", entry["file"])]
    sys.exit(f"negative.py: {build}/compile_commands.json does not have the target {target}")


def command_line(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--build", required=True, help="build directory")
    parser.add_argument("--reference", required=True, help="the target in it whose compiler and flags are used")
    return parser


def is_clang(command):
    macros = subprocess.run([command[0], "-dM", "-E", "-x", "c++", os.devnull], capture_output=True, text=True)
    return "#define __clang__ " in macros.stdout


def compile_case(command, clang, source, fail):
    quiet = ["-fno-caret-diagnostics"] if clang else ["-fno-diagnostics-show-caret", "-fconcepts-diagnostics-depth=3"]
    run = subprocess.run(
        command + quiet + ["-fsyntax-only", f"-DEXPECT_COMPILE_FAIL={int(fail)}", source],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    return run.returncode == 0, run.stderr


def judge(command, source):
    """A list of what is wrong with the case; empty when it is as it says."""
    with open(source) as file:
        text = file.read()
    expected = re.findall(r"//\s*expect-error:[ \t]*(.*?)[ \t]*$", text, re.MULTILINE)
    expected = [e for e in expected if e]
    only_clang = re.search(r"//\s*only:\s*clang\b", text)
    if not expected:
        return ["it has no line `// expect-error: TEXT`, so it would accept any error"]

    clang = is_clang(command)
    compiled, output = compile_case(command, clang, source, fail=False)
    if not compiled:
        return ["the control does not compile:\n" + output]
    if only_clang and not clang:
        return []
    compiled, output = compile_case(command, clang, source, fail=True)
    if compiled:
        return ["it compiles, but must not"]
    missing = [e for e in expected if e not in output]
    if missing:
        return ["it is rejected for another reason; its diagnostics lack\n"
                + "".join(f"    {e}\n" for e in missing) + "they are:\n" + output]
    return []


def main():
    parser = command_line(__doc__.splitlines()[0])
    parser.add_argument("source")
    given = parser.parse_args()
    problems = judge(reference_command(given.build, given.reference), given.source)
    for problem in problems:
        print(f"{given.source}: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
