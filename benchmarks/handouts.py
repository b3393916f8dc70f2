"""Handouts by roster against their posts built once: python benchmarks/handouts.py. Exits 1 where the figure is missed.

200 people in 20 posts of the sample company, 10 a post, against the same 20 handouts once each. It runs the docgen of
this folder, whichever is installed.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path

from run import ROOT, Figure, command, side_by_side

from docgen.loader import load

POSTS, PEOPLE = 20, 200


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        handout = (sys.executable, "-m", "docgen", "handout", "--out", folder, "--roster")
        runs = side_by_side(
            {
                "people": command(*handout, roster(folder, PEOPLE)),
                "posts": command(*handout, roster(folder, POSTS)),
            },
            3,
        )
    name = f"handout, {PEOPLE} people in {POSTS} posts ÷ the {POSTS} once"
    figures = [Figure(name, runs["people"], runs["posts"], 2)]
    print(f"{'figure':56} {'ratio':>6} {'target':>6}  {'':6}  {'times':>20} {'peak':>8}")
    for figure in figures:
        print(figure.line())
    return 0 if all(figure.ratio <= figure.target for figure in figures) else 1


def roster(folder: Path, people: int) -> Path:
    """A roster of `people` spread evenly over the first POSTS posts of the sample."""
    manual = load(ROOT).manual
    assert manual
    path = folder / f"{people}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("工号", "姓名", "部门", "岗位", "入职日期"))
        for number in range(people):
            department, post = manual.posts[number % POSTS]
            writer.writerow((1000 + number, f"张伟{number}", department.name, post.name, "2026-01-05"))
    return path


if __name__ == "__main__":
    sys.exit(main())
