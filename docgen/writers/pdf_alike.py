"""Page sections that say the same but for a few words, laid out once: the covers and receipts of a roster's people.

Such a section takes the page of the first one of its shape, with its own words in the boxes. That holds for words that
end a line in which there is room for what takes their place; where there is none, the section is laid out like any
other.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from copy import copy
from typing import Any, NamedTuple

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from docgen.tree import Document, Text
from docgen.writers import html, pdf_layout

TOLERANCE = 0.01  # CSS pixels


class Alike(NamedTuple):
    """The number of the page section whose page is taken, with its texts and keys, and those that take their place."""

    model: int
    model_texts: list[str]
    texts: list[str]
    keys: Mapping[str, str]


def alike(document: Document) -> dict[int, Alike]:
    """The page sections that another one of the same shape stands before, by number from 1. Those with page numbers
    are not looked at: headers and footers differ from page to page."""
    firsts: dict[Hashable, tuple[int, list[str], list[str]]] = {}
    found: dict[int, Alike] = {}
    for number, section in enumerate(document.sections, 1):
        texts: list[str] = []
        keys = [html.page_section_anchor(number)]
        if section.page_numbers != "none":
            continue
        model, model_texts, model_keys = firsts.setdefault(_shape(section, texts, keys), (number, texts, keys))
        if model != number:
            found[number] = Alike(model, model_texts, texts, dict(zip(model_keys, keys, strict=True)))
    return found


def _shape(node: object, texts: list[str], keys: list[str]) -> Hashable:
    """A node and all in it without its texts, keys and positions; texts and keys are listed in order."""
    if isinstance(node, Text):
        texts.append(node.text)
        return Text
    if isinstance(node, tuple):
        return tuple(_shape(child, texts, keys) for child in node)
    slots = getattr(node, "__slots__", ())
    if "key" in slots:
        keys.append(getattr(node, "key"))  # noqa: B009  # no type says that it has one
    fields = (getattr(node, name) for name in slots if name not in ("key", "source"))
    return (type(node), *(_shape(field, texts, keys) for field in fields)) if slots else (node, type(node))


def filled_in(pages: list[Any], found: Mapping[int, Alike]) -> tuple[list[Any], Collection[int]]:
    """All pages in the order of their page sections, those of `found` too, and the numbers of the page sections that
    their models' pages can't hold."""
    by_section = _by_section(pages)
    missing: set[int] = set()
    for number, each in found.items():
        model = [page for page in by_section[each.model] if not pdf_layout.is_blank(page)]
        page = _page_like(model[0], each) if len(model) == 1 else None
        by_section[number] = [page]
        if page is None:
            missing.add(number)
    return [page for number in sorted(by_section) for page in by_section[number]], missing


def _by_section(pages: list[Any]) -> dict[int, list[Any]]:
    """The pages of each page section, blank ones with the section that they follow."""
    starts = {html.page_section_anchor(number): number for number in range(1, len(pages) + 1)}
    found: dict[int, list[Any]] = {}
    number = 1
    for page in pages:
        number = next((starts[name] for name in page.anchors if name in starts), number)
        found.setdefault(number, []).append(page)
    return found


def _page_like(page: Any, wanted: Alike) -> Any | None:
    """The page with other texts; None where they have no room."""
    words = _boxes_to_fill(page, wanted)
    if words is None:
        return None
    made = Page(_copy(page._page_box, words, {}))
    if not all(_has_room(made._page_box, {new: old.height for old, new in words.items()})):
        return None
    named = {html.key_of(name): place for name, place in made.anchors.items()}
    made.anchors = {html.anchor(wanted.keys.get(key, key)): place for key, place in named.items()}
    return made


def _boxes_to_fill(page: Any, wanted: Alike) -> dict[Any, str] | None:
    """The text boxes to be filled, with their new texts. A text that comes several times is told by its order."""
    every = list(page._page_box.descendants(placeholders=True))
    fixed = {box for line in every if isinstance(line, boxes.LineBox) for box in _fixed(line)}
    written: dict[str, list[Any]] = {}
    for box in every:
        if isinstance(box, boxes.TextBox):
            written.setdefault(box.text, []).append(box)
    seen: dict[str, int] = {}
    words: dict[Any, str] = {}
    for old, new in zip(wanted.model_texts, wanted.texts, strict=True):
        place = seen[old] = seen.get(old, -1) + 1
        if old == new:
            continue
        known = written.get(old, [])
        if not new or len(known) != wanted.model_texts.count(old):
            return None
        words[known[place]] = new
    return None if fixed & words.keys() else words


def _fixed(line: Any) -> list[Any]:
    """The texts of a line that can't be longer or shorter without moving others."""
    texts = [box for box in line.descendants(placeholders=True) if isinstance(box, boxes.TextBox)]
    is_left = line.style["text_align_all"] in ("start", "left")
    return texts[:-1] if is_left or len(texts) == 1 else texts


def _copy(box: Any, words: Mapping[Any, str], elements: dict[Any, Any]) -> Any:
    """A box and all in it. Its elements are copied too, as the structure tree tells pages apart by them."""
    if isinstance(box, AbsolutePlaceholder):
        return AbsolutePlaceholder(_copy(box._box, words, elements))
    made = box.copy()
    if box.element is not None:
        if box.element not in elements:
            elements[box.element] = copy(box.element)
        made.element = elements[box.element]
    if isinstance(box, boxes.ParentBox):
        made.children = [_copy(child, words, elements) for child in box.children]
    elif box in words:
        pdf_layout.rewrite(made, words[box])
    return made


def _has_room(box: Any, heights: Mapping[str, float], left: float = 0, right: float = 0) -> Iterator[bool]:
    """For each new text, given with the height of what stood there, whether it takes no more than that (a rare
    character of another font may) and stands between the edges of the block around it."""
    if isinstance(box, boxes.TextBox) and box.text in heights:
        is_within = left <= box.position_x + TOLERANCE and box.position_x + box.width <= right + TOLERANCE
        yield is_within and box.height == heights[box.text]
    if isinstance(box, boxes.BlockContainerBox):
        left = box.content_box_x()
        right = left + box.width
    for child in getattr(box, "children", ()):
        yield from _has_room(child, heights, left, right)
