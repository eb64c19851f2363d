#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""One HTML page from the results of experiments and benchmarks, readable without network.

  report.py --data build/report/data --out build/report/index.html [--bench DIR]
"""
import argparse
import glob
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import results  # noqa: E402
from results import ResultError  # noqa: E402

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>tenure: experiments</title>
<style>
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2125; --soft: #5c656d; --line: #d9dee3; --wash: #f5f7f9; --link: #0a5f96;
  --good: #e2f4ec; --good-ink: #0a6b4d; --mixed: #fdf3d6; --mixed-ink: #7a5a00; --bad: #fce5dc; --bad-ink: #9c3309;
  --missing: #eceff2; --missing-ink: #5c656d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --ink: #e4e7ea; --soft: #9aa4ad; --line: #343b42; --wash: #1d2226; --link: #7cc0ee;
    --good: #12372b; --good-ink: #7fd8b6; --mixed: #3b310f; --mixed-ink: #ecc964; --bad: #43200f; --bad-ink: #f5a27e;
    --missing: #262b30; --missing-ink: #9aa4ad;
  }
}
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 3.5rem 0 .25rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
.question { color: var(--soft); margin: 0 0 1rem; font-size: 1.05rem; }
.soft, figcaption { color: var(--soft); font-size: .85rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .35rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--line); background: var(--wash); white-space: nowrap; }
tbody th { font-weight: 500; }
table.verdict tbody th { min-width: 13rem; }
table.verdict td { min-width: 6.5rem; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.number { text-align: right; }
td .ratio { display: inline-block; min-width: 3.6rem; color: var(--soft); }
td .range { display: block; color: var(--soft); font-size: .78rem; }
tr.group th { background: var(--wash); font-weight: 600; }
.good, .holds { background: var(--good); color: var(--good-ink); }
.mixed { background: var(--mixed); color: var(--mixed-ink); }
.bad, .fails { background: var(--bad); color: var(--bad-ink); }
.missing, .not-measured { background: var(--missing); color: var(--missing-ink); }
sup { line-height: 0; }
ol.notes { font-size: .85rem; color: var(--soft); padding-left: 1.5rem; margin: .5rem 0; white-space: pre-line; overflow-wrap: anywhere; }
.badge { display: inline-block; min-width: 4.2rem; text-align: center; padding: .05rem .5rem; border-radius: .3rem; font-size: .82rem; font-weight: 600; white-space: nowrap; }
table.claims td { border-bottom: 1px solid var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .9rem; margin: .5rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
dl.provenance { font-size: .8rem; color: var(--soft); }
dl.provenance dt { font-weight: 500; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; color: var(--ink); }
</style>
</head>
<body>
<h1>tenure: experiments</h1>
<p class="question">{{ summary }}</p>
{% if experiments %}
<div class="wide"><table>
<thead><tr><th>Experiment</th><th>Question</th><th>Claims</th></tr></thead>
<tbody>
{% for e in experiments %}<tr><th><a href="#{{ e.name }}">{{ e.name }}</a></th><td>{{ e.question }}</td>
<td><span class="badge {{ 'holds' if e.held == e.claims|length and e.claims else 'fails' }}">{{ e.held }} of {{ e.claims|length }} hold</span></td></tr>
{% endfor %}</tbody></table></div>
{% endif %}
{% if benchmarks %}<p><a href="#benchmarks">Benchmarks</a></p>{% endif %}

{% for e in experiments %}
<section id="{{ e.name }}">
<h2>{{ e.name }}</h2>
<p class="question">{{ e.question }}</p>
<h3>Claims</h3>
<div class="wide"><table class="claims"><tbody>
{% for c in e.claims %}<tr><td><span class="badge {{ c.status|replace(' ', '-') }}">{{ {'holds': 'holds', 'fails': 'FAILS'}.get(c.status, c.status) }}</span></td>
<td>{{ c.sentence }}<br><span class="soft">{{ c.evidence }}</span></td></tr>
{% endfor %}</tbody></table></div>
<h3>Designs compared</h3>
<dl>{% for d in e.designs %}<dt>{{ d.name }}</dt><dd>{{ d.description }}</dd>{% endfor %}</dl>
{% for t in e.tables %}
<h3>{{ t.title }}</h3>
<div class="wide"><table class="{{ t.kind }}">
{% if t.kind == 'verdict' %}
<thead><tr><th></th>{% for c in t.columns %}<th>{{ c }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in t.rows %}<tr><th>{{ row.label }}</th>{% for c in row.cells %}
{% if c %}<td class="{{ c.mark }}">{{ marks[c.mark] }} {{ c.text }}{% if c.ref %}<sup>{{ c.ref }}</sup>{% endif %}</td>{% else %}<td>–</td>{% endif %}
{% endfor %}</tr>
{% endfor %}</tbody>
{% else %}
<thead><tr><th>{{ t.unit }}</th>{% for c in t.columns %}<th class="number">{{ c }}{% if c == t.baseline %}<br><span class="soft">baseline</span>{% endif %}</th>{% endfor %}</tr></thead>
<tbody>{% for row in t.rows %}<tr><th>{{ row.label }}{% if row.unit != t.unit %} <span class="soft">({{ row.unit }})</span>{% endif %}</th>{% for c in row.cells %}
<td class="number{{ ' missing' if c and 'value' not in c }}">{% if not c %}–{% elif 'value' not in c %}?<sup>{{ c.ref }}</sup>{% else %}{{ number(c.value) }}
{%- if t.columns[loop.index0] != t.baseline %} <span class="ratio">{{ '%.2f×'|format(c.ratio) if 'ratio' in c }}</span>{% endif %}
{%- if 'low' in c and c.low != c.high %}<span class="range">{{ number(c.low) }} to {{ number(c.high) }}</span>{% endif %}{% endif %}</td>
{% endfor %}</tr>
{% endfor %}</tbody>
{% endif %}
</table></div>
{% if t.notes %}<ol class="notes">{% for n in t.notes %}<li>{{ n }}</li>{% endfor %}</ol>{% endif %}
{% if t.figure %}<figure>{{ t.figure|safe }}<figcaption>{{ t.caption }}</figcaption></figure>{% endif %}
{% endfor %}
{% if e.notes %}<h3>Notes</h3><ul>{% for n in e.notes %}<li>{{ n }}</li>{% endfor %}</ul>{% endif %}
<h3>Where the numbers come from</h3>
<dl class="provenance">{% for name, value in e.provenance %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>
</section>
{% endfor %}

{% if benchmarks %}<section id="benchmarks">
<h2>Benchmarks</h2>
<p class="question">Time per iteration: median and range of the repetitions, and the ratio to the group's baseline. The baseline
is measured twice under two names (A and A'): a difference below theirs is no difference.</p>
{% for b in benchmarks %}
<h3>{{ b.name }}</h3>
<div class="wide"><table>
<thead><tr><th>Benchmark</th><th class="number">median, ns</th><th class="number">min to max, ns</th><th class="number">ratio</th><th></th></tr></thead>
<tbody>{% for g in b.groups %}
{% if g.name %}<tr class="group"><th colspan="5">{{ g.name }}</th></tr>{% endif %}
{% for x in g.timings %}<tr><th>{{ x.label }}</th><td class="number">{{ number(x.median) }}</td>
<td class="number">{% if x.low is not none %}{{ number(x.low) }} to {{ number(x.high) }}{% endif %}</td>
<td class="number">{% set r = g.ratio(x) %}{{ '%.2f×'|format(r) if r is not none }}</td><td class="soft">{{ g.remark(x) }}</td></tr>
{% endfor %}{% endfor %}</tbody></table></div>
{% if b.figure %}<figure>{{ b.figure|safe }}</figure>{% endif %}
<dl class="provenance">{% for name, value in b.provenance %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>
{% endfor %}
</section>{% endif %}
</body>
</html>
"""


def numbered(table):
    """Moves the notes of the cells below the table; equal notes share a number."""
    notes = []
    for row in table["rows"]:
        for cell in row["cells"]:
            text = cell and (cell.get("note") or cell.get("missing"))
            if text:
                if text not in notes:
                    notes.append(text)
                cell["ref"] = notes.index(text) + 1
    table["notes"] = notes


def caption(table):
    import figures
    if table["kind"] == "verdict":
        return "How many rows of each kind each column has."
    text = "Smaller is better."
    if any(cell and cell.get("low") != cell.get("high") for row in table["rows"] for cell in row["cells"]):
        text += " Thin lines or bands show the range of the repetitions."
    if figures.has_axis(table) and not all("x" in row for row in table["rows"]):
        text += " Rows that have no place on the axis are in the table only."
    return text


def experiment(path):
    import figures
    data = results.load(path)
    if not results.is_experiment(data):
        raise ResultError(f"'{path}' is not an experiment's results")
    for table in data["tables"]:
        figure = figures.draw(table)
        table["figure"] = figures.inline(figure, table["title"]) if figure else ""
        table["caption"] = caption(table)
        numbered(table)
    data["held"] = sum(1 for claim in data["claims"] if claim["status"] == "holds")
    data["provenance"] = results.provenance(data)
    return data


def benchmark(path, data):
    import figures
    groups = results.benchmark_groups(data)
    figure = figures.benchmark(groups)
    name = os.path.splitext(os.path.basename(path))[0]
    return {"name": name, "groups": groups, "provenance": results.provenance(data),
            "figure": figures.inline(figure, name) if figure else ""}


def json_files(directory):
    if not os.path.isdir(directory):
        raise ResultError(f"there is no directory '{directory}'")
    return sorted(glob.glob(os.path.join(glob.escape(directory), "*.json")))


def benchmark_files(directory):
    """Google Benchmark results among the JSON files of a directory, which may be a build directory."""
    for path in json_files(directory):
        try:
            data = results.load(path)
        except ResultError:
            continue
        if results.is_benchmark(data):
            yield path, data


def sentence(experiments):
    claims = [claim for e in experiments for claim in e["claims"]]
    held = sum(1 for claim in claims if claim["status"] == "holds")
    quick = [e["name"] for e in experiments if dict(e["provenance"]).get("run") == "quick"]
    text = f"{len(experiments)} experiment{'s' if len(experiments) != 1 else ''}, {held} of {len(claims)} claims hold."
    return text + (f" Quick runs: {', '.join(quick)}." if quick else "")


def main():
    parser = argparse.ArgumentParser(description="One HTML page from the results of experiments and benchmarks.")
    parser.add_argument("--data", required=True, metavar="DIR", help="directory with the experiments' JSON")
    parser.add_argument("--out", required=True, metavar="FILE", help="the page to write")
    parser.add_argument("--bench", metavar="DIR", help="directory with Google Benchmark JSON")
    chosen = parser.parse_args()
    results.need(["matplotlib", "jinja2"])
    import jinja2
    try:
        experiments = [experiment(path) for path in json_files(chosen.data)]
        benchmarks = [benchmark(path, data) for path, data in benchmark_files(chosen.bench)] if chosen.bench else []
        if not experiments and not benchmarks:
            raise ResultError(f"'{chosen.data}' holds no results; run an experiment first")
        page = jinja2.Environment(autoescape=True, trim_blocks=True).from_string(PAGE)
        results.write_whole(chosen.out, page.render(experiments=experiments, benchmarks=benchmarks, marks=results.MARKS,
                                                    number=results.number, summary=sentence(experiments)))
    except ResultError as error:
        print(f"report.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
