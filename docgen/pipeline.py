"""The way of a build: load → check → compose → write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen import soundness
from docgen.checks import check
from docgen.loader import load
from docgen.manual.book import Entry, part_of
from docgen.manual.coverage import Coverage, coverage, summary
from docgen.manual.model import Manual
from docgen.manual.references import directory
from docgen.own_templates import own_template_problems
from docgen.problems import Problem, Severity, Words, error, in_reading_order

if TYPE_CHECKING:
    from docgen.typesetting import Typesetting
    from docgen.writers.pdf import PdfKind

Progress = Callable[[Words], None]


class Checked(NamedTuple):
    """What a check found. `manual` is None where there is none to build: a draft is refused too; `read` is what could
    be read all the same, for counting."""

    manual: Manual | None
    problems: list[Problem]
    coverage: Coverage | None
    read: Manual | None = None

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


class Built(NamedTuple):
    """The files of a build, by name, ready to be written; empty where a problem stands in the way."""

    files: Mapping[str, bytes]
    problems: list[Problem]
    remarks: tuple[Words, ...] = ()


def check_project(root: Path) -> Checked:
    """Load and check the project in `root`. No rule is run again over what is known to be sound."""
    place = soundness.place(root)
    is_sound = soundness.remembered(place) is not None
    loaded = load(root)
    if loaded.manual is None:
        return Checked(None, in_reading_order(loaded.problems), None)
    found = [] if is_sound else check(loaded.manual) + own_template_problems(root, loaded.manual.style)
    problems = in_reading_order(loaded.problems + found)
    covered = coverage(loaded.manual)
    if not problems and not is_sound:
        soundness.remember(root, place, Words(summary(covered, "zh"), summary(covered, "en")))
    return Checked(loaded.manual if loaded.is_complete else None, problems, covered, loaded.manual)


def build(
    root: Path,
    manual: Manual,
    formats: tuple[str, ...],
    *,
    only: str | None = None,
    split: bool = False,
    layout: str | None = None,
    style: str | None = None,
    pdf_kind: PdfKind = "tagged",
    draft: list[Problem] | None = None,
    progress: Progress = lambda words: None,
    folder: Path | None = None,
) -> Built:
    """Compose the manual, or the part that `only` names, and write it in each of `formats` (pdf, docx, md, html) for
    `folder`, None for the project's output/.

    `split` makes files of each department instead; `layout` is that of every department and post; `style` takes the
    place of the manual's own.
    """
    from docgen.manual.layouts import in_layout
    from docgen.typesetting import Typesetting, typesetting

    if layout is not None:
        manual = in_layout(manual, layout)
    parts = _parts(manual, only, split)
    if isinstance(parts, Problem):
        return Built({}, [parts])
    setting = typesetting(root, manual, progress, pdf_kind, style=style, folder=folder, is_draft=draft is not None)
    if not isinstance(setting, Typesetting):
        return Built({}, setting)
    return _build_parts(setting, formats, parts, draft)


def _build_parts(
    setting: Typesetting, formats: tuple[str, ...], parts: Mapping[str, Entry | None], draft: list[Problem] | None
) -> Built:
    """The files of all parts; none where a problem stands in the way of one."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    remarks: dict[Words, None] = {}
    for name, part in parts.items():
        built = _build_part(setting, formats, part, _of_part(draft, part) if part and draft is not None else draft)
        stem = _stem(setting.manual, name, draft is not None)
        files |= {f"{stem}.{ending}": content for ending, content in built.files.items()}
        problems += [problem for problem in built.problems if problem not in problems]
        remarks |= dict.fromkeys(built.remarks)
    refused = any(problem.is_error for problem in problems)
    return Built({} if refused else files, problems, tuple(remarks))


def _parts(manual: Manual, only: str | None, split: bool) -> dict[str, Entry | None] | Problem:
    """What is to be built, by the name that its files carry: the whole manual is called ""."""
    if not split and only is None:
        return {"": None}
    names = [str(department.name) for department in manual.departments] if split else [str(only)]
    parts: dict[str, Entry | None] = {}
    for name in names:
        part = part_of(manual, name)
        if isinstance(part, list):
            return no_such_part(name, part, manual)
        parts[part.name] = part
    return parts or _nothing_to_split()


def _build_part(
    setting: Typesetting, formats: tuple[str, ...], part: Entry | None, draft: list[Problem] | None
) -> Built:
    """The files of one document by their endings."""
    from docgen.manual.page_budget import over_budget

    setting.progress(Words("排版……", "composing …"))
    composed = setting.compose_book(part, draft)
    written = setting.write(composed, formats)
    problems = [*written.problems]
    if written.pdf:
        severity: Severity = "error" if draft is None else "warning"
        problems += over_budget(setting.manual, written.pdf.pages, written.pdf.places, severity)
    return Built(written.files, problems, written.remarks)


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


def _nothing_to_split() -> Problem:
    return error(
        "SPLIT-NOTHING",
        None,
        Words("手册里没有部门，不能按部门分开", "the manual has no departments to split it by"),
        Words("不写 --split，生成全册", "build the whole manual, without --split"),
    )


def no_such_part(name: str, known: list[str], manual: Manual) -> Problem:
    guess = directory(manual).guess_part(name)
    shown = "、".join(known)
    return error(
        "ONLY-UNKNOWN",
        None,
        Words(f"没有“{name}”这个部门或岗位", f"there is no department or post “{name}”"),
        Words(f"{guess.zh}有这些：{shown}", f"{guess.en}there are: {shown}"),
    )
