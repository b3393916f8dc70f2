"""The way of a build: load → check → compose → write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.checks import check
from docgen.coverage import Coverage, coverage
from docgen.loader import load
from docgen.manual import Manual
from docgen.problems import Problem, Severity, Words, error, in_reading_order, nearest

if TYPE_CHECKING:
    from docgen.book import Entry
    from docgen.style import Style
    from docgen.template import Templates

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
    split: bool = False,
    layout: str | None = None,
    style: str | None = None,
    draft: list[Problem] | None = None,
    progress: Progress = lambda words: None,
) -> Built:
    """Compose the manual, or the part that `only` names, and write it in each of `formats` (pdf, docx, md, html).

    `split` makes files of each department instead; `layout` is that of every department and post; `style` takes the
    place of the manual's own.
    """
    from docgen import resources
    from docgen.layouts import in_layout
    from docgen.style_reader import read_style
    from docgen.template import Templates

    if layout is not None:
        manual = in_layout(manual, layout)
    parts = _parts(manual, only, split)
    if isinstance(parts, Problem):
        return Built({}, [parts])
    own = root / "templates"
    folders = [*([own] if own.is_dir() else []), resources.templates()]
    read, problems = read_style(style or manual.style, folders)
    if read is None:
        return Built({}, problems)
    templates = Templates(folders)
    files: dict[str, bytes] = {}
    remarks: dict[Words, None] = {}
    for name, part in parts.items():
        built = _build_part(root, manual, formats, templates, read, part, draft, progress)
        stem = _stem(manual, name, draft is not None)
        files |= {f"{stem}.{ending}": content for ending, content in built.files.items()}
        problems += [problem for problem in built.problems if problem not in problems]
        remarks |= dict.fromkeys(built.remarks)
    refused = any(problem.is_error for problem in problems)
    return Built({} if refused else files, problems, tuple(remarks))


def _parts(manual: Manual, only: str | None, split: bool) -> dict[str, Entry | None] | Problem:
    """What is to be built, by the name that its files carry: the whole manual is called ""."""
    from docgen.book import part_of

    if not split and only is None:
        return {"": None}
    names = [str(department.name) for department in manual.departments] if split else [str(only)]
    parts: dict[str, Entry | None] = {}
    for name in names:
        part = part_of(manual, name)
        if isinstance(part, list):
            return _no_such_part(name, part)
        parts[name] = part
    return parts or _nothing_to_split()


def _build_part(
    root: Path,
    manual: Manual,
    formats: tuple[str, ...],
    templates: Templates,
    style: Style,
    part: Entry | None,
    draft: list[Problem] | None,
    progress: Progress,
) -> Built:
    """The files of one document by their endings."""
    from docgen.compose import compose
    from docgen.page_budget import over_budget
    from docgen.writing import write

    progress(Words("排版……", "composing …"))
    composed = compose(manual, templates, style, part=part, draft=draft)
    if composed.document is None:
        return Built({}, composed.problems)
    written = write(composed.document, style, root, formats, progress)
    problems = [*written.problems]
    if written.pdf:
        severity: Severity = "error" if draft is None else "warning"
        problems += over_budget(manual, written.pdf.pages, written.pdf.places, severity)
    return Built(written.files, problems, written.remarks)


def _stem(manual: Manual, only: str, draft: bool) -> str:
    """岗位手册, 岗位手册-仓储部-仓库主任, 岗位手册（草稿）: never the name of the official set for anything else."""
    from docgen.output import LONGEST_NAME, file_name

    part = file_name(f"-{only.replace('/', '-')}", LONGEST_NAME // 2) if only else ""
    title = file_name(manual.title, LONGEST_NAME - len(part.encode()))
    return f"{title}{part}（草稿）" if draft else f"{title}{part}"


def _nothing_to_split() -> Problem:
    return error(
        "SPLIT-NOTHING",
        None,
        Words("手册里没有部门，不能按部门分开", "the manual has no departments to split it by"),
        Words("不写 --split，生成全册", "build the whole manual, without --split"),
    )


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
