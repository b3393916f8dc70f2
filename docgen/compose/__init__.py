"""Manual + templates + style → one document tree, everything that depends on the whole resolved on it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from docgen import tree
from docgen.compose import chart, passes
from docgen.compose.landscape import has_wide, turn_wide_tables
from docgen.compose.layout_context import layout_context
from docgen.compose.parts import nothing_of, without_bare_headings
from docgen.compose.reserved import ALWAYS_FRONT, PAGE_TEMPLATES, WITHOUT_NUMBERS, page_context
from docgen.compose.table_groups import fit, split_groups
from docgen.compose.unique_keys import with_unique_keys
from docgen.garbage import without_garbage_collection
from docgen.manual.book import Entry, book
from docgen.manual.layouts import numbering_of
from docgen.manual.model import Chapter, Manual
from docgen.problems import Language, Problem
from docgen.source import Position, Text
from docgen.style.model import Style
from docgen.template import Templates, articles
from docgen.template.html_reader import read_xhtml
from docgen.template.problems import nothing_printed
from docgen.tree_walk import refs, with_nested


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
    entries = [part] if part else _with_common(manual, book(manual))
    title = f"{manual.title}（{part.name.replace('/', '—')}）" if part else str(manual.title)
    return compose_entries(manual, templates, style, entries, title, draft)


def compose_entries(
    manual: Manual,
    templates: Templates,
    style: Style,
    entries: list[Entry],
    title: str,
    draft: list[Problem] | None = None,
) -> Composed:
    """The document called `title` of these entries, in their order."""
    composing = _Composing(manual, templates, draft)
    sections = composing.page_sections(entries)
    if not sections and not composing.problems:
        composing.problems.append(nothing_printed(None))
    if composing.problems:
        return Composed(None, composing.problems)
    if draft is not None:
        sections = with_unique_keys(sections)
    try:
        placed = tuple(part for section in sections for part in _on_pages(section, style))
        numbered = passes.number(placed, style)
    except passes.TooMany as too_many:
        return Composed(None, [too_many.problem])
    blocks = [with_nested(section.blocks) for section in numbered]
    broken = list(passes.broken_links(blocks, composing.references))
    if broken:
        return Composed(None, broken)
    document = tree.Document(
        title,
        _fields(manual),
        passes.fill_contents(numbered, blocks, style),
        style.heading_formats,
        frozenset(ref.key for ref, _ in composing.references),
        draft=draft is not None,
    )
    return Composed(document, [])


def _on_pages(section: tree.PageSection, style: Style) -> tuple[tree.PageSection, ...]:
    """What depends on the size of a page: charts, wide tables, high groups of rows."""
    blocks = with_nested(section.blocks)
    if tree.Chart in map(type, blocks):
        section = chart.place(section, style)
    tables = [block for block in blocks if type(block) is tree.Table]
    if not has_wide(tables, style) and fit(tables, section, style):
        return (section,)
    return tuple(split_groups(part, style) for part in turn_wide_tables(section, style))


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


class _Composing:
    """One run through the book: renders each entry, keeps the page sections and the problems."""

    def __init__(self, manual: Manual, templates: Templates, draft: list[Problem] | None) -> None:
        self.manual, self.templates, self.draft = manual, templates, draft
        self.problems: list[Problem] = []
        self.references: list[tuple[tree.Ref, Position | None]] = []
        self.has_front = self.has_body = False
        self.front: frozenset[str] = ALWAYS_FRONT
        self.contexts: dict[tuple[object, ...], dict[str, Any]] = {}

    def page_sections(self, entries: list[Entry]) -> tuple[tree.PageSection, ...]:
        names = [entry.name for entry in entries]
        before_contents = names[: names.index("目录")] if "目录" in names else []
        self.front = ALWAYS_FRONT.union(before_contents)
        sections = [section for entry in entries for section in self.entry(entry)]
        if self.draft:
            sections += self.render("parts/problems.html", problems=[_shown(problem) for problem in self.draft])
        return tuple(sections)

    def entry(self, entry: Entry) -> tuple[tree.PageSection, ...]:
        if entry.kind == "chapter":
            found: tuple[tree.PageSection, ...] = (self.chapter(entry),)
        elif entry.kind == "page":
            found = self.reserved_page(entry.name)
        elif entry.kind == "template":
            found = self.template(entry)
        else:
            found = self.departments(entry)
        return _as_annex(found, entry.annex) if entry.annex and found else found

    def restart(self, kind: str) -> str:
        """Page numbers start again at the first page section of the front matter, and at the first of the body."""
        first = not getattr(self, f"has_{kind}")
        setattr(self, f"has_{kind}", True)
        return "yes" if first else "no"

    def reserved_page(self, name: str) -> tuple[tree.PageSection, ...]:
        kind = "front" if name in self.front else "body"
        context = page_context(name, self.manual) | {
            "kind": kind,
            "page_numbers": "roman" if kind == "front" else "arabic",
            "restart": "no" if name in WITHOUT_NUMBERS else self.restart(kind),
        }
        if name == "岗位通用":
            context |= self.layout_context(Entry("departments", ""))
        return self.render(PAGE_TEMPLATES[name], **context)

    def template(self, entry: Entry) -> tuple[tree.PageSection, ...]:
        context = {**self.layout_context(entry), **entry.names}
        restart = self.restart("body") if entry.counts else "no"
        return self.render(entry.name, **context, restart=restart)

    def chapter(self, entry: Entry) -> tree.PageSection:
        assert entry.chapter is not None
        section = _chapter_section(entry.chapter, entry.title or entry.chapter.title)
        self.references += refs(section.blocks)
        numbering = numbering_of(entry, self.manual)
        if numbering:
            section = replace(section, blocks=articles.as_articles(section.blocks))
        restart = self.restart("body") == "yes"
        return tree.PageSection(section.key, "body", (section,), restart=restart, numbering=numbering)

    def layout_context(self, entry: Entry) -> dict[str, Any]:
        """What the templates of an entry know. Layouts know no more than what is the same for nearly all entries: to
        make their macros anew for each would take half the time of rendering."""
        alike = entry.only, entry.layout, entry.post, numbering_of(entry, self.manual)
        if alike not in self.contexts:
            self.contexts[alike] = layout_context(self.manual, entry, self.templates)
        return self.contexts[alike] | {"departments": entry.departments, "entry_title": entry.title}

    def departments(self, entry: Entry) -> tuple[tree.PageSection, ...]:
        prefix = entry.departments[0].name if entry.post else ""
        context = self.layout_context(entry) | {"restart": self.restart("body"), "prefix": prefix}
        sections = self.render("parts/departments.html", **context)
        if entry.only:
            sections = tuple(replace(section, blocks=without_bare_headings(section.blocks)) for section in sections)
        if not any(section.blocks for section in sections) and not self.problems:
            unprinted = Position("templates/parts/departments.html")
            self.problems.append(nothing_of(entry.only) if entry.only else nothing_printed(unprinted))
        return sections

    def render(self, template: str, **context: Any) -> tuple[tree.PageSection, ...]:
        rendered = self.templates.render(template, **{"manual": self.manual, **context})
        if isinstance(rendered, Problem):
            return self.failed(rendered)
        read = read_xhtml(rendered)
        if isinstance(read, Problem):
            return self.failed(read)
        if "<ref" in rendered.xhtml:  # few have one, and looking takes its time
            self.references += refs(chain.from_iterable(section.blocks for section in read))
        return read

    def failed(self, problem: Problem) -> tuple[()]:
        if problem not in self.problems:  # a template serves many entries
            self.problems.append(problem)
        return ()


def _chapter_section(chapter: Chapter, title: Text) -> tree.Section:
    key = str(chapter.title)
    heading = tree.Heading(1, key, (tree.Text(title, title.position),), source=title.position)
    return tree.Section(key, (heading, *chapter.blocks), title.position)


def _as_annex(sections: tuple[tree.PageSection, ...], number: int) -> tuple[tree.PageSection, ...]:
    """附件 and its number on the first line of a new page, the title in the place of a numbered heading below it
    (GB/T 9704—2012 §7.3.4)."""
    first, *others = sections
    match first.blocks:
        case (tree.Section(blocks=(tree.Heading() as heading, *content)) as section, *rest):
            label = f"附件{number}"
            title = replace(heading, numbered=False, listed_as=f"{label}　{tree.plain(heading.children)}")
            annexed = replace(section, blocks=(title, *content))
            mark = tree.Paragraph(f"{section.key}/附件", (tree.Text(label),), role="annex")
            return (replace(first, blocks=(mark, annexed, *rest)), *others)
    return sections


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
