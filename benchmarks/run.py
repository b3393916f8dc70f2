"""docgen's figures, as ratios with their targets: python benchmarks/run.py (make bench). Exits 1 where one is missed.

Only ratios of things measured side by side mean anything: the absolute times beside them are this machine's, today.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import generate
from naive import naive_page

ROOT = Path(__file__).parent.parent
HERE = ROOT / "benchmarks"
DOCGEN, WEASYPRINT = (Path(sys.executable).parent / name for name in ("docgen", "weasyprint"))
POSTS = 1000
OWN_PEAK = 50


class Run(NamedTuple):
    """One run: wall time in seconds, and the most memory it held, in MB."""

    seconds: float
    peak: float = 0


class Figure(NamedTuple):
    """What must take at most `target` times as long as what; without a target it is only told."""

    name: str
    ours: Run
    theirs: Run
    target: float = math.inf

    @property
    def ratio(self) -> float:
        return self.ours.seconds / self.theirs.seconds

    @property
    def is_missed(self) -> bool:
        return self.ratio > self.target

    def line(self) -> str:
        target = f"{self.target:g}" if math.isfinite(self.target) else "—"
        verdict = "MISSED" if self.is_missed else "" if target == "—" else "ok"
        times = f"{self.ours.seconds:.3f} s / {self.theirs.seconds:.3f} s"
        # A child begins as a copy of this program, so that a peak below its own is not seen.
        peak = f"{self.ours.peak:.0f} MB" if self.ours.peak > OWN_PEAK else ""
        return f"{self.name:56} {self.ratio:6.2f} {target:>6}  {verdict:6}  {times:>20} {peak:>8}"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        figures = [*starting(), *checking(Path(folder)), *word(Path(folder)), *pdf(Path(folder))]
    print(f"{'figure':56} {'ratio':>6} {'target':>6}  {'':6}  {'times':>20} {'peak':>8}")
    for figure in figures:
        print(figure.line())
    return 1 if any(figure.is_missed for figure in figures) else 0


def starting() -> list[Figure]:
    """How soon the command line answers."""
    runs = side_by_side(
        {
            "python": command(sys.executable, "-c", "pass"),
            "help": command(DOCGEN, "--help"),
            "check": command(DOCGEN, "check"),
            "check anew": command(DOCGEN, "check", XDG_CACHE_HOME=os.devnull),
        },
        21,
    )
    return [
        Figure("docgen --help ÷ python -c pass", runs["help"], runs["python"], 3),
        Figure("docgen check, the sample, checked before ÷ python", runs["check"], runs["python"], 8),
        Figure("docgen check, the sample, anew ÷ python", runs["check anew"], runs["python"]),
    ]


def checking(folder: Path) -> list[Figure]:
    """A large manual read and checked, with nothing remembered; `word` measures the same content."""
    generate.main(POSTS, folder)
    runs = side_by_side(
        {
            "yaml": reported(sys.executable, HERE / "word.py", "yaml", folder),
            "all": reported(sys.executable, HERE / "check.py", "all", folder),
            "structure": reported(sys.executable, HERE / "check.py", "structure", folder),
        },
        9,
    )
    return [
        Figure(f"check, {POSTS} posts, all rules ÷ PyYAML's C compose", runs["all"], runs["yaml"], 8),
        Figure(f"check, {POSTS} posts, reading and structure ÷ the same", runs["structure"], runs["yaml"], 3),
    ]


def word(folder: Path) -> list[Figure]:
    """Word of a large manual: composed and written once it is loaded, and the whole command."""
    command(DOCGEN, "-C", folder, "build", "--to", "md", "--out", folder)()
    markdown = next(folder.glob("*.md"))
    runs = side_by_side(
        {
            "yaml": reported(sys.executable, HERE / "word.py", "yaml", folder),
            "docgen": reported(sys.executable, HERE / "word.py", "docgen", folder),
            "build": command(DOCGEN, "-C", folder, "build", "--to", "docx", "--out", folder),
            "pandoc": command("pandoc", "-f", "gfm", "-t", "docx", "-o", folder / "pandoc.docx", markdown),
        },
        7,
    )
    return [
        Figure(f"Word, {POSTS} posts ÷ PyYAML's C compose of them", runs["docgen"], runs["yaml"], 3),
        Figure(f"Word, {POSTS} posts ÷ pandoc from Markdown", runs["docgen"], runs["pandoc"], 1),
        Figure(f"docgen build --to docx, {POSTS} posts ÷ pandoc", runs["build"], runs["pandoc"]),
    ]


def pdf(folder: Path) -> list[Figure]:
    """The PDF of the sample, against WeasyPrint as a program of its own."""
    command(DOCGEN, "build", "--to", "html", "--out", folder)()
    own = next(folder.glob("*.html"))
    naive = folder / "naive.html"
    naive.write_text(naive_page(ROOT), encoding="utf-8")
    runs = side_by_side(
        {
            "docgen": command(DOCGEN, "build", "--to", "pdf", "--out", folder),
            "own": command(WEASYPRINT, "--pdf-variant", "pdf/ua-1", own, folder / "own.pdf"),
            "naive": command(WEASYPRINT, naive, folder / "naive.pdf"),
        },
        5,
    )
    return [
        Figure("docgen build --to pdf, the sample ÷ WeasyPrint alone", runs["docgen"], runs["own"], 1.15),
        Figure("docgen build --to pdf, the sample ÷ the naive page", runs["docgen"], runs["naive"], 0.7),
    ]


def side_by_side(jobs: Mapping[str, Callable[[], Run]], turns: int) -> dict[str, Run]:
    """The medians of each job, all jobs run in turn so that a busy moment meets them all."""
    runs = [{name: job() for name, job in jobs.items()} for _ in range(turns)]
    return {
        name: Run(median(run[name].seconds for run in runs), median(run[name].peak for run in runs)) for name in jobs
    }


def command(*words: object, **environment: str) -> Callable[[], Run]:
    """A program, by the wall time of its process."""
    return lambda: _run(words, environment)[0]


def reported(*words: object) -> Callable[[], Run]:
    """A program, by the seconds that it prints."""

    def run() -> Run:
        whole, printed = _run(words, {})
        return Run(float(printed), whole.peak)

    return run


def _run(words: Sequence[object], environment: Mapping[str, str]) -> tuple[Run, bytes]:
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, words)),
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, words))}")
    return Run(seconds, usage.ru_maxrss / 1024), printed


if __name__ == "__main__":
    sys.exit(main())
