"""Charts: a forest of boxes → where each box stands, on a page that it fits.

A small tidy-tree layout after Reingold and Tilford (1981): a box stands over the middle of what it leads to, and the
outlines of neighbours' subtrees keep a gap. Official charts set the boxes of the lower ranks upright, one character
below the other, so that many stand side by side; that is tried from the leaves upwards, at the sizes 小四 五号 小五.
What doesn't fit an upright page at 小五 (9 pt) turns its page; what doesn't fit that either is taken apart: the upper
ranks first, then the branches below them.

Widths are reckoned, not measured: one em for a wide character, 0.6 em for any other, which is more than the fonts take.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from docgen import tree
from docgen.style.model import Style

SIZES = (12.0, 10.5, 9.0)
# In ems of the type: white space within a box, between boxes side by side, between ranks; the longest line of a box.
PADDING = 0.35
GAP = 0.5
RANK_GAP = 1.8
LINE_HEIGHT = 1.25
LONGEST_LINE = 8.0
LONGEST_UPRIGHT = 12
# The ranks that stand upright, beside the leaves: all below this depth. None: none at all, not even the leaves.
UPRIGHT_BELOW = (None, 99, 3, 2, 1, 0)
# Lines of the body left free on a chart's page: its heading, what stands below it.
FREE_LINES = 3
POINTS_PER_MM = 72 / 25.4


class Area(NamedTuple):
    """What a chart has room in, in points."""

    width: float
    height: float


class Segment(NamedTuple):
    """A line from one point to another, across or down."""

    x1: float
    y1: float
    x2: float
    y2: float


def place(section: tree.PageSection, style: Style) -> tree.PageSection:
    """The page section with its charts laid out, turned where they need it, in several parts where they need that."""
    charts = list(_charts(section.blocks))
    if not charts:
        return section
    upright, turned = _area(style, "portrait"), _area(style, "landscape")
    for area in (upright, turned):
        fitted = [lay_out(chart, area) for chart in charts]
        if all(fitted):
            parts = [[chart] for chart in fitted if chart]
            break
    else:
        apart = [(area, [take_apart(chart, area) for chart in charts]) for area in (upright, turned)]
        area, parts = min(apart, key=_count)
    return replace(
        section,
        blocks=_with_charts(section.blocks, iter(parts)),
        orientation="portrait" if area == upright else "landscape",
    )


def _count(found: tuple[Area, list[list[tree.Chart]]]) -> int:
    return sum(map(len, found[1]))


def _area(style: Style, orientation: str) -> Area:
    width, height = style.text_width, style.paper[1] - style.margin_top - style.margin_bottom
    if orientation == "landscape":
        width, height = height, width
    return Area(width * POINTS_PER_MM, height * POINTS_PER_MM - FREE_LINES * style.paragraphs["body"].line_height)


def _charts(blocks: Sequence[tree.Block]) -> Iterator[tree.Chart]:
    for block in blocks:
        if isinstance(block, tree.Section):
            yield from _charts(block.blocks)
        elif isinstance(block, tree.Chart):
            yield block


def _with_charts(blocks: tuple[tree.Block, ...], parts: Iterator[list[tree.Chart]]) -> tuple[tree.Block, ...]:
    found: list[tree.Block] = []
    for block in blocks:
        if isinstance(block, tree.Section):
            found.append(replace(block, blocks=_with_charts(block.blocks, parts)))
        elif isinstance(block, tree.Chart):
            found += next(parts)
        else:
            found.append(block)
    return tuple(found)


# Taking apart


def take_apart(chart: tree.Chart, area: Area) -> list[tree.Chart]:
    """The chart in as many parts as it needs, each laid out, numbered in their captions where there are several."""
    parts = list(_parts(chart.boxes, chart, area))
    if len(parts) == 1:
        return parts
    return [
        replace(part, key=f"{chart.key}/{number}", caption=(tree.Text(f"{chart.name}（{number}）"),))
        for number, part in enumerate(parts, 1)
    ]


def _parts(boxes: tuple[tree.Box, ...], chart: tree.Chart, area: Area) -> Iterator[tree.Chart]:
    """The upper ranks, as many as fit; then what is below them, branch by branch, several side by side where they fit.

    Where two ranks are too many, one half of the boxes and then the other. A lone box is laid out however wide it is.
    """
    if whole := lay_out(replace(chart, boxes=boxes), area):
        yield whole
        return
    for ranks in range(_depth(boxes) - 1, 1, -1):
        if upper := lay_out(replace(chart, boxes=_cut(boxes, ranks)), area):
            yield upper
            branches = [box for box in _rank(boxes, ranks) if box.boxes]
            while branches:
                number = 1
                while number < len(branches) and lay_out(replace(chart, boxes=tuple(branches[: number + 1])), area):
                    number += 1
                yield from _parts(tuple(branches[:number]), chart, area)
                del branches[:number]
            return
    yield from _halves(boxes, chart, area)


def _halves(boxes: tuple[tree.Box, ...], chart: tree.Chart, area: Area) -> Iterator[tree.Chart]:
    if len(boxes) > 1:
        for half in (boxes[: len(boxes) // 2], boxes[len(boxes) // 2 :]):
            yield from _parts(half, chart, area)
        return
    (top,) = boxes
    if len(top.boxes) < 2:
        yield _drawn(replace(chart, boxes=boxes), SIZES[-1], None)
        return
    middle = len(top.boxes) // 2
    for below in (top.boxes[:middle], top.boxes[middle:]):
        yield from _parts((replace(top, boxes=below),), chart, area)


def _depth(boxes: tuple[tree.Box, ...]) -> int:
    return max((1 + _depth(box.boxes) for box in boxes), default=0)


def _cut(boxes: tuple[tree.Box, ...], ranks: int) -> tuple[tree.Box, ...]:
    return tuple(replace(box, boxes=_cut(box.boxes, ranks - 1) if ranks > 1 else ()) for box in boxes)


def _rank(boxes: tuple[tree.Box, ...], rank: int) -> tuple[tree.Box, ...]:
    for _ in range(rank - 1):
        boxes = tuple(below for box in boxes for below in box.boxes)
    return boxes


# Laying out


def lay_out(chart: tree.Chart, area: Area) -> tree.Chart | None:
    """The chart with its boxes in their places, in the largest size that fits; None where not even 小五 does."""
    least = _least_width(chart.boxes)
    for size in SIZES:
        if least * size > area.width:  # spares the reckoning of all the places
            continue
        for upright_below in UPRIGHT_BELOW:
            drawn = _drawn(chart, size, upright_below)
            if drawn.width <= area.width and drawn.height <= area.height:
                return drawn
    return None


def _least_width(boxes: tuple[tree.Box, ...]) -> float:
    """How wide the fullest rank is at least, in ems: each box a character wide."""
    fullest = 0
    while boxes:
        fullest = max(fullest, len(boxes))
        boxes = _rank(boxes, 2)
    return fullest * (1 + 2 * PADDING) + (fullest - 1) * GAP


class _Shape:
    """A box while it is laid out; `x` is its middle, counted from its parent's, then from the chart's left edge.

    `outline` holds, for each rank from its own downwards, how far its subtree reaches to the left and to the right."""

    __slots__ = ("below", "box", "depth", "height", "is_upright", "lines", "outline", "width", "x")

    def __init__(self, box: tree.Box, depth: int, upright_below: int | None, siblings: Sequence[tree.Box] = ()) -> None:
        self.box, self.depth, self.x = box, depth, 0.0
        self.below = [_Shape(each, depth + 1, upright_below, box.boxes) for each in box.boxes]
        texts = [text for text in _lines(box.children) if text]
        upright = upright_below is not None and (depth > upright_below or _is_low(box, siblings))
        self.is_upright = upright and len(texts) == 1 and _can_stand(texts[0])
        self.lines = _pieces(texts[0]) if self.is_upright else [line for text in texts for line in _broken(text)]
        self.width = max(map(ems, self.lines), default=0.0) + 2 * PADDING
        self.height = len(self.lines) * LINE_HEIGHT + 2 * PADDING
        self.outline = self._outline()

    def _outline(self) -> list[tuple[float, float]]:
        """Sets the boxes below it side by side, their middle under its own."""
        reach: list[tuple[float, float]] = []
        for shape in self.below:
            facing = zip(reach, shape.outline, strict=False)
            shape.x = max((right + GAP - left for (_, right), (left, _) in facing), default=0.0)
            shifted = [(left + shape.x, right + shape.x) for left, right in shape.outline]
            joined = [(min(a[0], b[0]), b[1]) for a, b in zip(reach, shifted, strict=False)]
            reach = joined + (reach[len(joined) :] or shifted[len(joined) :])
        middle = (self.below[0].x + self.below[-1].x) / 2 if self.below else 0.0
        for shape in self.below:
            shape.x -= middle
        own = (-self.width / 2, self.width / 2)
        return [own, *((left - middle, right - middle) for left, right in reach)]


def _is_low(box: tree.Box, siblings: Sequence[tree.Box]) -> bool:
    """Whether a box belongs to the lowest rank: a leaf, or one among leaves with hardly anything below it."""
    leaves = sum(not sibling.boxes for sibling in siblings)
    return not box.boxes or (len(box.boxes) <= 2 and _depth(box.boxes) == 1 and 2 * leaves > len(siblings))


def _drawn(chart: tree.Chart, size: float, upright_below: int | None) -> tree.Chart:
    """The chart in type of this size, however large it becomes."""
    root = _Shape(tree.Box("", (), chart.boxes), -1, upright_below)
    reach = root.outline[1:]
    left = min((edge for edge, _ in reach), default=0.0)
    ranks: list[list[_Shape]] = []
    _gather(root.below, -left, ranks)
    tops = [0.0]
    for rank in ranks:
        # Upright boxes side by side end on one line.
        tallest = max((shape.height for shape in rank if shape.is_upright), default=0.0)
        for shape in rank:
            shape.height = tallest if shape.is_upright else shape.height
        tops.append(tops[-1] + max(shape.height for shape in rank) + RANK_GAP)
    width = max((edge for _, edge in reach), default=0.0) - left
    return replace(
        chart,
        boxes=tuple(_framed(shape, tops, size) for shape in root.below),
        width=round(width * size, 2),
        height=round((tops[-1] - RANK_GAP) * size, 2),
        size=size,
    )


def _gather(shapes: list[_Shape], x: float, ranks: list[list[_Shape]]) -> None:
    """Counts every box's place from the left edge, and sorts the boxes by rank."""
    for shape in shapes:
        shape.x += x
        if shape.depth == len(ranks):
            ranks.append([])
        ranks[shape.depth].append(shape)
        _gather(shape.below, shape.x, ranks)


def _framed(shape: _Shape, tops: list[float], size: float) -> tree.Box:
    left, top = shape.x - shape.width / 2, tops[shape.depth]
    x, y, width, height = (round(each * size, 2) for each in (left, top, shape.width, shape.height))
    frame = tree.Frame(x, y, width, height, tuple(shape.lines))
    return replace(shape.box, frame=frame, boxes=tuple(_framed(below, tops, size) for below in shape.below))


def segments(chart: tree.Chart) -> Iterator[Segment]:
    """The lines of a laid-out chart: down from each box, across, down to each box below it."""
    for _, box in tree.boxes_of(chart):
        frames = [below.frame for below in box.boxes if below.frame]
        if not box.frame or not frames:
            continue
        middle, foot = _middle(box.frame), box.frame.y + box.frame.height
        bar = round(frames[0].y - RANK_GAP / 2 * chart.size, 2)
        yield Segment(middle, foot, middle, bar)
        if len(frames) > 1:
            yield Segment(_middle(frames[0]), bar, _middle(frames[-1]), bar)
        yield from (Segment(_middle(frame), bar, _middle(frame), frame.y) for frame in frames)


def _middle(frame: tree.Frame) -> float:
    return round(frame.x + frame.width / 2, 2)


# Text


def _lines(inlines: tuple[tree.Inline, ...]) -> list[str]:
    return ["".join(map(_text, run)) for is_break, run in groupby(inlines, _is_break) if not is_break]


def _is_break(inline: tree.Inline) -> bool:
    return isinstance(inline, tree.Break)


def _text(inline: tree.Inline) -> str:
    return tree.plain((inline,))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"


def ems(text: str) -> float:
    """How wide a text is at most, in ems of its type."""
    return sum(1.0 if _is_wide(character) else 0.6 for character in text)


def _can_stand(text: str) -> bool:
    """Whether a text reads well upright: letters and digits only, and not too many."""
    return text.isalnum() and len(_pieces(text)) <= LONGEST_UPRIGHT


def _pieces(text: str) -> list[str]:
    """What stands on one line of an upright text: a wide character, or several narrow ones (IT, 2)."""
    return [piece for wide, run in groupby(text, _is_wide) for piece in (run if wide else ["".join(run)])]


def _broken(text: str) -> list[str]:
    """A text in lines of nearly the same length, none over LONGEST_LINE."""
    count = max(1, -int(-ems(text) // LONGEST_LINE))
    target = ems(text) / count
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and ems(lines[-1] + piece) > max(target, 1.0) + 0.5 and len(lines) < count + 1:
            lines.append("")
        lines[-1] += piece
    return lines
