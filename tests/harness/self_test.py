#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the checker: each file in cases/ must be judged as this table says."""
import os
import sys

import negative

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")

VERDICTS = {
    "rejected_as_expected.cpp": None,
    "rejected_by_clang_only.cpp": None,
    "rejected_for_another_reason.cpp": "rejected for another reason",
    "one_of_two_reasons.cpp": "rejected for another reason",
    "echoed_reason.cpp": "rejected for another reason",
    "accepted.cpp": "it compiles, but must not",
    "broken_control.cpp": "the control does not compile",
    "warning_in_control.cpp": "the control does not compile",
    "expects_nothing.cpp": "would accept any error",
}


def main():
    given = negative.command_line(__doc__).parse_args()
    command = negative.reference_command(given.build, given.reference)

    wrong = sorted(set(os.listdir(CASES)) ^ set(VERDICTS))
    for name in wrong:
        print(f"{name}: in cases/ and not in the table, or the other way round")
    for name, verdict in VERDICTS.items():
        problems = negative.judge(command, os.path.join(CASES, name))
        good = not problems if verdict is None else len(problems) == 1 and verdict in problems[0]
        print(f"{name}: {'judged as it should be' if good else f'expected {verdict!r}, judged {problems}'}")
        if not good:
            wrong.append(name)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
