#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Draws features.svg: the features that the post asks for, what each needs, and what it is and costs here."""
import os

WIDTH, HEIGHT, GAP = 224, 92, 28
# name: (column, row, kind, the post's word, what it is here, what it costs)
BOXES = {
    "views": (0, 0, "free", "view types, for making", "phased<T>", "1 word while it is made"),
    "option": (0, 1, "unchecked", "or Option, in two phases", "std::optional", "1 flag; moves are unchecked"),
    "unsafe": (0, 2, "unchecked", "'unsafe lifetime", "unsafe_ref", "8 B, a hook; nothing is checked"),
    "place": (0, 3, "free", "place-based lifetimes", "self_field, self_slice, ..", "0 to 16 B, nothing to mend"),
    "own": (0, 4, "free", "&own", "own<T>, slot<T>", "1 word"),
    "super": (0, 5, "free", "super let, -> super Type", "a function's result", "nothing: the language has it"),
    "stable": (1, 2.3, "free", "automatic reference stability", "the bytes are the value", "memcpy, or realloc"),
    "transfer": (1, 3.2, "free", "Transfer, derived", "Transfer<T>", "compile time"),
    "relocate": (1, 4.2, "paid", "Relocate", "relocate_traits<T>", "a function by the author"),
    "move": (1, 5.1, "paid", "!Move", "immovable, pinned<T>", "no containers that grow"),
    "heap": (2, 0.6, "paid", "self-reference on the heap", "heap_pair<Owner, Dependent>", "an allocation, an indirection"),
    "stack": (2, 2.2, "free", "self-reference that moves", "struct, transfer_vector<T>", "see the tables"),
    "async": (2, 3.6, "free", "async {} as IntoFuture", "call_of<F>, give_pats", "no heap, no pin"),
    "fixed": (2, 5.1, "paid", "self-reference that stays", "pinned_list<&T::link>", "no move, no relocation"),
}
# from, to, solid: needs; dashed: one way of several
ARROWS = [
    ("unsafe", "heap", True), ("views", "heap", False), ("option", "heap", False),
    ("place", "stable", True), ("stable", "stack", True), ("transfer", "stack", True),
    ("place", "transfer", True), ("relocate", "transfer", False), ("own", "relocate", True),
    ("super", "relocate", True), ("unsafe", "relocate", False), ("super", "move", True), ("move", "fixed", True),
    ("stack", "async", True), ("move", "async", False),
]
FILL = {"free": "#e3f1e3", "paid": "#fdf0d5", "unchecked": "#f8dede"}
EDGE = {"free": "#3f7d3f", "paid": "#a86f00", "unchecked": "#a83232"}
KEY = {"free": 250, "paid": 170, "unchecked": 180}
COLUMNS = (16, 336, 656)


def corner(name):
    column, row = BOXES[name][:2]
    return COLUMNS[column], 40 + row * (HEIGHT + GAP)


def arrow(source, target, needs):
    (x1, y1), (x2, y2) = corner(source), corner(target)
    style = "" if needs else ' stroke-dasharray="5 4"'
    if x1 == x2:  # up or down within a column
        down = y2 > y1
        a, b = (x1 + WIDTH / 2, y1 + (HEIGHT if down else 0)), (x2 + WIDTH / 2, y2 + (-6 if down else HEIGHT + 6))
        path = f"M{a[0]:.0f},{a[1]:.0f} L{b[0]:.0f},{b[1]:.0f}"
    else:
        a, b = (x1 + WIDTH, y1 + HEIGHT / 2), (x2 - 6, y2 + HEIGHT / 2)
        middle = (a[0] + b[0]) / 2
        path = f"M{a[0]:.0f},{a[1]:.0f} C{middle:.0f},{a[1]:.0f} {middle:.0f},{b[1]:.0f} {b[0]:.0f},{b[1]:.0f}"
    return f'<path d="{path}" fill="none" stroke="#555" stroke-width="1.4"{style} marker-end="url(#tip)"/>'


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def box(name):
    x, y = corner(name)
    kind, post, here, cost = BOXES[name][2:]
    lines = [f'<rect x="{x}" y="{y:.0f}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="{FILL[kind]}" stroke="{EDGE[kind]}"/>']
    for shift, text, look in ((26, post, 'font-weight="bold"'), (50, here, 'font-family="monospace" font-size="12"'),
                              (74, cost, 'fill="#444"')):
        lines.append(f'<text x="{x + WIDTH / 2:.0f}" y="{y + shift:.0f}" text-anchor="middle" {look}>{escaped(text)}</text>')
    return "\n".join(lines)


def main():
    total = 40 + 6 * (HEIGHT + GAP) + 36
    heads = "".join(f'<text x="{x + WIDTH / 2:.0f}" y="24" text-anchor="middle" fill="#444">{text}</text>' for x, text in
                    zip(COLUMNS, ("what the language would need", "what follows", "what one can write then")))
    key, at = [], 16
    for kind, text in (("free", "checked, costs little or nothing"), ("paid", "checked, has a price"),
                       ("unchecked", "nothing checks it")):
        key.append(f'<rect x="{at}" y="{total - 22}" width="14" height="14" fill="{FILL[kind]}" stroke="{EDGE[kind]}"/>'
                   f'<text x="{at + 20}" y="{total - 10}">{text}</text>')
        at += KEY[kind]
    key.append(f'<text x="{at}" y="{total - 10}">dashed: one way of several</text>')
    svg = "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 {total}" width="900" height="{total}" '
        'font-family="sans-serif" font-size="13">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" fill="#555"/></marker></defs>',
        f'<rect width="900" height="{total}" fill="white"/>', heads,
        *(arrow(*each) for each in ARROWS), *(box(name) for name in BOXES), *key, "</svg>", ""])
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "features.svg"), "w") as file:
        file.write(svg)


if __name__ == "__main__":
    main()
