"""The way of a build: load → check → compose → write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from docgen.checks import check
from docgen.coverage import Coverage, coverage
from docgen.loader import load
from docgen.manual import Manual
from docgen.problems import Problem, Words, error, in_reading_order, nearest

FORMATS = ("pdf", "docx", "md")

Progress = Callable[[Words], None]


class Checked(NamedTuple):
    """What a check found. `manual` is None where there is none to build: a draft is refused too."""

    manual: Manual | None
    problems: list[Problem]
    coverage: Coverage | None

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


class Built(NamedTuple):
    """The files of a build, by name, ready to be written; empty where a problem stands in the way."""

    files: Mapping[str, bytes]
    problems: list[Problem]
    remarks: tuple[Words, ...] = ()


def check_project(root: Path) -> Checked:
    """Load and check the project in `root`."""
    loaded = load(root)
    if loaded.manual is None:
        return Checked(None, in_reading_order(loaded.problems), None)
    problems = in_reading_order(loaded.problems + check(loaded.manual))
    manual = loaded.manual if loaded.is_complete else None
    return Checked(manual, problems, coverage(loaded.manual))


def build(
    root: Path,
    manual: Manual,
    formats: tuple[str, ...],
    *,
    only: str | None = None,
    draft: list[Problem] | None = None,
    progress: Progress = lambda words: None,
) -> Built:
    """Compose the manual, or the part that `only` names, and write it in each of `formats` (pdf, docx, md, html)."""
    from docgen import resources
    from docgen.book import part_of
    from docgen.compose import compose
    from docgen.style_reader import read_style
    from docgen.template import Templates
    from docgen.writing import write

    part = part_of(manual, only) if only is not None else None
    if isinstance(part, list):
        return Built({}, [_no_such_part(str(only), part)])
    own = root / "templates"
    folders = [*([own] if own.is_dir() else []), resources.templates()]
    style, problems = read_style(manual.style, folders)
    if style is None:
        return Built({}, problems)
    progress(Words("排版……", "composing …"))
    composed = compose(manual, Templates(folders), style, part=part, draft=draft)
    if composed.document is None:
        return Built({}, problems + composed.problems)
    written = write(composed.document, style, root, formats, progress)
    stem = _stem(manual, only, draft is not None)
    files = {f"{stem}.{ending}": content for ending, content in written.files.items()}
    return Built(files, problems + written.problems, written.remarks)


def _stem(manual: Manual, only: str | None, draft: bool) -> str:
    """岗位手册, 岗位手册-仓储部-仓库主任, 岗位手册（草稿）: never the name of the official set for anything else."""
    from docgen.output import LONGEST_NAME, file_name

    part = file_name(f"-{only.replace('/', '-')}", LONGEST_NAME // 2) if only else ""
    title = file_name(manual.title, LONGEST_NAME - len(part.encode()))
    return f"{title}{part}（草稿）" if draft else f"{title}{part}"


def _no_such_part(name: str, known: list[str]) -> Problem:
    guess = nearest(name, known)
    shown = "、".join(known)
    return error(
        "ONLY-UNKNOWN",
        None,
        Words(f"没有“{name}”这个部门或岗位", f"there is no department or post “{name}”"),
        Words(
            f"{f'是不是“{guess}”？' if guess else ''}有这些：{shown}",
            f"{f'did you mean “{guess}”? ' if guess else ''}there are: {shown}",
        ),
    )
