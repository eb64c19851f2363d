#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles a file with EXPECT_COMPILE_FAIL=0, which must compile, and 1 to N, which must not, for [views.overlap]."""
import argparse
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../harness"))
import negative


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=int, required=True)
    parser.add_argument("source")
    parser.add_argument("command", nargs="+", help="the compiler and its flags, after --")
    given = parser.parse_args()
    wrong = 0
    for fault in range(given.faults + 1):
        compiled, output = negative.compile_case(given.command, True, given.source, fault)
        right = compiled if fault == 0 else not compiled and "[views.overlap]" in output
        if not right:
            wrong += 1
            print(f"{given.source}: fault {fault}: {'compiles' if compiled else output}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
