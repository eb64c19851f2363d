# SPDX-License-Identifier: BSL-1.0
"""Reading results: the JSON of experiments (schema tenure-experiment/1) and of Google Benchmark.

Nothing here needs more than the standard library, so that a check of the papers runs anywhere.
"""
import json
import math
import os
import re
import statistics
import sys
import tempfile

SCHEMA = "tenure-experiment/1"
MARKS = {"good": "✓", "mixed": "~", "bad": "✗", "missing": "?", "plain": ""}


class ResultError(Exception):
    """One sentence about what is wrong with a file."""


def load(path):
    """An experiment's or a benchmark's results, as written. Raises ResultError."""
    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except OSError as error:
        raise ResultError(f"cannot read '{path}': {error.strerror}") from error
    except ValueError as error:
        raise ResultError(f"'{path}' is not JSON: {error}") from error
    if not is_experiment(data) and not is_benchmark(data):
        raise ResultError(f"'{path}' holds neither an experiment's results nor a benchmark's")
    return data


def is_experiment(data):
    return isinstance(data, dict) and data.get("schema") == SCHEMA


def is_benchmark(data):
    return isinstance(data, dict) and "benchmarks" in data and "context" in data


def provenance(data):
    """Pairs of a name and a value that say where the numbers come from."""
    if is_experiment(data):
        known = data["provenance"]
        rows = [(name, known.get(name)) for name in ("commit", "compiler", "flags", "date", "cpu", "system", "command", "seed")]
        rows.append(("run", "quick" if known.get("quick") else "full"))
    else:
        known = data["context"]
        rows = [(name, known.get(name)) for name in ("commit", "compiler", "flags", "date", "cpu", "num_cpus",
                                                     "mhz_per_cpu", "cpu_scaling_enabled", "library_build_type")]
    return [(name.replace("_", " "), str(value)) for name, value in rows if value not in (None, "")]


def number(value):
    """Enough digits to compare, no more."""
    if value is None or math.isnan(value):
        return "–"
    if value == math.floor(value) and abs(value) < 1e15:
        return f"{value:.0f}"
    size = abs(value)
    if size >= 100:
        return f"{value:.0f}"
    if size >= 10:
        return f"{value:.1f}"
    if size >= 1:
        return f"{value:.2f}"
    return f"{value:.3g}"


# --- Google Benchmark -----------------------------------------------------------------------------

NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
# What Google Benchmark itself adds to a name.
SUFFIX = re.compile(r"/(repeats|iterations|min_time|min_warmup_time|threads):[^/]*|/(real_time|process_time|manual_time)(?=/|$)")


def split_name(run_name):
    """('hand-over/8 B/raw pointer/A/64') -> group 'hand-over/8 B', design 'raw pointer', role 'A', argument '64'."""
    parts = SUFFIX.sub("", run_name).split("/")
    argument = []
    while len(parts) > 1 and re.fullmatch(r"-?\d+|\w+:-?\d+", parts[-1]):
        argument.insert(0, parts.pop())
    role = parts.pop() if len(parts) > 1 and parts[-1] in ("A", "A'") else ""
    return "/".join(parts[:-1]), parts[-1], role, "/".join(argument)


class Timing:
    """The repetitions of one benchmark, in nanoseconds per iteration."""

    def __init__(self, run_name):
        self.group, self.design, self.role, self.argument = split_name(run_name)
        self.samples = []
        self.median_given = None
        self.error = None

    median = property(lambda self: statistics.median(self.samples) if self.samples else self.median_given)
    low = property(lambda self: min(self.samples) if self.samples else None)
    high = property(lambda self: max(self.samples) if self.samples else None)

    @property
    def label(self):
        return self.design + (f" ({self.role})" if self.role else "")


class Group:
    """Benchmarks that are compared with one another, and with the baseline of their group."""

    def __init__(self, name):
        self.name = name
        self.timings = []

    def _of(self, role):
        return next((t for t in self.timings if t.role == role and t.median), None)

    baseline = property(lambda self: self._of("A"))

    @property
    def noise(self):
        """How far the same function is from itself in this run: |A'/A - 1| of the medians, or None."""
        a, again = self._of("A"), self._of("A'")
        return abs(again.median / a.median - 1) if a and again else None

    def ratio(self, timing, value="median"):
        measured = getattr(timing, value)
        return measured / self.baseline.median if self.baseline and measured is not None else None

    def remark(self, timing):
        if timing.error:
            return timing.error
        if timing.role == "A":
            return "baseline"
        if timing.role == "A'":
            return f"the baseline again: noise {self.noise:.1%}" if self.noise is not None else "the baseline again"
        ratio = self.ratio(timing)
        if ratio is not None and self.noise is not None and abs(ratio - 1) <= self.noise:
            return "within the noise: no difference"
        return ""


def benchmark_groups(data):
    """The groups of a Google Benchmark file, in the order in which they were registered."""
    timings = {}
    # The file itself is in the order of the runs, which interleaving makes random.
    for entry in sorted(data["benchmarks"], key=lambda entry: (entry.get("family_index", 0), entry.get("per_family_instance_index", 0))):
        run_name = entry.get("run_name", entry["name"])
        timing = timings.setdefault(run_name, Timing(run_name))
        if entry.get("error_occurred"):
            timing.error = "failed: " + entry.get("error_message", "no reason given")
            continue
        # Processor time is not disturbed by what else runs; where the benchmark asks for another clock, that one.
        clock = "real_time" if re.search(r"/(real|manual)_time(/|$)", run_name) else "cpu_time"
        if clock not in entry:
            continue
        nanoseconds = entry[clock] * NANOSECONDS.get(entry.get("time_unit", "ns"), 1.0)
        if entry.get("run_type", "iteration") == "iteration":
            timing.samples.append(nanoseconds)
        elif entry.get("aggregate_name") == "median":
            timing.median_given = nanoseconds
    groups = {}
    for timing in timings.values():
        name = timing.group + (f" [{timing.argument}]" if timing.argument else "")
        groups.setdefault(name, Group(name)).timings.append(timing)
    return list(groups.values())


# --- Files and command lines ----------------------------------------------------------------------

def write_whole(path, text):
    """Writes the file whole or not at all. Raises ResultError."""
    directory = os.path.dirname(os.path.abspath(path))
    temporary = None
    try:
        os.makedirs(directory, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=directory, prefix=".writing-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.remove(temporary)
        raise ResultError(f"cannot write '{path}': {error.strerror}") from error


def need(modules):
    """Stops with one sentence when a Python module is missing."""
    absent = []
    for module in modules:
        try:
            __import__(module)
        except ImportError:
            absent.append(module)
    if absent:
        print(f"{os.path.basename(sys.argv[0])}: {sys.executable} lacks {' and '.join(absent)}; "
              f"on Debian install {' '.join('python3-' + one for one in absent)} and use /usr/bin/python3",
              file=sys.stderr)
        sys.exit(2)
