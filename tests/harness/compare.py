#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles a file to assembly and compares its functions raw_NAME and our_NAME, instruction by instruction.

The two bodies must be the same but for the names of local labels. --expect-difference NAME says that this pair
must differ: so the test shows that it can fail. Exit status 0 when all is as expected.
"""
import argparse
import re
import subprocess
import sys


def bodies(assembly):
    """The instructions of each function, labels numbered in order of appearance."""
    found, name, lines = {}, None, []
    for line in assembly.splitlines():
        line = line.split("#")[0].strip()
        start = re.fullmatch(r"(raw_\w+|our_\w+):", line)
        if start:
            name, lines = start.group(1), []
        elif name and line.startswith(".size"):
            found[name], name = number_labels(lines), None
        elif name and line and not (line.startswith(".") and not line.endswith(":")):
            lines.append(re.sub(r"\s+", " ", line))
    return found


def number_labels(lines):
    """Labels that nothing jumps to are left out."""
    used = [word for line in lines if not line.endswith(":") for word in re.findall(r"\.L\w+", line)]
    numbers = {label: f"L{i}" for i, label in enumerate(dict.fromkeys(used))}
    kept = [line for line in lines if not line.endswith(":") or line[:-1] in numbers]
    return [re.sub(r"\.L\w+", lambda label: numbers[label.group()], line) for line in kept]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--expect-difference", action="append", default=[], metavar="NAME")
    parser.add_argument("source")
    parser.add_argument("command", nargs="+", help="compiler and flags")
    given = parser.parse_args()

    run = subprocess.run(given.command + ["-O2", "-DNDEBUG", "-S", "-o", "-", given.source], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    found = bodies(run.stdout)
    names = sorted(name[4:] for name in found if name.startswith("raw_"))
    wrong = 0
    for name in names:
        raw, our = found[f"raw_{name}"], found.get(f"our_{name}")
        if (raw == our) == (name in given.expect_difference):
            wrong += 1
            print(f"{name}: the raw version and ours should {'differ' if raw == our else 'be the same'}")
            print("  raw: " + "; ".join(raw) + "\n  our: " + "; ".join(our or ["there is none"]))
    print(f"{len(names) - wrong} of {len(names)} pairs are as expected")
    return 1 if wrong or not names else 0


if __name__ == "__main__":
    sys.exit(main())
