"""Second pass: what a consequence found by the grammar says by itself, without its condition."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from docgen.clause.effects import Amount, Kind, Quantity
from docgen.clause.grammar import FILLER, phrase, words
from docgen.clause.marks import each_of_two
from docgen.clause.tokens import Tokens

HUNDRED: Final = Decimal(100)


class Consequence(NamedTuple):
    """The fields of an `Effect` that the consequence itself gives; `kind` is None for 不扣分."""

    kind: Kind | None
    amount: Amount | None = None
    max_amount: Decimal | None = None
    choices: tuple[Decimal, ...] = ()
    unit: str = ""
    per: Quantity | None = None
    scope: Literal["item", "all"] | None = None


class Sighting(NamedTuple):
    """Words that a rule of the grammar takes for a consequence. `before`: those of the same part of the sentence before
    them; `last`: the consequence before, and whether they follow it directly."""

    rule: str
    found: re.Match[str]
    tokens: Tokens
    before: str
    last: Consequence | None
    follows: bool

    def quantities(self, group: str) -> list[Quantity]:
        start, end = self.found.span(group)
        return [self.tokens.quantities[place] for place in range(start, end) if place in self.tokens.quantities]

    def per(self, group: str) -> Quantity | None:
        """2分/次; 2分/人/次 is 2分 each 人次."""
        units = self.quantities(group)
        return each_of_two(*units) if len(units) == 2 else next(iter(units), None)


class _Amounts(NamedTuple):
    amount: Decimal | None
    max_amount: Decimal | None
    choices: tuple[Decimal, ...]
    unit: str


def consequence(seen: Sighting) -> Consequence | None:
    """What the words say; None where they are a condition after all."""
    return READINGS[seen.rule](seen)


def _nothing(seen: Sighting) -> Consequence | None:
    return Consequence(None)


def _take(seen: Sighting) -> Consequence | None:
    verb, what, per = seen.found["take_verb"], seen.found["take_object"], seen.per("take_per") or seen.per("take_each")
    if verb == "考核" and what and not words("who").fullmatch(what.strip("(:为")):
        return None
    if re.search("(最[高多]|至多)[扣减罚]*$", seen.before):
        return None  # a cap that no rule has read
    if full := seen.found["take_full"]:
        is_pay = phrase("{wages}").search(full)
        return Consequence("pay", "full", per=per) if is_pay else Consequence("deduct", "full", unit="分", per=per)
    amounts = _amounts(seen, "take_amount")
    if amounts.unit == "%" and not what and seen.last and (seen.last.kind, seen.last.unit) == ("pay", "%"):
        return Consequence("pay", *amounts, per=per)
    if amounts.unit == "%" and not phrase("[(:为]*|.*(分|项|值|权重|{wages}).*|{who}的?").fullmatch(what):
        return None  # 扣合同款1%: neither points nor pay
    return Consequence(_kind_of_taking(verb, what + (seen.found["take_of"] or ""), amounts.unit), *amounts, per=per)


def _kind_of_taking(verb: str, what: str, unit: str) -> Kind:
    """扣2分 deducts; 罚50元 is a fine; 扣奖金50元 and 扣50元 come off the pay, and so do per cents of wages."""
    if unit == "分":
        return "deduct"
    if phrase("{wages}").search(what) or verb == "扣发":
        return "pay"
    if unit == "元":
        return "pay" if verb[0] in "扣减降" and "罚" not in verb else "fine"
    return "fine" if "罚款" in verb else "deduct"


def _give(seen: Sighting) -> Consequence | None:
    return Consequence("award", *_amounts(seen, "give_amount"), per=seen.per("give_per"))


def _both(seen: Sighting) -> Consequence | None:
    """加减0.5分: the first of the two; `OPPOSITE` is the other."""
    kind: Kind = "award" if seen.found["both_first"] in "加奖" else "deduct"
    return Consequence(kind, *_amounts(seen, "both_amount"), per=seen.per("both_per"))


OPPOSITE: Final[dict[str | None, Kind]] = {"award": "deduct", "deduct": "award"}


def _score(seen: Sighting) -> Consequence | None:
    per = seen.per("score_per")
    if seen.found["score_full"]:
        return Consequence("score", "full", unit="分", per=per)
    amounts = _amounts(seen, "score_amount")
    return Consequence("score", *amounts, per=per) if amounts.unit != "元" else None


def _bare_score(seen: Sighting) -> Consequence | None:
    """90%以上：10分，in a text that takes nothing off."""
    text = seen.found.string
    part = phrase("[^,:;。]*(,[^,:;。]*[)\\]])?[,:]?$").search(
        text, max(0, seen.found.start() - 40), seen.found.start()
    )
    if phrase("[扣减罚加奖]").search(text) or not part or not words("compared").search(part[0]):
        return None
    if seen.found["bare_points"] == "满分":
        return Consequence("score", "full", unit="分")
    return Consequence("score", *_amounts(seen, "bare_points"))


def _signed(seen: Sighting) -> Consequence | None:
    """-0.5分/人次; not 1分-3分"""
    amounts = _amounts(seen, "signed_amount")
    before = seen.tokens.text[: seen.found.start()].rstrip(FILLER)
    quantity = seen.tokens.quantities.get(len(before) - 1)
    if quantity and quantity.unit in ("", amounts.unit):
        return None
    kind: Kind = "award" if seen.found["sign"] == "+" else _kind_of_taking("罚", "", amounts.unit)
    return Consequence(kind, *amounts, per=seen.per("signed_per")) if amounts.unit != "%" else None


def _amount_first(seen: Sighting) -> Consequence | None:
    """按每次2分扣除, 处以50元罚款"""
    amounts, verb = _amounts(seen, "first_amount"), seen.found["first_verb"]
    if verb in ("计", "计算") and (not seen.before.endswith(("按", "以")) or re.search("每|超过", seen.before)):
        return None
    amounts = amounts._replace(unit=amounts.unit or "分")
    if verb in ("加分", "奖励", "奖金"):
        kind: Kind = "award"
    elif verb in ("计分", "得分", "给分", "记分", "计", "计算"):
        kind = "score"
    else:
        kind = _kind_of_taking(verb, seen.before + seen.found[0], amounts.unit)
    return Consequence(kind, *amounts, per=seen.per("first_per"))


def _unsaid(seen: Sighting) -> Consequence | None:
    """每项0.5分，扣完为止"""
    return Consequence("deduct", *_amounts(seen, "unsaid_amount"))


def _same(seen: Sighting) -> Consequence | None:
    amounts = _amounts(seen, "same_amount")
    return (
        Consequence(seen.last.kind, *amounts, per=seen.per("same_per"))
        if seen.follows and seen.last and seen.last.unit == amounts.unit
        else None
    )


def _nth_same(seen: Sighting) -> Consequence | None:
    """罚款10元，第二次20元"""
    amounts = _amounts(seen, "nth_amount")
    return Consequence(seen.last.kind, *amounts) if seen.last and seen.last.unit == amounts.unit else None


def _all_off(seen: Sighting) -> Consequence | None:
    if seen.last and seen.last.kind == "pay":
        return Consequence("pay", "full")
    return Consequence("deduct", "full", unit="分")


def _veto(seen: Sighting) -> Consequence | None:
    return Consequence("veto", scope="item")


def _veto_all(seen: Sighting) -> Consequence | None:
    return Consequence("veto", scope="all")


def _wages_lost(seen: Sighting) -> Consequence | None:
    if re.search("比例|倍", seen.before):
        return None
    is_all = "全部" in seen.found[0] or "全额" in seen.before + seen.found[0]
    return Consequence("pay", "full" if is_all else None)


def _paid_part(seen: Sighting) -> Consequence | None:
    """绩效工资按90%发放 and 绩效工资下浮10% take 10% off; 奖金不予发放."""
    if kept := seen.found["kept"]:
        return Consequence("pay", "full" if re.search("全|零|为", kept) else None)
    if cut := next((name for name in ("cut", "by", "lowered") if seen.found[name]), None):
        return Consequence("pay", *_amounts(seen, cut))
    group = next(name for name in ("paid", "paid_after", "paid_before", "paid_only") if seen.found[name])
    paid = _amounts(seen, group).amount
    return Consequence("pay", HUNDRED - paid, unit="%") if paid is not None and paid <= HUNDRED else None


def _sanction(seen: Sighting) -> Consequence | None:
    """给予警告; not 受到警告的, 未通报, 每季度通报一次, 上级通报一次扣3分."""
    meted_out = phrase("(给予|予以|给|处以|作出?|进行).{0,4}$").search(seen.before)
    counts = seen.found["times"] and phrase("者?[扣罚减加奖]").match(seen.found.string, seen.found.end())
    suffered = words("suffered").search(seen.before)
    return Consequence("sanction") if meted_out or not (suffered or counts) else None


def _refer(seen: Sighting) -> Consequence | None:
    """按规定处理; not 未按规定处理."""
    negated = phrase("[未不没]有?(能|严格|完全|及时|认真)*$").search(seen.before)
    return None if negated else Consequence("refer")


READINGS: Final[dict[str, Callable[[Sighting], Consequence | None]]] = {
    "nothing": _nothing,
    "both": _both,
    "take": _take,
    "give": _give,
    "score": _score,
    "bare_score": _bare_score,
    "signed": _signed,
    "amount_first": _amount_first,
    "unsaid": _unsaid,
    "nth_same": _nth_same,
    "same": _same,
    "all_off": _all_off,
    "veto": _veto,
    "veto_all": _veto_all,
    "wages_lost": _wages_lost,
    "paid_part": _paid_part,
    "sanction": _sanction,
    "refer": _refer,
}


def _amounts(seen: Sighting, group: str) -> _Amounts:
    """1分; 1至3分; 1、2、3分; 一半, which is 50%."""
    given = seen.quantities(group)
    if not given:
        return _Amounts(HUNDRED / 2, None, (), "%")
    unit, first = given[-1].unit, given[0].amount
    if len(given) == 1:
        return _Amounts(first, None, (), unit)
    if len(given) == 2 and phrase("{ranged}").fullmatch(seen.found[group]):
        return _Amounts(first, given[1].amount, (), unit)
    return _Amounts(None, None, tuple(quantity.amount for quantity in given), unit)
