"""One PDF with everybody's pages → a PDF a person.

A set of posts is laid out, drawn and tagged once, with the personal pages of everybody who is given it: the first
person's cover, the shared pages, the first receipt, the second's cover, the second receipt … A copy is the same file
with its roots (page tree, structure tree, bookmarks, named destinations) pointing at one person's pages; qpdf writes
what can be reached from there and nothing of the others. Nothing is copied or merged, so tags, links and bookmarks are
those that the PDF writer made. What is left of the others is the glyphs that all share one subset of a font.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf


class Copy(NamedTuple):
    """What one person is given: pages by number from 0, in order, and the page sections (from 1) they belong to."""

    pages: tuple[int, ...]
    sections: tuple[int, ...]


def copies_of(spans: Sequence[range], owners: Sequence[int | None]) -> list[Copy]:
    """The copy of each person. `spans` are the pages of each page section, `owners` its person, from 0, or None where
    it is everybody's: a cover, the shared sections, a receipt, then a cover and a receipt a person.

    What stands between the first person's cover and receipt is shared, blank pages before a right-hand one too.
    """
    shared = tuple(number for number, owner in enumerate(owners, 1) if owner is None)
    own: dict[int, list[int]] = {}
    for number, owner in enumerate(owners, 1):
        if owner is not None:
            own.setdefault(owner, []).append(number)
    cover, receipt = own[0]
    between = range(spans[cover - 1].stop, spans[receipt - 1].start)
    return [
        Copy((*spans[cover - 1], *between, *spans[receipt - 1]), (cover, *shared, receipt))
        for _, (cover, receipt) in sorted(own.items())
    ]


def split(pdf: bytes, copies: Sequence[Copy]) -> Iterator[bytes]:
    """The file of each copy."""
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as whole:
        tree = _Tree(whole)
        for copy in copies:
            tree.point_at(copy)
            made = io.BytesIO()
            whole.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            yield made.getvalue()


class _Tree:
    """The roots of a file, with all that they held at first."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.root: Any = pdf.Root
        self.pages = list(self.root.Pages.Kids)
        self.tags: Any = self.root.get("/StructTreeRoot")  # an untagged file has none
        self.sections = list(self.tags.K[0].K) if self.tags else []
        self.parents = list(_pairs(self.tags.ParentTree.Nums)) if self.tags else []
        names: Any = self.root.get("/Names", {})
        self.destinations = list(_pairs(names.Dests.Names)) if "/Dests" in names else []
        self.bookmarks = list(_siblings(self.root.get("/Outlines")))

    def point_at(self, copy: Copy) -> None:
        pages = [self.pages[number] for number in copy.pages]
        kept = {page.objgen for page in pages}
        self.root.Pages.Kids = pikepdf.Array(pages)
        self.root.Pages.Count = len(pages)
        if self.tags:
            self._tag(copy)
        if self.destinations:
            self.root.Names.Dests.Names = pikepdf.Array(
                part for name, place in self.destinations if place[0].objgen in kept for part in (name, place)
            )
        self._bookmark([item for item in self.bookmarks if item.Dest[0].objgen in kept])

    def _tag(self, copy: Copy) -> None:
        self.tags.K[0].K = pikepdf.Array([self.sections[number - 1] for number in copy.sections])
        self.tags.ParentTree.Nums = pikepdf.Array(
            part
            for key, owners in self.parents
            if int(key) >= len(self.pages) or int(key) in copy.pages
            for part in (key, owners)
        )

    def _bookmark(self, items: list[Any]) -> None:
        """Make `items` the bookmarks of the first level (ISO 32000-1 §12.3.3)."""
        for item in items:
            for link in ("/Prev", "/Next"):
                if link in item:
                    del item[link]
        for item, following in pairwise(items):
            item.Next, following.Prev = following, item
        if items:
            outlines = self.root.Outlines
            outlines.First, outlines.Last = items[0], items[-1]
            outlines.Count = sum(1 + max(0, int(item.get("/Count", 0))) for item in items)


def _pairs(array: Any) -> Iterator[tuple[Any, Any]]:
    """The keys and values of a number or name tree that is one node (ISO 32000-1 §7.9.6–7)."""
    values = iter(array)
    return zip(values, values, strict=True)


def _siblings(outlines: Any) -> Iterator[Any]:
    item = outlines.First if outlines is not None else None
    while item is not None:
        yield item
        item = item.get("/Next")
