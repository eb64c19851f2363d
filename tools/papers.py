#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Keeps the tables and figures of the papers equal to their results.

In papers/NN-title/paper.md a block between two markers is generated:

  <!-- generated: WHAT from results/FILE.json -->
  <!-- /generated -->

WHAT is `designs`, `claims`, `notes` or `provenance`; `table ID` or `figure ID` for one of an experiment's
tables (`--list` shows the ids); for Google Benchmark's results `benchmark`, `figure benchmark`, or
`benchmark GROUP` for the groups whose name begins so.

  papers.py                   writes all blocks, and figures/*.svg
  papers.py --check           writes nothing; fails, naming file and block, when one is stale
  papers.py --update          first copies the newest results over those that the papers refer to
  papers.py [...] NAME...     only the papers whose folder begins so, for example 01
"""
import argparse
import glob
import hashlib
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import results  # noqa: E402
from results import ResultError  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BEGIN = re.compile(r"^<!-- generated: (?P<what>.+?) from (?P<file>results/[\w.+-]+\.json) -->$")
LIKE_BEGIN = re.compile(r"^\s*<!--\s*generated\b")
END = "<!-- /generated -->"
STAMP = re.compile(r"<!-- made by tools/papers.py from data (?P<data>[0-9a-f]{16}), drawing (?P<drawing>[0-9a-f]{16}) -->\n")


def digest(value):
    """Names a value: equal data has an equal digest, whatever drew it."""
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


# --- Markdown -------------------------------------------------------------------------------------

def escaped(text):
    """Text for a cell of a Markdown table."""
    text = " ".join(str(text).split())
    return re.sub(r"([\\`*_<>|\[\]])", r"\\\1", text)


def markdown(head, rows, right=()):
    rule = ["---:" if i in right else "---" for i in range(len(head))]
    lines = [head, rule] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


class Notes:
    """Remarks gathered from the cells, shown below the table; equal ones share a number."""

    def __init__(self):
        self.texts = []

    def ref(self, text):
        if not text:
            return ""
        if text not in self.texts:
            self.texts.append(text)
        return f" ({self.texts.index(text) + 1})"

    def below(self):
        return "".join(f"\n{i}. {escaped(text)}" for i, text in enumerate(self.texts, 1))


def table_block(table):
    notes = Notes()
    rows = []
    repeated = False
    for row in table["rows"]:
        cells = [escaped(row["label"])]
        for column, cell in zip(table["columns"], row["cells"]):
            if not cell:
                cells.append("–")
            elif table["kind"] == "verdict":
                cells.append(f"{results.MARKS[cell['mark']]} {escaped(cell['text'])}{notes.ref(cell['note'])}".strip())
            elif "value" not in cell:
                cells.append("?" + notes.ref(cell["missing"]))
            else:
                ratio = f" ({cell['ratio']:.2f}×)" if "ratio" in cell and column != table["baseline"] else ""
                spread = ""
                if cell.get("low") != cell.get("high"):
                    spread = f", {results.number(cell['low'])} to {results.number(cell['high'])}"
                    repeated = True
                cells.append(results.number(cell["value"]) + spread + ratio)
        if table["kind"] == "cost" and row["unit"] != table["unit"]:
            cells[0] += f" ({escaped(row['unit'])})"
        rows.append(cells)
    head = [""] + [escaped(column) for column in table["columns"]]
    if table["kind"] == "verdict":
        text = markdown(head, rows)
    else:
        head[0] = escaped(table["unit"])
        text = markdown(head, rows, range(1, len(head)))
        text += f"\n\nIn brackets: the ratio to {escaped(table['baseline'])}."
        text += " Median, and range of the repetitions." if repeated else ""
    return text + ("\n" + notes.below() if notes.texts else "")


def claims_block(data):
    status = {"holds": "✓ holds", "fails": "✗ FAILS", "not measured": "? not measured"}
    return markdown(["Claim", "Verdict", "Evidence"],
                    [[escaped(c["sentence"]), status[c["status"]], escaped(c["evidence"])] for c in data["claims"]])


def benchmark_block(groups):
    rows = []
    for group in groups:
        for timing in group.timings:
            ratio = group.ratio(timing)
            spread = "" if timing.low is None else f"{results.number(timing.low)} to {results.number(timing.high)}"
            rows.append([escaped(group.name), escaped(timing.label), results.number(timing.median), spread,
                         "" if ratio is None else f"{ratio:.2f}×", escaped(group.remark(timing))])
    return markdown(["Group", "Design", "median, ns", "min to max, ns", "ratio", ""], rows, (2, 3, 4))


# --- Figures --------------------------------------------------------------------------------------

def figure_is_current(path, data):
    """Whether the file was drawn from this data and not changed since. Bytes are not compared with a
    new drawing: another version of matplotlib draws the same data a little differently."""
    try:
        with open(path, encoding="utf-8") as file:
            svg = file.read()
    except OSError:
        return False
    stamp = STAMP.search(svg)
    return bool(stamp) and stamp["data"] == digest(data) and stamp["drawing"] == digest(STAMP.sub("", svg, count=1))


def write_figure(path, data, draw, title):
    import figures
    figure = draw()
    if figure is None:
        raise ResultError(f"'{path}': there is nothing to draw")
    svg = figures.standalone(figure, title)
    first = svg.index("\n") + 1
    stamp = f"<!-- made by tools/papers.py from data {digest(data)}, drawing {digest(svg)} -->\n"
    results.write_whole(path, svg[:first] + stamp + svg[first:])


# --- Papers ---------------------------------------------------------------------------------------

class Paper:
    """One paper.md, its results, and what is stale in it."""

    def __init__(self, directory):
        self.directory = directory
        self.path = os.path.join(directory, "paper.md")
        self.loaded = {}
        self.figures = set()
        self.stale = []
        with open(self.path, encoding="utf-8") as file:
            self.text = file.read()

    def blocks(self):
        """(line number, what, results file, lines now in the block) for each block, in order."""
        lines = self.text.split("\n")
        i = 0
        while i < len(lines):
            begin = BEGIN.match(lines[i])
            if not begin:
                if LIKE_BEGIN.match(lines[i]):
                    raise ResultError(f"{self.path}:{i + 1}: write '<!-- generated: WHAT from results/FILE.json -->' on a line of its own")
                if lines[i].strip() == END:
                    raise ResultError(f"{self.path}:{i + 1}: a block ends here that did not begin")
                i += 1
                continue
            end = next((k for k in range(i + 1, len(lines)) if lines[k].strip() == END or BEGIN.match(lines[k])), None)
            if end is None or lines[end].strip() != END:
                raise ResultError(f"{self.path}:{i + 1}: the block '{begin['what']}' has no '{END}'")
            yield i + 1, begin["what"], begin["file"], lines[i + 1:end]
            i = end + 1

    def data(self, file):
        if file not in self.loaded:
            self.loaded[file] = results.load(os.path.join(self.directory, file))
        return self.loaded[file]

    def generate(self, check):
        """The paper with every block as its results say. Draws figures unless it only checks."""
        lines = self.text.split("\n")
        out, copied = [], 0
        for number, what, file, now in self.blocks():
            out += lines[copied:number]
            try:
                block = self.block(what, file, check)
            except ResultError as error:
                raise ResultError(f"{self.path}:{number}: {error}") from error
            lines_of_block = ["", *block.split("\n"), ""]  # some readers of Markdown want a table to stand alone
            if lines_of_block != now:
                self.stale.append(f"{self.path}:{number}: block '{what} from {file}'")
            out += lines_of_block
            copied = number + len(now)
        for path in sorted(glob.glob(os.path.join(glob.escape(self.directory), "figures", "*.svg"))):
            if path not in self.figures and generated(path):
                self.stale.append(f"{path}: figure that no block asks for")
                if not check:
                    os.remove(path)
        return "\n".join(out + lines[copied:])

    def block(self, what, file, check):
        data = self.data(file)
        rows = {"provenance": lambda: markdown(["", ""], [[escaped(a), escaped(b)] for a, b in results.provenance(data)])}
        if results.is_experiment(data):
            rows["claims"] = lambda: claims_block(data)
            rows["designs"] = lambda: markdown(["Design", ""], [[escaped(d["name"]), escaped(d["description"])] for d in data["designs"]])
            rows["notes"] = lambda: "\n".join(f"- {escaped(note)}" for note in data["notes"])
            for table in data["tables"]:
                rows["table " + table["id"]] = lambda table=table: table_block(table)
                rows["figure " + table["id"]] = lambda table=table: self.experiment_figure(file, table, check)
        else:
            groups = results.benchmark_groups(data)
            rows["benchmark"] = lambda: benchmark_block(groups)
            rows["figure benchmark"] = lambda: self.benchmark_figure(file, data, groups, check)
            for group in groups:
                rows["benchmark " + group.name] = lambda name=group.name: benchmark_block([g for g in groups if g.name == name])
            if what not in rows and what.startswith("benchmark "):
                some = [group for group in groups if group.name.startswith(what.removeprefix("benchmark "))]
                if some:
                    return benchmark_block(some)
        if what not in rows:
            raise ResultError(f"{file} has no '{what}'; it has {', '.join(rows)}")
        return rows[what]()

    def experiment_figure(self, file, table, check):
        def draw():
            import figures
            return figures.draw(table)
        return self.figure(file, table["id"], table, draw, table["title"], check)

    def benchmark_figure(self, file, data, groups, check):
        def draw():
            import figures
            return figures.benchmark(groups)
        shown = [[g.name, [[t.label, t.median, t.low, t.high] for t in g.timings]] for g in groups]
        return self.figure(file, "benchmark", shown, draw, "Times as ratios to the baselines", check)

    def figure(self, file, name, data, draw, title, check):
        stem = os.path.splitext(os.path.basename(file))[0]
        relative = f"figures/{stem}-{name}.svg"
        path = os.path.join(self.directory, relative)
        self.figures.add(path)
        if not figure_is_current(path, data):
            self.stale.append(f"{path}: figure")
            if not check:
                write_figure(path, data, draw, title)
        return f"![{escaped(title)}]({relative})"


def generated(path):
    with open(path, encoding="utf-8") as file:
        return bool(STAMP.search(file.read(4096)))


def find_papers(root, names):
    if names and not os.path.isdir(root):
        raise ResultError(f"there is no directory '{root}'")
    found = sorted(os.path.dirname(path) for path in glob.glob(os.path.join(glob.escape(root), "*", "paper.md")))
    for name in names:
        if not any(os.path.basename(path).startswith(name) for path in found):
            raise ResultError(f"there is no paper '{name}' in '{root}'")
    return [path for path in found if not names or any(os.path.basename(path).startswith(name) for name in names)]


def update(paper, sources, quick_too):
    """Copies the newest results over those the paper refers to."""
    for file in dict.fromkeys(file for _, _, file, _ in paper.blocks()):
        there = [path for path in (os.path.join(source, os.path.basename(file)) for source in sources) if os.path.exists(path)]
        if not there:
            print(f"{paper.directory}/{file}: no newer results in {' or '.join(sources)}")
            continue
        newest = max(there, key=os.path.getmtime)
        data = results.load(newest)
        if results.is_experiment(data) and data["provenance"].get("quick") and not quick_too:
            raise ResultError(f"'{newest}' is from a quick run; run the experiment without --quick, or give --quick-too")
        with open(newest, encoding="utf-8") as source:
            results.write_whole(os.path.join(paper.directory, file), source.read())
        print(f"{paper.directory}/{file}: from {newest}")


def show_ids(directory):
    for path in sorted(glob.glob(os.path.join(glob.escape(directory), "results", "*.json"))):
        data = results.load(path)
        print(path)
        if results.is_experiment(data):
            names = ["designs", "claims", "notes"] + [f"{kind} {t['id']}" for t in data["tables"] for kind in ("table", "figure")]
        else:
            names = ["benchmark", "figure benchmark"] + ["benchmark " + g.name for g in results.benchmark_groups(data)]
        for name in names + ["provenance"]:
            print(f"  <!-- generated: {name} from results/{os.path.basename(path)} -->")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="*", metavar="NAME", help="begin of a paper's folder name; none: all papers")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="write nothing; fail when a table or figure is stale")
    what.add_argument("--update", action="store_true", help="first copy the newest results")
    what.add_argument("--list", action="store_true", help="show the blocks that the results allow")
    parser.add_argument("--quick-too", action="store_true", help="with --update: take the results of quick runs too")
    parser.add_argument("--root", default=os.path.join(ROOT, "papers"), metavar="DIR", help="where the papers are")
    parser.add_argument("--from", dest="sources", action="append", metavar="DIR",
                        help="where --update looks; may be given again (default: build/report/data, build/report/bench, build/bench)")
    chosen = parser.parse_args()
    sources = chosen.sources or [os.path.join(ROOT, "build", *parts) for parts in (("report", "data"), ("report", "bench"), ("bench",))]
    stale = []
    try:
        for directory in find_papers(chosen.root, chosen.papers):
            if chosen.list:
                show_ids(directory)
                continue
            paper = Paper(directory)
            if chosen.update:
                update(paper, sources, chosen.quick_too)
            if not chosen.check and any(what.startswith("figure ") for _, what, _, _ in paper.blocks()):
                results.need(["matplotlib"])
            text = paper.generate(chosen.check)
            stale += paper.stale
            if not chosen.check and text != paper.text:
                results.write_whole(paper.path, text)
    except ResultError as error:
        print(f"papers.py: {error}", file=sys.stderr)
        return 2
    for one in stale:
        print(f"{one} is stale; tools/papers.py makes it new" if chosen.check else f"{one}: made new",
              file=sys.stderr if chosen.check else sys.stdout)
    return 1 if chosen.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
