"""docgen's figures, as ratios with their targets: python benchmarks/run.py (make bench). Exits 1 where one is missed.

Only ratios of things measured side by side mean anything: the absolute times beside them are this machine's, today.
"""

from __future__ import annotations

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
BIN = Path(sys.executable).parent
POSTS = 1000


class Run(NamedTuple):
    """One run: wall time in seconds, and the most memory it held, in MB."""

    seconds: float
    peak: float = 0


class Figure(NamedTuple):
    """What must take at most `target` times as long as what."""

    name: str
    ours: Run
    theirs: Run
    target: float

    @property
    def ratio(self) -> float:
        return self.ours.seconds / self.theirs.seconds

    def line(self) -> str:
        verdict = "ok" if self.ratio <= self.target else "MISSED"
        times = f"{self.ours.seconds:.3f} s / {self.theirs.seconds:.3f} s"
        peak = f"{self.ours.peak:.0f} MB" if self.ours.peak else ""
        return f"{self.name:56} {self.ratio:6.2f} {self.target:6.2f}  {verdict:6}  {times:>20} {peak:>8}"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        figures = [*starting(), *word(Path(folder)), *pdf(Path(folder))]
    print(f"{'figure':56} {'ratio':>6} {'target':>6}  {'':6}  {'times':>20} {'peak':>8}")
    for figure in figures:
        print(figure.line())
    return 0 if all(figure.ratio <= figure.target for figure in figures) else 1


def starting() -> list[Figure]:
    """How soon the command line answers."""
    runs = side_by_side(
        {
            "python": command(sys.executable, "-c", "pass"),
            "help": command(BIN / "docgen", "--help"),
            "check": command(BIN / "docgen", "check"),
        },
        21,
    )
    return [
        Figure("docgen --help ÷ python -c pass", runs["help"], runs["python"], 3),
        Figure("docgen check, the sample ÷ python -c pass", runs["check"], runs["python"], 8),
    ]


def word(folder: Path) -> list[Figure]:
    """Composing and writing Word, of a manual that is loaded already."""
    import yaml
    from docgen.compose import compose
    from docgen.loader import load
    from docgen.resources import templates
    from docgen.style_reader import read_style
    from docgen.template import Templates
    from docgen.writers import markdown
    from docgen.writers import word as word_writer

    generate.main(POSTS, folder)
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "content").rglob("*.yaml"))]
    manual = load(folder).manual
    style, _ = read_style(None, [templates()])
    assert manual and style

    def composed() -> object:
        document = compose(manual, Templates([templates()]), style).document
        assert document
        return document

    (folder / "manual.md").write_text(markdown.write(composed()), encoding="utf-8")
    runs = side_by_side(
        {
            "yaml": timed(lambda: [yaml.compose(text, Loader=yaml.CSafeLoader) for text in texts]),
            "docgen": timed(lambda: word_writer.write(composed(), style, folder, None)),
            "pandoc": command("pandoc", "-f", "gfm", "-t", "docx", "-o", folder / "pandoc.docx", folder / "manual.md"),
        },
        5,
    )
    build = command(BIN / "docgen", "-C", folder, "build", "--to", "docx", "--out", folder)()
    return [
        Figure(f"Word, {POSTS} posts ÷ PyYAML's C compose of them", runs["docgen"], runs["yaml"], 3),
        Figure(f"Word, {POSTS} posts ÷ pandoc from Markdown", runs["docgen"], runs["pandoc"], 1),
        Figure(f"docgen build --to docx, {POSTS} posts ÷ pandoc", build, runs["pandoc"], 1),
    ]


def pdf(folder: Path) -> list[Figure]:
    """The PDF of the sample, against WeasyPrint as a program of its own."""
    command(BIN / "docgen", "build", "--to", "html", "--out", folder)()
    own = next(folder.glob("*.html"))
    naive = folder / "naive.html"
    naive.write_text(naive_page(ROOT), encoding="utf-8")
    runs = side_by_side(
        {
            "docgen": command(BIN / "docgen", "build", "--to", "pdf", "--out", folder),
            "own": command(BIN / "weasyprint", "--pdf-variant", "pdf/ua-1", own, folder / "own.pdf"),
            "naive": command(BIN / "weasyprint", naive, folder / "naive.pdf"),
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


def command(*words: object) -> Callable[[], Run]:
    return lambda: _run([str(word) for word in words])


def _run(words: Sequence[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(words)}")
    return Run(seconds, usage.ru_maxrss / 1024)


def timed(job: Callable[[], object]) -> Callable[[], Run]:
    def run() -> Run:
        start = time.perf_counter()
        job()
        return Run(time.perf_counter() - start)

    return run


if __name__ == "__main__":
    sys.exit(main())
