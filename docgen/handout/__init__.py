"""Handouts: one person's copy of the manual. Cover, chosen chapters, 岗位通用, the post, a receipt.

One writer set: a handout is composed from the same entries as the book and written by the same writers. On a roster the
pages of a post (or of the set of posts that one person holds) are laid out once for all who are given them; what is
personal stands on the cover and the receipt alone (docgen.writers.pdf_copies).
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from docgen.handout.content_hash import content_hash
from docgen.handout.register import NAME, Line, as_csv, as_workbook
from docgen.manual.book import Entry, book, part_of
from docgen.manual.model import Department, Manual, Shared
from docgen.manual.references import Place, directory
from docgen.output import file_name
from docgen.problems import Problem, Words, error
from docgen.roster import Recipient
from docgen.source import Text
from docgen.tree import Document
from docgen.typesetting import Typesetting

FOLDER = "发放"
COVER, RECEIPT = "发放封面", "签收回执"
NO_CHAPTERS = ("无", "none")
AT_ONCE = 100  # people of one set of posts in one layout: their pages are held in memory


class Handouts(NamedTuple):
    """The files by name (what they hold, or where that lies), ready to be written; empty where a problem stands in the
    way."""

    files: Mapping[str, bytes | Path]
    problems: list[Problem]
    remarks: tuple[Words, ...] = ()


def find_post(manual: Manual, name: str) -> Place | Problem:
    """The post that 部门/岗位, or a bare name that there is but once, means."""
    known = directory(manual)
    found = known.posts(name)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "、".join(str(place) for place in found)
        return error(
            "HANDOUT-POST",
            None,
            Words(f"有几个部门都有“{name}”", f"several departments have a “{name}”"),
            Words(f"写明是哪一个：{listed}", f"say which: {listed}"),
        )
    guess = known.guess(name)
    return error(
        "HANDOUT-POST",
        None,
        Words(f"没有“{name}”这个岗位", f"there is no post “{name}”"),
        Words(f"{guess.zh}写成 部门/岗位，例如 仓储部/仓库主任", f"{guess.en}write it as 部门/岗位"),
    )


def handout(place: Place, setting: Typesetting, formats: tuple[str, ...]) -> Handouts:
    """One post's copy, in each of `formats`, with blanks for its holder to fill in."""
    manual = setting.manual
    composed = setting.compose(_entries(manual, (Recipient((place,)),)), _title(manual, (place,)))
    written = setting.write(composed, formats)
    stem = file_name(f"{manual.title}-{place.department.name}-{place.post.name}")
    files = {f"{stem}.{ending}": content for ending, content in written.files.items()}
    return Handouts(files, written.problems, written.remarks)


def handouts(
    people: tuple[Recipient, ...], setting: Typesetting, scratch: Path, *, keep_going: bool = False
) -> Handouts:
    """A PDF for each of `people`, and the register of them all, in their order. The PDFs are put into the folder
    `scratch` as they are made: those of a large company are more than memory holds.

    `keep_going` leaves out those whose own row is at fault (a name that no font can print) and makes the others.
    """
    made: dict[Recipient, _Copy] = {}
    problems: list[Problem] = []
    remarks: tuple[Words, ...] = ()
    for all_in_group in _groups(people):
        group, copies = all_in_group, _copies(all_in_group, setting, scratch)
        problems += [problem for problem in copies.problems if problem not in problems]
        sound = _sound(group, copies.problems)
        if keep_going and 0 < len(sound) < len(group):
            group, copies = sound, _copies(sound, setting, scratch)
            problems += [problem for problem in copies.problems if problem not in problems]
        remarks = copies.remarks or remarks
        made |= zip(group, copies.copies, strict=False)
        gc.collect()  # the boxes of a layout refer to each other, and the next one needs the memory
    if not made or (not keep_going and any(problem.is_error for problem in problems)):
        return Handouts({}, problems)
    done = tuple(person for person in people if person in made)
    names = _file_names(done)
    files: dict[str, bytes | Path] = {names[person]: made[person].file for person in done}
    files |= _register(setting.manual, done, names, made)
    return Handouts(files, problems, remarks)


def _sound(people: tuple[Recipient, ...], problems: list[Problem]) -> tuple[Recipient, ...]:
    """The people whose own rows are not at fault."""
    rows = {problem.position for problem in problems if problem.is_error}
    return tuple(person for person in people if getattr(person.name, "position", None) not in rows)


def _register(
    manual: Manual,
    people: tuple[Recipient, ...],
    names: Mapping[Recipient, str],
    made: Mapping[Recipient, _Copy],
) -> dict[str, bytes]:
    lines = [_line(manual, person, made[person], names[person]) for person in people]
    issued = manual.issued.value if manual.issued else None
    return {f"{NAME}.xlsx": as_workbook(lines, f"{manual.title} {NAME}", issued), f"{NAME}.csv": as_csv(lines)}


def matching(manual: Manual, wanted: str) -> list[Place]:
    """The posts whose content in this version has the hash `wanted`."""
    places = (Place(department, post) for department, post in manual.posts)
    return [place for place in places if content_hash(place, manual.version) == wanted]


def no_match(wanted: str, manual: Manual) -> Problem:
    return error(
        "HANDOUT-HASH",
        None,
        Words(
            f"校验码 {wanted} 和现在的内容（版本 {manual.version}）里的哪个岗位都不相符",
            f"{wanted} matches no post of the present content (version {manual.version})",
        ),
        Words(
            "校验码是签收回执上的 12 位数字和字母（0–9、a–f）；内容或版本改过以后，旧校验码要到当时的那一版里去查",
            "it is the 12 signs (0–9, a–f) on the receipt; where content or version have changed since, ask "
            "the content of that time",
        ),
    )


# What a handout holds


class SharedPart(NamedTuple):
    """岗位通用 of the manual or of a department, with its key and heading: "" for the usual one."""

    shared: Shared
    holder: Manual | Department
    key: str
    title: str | Text


def _entries(manual: Manual, people: tuple[Recipient, ...]) -> list[Entry]:
    """A cover, what all share, a receipt; then a cover and a receipt for each of the others."""
    places = people[0].places
    shared = [entry._replace(annex=0) for entry in _chapters(manual)]
    if parts := _shared_parts(manual, places):
        shared.append(Entry("template", "parts/handout_shared.html", names={"shared_parts": parts}))
    for place in places:
        post = part_of(manual, str(place))
        assert isinstance(post, Entry)
        shared.append(post)
    hashes = tuple(content_hash(place, manual.version) for place in places)
    own = [_personal(name, person, hashes) for person in people for name in (COVER, RECEIPT)]
    return [own[0], *shared, *own[1:]]


def _personal(name: str, person: Recipient, hashes: tuple[str, ...]) -> Entry:
    template = {COVER: "parts/handout_cover.html", RECEIPT: "parts/receipt.html"}[name]
    titles = tuple(f"{place.department.name}　{place.post.name}" for place in person.places)
    names = {"key": _key(name, person), "recipient": person, "titles": titles, "hashes": hashes}
    return Entry("template", template, names=names, counts=False)


def _key(name: str, person: Recipient) -> str:
    return f"{name}/{person.number}" if person.number else name


def _chapters(manual: Manual) -> list[Entry]:
    """The chapters that 发放 names, in the order of the book; by default all but annexes."""
    whole = [entry for entry in book(manual) if entry.kind == "chapter"]
    if manual.handout is None or not manual.handout.chapters:
        return [entry for entry in whole if not entry.annex]
    printed = {entry.name: entry for entry in whole}
    entries = []
    for name in manual.handout.chapters:
        file = name if name.endswith(".md") else f"{name}.md"
        chapter = manual.chapter_files.get(file)
        if name not in NO_CHAPTERS and chapter:
            entries.append(printed.get(file) or Entry("chapter", file, None, chapter))
    return entries


def _shared_parts(manual: Manual, places: tuple[Place, ...]) -> list[SharedPart]:
    parts = [SharedPart(manual.common.shared, manual, "岗位通用", "")] if manual.common.shared else []
    departments = {str(place.department.name): place.department for place in places}
    for name, department in departments.items():
        if department.shared:
            title = _shared_title(manual, department)
            parts.append(SharedPart(department.shared, department, f"{name}/岗位通用", title))
    return parts


def _shared_title(manual: Manual, department: Department) -> Text:
    from docgen.compose.layout_context import printed_name
    from docgen.manual.model import Page

    title = printed_name(manual, manual.page or Page(), "岗位通用", department)
    return Text(title if department.name in title else f"{department.name}{title}", department.name.position)


def _title(manual: Manual, places: tuple[Place, ...]) -> str:
    return f"{manual.title}（{'、'.join(f'{place.department.name}—{place.post.name}' for place in places)}）"


# A roster


class _Copy(NamedTuple):
    """One person's PDF, which lies in `file`."""

    file: Path
    pages: int
    sha256: str


class _Made(NamedTuple):
    copies: list[_Copy]
    problems: list[Problem]
    remarks: tuple[Words, ...]


def _groups(people: tuple[Recipient, ...]) -> Iterator[tuple[Recipient, ...]]:
    """The people by the posts that they hold, at most AT_ONCE together."""
    found: dict[tuple[str, ...], list[Recipient]] = {}
    for person in people:
        found.setdefault(tuple(map(str, person.places)), []).append(person)
    for group in found.values():
        for start in range(0, len(group), AT_ONCE):
            yield tuple(group[start : start + AT_ONCE])


def _copies(people: tuple[Recipient, ...], setting: Typesetting, scratch: Path) -> _Made:
    """The copies of people who hold the same posts: laid out together, then parted."""
    from docgen.writers.html import page_section_anchor
    from docgen.writers.pdf_copies import copies_of, split

    composed = setting.compose(_entries(setting.manual, people), _title(setting.manual, people[0].places))
    if composed.document:
        composed = composed._replace(document=replace(composed.document, copies=True))
    written = setting.write(composed, ("pdf",))
    if composed.document is None or written.pdf is None or not written.files:
        return _Made([], written.problems, ())

    numbers = range(1, len(composed.document.sections) + 1)
    spans = [written.pdf.places[page_section_anchor(number)] for number in numbers]
    copies = copies_of(spans, list(_owners(composed.document, people)))
    files = split(written.files["pdf"], copies)
    made = [_put(content, len(copy.pages), scratch) for content, copy in zip(files, copies, strict=True)]
    return _Made(made, written.problems, written.remarks)


def _put(content: bytes, pages: int, scratch: Path) -> _Copy:
    sha256 = hashlib.sha256(content).hexdigest()
    file = scratch / sha256
    file.write_bytes(content)
    return _Copy(file, pages, sha256)


def _owners(document: Document, people: tuple[Recipient, ...]) -> Iterator[int | None]:
    """Whose each page section is: a person's number from 0, None where it is everybody's."""
    keys = {_key(name, person): number for number, person in enumerate(people) for name in (COVER, RECEIPT)}
    return (keys.get(section.key) for section in document.sections)


def _line(manual: Manual, person: Recipient, made: _Copy, file: str) -> Line:
    return Line(
        str(person.number),
        str(person.name),
        "、".join(dict.fromkeys(str(place.department.name) for place in person.places)),
        "、".join(str(place.post.name) for place in person.places),
        person.joined.value.isoformat() if person.joined else "",
        str(manual.version),
        "、".join(content_hash(place, manual.version) for place in person.places),
        made.pages,
        file,
        made.sha256,
    )


# File names


def _file_names(people: tuple[Recipient, ...]) -> dict[Recipient, str]:
    """工号-姓名-岗位.pdf for each; no two alike on a system that takes upper and lower case for the same."""
    names: dict[Recipient, str] = {}
    taken: set[str] = set()
    for person in people:
        stem = file_name("-".join([person.number, person.name, "、".join(place.post.name for place in person.places)]))
        name, count = stem, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}（{count}）"
        taken.add(name.casefold())
        names[person] = f"{name}.pdf"
    return names
