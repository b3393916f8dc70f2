"""The way of a build: load → check → compose → write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from docgen import resources
from docgen.book import Entry, part_of
from docgen.checks import check
from docgen.coverage import Coverage, coverage
from docgen.loader import load
from docgen.manual import Manual
from docgen.problems import Problem, Words, error, in_reading_order
from docgen.references import directory

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
    problems = in_reading_order(loaded.problems + check(loaded.manual) + _style_problems(loaded.manual, root))
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
    folder: Path | None = None,
) -> Built:
    """Compose the manual, or the part that `only` names, and write it in each of `formats` (pdf, docx, md, html) for
    `folder`, None for the project's output/."""
    from docgen.compose import compose
    from docgen.style_reader import read_style, unknown_style
    from docgen.template import Templates
    from docgen.writing import write

    part = part_of(manual, only) if only is not None else None
    if isinstance(part, list):
        return Built({}, [_no_such_part(str(only), part, manual)])
    if part and draft is not None:
        draft = _of_part(draft, part)
    folders = _template_folders(root)
    in_default = draft is not None and unknown_style(manual.style, folders)
    style, problems = read_style(None if in_default else manual.style, folders)
    if style is None:
        return Built({}, problems)
    progress(Words("排版……", "composing …"))
    composed = compose(manual, Templates(folders), style, part=part, draft=draft)
    if composed.document is None:
        return Built({}, problems + composed.problems)
    written = write(composed.document, style, root, formats, progress, folder or root / "output")
    stem = _stem(manual, part.name if part else "", draft is not None)
    files = {f"{stem}.{ending}": content for ending, content in written.files.items()}
    return Built(files, problems + written.problems, written.remarks)


def _style_problems(manual: Manual, root: Path) -> list[Problem]:
    """Whether there is the style that the manual names; a build reads it."""
    if manual.style is None:
        return []
    from docgen.style_reader import unknown_style

    unknown = unknown_style(manual.style, _template_folders(root))
    return [unknown] if unknown else []


def _template_folders(root: Path) -> list[Path]:
    """The project's own templates, if any, over the built-in ones."""
    own = root / "templates"
    return [*([own] if own.is_dir() else []), resources.templates()]


def _of_part(problems: list[Problem], part: Entry) -> list[Problem]:
    """The problems in the file of the part's department."""
    files = [department.position.path for department in part.departments]
    return [problem for problem in problems if problem.position and problem.position.path in files]


def _stem(manual: Manual, part_name: str, draft: bool) -> str:
    """岗位手册, 岗位手册-仓储部-仓库主任, 岗位手册（草稿）: never the name of the official set for anything else."""
    from docgen.output import LONGEST_NAME, file_name

    part = file_name(f"-{part_name.replace('/', '-')}", LONGEST_NAME // 2) if part_name else ""
    title = file_name(manual.title, LONGEST_NAME - len(part.encode()))
    return f"{title}{part}（草稿）" if draft else f"{title}{part}"


def _no_such_part(name: str, known: list[str], manual: Manual) -> Problem:
    guess = directory(manual).guess_part(name)
    shown = "、".join(known)
    return error(
        "ONLY-UNKNOWN",
        None,
        Words(f"没有“{name}”这个部门或岗位", f"there is no department or post “{name}”"),
        Words(f"{guess.zh}有这些：{shown}", f"{guess.en}there are: {shown}"),
    )
