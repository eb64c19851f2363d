# SPDX-License-Identifier: BSL-1.0
"""Figures from tables, as SVG. The same table gives the same SVG: the salt of the ids is fixed and no
date is written. What is shown by colour is also shown by a shape or a number.

`cost`, `verdicts` and `benchmark` return a matplotlib figure; `inline` makes it part of a page that may
be light or dark, `standalone` a file on white.
"""
import io
import math
import re

from results import MARKS, number

INK = "#010203"  # stands for the colour of the text around the figure
# Okabe and Ito's colours, told apart by colour-blind readers too and visible on black and on white.
COLOURS = ["#0a84c4", "#e08a00", "#0a9e73", "#cc5a9a", "#d5521a", "#8a7fd6", "#7f8790", "#a8a000"]
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*"]
MARK_COLOURS = {"good": "#0a9e73", "mixed": "#e0a800", "bad": "#d5521a", "plain": "#9aa3ab", "missing": "#c9ced3"}
MARK_HATCHES = {"good": "", "mixed": "//", "bad": "xx", "plain": "", "missing": ".."}
WIDTH = 7.2  # inches


def _plt():
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plt
    plt.rcParams.update({
        "svg.hashsalt": "tenure", "svg.fonttype": "none", "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"], "font.size": 9, "axes.titlesize": 10, "hatch.linewidth": 0.6,
        "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": INK, "xtick.color": INK, "ytick.color": INK,
        "axes.spines.top": False, "axes.spines.right": False, "axes.linewidth": 0.6, "axes.unicode_minus": False,
        "xtick.major.width": 0.6, "ytick.major.width": 0.6, "legend.frameon": False, "figure.dpi": 72,
    })
    return plt


def _literal(text):
    """Text for matplotlib, in which a dollar sign would begin a formula."""
    return text.replace("$", r"\$")


def _grid(axis, along):
    axis.grid(True, axis=along, color=INK, alpha=0.15, linewidth=0.6)
    axis.set_axisbelow(True)


def _spread(values):
    return max(values) / min(values) if values and min(values) > 0 else math.inf if values and max(values) > 0 else 1


def _plain_numbers(axis):
    from matplotlib.ticker import FuncFormatter, NullFormatter
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))
    axis.set_minor_formatter(NullFormatter())


def cost(table):
    """Lines over the axis for the rows that have a place on it; without such rows bars, or dots where
    a bar would vanish."""
    return _lines(table) if has_axis(table) else _bars(table)


def has_axis(table):
    return bool(table.get("axis")) and sum("x" in row for row in table["rows"]) > 1


def _lines(table):
    plt = _plt()
    figure, axis = plt.subplots(figsize=(WIDTH, 3.2))
    every = []
    for i, column in enumerate(table["columns"]):
        points = sorted(((row["x"], row["cells"][i]) for row in table["rows"]
                         if "x" in row and row["cells"][i] and row["cells"][i].get("value") is not None),
                        key=lambda point: point[0])
        if not points:
            continue
        xs, ys = [x for x, _ in points], [cell["value"] for _, cell in points]
        every += ys
        colour = COLOURS[i % len(COLOURS)]
        # Later lines are drawn with smaller markers, so that equal values do not hide one another.
        axis.plot(xs, ys, color=colour, marker=MARKERS[i % len(MARKERS)], markersize=max(4, 8 - i), linewidth=1.4,
                  markerfacecolor="none", markeredgewidth=1.4, label=_literal(column))
        low, high = [cell.get("low", cell["value"]) for _, cell in points], [cell.get("high", cell["value"]) for _, cell in points]
        if low != ys or high != ys:
            axis.fill_between(xs, low, high, color=colour, alpha=0.15, linewidth=0)
    positions = sorted({row["x"] for row in table["rows"] if "x" in row})
    if positions and positions[0] > 0 and positions[-1] / positions[0] >= 16:
        axis.set_xscale("log", base=2)
    axis.set_xticks(positions)
    _plain_numbers(axis.xaxis)
    if every and min(every) > 0 and _spread(every) > 30:
        axis.set_yscale("log")
        _plain_numbers(axis.yaxis)
    else:
        axis.set_ylim(bottom=0)
    axis.set_xlabel(_literal(table["axis"]))
    axis.set_ylabel(_literal(table["unit"]))
    _grid(axis, "y")
    axis.legend(loc="center left", bbox_to_anchor=(1.0, 0.5))
    figure.tight_layout()
    return figure


def _bars(table):
    plt = _plt()
    units = list(dict.fromkeys(row["unit"] for row in table["rows"])) or [table["unit"]]
    panels = [[row for row in table["rows"] if row["unit"] == unit] for unit in units]
    designs = len(table["columns"])
    heights = [0.6 + len(rows) * (0.19 * designs + 0.16) for rows in panels]
    figure, axes = plt.subplots(len(panels), 1, squeeze=False, figsize=(WIDTH, sum(heights) + 0.7),
                                gridspec_kw={"height_ratios": heights})
    for axis, rows, unit in zip(axes[:, 0], panels, units):
        _bar_panel(axis, table["columns"], rows, unit)
    handles, labels = axes[0, 0].get_legend_handles_labels()
    abreast = min(designs, max(1, 80 // (max(map(len, labels)) + 6)))
    lines = math.ceil(designs / abreast)
    figure.tight_layout(rect=(0, 0, 1, 1 - (0.12 + 0.18 * lines) / figure.get_figheight()))
    figure.legend(handles, labels, loc="upper center", ncol=abreast)
    return figure


def _bar_panel(axis, columns, rows, unit):
    values = [cell["value"] for row in rows for cell in row["cells"] if cell and cell.get("value") is not None]
    dots = bool(values) and min(values) > 0 and _spread(values) > 100
    if dots:
        axis.set_xscale("log")
        axis.set_xlim(min(values) / 2, max(values) * 8)
    else:
        axis.set_xlim(0, (max(values, default=0) or 1) * 1.22)
    thick = 0.8 / len(columns)
    for i, column in enumerate(columns):
        colour, marker = COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]
        for r, row in enumerate(rows):
            at = r - 0.4 + (i + 0.5) * thick
            label = _literal(column) if r == 0 else None
            cell = row["cells"][i]
            value = cell.get("value") if cell else None
            shown = value if value is not None else 0
            if dots:
                axis.plot([shown] if value is not None else [], [at] if value is not None else [], marker, color=colour, markersize=5, label=label)
            else:
                axis.barh(at, shown, height=thick * 0.85, color=colour, label=label)
            if value is None:
                axis.annotate("not measured" if cell else "", (axis.get_xlim()[0], at), xytext=(4, 0),
                              textcoords="offset points", va="center", fontsize=7, alpha=0.7)
                continue
            low, high = cell.get("low", value), cell.get("high", value)
            if high > low:
                axis.plot([low, high], [at, at], color=INK, linewidth=0.8)
            axis.annotate(number(value), (max(high, value), at), xytext=(5, 0), textcoords="offset points",
                          va="center", fontsize=7)
    axis.set_yticks(range(len(rows)), [_literal(row["label"]) for row in rows])
    axis.set_ylim(len(rows) - 0.45, -0.55)
    axis.tick_params(axis="y", length=0)
    axis.set_xlabel(_literal(unit) + (", logarithmic" if dots else ""))
    _plain_numbers(axis.xaxis)
    _grid(axis, "x")


def verdicts(table):
    """How many rows of each kind every column has."""
    plt = _plt()
    columns = table["columns"]
    figure, axis = plt.subplots(figsize=(WIDTH, 0.9 + 0.34 * len(columns)))
    begun = [0] * len(columns)
    for mark, colour in MARK_COLOURS.items():
        counts = [sum(1 for row in table["rows"] if row["cells"][i] and row["cells"][i]["mark"] == mark)
                  for i in range(len(columns))]
        if not any(counts):
            continue
        bars = axis.barh(range(len(columns)), counts, left=begun, color=colour, hatch=MARK_HATCHES[mark],
                         edgecolor="#ffffff", linewidth=0.5, height=0.62,
                         label=" ".join(filter(None, (MARKS[mark], {"plain": "neither"}.get(mark, mark)))))
        for bar, count, left in zip(bars, counts, begun):
            if count:
                axis.text(left + count / 2, bar.get_y() + bar.get_height() / 2, str(count), ha="center", va="center",
                          fontsize=8, color="#000000", bbox={"boxstyle": "round,pad=0.15", "fc": "#ffffff", "ec": "none"})
        begun = [a + b for a, b in zip(begun, counts)]
    axis.set_yticks(range(len(columns)), [_literal(column) for column in columns])
    axis.set_ylim(len(columns) - 0.5, -0.5)
    axis.set_xlim(0, max(begun, default=1) or 1)
    axis.set_xlabel("rows")
    axis.tick_params(axis="y", length=0)
    axis.xaxis.get_major_locator().set_params(integer=True)
    axis.legend(loc="center left", bbox_to_anchor=(1.0, 0.5))
    figure.tight_layout()
    return figure


def benchmark(groups):
    """Ratios to each group's baseline, with the range of the repetitions; the band is the A/A noise."""
    plt = _plt()
    compared = [group for group in groups if group.baseline]
    if not compared:
        return None
    rows = [(group, timing) for group in compared for timing in group.timings if timing.median and timing.role != "A"]
    figure, axis = plt.subplots(figsize=(WIDTH, 0.8 + 0.24 * (len(rows) + len(compared))))
    at, ticks, labels, ratios = 0.0, [], [], []
    for group in compared:
        top = at - 0.5
        axis.annotate(_literal(group.name), (0, at), xycoords=("axes fraction", "data"), xytext=(4, 0),
                      textcoords="offset points", va="center", fontsize=8, fontweight="bold")
        at += 1
        for timing in (timing for g, timing in rows if g is group):
            ratio = group.ratio(timing)
            low, high = group.ratio(timing, "low") or ratio, group.ratio(timing, "high") or ratio
            same = timing.role == "A'"
            axis.plot([low, high], [at, at], color=COLOURS[6 if same else 0], linewidth=1.2)
            axis.plot([ratio], [at], "D" if same else "o", color=COLOURS[6 if same else 0], markersize=5)
            axis.annotate(f"{ratio:.2f}×", (high, at), xytext=(5, 0), textcoords="offset points", va="center", fontsize=7)
            ticks.append(at)
            labels.append(_literal(timing.label))
            ratios += [low, high]
            at += 1
        if group.noise:
            axis.fill_betweenx([top, at - 0.5], 1 - group.noise, 1 + group.noise, color=INK, alpha=0.12, linewidth=0)
    if ratios and min(ratios) > 0 and _spread(ratios) > 20:
        axis.set_xscale("log")
        axis.set_xlim(min(ratios + [1]) / 1.5, max(ratios) * 2)
    else:
        axis.set_xlim(0, max(ratios + [1]) * 1.15)
    _plain_numbers(axis.xaxis)
    axis.axvline(1, color=INK, linewidth=0.8)
    axis.set_yticks(ticks, labels)
    axis.set_ylim(at - 0.5, -0.7)
    axis.tick_params(axis="y", length=0)
    axis.set_xlabel("time as a ratio to the group's baseline (A); the band is the noise between A and A'")
    _grid(axis, "x")
    figure.tight_layout()
    return figure


def _svg(figure, **how):
    import matplotlib.pyplot as plt
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight", pad_inches=0.05, **how)
    plt.close(figure)
    svg = buffer.getvalue()
    return "\n".join(line.rstrip() for line in svg[svg.index("<svg"):].splitlines()) + "\n"


def inline(figure, title):
    """An <svg> element for a page: transparent, in the page's text colour, ids only where they are used."""
    svg = _svg(figure, transparent=True).replace(INK, "currentColor")
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<g) id="[a-zA-Z0-9_.]+"', r"\1", svg)
    return _named(svg, title)


def standalone(figure, title):
    """The text of an SVG file that reads on any background."""
    svg = _svg(figure, facecolor="white").replace(INK, "#202124")
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + _named(svg, title)


def _named(svg, title):
    from html import escape
    svg = svg.replace("<svg ", '<svg role="img" ', 1)
    end = svg.index(">", svg.index("<svg")) + 1
    return svg[:end] + f"<title>{escape(title)}</title>" + svg[end:]


def draw(table):
    """The figure for one of an experiment's tables, or None when there is nothing to draw."""
    if table["kind"] == "cost":
        measured = any(cell and "value" in cell for row in table["rows"] for cell in row["cells"])
        return cost(table) if measured else None
    return verdicts(table) if table["rows"] else None
