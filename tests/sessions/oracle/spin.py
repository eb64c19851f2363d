#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs SPIN on the models that a program writes: NAME.good.pml must have no error, NAME.bad.pml must have one.
NAME.large.pml has too many states: it is searched for five seconds, without an error.

spin.py WRITER SEED
Without SPIN or a C compiler it says so and ends with status 77, which CTest counts as skipped.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor


def errors(model: pathlib.Path) -> tuple[int, str]:
    """How many errors SPIN finds, and what it says. No invalid end state, no violated assertion: none."""
    place = model.with_suffix("")
    place.mkdir()
    said = ""
    large = model.name.endswith(".large.pml")
    for command in (
        ["spin", "-a", model],
        ["cc", "-w", "-DSAFETY", "-DVECTORSZ=4096", "-o", "pan", "pan.c"],
        [*(["timeout", "-s", "INT", "5"] if large else []), "./pan", "-w20", "-m200000"],
    ):
        run = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=100, check=False)
        said = run.stdout + run.stderr
        if run.returncode not in (0, 124 if large else 0):
            raise RuntimeError(f"{model.name}: {command[0]} ended with {run.returncode}\n{said}")
    found = re.search(r"errors: (\d+)", said)
    stopped = "Search not completed" in said or "max search depth too small" in said
    if not found or (stopped and found[1] == "0" and not large):
        raise RuntimeError(f"{model.name}: no verdict\n{said}")
    return int(found[1]), said


def main() -> int:
    writer, seed = sys.argv[1:]
    for tool in ("spin", "cc"):
        if not shutil.which(tool):
            print(f"skipped: there is no {tool} on this machine (package {tool if tool == 'spin' else 'gcc'})")
            return 77
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([writer, name, seed], check=True)
        models = sorted(pathlib.Path(name).glob("*.pml"))
        with ThreadPoolExecutor(2) as pool:
            verdicts = list(pool.map(errors, models))
        wrong = 0
        count = {"good": 0, "large": 0, "bad": 0}
        for model, (found, said) in zip(models, verdicts):
            kind = model.name.split(".")[1]
            count[kind] += 1
            if (found > 0) != (kind == "bad"):
                wrong += 1
                print(f"FAILED {model.name}: {found} errors\n{model.read_text()}\n{said}")
        print(f"{count['good']} models without an error, {count['large']} as far as searched, {count['bad']} with one as they must have, {wrong} wrong")
        return 1 if wrong or count["good"] < 40 or count["bad"] < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
