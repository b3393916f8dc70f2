"""Manual + templates + style → one document tree, everything that depends on the whole resolved on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from docgen import passes, tree
from docgen.book import Entry, book
from docgen.garbage import without_garbage_collection
from docgen.html_reader import read_xhtml
from docgen.layouts import LAYOUT_FILES
from docgen.listing import Lines, clause_lines, duty_lines, standard_lines
from docgen.manual import Assessment, Chapter, Department, Factor, Manual, Number, Page, Post
from docgen.problems import Language, Problem, Words, error
from docgen.sentences import assessment_sentence
from docgen.source import Position, Text
from docgen.style import Style
from docgen.template import Templates
from docgen.unique_keys import with_unique_keys

# The headings a field is printed under, where 栏目名称 doesn't say otherwise.
PRINTED_NAMES = {"职责": "岗位职责", "岗位通用": "岗位通用要求", "指标": "考核指标"}
EVERY_PART = ("简介", "部门职责", "岗位通用", "任职资格", "职责", "工作标准", "考核办法", "指标", "评分表")
POST_PARTS = frozenset(["任职资格", "职责", "工作标准", "考核办法", "指标", "评分表"])


class Composed(NamedTuple):
    document: tree.Document | None
    problems: list[Problem]


@without_garbage_collection()
def compose(
    manual: Manual, templates: Templates, style: Style, *, part: Entry | None = None, draft: list[Problem] | None = None
) -> Composed:
    """The document of the whole manual, or of one `part` of it.

    `draft` makes it a draft with these problems as its appendix 待补事项. A mistake in a template is a problem with the
    template's file and line, and there is no document.
    """
    composing = _Composing(manual, templates, draft)
    sections = composing.page_sections([part] if part else _with_common(manual, book(manual)))
    if not sections and not composing.problems:
        composing.problems.append(_nothing_printed(None))
    if composing.problems:
        return Composed(None, composing.problems)
    if draft is not None:
        sections = with_unique_keys(sections)
    try:
        numbered = passes.number(sections, style)
    except passes.TooMany as too_many:
        return Composed(None, [too_many.problem])
    broken = list(passes.broken_links(numbered))
    if broken:
        return Composed(None, broken)
    title = f"{manual.title}（{part.name.replace('/', '—')}）" if part else str(manual.title)
    document = tree.Document(
        title,
        _fields(manual),
        passes.fill_contents(numbered, style),
        style.heading_formats,
        draft=draft is not None,
    )
    return Composed(document, [])


def _with_common(manual: Manual, entries: list[Entry]) -> list[Entry]:
    """岗位通用 of the whole manual stands once, before the first department that is printed in full."""
    if manual.common.shared is None:
        return entries
    first = next((n for n, entry in enumerate(entries) if entry.kind == "departments" and not entry.only), len(entries))
    return [*entries[:first], Entry("page", "岗位通用"), *entries[first:]]


def _fields(manual: Manual) -> dict[str, str]:
    return {
        "title": str(manual.title),
        "organization": str(manual.organization),
        "code": str(manual.code or ""),
        "version": str(manual.version),
        "classification": str(manual.classification or ""),
        "issued": manual.issued.value.isoformat() if manual.issued else "",
    }


PAGE_TEMPLATES = {
    "封面": "parts/cover.html",
    "修订记录": "parts/revisions.html",
    "目录": "parts/contents.html",
    "岗位通用": "parts/common.html",
}


class _Composing:
    """One run through the book: renders each entry, keeps the page sections and the problems."""

    def __init__(self, manual: Manual, templates: Templates, draft: list[Problem] | None) -> None:
        self.manual, self.templates, self.draft = manual, templates, draft
        self.page = manual.page or Page()
        self.problems: list[Problem] = []
        self.has_front = self.has_body = False

    def page_sections(self, entries: list[Entry]) -> tuple[tree.PageSection, ...]:
        sections = [section for entry in entries for section in self.entry(entry)]
        if self.draft:
            sections += self.render("parts/problems.html", problems=[_shown(problem) for problem in self.draft])
        return tuple(sections)

    def entry(self, entry: Entry) -> tuple[tree.PageSection, ...]:
        if entry.kind == "chapter":
            return (self.chapter(entry),)
        if entry.kind == "page":
            return self.reserved_page(entry.name)
        return self.departments(entry)

    def restart(self, kind: str) -> str:
        """Page numbers start again at the first page section of the front matter, and at the first of the body."""
        first = not getattr(self, f"has_{kind}")
        setattr(self, f"has_{kind}", True)
        return "yes" if first else "no"

    def reserved_page(self, name: str) -> tuple[tree.PageSection, ...]:
        if name not in PAGE_TEMPLATES:
            return ()
        restart = "no" if name == "封面" else self.restart("body" if name == "岗位通用" else "front")
        levels = max(1, int(self.page.contents_levels.value)) if self.page.contents_levels else 2  # 0 in a draft
        context: dict[str, Any] = {"levels": levels, "restart": restart}
        if name == "岗位通用":
            context |= self.layout_context(Entry("departments", "", departments=()))
        return self.render(PAGE_TEMPLATES[name], **context)

    def chapter(self, entry: Entry) -> tree.PageSection:
        assert entry.chapter is not None
        section = _chapter_section(entry.chapter, entry.title or entry.chapter.title, entry.annex)
        return tree.PageSection(section.key, "body", (section,), restart=self.restart("body") == "yes")

    def departments(self, entry: Entry) -> tuple[tree.PageSection, ...]:
        layout = str(entry.departments[0].layout or "三段式") if entry.departments else "三段式"
        prefix = entry.departments[0].name if entry.post else ""
        context = self.layout_context(entry) | {"restart": self.restart("body"), "prefix": prefix}
        file = LAYOUT_FILES.get(layout, LAYOUT_FILES["三段式"])  # a draft may ask for one that there isn't yet
        sections = self.render(f"layouts/{file}.html", **context)
        if not any(section.blocks for section in sections) and not self.problems:
            self.problems.append(_nothing_printed(Position(f"templates/layouts/{file}.html")))
        return sections

    def layout_context(self, entry: Entry) -> dict[str, Any]:
        parts = entry.only or EVERY_PART
        return {
            "departments": entry.departments,
            "entry_title": entry.title,
            "only_post": entry.post,
            "posts_printed": not entry.only or POST_PARTS.intersection(entry.only),
            "printed": lambda name: name in parts,
            "one_part": len(entry.only) == 1,
            "printed_name": partial(printed_name, self.manual, self.page),
            "duty_lines": self.titled(duty_lines),
            "standard_lines": self.titled(standard_lines),
            "clause_lines": self.titled(clause_lines),
            "own_assessment": partial(_own_assessment, self.manual),
            "by_item": _by_item,
            "percent": _percent,
            "full_points": _full_points,
        }

    def titled(self, lines: Callable[[Any], Lines]) -> Callable[[Any], Lines]:
        """`lines` with or without titles, as 版面.职责标题 says."""
        if self.page.duty_titles == "不印":
            return lambda part: lines(part).untitled()
        return lines

    def render(self, template: str, **context: Any) -> tuple[tree.PageSection, ...]:
        rendered = self.templates.render(template, manual=self.manual, **context)
        read = rendered if isinstance(rendered, Problem) else read_xhtml(rendered)
        if isinstance(read, Problem):
            if read not in self.problems:  # a template serves many entries
                self.problems.append(read)
            return ()
        return read


def _nothing_printed(position: Position | None) -> Problem:
    return error(
        "TEMPLATE-NOTHING",
        position,
        Words("什么也没有印出来", "nothing is printed"),
        Words(
            "模板是空的，或者里面没有印部门的内容：对照自带的模板改，或删掉自己的",
            "the template is empty or prints no department: compare it with the built-in one, or delete your own",
        ),
    )


def _chapter_section(chapter: Chapter, title: Text, annex: int) -> tree.Section:
    """A chapter under its heading; an annex's heading carries 附件 and its number instead of a label."""
    text = (tree.Text(title, title.position),)
    children = (tree.Text(f"附件{annex}　"), *text) if annex else text
    key = str(chapter.title)
    heading = tree.Heading(1, key, children, numbered=not annex, source=title.position)
    return tree.Section(key, (heading, *chapter.blocks), title.position)


def printed_name(manual: Manual, page: Page, name: str, holder: Manual | Department | Post) -> str | Text:
    """The heading that a field of `holder` is printed under: 栏目名称 with {岗位} {部门} {任职者} filled in, or the
    usual one.

    A post's own heading is its name, with its holders where 版面.任职者 is 印.
    """
    holders = "、".join(holder.holders) if isinstance(holder, Post) else ""
    pattern = next((text for key, text in manual.headings.items() if key == name), None)
    if pattern is None and name == "岗位":
        assert isinstance(holder, Post)
        return f"{holder.name}：{holders}" if holders and page.holders == "印" else holder.name
    if pattern is None:
        return PRINTED_NAMES.get(name, name)
    post_name = str(holder.name) if isinstance(holder, Post) else ""
    department_name = str(holder.name) if isinstance(holder, Department) else ""
    filled = pattern.replace("{岗位}", post_name).replace("{任职者}", holders).replace("{部门}", department_name)
    return Text(filled, pattern.position)


def _own_assessment(manual: Manual, holder: Department | Post, parent: Department | None = None) -> str:
    """What `holder`'s assessment says itself: what it inherits is said where it was written."""
    own, inherited = holder.assessment or Assessment(), (parent or manual).assessment or Assessment()
    differ = [name for name in Assessment.entries if getattr(own, name) is not getattr(inherited, name)]
    return assessment_sentence(Assessment(**{name: getattr(own, name) for name in differ}))


def _by_item(factors: tuple[Factor, ...]) -> Iterable[tuple[Text, list[Factor]]]:
    return [(group[0].item, group) for _, found in groupby(factors, _item) if (group := list(found))]


def _item(factor: Factor) -> Text:
    return factor.item


def _percent(number: Number | None) -> str:
    return f"{number.value:f}%" if number else ""


def _full_points(factor: Factor, holder: Post | Department | Manual) -> str:
    full = factor.full or (holder.assessment or Assessment()).item_full
    return f"{full.value:f}" if full else ""


class _Shown(NamedTuple):
    """A problem as the appendix of a draft prints it, in Chinese as the manual is."""

    severity: str
    code: str
    where: str
    message: str
    help: str


def _shown(problem: Problem, language: Language = "zh") -> _Shown:
    where = f"{problem.position.path} 第 {problem.position.line} 行" if problem.position else "—"
    words = problem.message.in_language(language), problem.help.in_language(language)
    return _Shown("错误" if problem.is_error else "警告", problem.code, where, *words)
