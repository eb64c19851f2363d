#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The report and the papers, made from results that are written here."""
import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools")

EXPERIMENT = {
    "schema": "tenure-experiment/1", "name": "fake", "question": "Is <new> better & cheaper?",
    "designs": [{"name": "old", "description": "as ever"}, {"name": "new<T>", "description": "costs $ and 100 %"}],
    "tables": [
        {"kind": "verdict", "id": "who-wins", "title": "Who wins?", "columns": ["old", "new<T>"],
         "rows": [{"label": "first | game", "cells": [{"mark": "bad", "text": "lost", "note": "badly"},
                                                      {"mark": "good", "text": "won", "note": ""}]},
                  {"label": "second", "cells": [None, {"mark": "missing", "text": "not measured", "note": "rain"}]}]},
        {"kind": "cost", "id": "costs", "title": "Costs", "unit": "ns", "baseline": "old", "axis": "", "columns": ["old", "new<T>"],
         "rows": [{"label": "a", "unit": "ns", "cells": [{"value": 4, "ratio": 1}, {"value": 6, "low": 5, "high": 7, "ratio": 1.5}]},
                  {"label": "b", "unit": "bytes", "cells": [{"value": 0}, {"missing": "no scales"}]}]},
        {"kind": "cost", "id": "by-size", "title": "By size", "unit": "ns", "baseline": "old", "axis": "bytes", "columns": ["old", "new<T>"],
         "rows": [{"label": f"{x} B", "unit": "ns", "x": x, "cells": [{"value": x, "ratio": 1}, {"value": 3, "ratio": 3 / x}]}
                  for x in (8, 64, 4096)]}],
    "notes": ["a remark"],
    "claims": [{"sentence": "new wins", "status": "holds", "evidence": "1 of 2"},
               {"sentence": "new is cheap", "status": "fails", "evidence": "1.5 times"},
               {"sentence": "new is small", "status": "not measured", "evidence": "no scales"}],
    "provenance": {"commit": "abc", "compiler": "GCC", "flags": "-O2", "date": "2026-01-01T00:00:00Z", "cpu": "x",
                   "system": "y", "command": "fake", "quick": False, "seed": 1}}


def repetitions(name, family, times):
    return [{"name": name, "run_name": name, "run_type": "iteration", "family_index": family, "repetition_index": i,
             "real_time": t * 2, "cpu_time": t, "time_unit": "ns"} for i, t in enumerate(times)]


BENCHMARK = {
    "context": {"date": "2026", "num_cpus": 2, "commit": "abc"},
    "benchmarks": repetitions("g/own<T>", 2, [30, 10, 20]) + repetitions("g/raw/A'", 1, [10, 11, 12]) +
    repetitions("g/raw/A", 0, [10, 10, 10]) + repetitions("lone", 3, [5])}


class Page(HTMLParser):
    """Collects what a page would fetch, and checks that its elements nest."""
    VOID = {"meta", "br", "link", "img", "input", "hr"}

    def __init__(self, text):
        super().__init__()
        self.open, self.fetched = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        self.fetched += [value for name, value in attrs if name == "src" or
                         (name in ("href", "xlink:href") and not value.startswith("#"))]

    def handle_startendtag(self, tag, attrs):
        self.fetched += [value for name, value in attrs if name in ("src", "xlink:href") and not value.startswith("#")]

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> in {self.open[-3:]}"
        self.open.pop()


class Tools(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.root = directory.name
        self.out = os.path.join(self.root, "out", "index.html")

    def write(self, path, what):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(what if isinstance(what, str) else json.dumps(what))
        return path

    def read(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8") as file:
            return file.read()

    def run_tool(self, name, *arguments, status=0):
        ended = subprocess.run([sys.executable, os.path.join(TOOLS, name), *arguments], capture_output=True, text=True, timeout=120)
        self.assertEqual(ended.returncode, status, ended.stdout + ended.stderr)
        return ended

    def fails_in_one_sentence(self, *run, say):
        ended = self.run_tool(*run, status=2)
        self.assertEqual(ended.stderr.count("\n"), 1, ended.stderr)
        self.assertIn(say, ended.stderr)


class Report(Tools):
    def report(self, *more, **how):
        return self.run_tool("report.py", "--data", os.path.join(self.root, "data"), "--out", self.out, *more, **how)

    def test_page(self):
        self.write("data/fake.json", EXPERIMENT)
        self.write("bench/b.json", BENCHMARK)
        self.write("bench/compile_commands.json", [])
        self.report("--bench", os.path.join(self.root, "bench"))
        text = self.read("out/index.html")
        page = Page(text)
        self.assertEqual((page.open, page.fetched), ([], []))
        for part in ("Is &lt;new&gt; better &amp; cheaper?", "1 of 3 claims hold", "✗ lost", "✓ won", "1.50×", "5 to 7",
                     "not measured", "FAILS", "no scales", "a remark", "baseline again: noise 10.0%", "2.00×"):
            self.assertIn(part, text)
        self.assertEqual(text.count("<svg "), 4)
        self.assertIn("currentColor", text)
        self.assertNotIn("#010203", text)  # figures take the page's text colour, light or dark
        self.report("--bench", os.path.join(self.root, "bench"))
        self.assertEqual(text, self.read("out/index.html"))  # the same data gives the same page

    def test_mistakes(self):
        data = os.path.join(self.root, "data")
        self.fails_in_one_sentence("report.py", "--data", data, "--out", self.out, say="there is no directory")
        os.makedirs(data)
        self.fails_in_one_sentence("report.py", "--data", data, "--out", self.out, say="holds no results")
        self.write("data/fake.json", "{")
        self.fails_in_one_sentence("report.py", "--data", data, "--out", self.out, say="fake.json' is not JSON")
        self.write("data/fake.json", {"some": "thing"})
        self.fails_in_one_sentence("report.py", "--data", data, "--out", self.out, say="neither an experiment's")
        self.write("data/fake.json", EXPERIMENT)
        self.fails_in_one_sentence("report.py", "--data", data, "--out", data, say="cannot write")


class Papers(Tools):
    BLOCKS = ("designs", "claims", "notes", "provenance", "table who-wins", "table costs", "figure costs", "figure by-size")

    fresh = None  # a generated paper, drawn once for all tests

    def setUp(self):
        super().setUp()
        self.write("papers/01-fake/results/fake.json", EXPERIMENT)
        self.write("papers/01-fake/results/b.json", BENCHMARK)
        blocks = [f"{what} from results/fake.json" for what in self.BLOCKS]
        blocks += ["benchmark from results/b.json", "figure benchmark from results/b.json"]
        self.write("papers/01-fake/paper.md", "# A paper\n\nProse.\n\n" + "\n\n".join(
            f"<!-- generated: {block} -->\n<!-- /generated -->" for block in blocks) + "\n\nMore prose.\n")

    @classmethod
    def tearDownClass(cls):
        if cls.fresh:
            cls.fresh.cleanup()

    def generate(self):
        """The paper with current blocks and figures."""
        paper = os.path.join(self.root, "papers")
        if Papers.fresh is None:
            self.papers()
            Papers.fresh = tempfile.TemporaryDirectory()
            shutil.copytree(paper, os.path.join(Papers.fresh.name, "papers"))
        shutil.copytree(os.path.join(Papers.fresh.name, "papers"), paper, dirs_exist_ok=True)

    def papers(self, *arguments, status=0):
        return self.run_tool("papers.py", "--root", os.path.join(self.root, "papers"), *arguments, status=status)

    def test_generated_then_current(self):
        self.papers("--check", status=1)
        self.papers()
        self.assertEqual(self.papers("--check").stderr, "")
        text = self.read("papers/01-fake/paper.md")
        for part in ("# A paper\n\nProse.\n", "\n\nMore prose.\n", "| first \\| game | ✗ lost (1) | ✓ won |", "1. badly",
                     "6, 5 to 7 (1.50×)", "| new wins | ✓ holds | 1 of 2 |",
                     "(figures/fake-costs.svg)", "| g | own\\<T\\> | 20 | 10 to 30 | 2.00× |"):
            self.assertIn(part, text)
        self.papers()
        self.assertEqual(text, self.read("papers/01-fake/paper.md"))

    def test_drawing_again_gives_the_same_file(self):
        self.generate()
        svg = os.path.join("papers", "01-fake", "figures", "fake-costs.svg")
        first = self.read(svg)
        os.remove(os.path.join(self.root, svg))
        self.papers()
        self.assertEqual(first, self.read(svg))

    def test_a_changed_number_makes_table_and_figure_stale(self):
        self.generate()
        changed = copy.deepcopy(EXPERIMENT)
        changed["tables"][1]["rows"][0]["cells"][1]["value"] = 7
        self.write("papers/01-fake/results/fake.json", changed)
        said = self.papers("--check", status=1).stderr
        self.assertRegex(said, r"paper\.md:\d+: block 'table costs from results/fake.json' is stale")
        self.assertRegex(said, r"figures/fake-costs\.svg: figure is stale")
        self.assertEqual(said.count("\n"), 2, said)

    def test_a_number_changed_by_hand_is_noticed(self):
        self.generate()
        text = self.read("papers/01-fake/paper.md")
        self.write("papers/01-fake/paper.md", text.replace("1.50×", "1.05×"))
        self.assertIn("block 'table costs", self.papers("--check", status=1).stderr)
        self.papers()
        self.assertEqual(text, self.read("papers/01-fake/paper.md"))
        svg = self.read("papers/01-fake/figures/fake-by-size.svg")
        self.write("papers/01-fake/figures/fake-by-size.svg", svg.replace("4096", "4095"))
        self.assertIn("fake-by-size.svg: figure is stale", self.papers("--check", status=1).stderr)

    def test_another_drawing_of_the_same_data_is_current(self):
        sys.path.insert(0, TOOLS)
        import papers
        path = os.path.join(self.root, "x.svg")
        import types
        for version in ("1", "2"):
            sys.modules["figures"] = types.SimpleNamespace(standalone=lambda *_, v=version: f"<?xml?>\n<svg>{v}</svg>\n")
            papers.write_figure(path, {"a": 1}, lambda: "figure", "title")
            self.assertTrue(papers.figure_is_current(path, {"a": 1}))
            self.assertFalse(papers.figure_is_current(path, {"a": 2}))
        del sys.modules["figures"]

    def test_a_figure_without_a_block_is_stale(self):
        self.generate()
        text = self.read("papers/01-fake/paper.md")
        self.write("papers/01-fake/paper.md", re.sub(r"<!-- generated: figure costs.*?<!-- /generated -->", "", text, flags=re.DOTALL))
        self.assertIn("fake-costs.svg: figure that no block asks for is stale", self.papers("--check", status=1).stderr)
        self.papers()
        self.assertFalse(os.path.exists(os.path.join(self.root, "papers/01-fake/figures/fake-costs.svg")))

    def test_update(self):
        newer = copy.deepcopy(EXPERIMENT)
        newer["claims"][0]["evidence"] = "2 of 2"
        newer["provenance"]["quick"] = True
        self.write("data/fake.json", newer)
        data = os.path.join(self.root, "data")
        self.fails_in_one_sentence("papers.py", "--root", os.path.join(self.root, "papers"), "--update", "--from", data, say="quick run")
        newer["provenance"]["quick"] = False
        self.write("data/fake.json", newer)
        self.papers("--update", "--from", data)
        self.assertIn("| new wins | ✓ holds | 2 of 2 |", self.read("papers/01-fake/paper.md"))
        self.papers("--check")

    def test_mistakes(self):
        begin = "<!-- generated: claims from results/fake.json -->\n"
        end = "<!-- /generated -->\n"
        for text, say in ((begin, "paper.md:1: the block 'claims' has no"),
                          (begin + begin + end, "paper.md:1: the block 'claims' has no"),
                          (end, "ends here that did not begin"),
                          ("<!-- generated: claims -->\n" + end, "write '<!-- generated: WHAT from"),
                          (begin.replace("claims", "clams") + end, "has no 'clams'; it has"),
                          (begin.replace("fake", "absent") + end, "cannot read")):
            with self.subTest(text):
                self.write("papers/01-fake/paper.md", text)
                self.fails_in_one_sentence("papers.py", "--root", os.path.join(self.root, "papers"), "--check", say=say)
        self.fails_in_one_sentence("papers.py", "--root", os.path.join(self.root, "papers"), "07", say="there is no paper '07'")


if __name__ == "__main__":
    unittest.main()
