"""PDF figures of the sample manual, as ratios of times.

own:      docgen's PDF ÷ WeasyPrint alone on the HTML that docgen writes, tagged alike (at most 1.15)
baseline: docgen's PDF ÷ plain WeasyPrint on the frozen naive page, baseline.html.j2 and .css (at most 0.7)

All three use the same document tree, fonts and paper, and one processor. Times are processor times, the best of a few
turns taken one after the other.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time

import jinja2
import weasyprint

from docgen.fonts import FontSet
from docgen.style import Style
from docgen.tree import Document
from docgen.writers import css, html, pdf

HERE = Path(__file__).parent
TURNS = 3


def ratios(document: Document, style: Style, fonts: FontSet, root: Path) -> Mapping[str, float]:
    """Both figures for one document."""
    stylesheet = css.stylesheet(style, fonts)
    naive = baseline(document, stylesheet)
    times = _best(
        {
            "docgen": lambda: pdf.write(document, style, fonts, root),
            "own": lambda: _weasyprint(html.write(document, stylesheet), root, "pdf/ua-1"),
            "baseline": lambda: _weasyprint(naive, root, "pdf/ua-1"),
        }
    )
    return {name: times["docgen"] / times[name] for name in ("own", "baseline")}


def baseline(document: Document, stylesheet: str) -> str:
    """The naive page, with the same fonts as `stylesheet`."""
    faces = [line for line in stylesheet.splitlines() if line.startswith("@font-face")]
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, trim_blocks=True)
    environment.globals["kind_of"] = lambda node: type(node).__name__
    naive_css = "\n".join([*faces, (HERE / "baseline.css").read_text(encoding="utf-8")])
    return environment.get_template("baseline.html.j2").render(document=document, stylesheet=naive_css)


def _weasyprint(markup: str, root: Path, variant: str | None) -> None:
    weasyprint.HTML(string=markup, base_url=str(root)).write_pdf(pdf_variant=variant)


def _best(jobs: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(TURNS):
        for name, job in jobs.items():
            gc.collect()
            start = process_time()
            job()
            times[name].append(process_time() - start)
    return {name: min(found) for name, found in times.items()}
