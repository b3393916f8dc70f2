"""Text → effects: finds the consequences of a clause, reads the condition before each, hands them to `ties`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from docgen.clause.conditions import COUNTED, TAKING, Condition, condition
from docgen.clause.consequences import OPPOSITE, Consequence, Sighting, consequence
from docgen.clause.effects import Amount, Kind, Quantity, Reading, Span, Unread
from docgen.clause.grammar import SIGNS, phrase, rules, words
from docgen.clause.ties import Found, tied
from docgen.clause.tokens import Tokens, tokens
from docgen.problems import Words

ZERO: Final = SIGNS["zero"]


@lru_cache(1 << 16)
def read(text: str) -> Reading:
    """All that a clause says. The same text is read once, however often it occurs."""
    reader = _Reader(tokens(text))
    place = 0
    while found := rules("consequences").search(reader.text, place):
        rule = (found.lastgroup or "").removesuffix("_")
        if MODIFIERS.get(rule, _consequence)(reader, rule, found):
            place = reader.done = found.end()
        else:
            place = found.end() if rule == "sanction" else found.start() + 1
    reader.look_for_unread(reader.done, len(reader.text), "telltale")
    if reader.waiting and reader.waiting.amount != "full":
        reader.found.append(_alone(reader.waiting))
    effects = tied(reader.found, reader.rounded, reader.tokens, text)
    return Reading(text, effects, tuple(sorted(reader.unread)), not reader.found and not reader.unread)


class _Waiting(NamedTuple):
    """A cap that stands before what it is of, or alone."""

    kind: Kind
    amount: Amount
    unit: str
    start: int
    end: int


class _Reader:
    """One clause being read. `found` grows from left to right; all before `done` has been read."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.found: list[Found] = []
        self.unread: list[Unread] = []
        self.rounded: list[Quantity] = []
        self.waiting: _Waiting | None = None
        self.done = 0

    def condition_start(self, end: int) -> int:
        """Where the sentence begins whose consequence stands at `end`, after what has been read."""
        return max(self.done, *(self.text.rfind(sign, self.done, end) + 1 for sign in ";。"))

    def look_for_unread(self, start: int, end: int, telltale: str) -> int:
        """Tell of consequences that no rule has read. Where what is left to read begins: behind them, unless only words
        that join stand there and what they name is no amount."""
        behind, is_amount = start, False
        for found in words(telltale).finditer(self.text, start, end):
            begin, stop = _part_around(self.text, found.end() - 1, start, end)
            span = self.tokens.span(begin, stop)
            if not any(unread.span == span for unread in self.unread):
                self.unread.append(_unread(span, self.tokens.words[begin:stop], found[0]))
            behind, is_amount = stop, bool(phrase("{any}").search(found[0]))
        return behind if is_amount or not phrase("{joining}*").fullmatch(self.text, behind, end) else start


def _unread(span: Span, part: str, telltale: str) -> Unread:
    if phrase("[^§]+{bare}").fullmatch(telltale):
        message = Words(f"“{part}”没有写单位", f"“{part}” names no unit")
        return Unread(span, "UNIT-UNCLEAR", message)
    message = Words(f"看不懂“{part}”说的后果", f"“{part}” states a consequence that cannot be read")
    return Unread(span, "CLAUSE-UNREAD", message)


def _consequence(reader: _Reader, rule: str, found: re.Match[str]) -> bool:
    """One more effect, unless its words are a condition after all: 受到警告的."""
    start = reader.condition_start(found.start())
    before = reader.text[start : found.start()]
    last = reader.found[-1] if reader.found else None
    follows = bool(last) and reader.done == found.start()
    said = consequence(
        Sighting(rule, found, reader.tokens, re.split("[,:、]", before)[-1], last and last.said, follows)
    )
    if said is None:
        return False
    if last and said.kind == last.said.kind and before in _ALTERNATIVES.get(said.kind or "", ()):
        return True
    reader.look_for_unread(reader.done, start, "telltale")
    start = reader.look_for_unread(start, found.start(), "stated")
    reader.found.append(_with_condition(reader, said, found, start, last))
    return True


def _both(reader: _Reader, rule: str, found: re.Match[str]) -> bool:
    """每增减1%加减0.5分"""
    if not _consequence(reader, rule, found):
        return False
    first = reader.found[-1]
    reader.found.append(first._replace(said=first.said._replace(kind=OPPOSITE[first.said.kind])))
    return True


# What makes two consequences one: 警告、记过; 移交司法机关追究责任
_ALTERNATIVES: Final = {"sanction": ("、", "或", "或者", "直至", "及"), "refer": ("", "并")}


def _with_condition(reader: _Reader, said: Consequence, found: re.Match[str], start: int, last: Found | None) -> Found:
    of = condition(reader.tokens, start, found.start(), said.kind)
    begin, end = _trimmed(reader.text, start, found.start())
    when = begin, end
    if of.direction and start > reader.done:
        stated = condition(reader.tokens, reader.done, start, said.kind)
        of = of._replace(required=(*stated.required, *stated.bounds, *of.required))
    inherits = (
        bool(last) and start == reader.done and (begin >= end or bool(words("who").fullmatch(reader.text, begin, end)))
    )
    if last and inherits:
        when = last.when
    in_tiers = of.bounds or (last and (last.said.kind == "score" or (inherits and last.condition.bounds)))
    if found.lastgroup == "veto_" and in_tiers and ZERO in found[0] and not found["this_item"]:
        said = Consequence("score", reader.tokens.quantities[found.start() + found[0].index(ZERO)].amount, unit="分")
    if said.kind in ("veto", "refer"):
        of = of._replace(per=None)
    cap = reader.waiting.amount if reader.waiting and reader.waiting.kind == said.kind else None
    if cap:
        reader.waiting = None
    return Found(said, of, begin if begin < end else found.start(), found.end(), when, cap, inherits)


def _rounding(reader: _Reader, rule: str, found: re.Match[str]) -> bool:
    """不足1小时按1小时计"""
    part, whole = (reader.tokens.quantities[found.start(group)] for group in ("part", "counts_as"))
    if part != whole:
        return False
    reader.rounded.append(whole)
    return True


def _dropped(reader: _Reader, rule: str, found: re.Match[str]) -> bool:
    """不足1小时不计: whole steps only, which is what silence means too."""
    return True


def _cap(reader: _Reader, rule: str, found: re.Match[str]) -> bool:
    """最多扣5分, 以10分为限; no cap is 费用不超过500元, or a full mark (满分10分) that no points stand before."""
    group = next(name for name in ("cap_before", "cap_after", "cap_equal") if found[name])
    quantity = reader.tokens.quantities[found.start(group)]
    said, before = found["cap_words"] or "", reader.tokens.words[reader.condition_start(found.start()) : found.start()]
    if said[:1] == "不" and not words("cap_nouns").fullmatch(before):
        return False
    whole = before + found[0]
    if said == "满分":
        kinds = frozenset(("score",))
    elif re.search("[加奖]、?[扣减罚]", whole):
        kinds = TAKING | {"award"}
    elif re.search("[加奖](?!以上)", whole):
        kinds = frozenset(("award",))
    else:
        kinds = TAKING if re.search("[扣减罚]", whole) else COUNTED
    if _is_of_something_else(reader, quantity, kinds):
        return False
    return _give_cap(reader, quantity.amount, kinds, quantity.unit) or _wait(reader, found, whole, quantity)


def _is_of_something_else(reader: _Reader, cap: Quantity, kinds: frozenset[str]) -> bool:
    """达标得20分，每超1%加1分，最多不超过25分 is the most of both together, and 按效益的3%奖励，最高5000元 money of a
    share: no effect can say that."""
    if not reader.found:
        return False
    last = reader.found[-1].said
    if last.kind in kinds and last.unit == "%" != cap.unit:
        return True
    if kinds is not COUNTED or last.kind == "score":
        return False
    scores = [one.said.amount for one in reader.found if one.said.kind == "score" and one.said.unit == cap.unit]
    return any(isinstance(amount, Decimal) and amount < cap.amount for amount in scores)


def _wait(reader: _Reader, found: re.Match[str], whole: str, quantity: Quantity) -> bool:
    """最多扣5分，每次扣1分; 视情节最多扣5分; 扣分上限为10分"""
    verb = re.search("([扣罚])|[加奖]", whole)
    kind: Kind = "award" if verb and not verb[1] else "fine" if quantity.unit == "元" else "deduct"
    if not verb or quantity.unit == "%" or (reader.waiting and reader.waiting.kind == kind):
        return False
    if reader.waiting:
        reader.found.append(_alone(reader.waiting))
    start = reader.condition_start(found.start())
    reader.waiting = _Waiting(kind, quantity.amount, quantity.unit, start, found.end())
    return True


def _alone(cap: _Waiting) -> Found:
    """A cap that nothing stands before or after: all that the clause says of how much."""
    said, when = Consequence(cap.kind, unit=cap.unit), (cap.start, cap.start)
    return Found(said, Condition(), cap.start, cap.end, when, cap.amount)


def _cap_full(reader: _Reader, rule: str, found: re.Match[str]) -> bool:
    if not _give_cap(reader, "full", frozenset(("deduct",)), "分"):
        reader.waiting = _Waiting("deduct", "full", "分", found.start(), found.end())
    return True


def _give_cap(reader: _Reader, cap: Amount, kinds: frozenset[str], unit: str) -> bool:
    """Cap what stands before it in its part of the text, up to the last semicolon, or in all of the text where the cap
    stands alone. Without a verb it caps what is like the last effect of its unit."""
    said = [found.said for found in reader.found]
    fitting = [place for place, one in enumerate(said) if one.kind in kinds and one.unit == unit]
    if kinds == COUNTED and fitting:
        fitting = [place for place in fitting if said[place].kind == said[fitting[-1]].kind]
    begin = max(reader.text.rfind(sign, 0, reader.done) for sign in ";。")
    of_all = phrase("[,;。]?[本该此]项").match(reader.text, reader.done)
    near = [place for place in fitting if reader.found[place].end > begin] if fitting and not of_all else []
    for place in near or fitting:
        if reader.found[place].cap is None:
            reader.found[place] = reader.found[place]._replace(cap=cap)
    return bool(fitting)


MODIFIERS: Final = {"both": _both, "rounding": _rounding, "dropped": _dropped, "cap": _cap, "cap_full": _cap_full}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a condition without what joins them to the consequence."""
    found = phrase("{joining}*").match(text, start, end)
    start = found.end() if found else start
    tail = phrase("{joining}+$").search(text, start, end)
    return start, tail.start() if tail else end


def _part_around(text: str, place: int, start: int, end: int) -> tuple[int, int]:
    """The part between two commas that a place is in."""
    begin = max([start, *(text.rfind(sign, start, place) + 1 for sign in ",;。")])
    ends = [found for sign in ",;。" if (found := text.find(sign, place, end)) >= 0]
    return begin, min([end, *ends])
