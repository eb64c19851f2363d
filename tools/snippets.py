#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Code that a README shows is code that is compiled, and output that it shows is what the program prints.

In a Markdown file, just before the block (the path is from the root of the tree):

    <!-- snippet: ownership/lessons/01_slots.cpp:making -->     before a ```cpp block
    <!-- output: ownership/lessons/01_slots.cpp -->             before a ```text block

In the source, the region is between two comments, which are not shown:

    // [making]
    // [/making]

--check reports what differs, and every ```cpp block of a README that has no marker; --write mends it.
Outputs need the programs, so they are looked at only with --build DIR.
"""
import argparse
import glob
import os
import re
import subprocess
import sys
import textwrap

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BLOCK = re.compile(r"(?:^<!-- (?P<kind>snippet|output): (?P<what>\S+) -->\n\n?)?^```(?P<language>\w*)\n(?P<body>.*?)^```$",
                   re.MULTILINE | re.DOTALL)
MARK = re.compile(r"^[ \t]*// \[/?[\w-]+\]\n", re.MULTILINE)


class Problem(Exception):
    pass


def region(what):
    path, _, name = what.partition(":")
    try:
        with open(os.path.join(ROOT, path)) as file:
            source = file.read()
    except OSError:
        raise Problem(f"there is no file {path}")
    found = re.findall(rf"^[ \t]*// \[{re.escape(name)}\]\n(.*?)^[ \t]*// \[/{re.escape(name)}\]$", source,
                       re.MULTILINE | re.DOTALL)
    if len(found) != 1:
        raise Problem(f"{path} has {len(found)} regions called '{name}'")
    return textwrap.dedent(MARK.sub("", found[0])).strip("\n") + "\n"


def output(path, build):
    """What the lesson prints."""
    module, _, name = os.path.splitext(path)[0].split("/")
    program = os.path.join(build, "tests", f"tenure_{module}_lesson_{name}")
    if not os.access(program, os.X_OK):
        raise Problem(f"{path} is not built in {build}")
    return subprocess.run([program], capture_output=True, text=True, check=False).stdout


def mended(text, is_readme, build, problems):
    def replace(match):
        kind, what, body = match["kind"], match["what"], match["body"]
        line = text.count("\n", 0, match.start()) + 1
        if kind is None:
            if is_readme and match["language"] in ("cpp", "c++"):
                problems.append((line, "this code is not marked as a region of a compiled file"))
            return match[0]
        if kind == "output" and build is None:
            return match[0]
        try:
            wanted = region(what) if kind == "snippet" else output(what, build)
        except Problem as problem:
            problems.append((line, str(problem)))
            return match[0]
        if wanted == body:
            return match[0]
        problems.append((line, f"differs from {what}; tools/snippets.py --write mends it"))
        return match[0][:-len(body + "```")] + wanted + "```"

    return BLOCK.sub(replace, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--check", action="store_true", help="report what differs, with status 1")
    action.add_argument("--write", action="store_true", help="bring the documents up to date")
    parser.add_argument("--build", help="build directory with the lessons, to compare outputs too")
    given = parser.parse_args()

    status = 0
    readmes = sorted(glob.glob("README.md", root_dir=ROOT) + glob.glob("*/README.md", root_dir=ROOT))
    for name in readmes + sorted(glob.glob("papers/*/*.md", root_dir=ROOT)):
        path = os.path.join(ROOT, name)
        with open(path) as file:
            before = file.read()
        problems = []
        after = mended(before, name in readmes, given.build, problems)
        if given.write and after != before:
            with open(path, "w") as file:
                file.write(after)
            print(f"{name}: written")
            problems = []
            mended(after, name in readmes, given.build, problems)
        for line, problem in problems:
            print(f"{name}:{line}: {problem}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
