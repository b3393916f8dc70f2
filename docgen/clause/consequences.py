"""Second pass: what a consequence found by the grammar says by itself, without its condition."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from docgen.clause.effects import Amount, Kind, Quantity
from docgen.clause.grammar import phrase, words
from docgen.clause.numerals import HALF
from docgen.clause.tokens import Tokens


class Consequence(NamedTuple):
    """The fields of an `Effect` that the consequence itself gives; `kind` is None for 不扣分."""

    kind: Kind | None
    amount: Amount | None = None
    max_amount: Decimal | None = None
    choices: tuple[Decimal, ...] = ()
    unit: str = ""
    per: Quantity | None = None
    scope: Literal["item", "all"] | None = None


class _Amounts(NamedTuple):
    amount: Amount | None
    max_amount: Decimal | None
    choices: tuple[Decimal, ...]
    unit: str


def consequence(rule: str, found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    """What a match of `rule` says; None where the words are a condition after all. `before`: the words of the same part
    of the sentence before it; `last`: the consequence before it."""
    reading = _READINGS[rule]
    return reading(found, tokens, before, last)


def _take(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    verb, what = found["take_verb"], found["take_object"]
    per = _per(found, "take_per", tokens)
    if found["take_full"]:
        is_pay = bool(phrase("{wages}").search(found["take_full"]))
        return Consequence("pay", "full", per=per) if is_pay else Consequence("deduct", "full", unit="分", per=per)
    amounts = _amounts(found, "take_amount", tokens)
    if verb == "考核" and what and not words("who").fullmatch(what.strip("(:为")):
        return None
    return Consequence(_kind_of_taking(verb, what, amounts.unit), *amounts, per=per)


def _kind_of_taking(verb: str, what: str, unit: str) -> Kind:
    """扣2分 deducts; 罚50元 is a fine; 扣奖金50元 and 扣50元 come off the pay, and so do per cents of wages."""
    if unit == "分":
        return "deduct"
    if phrase("{wages}").search(what):
        return "pay"
    if unit == "元":
        return "pay" if verb[0] in "扣减降" and "罚" not in verb else "fine"
    return "fine" if "罚款" in verb else "deduct"


def _give(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    amounts = _amounts(found, "give_amount", tokens)
    return Consequence("award", *amounts, per=_per(found, "give_per", tokens))


def _score(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    per = _per(found, "score_per", tokens)
    if found["score_full"]:
        return Consequence("score", "full", unit="分", per=per)
    amounts = _amounts(found, "score_amount", tokens)
    return Consequence("score", *amounts, per=per) if amounts.unit != "元" else None


def _signed(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    amounts = _amounts(found, "signed_amount", tokens)
    kind: Kind = "award" if found["sign"] == "+" else _kind_of_taking("罚", "", amounts.unit)
    return Consequence(kind, *amounts, per=_per(found, "signed_per", tokens)) if amounts.unit != "%" else None


def _amount_first(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    amounts, verb = _amounts(found, "first_amount", tokens), found["first_verb"]
    amounts = amounts._replace(unit=amounts.unit or "分")
    if verb in ("加分", "奖励", "奖金"):
        kind: Kind = "award"
    elif verb in ("计分", "得分", "给分", "记分"):
        kind = "score"
    else:
        kind = _kind_of_taking(verb, before, amounts.unit)
    return Consequence(kind, *amounts, per=_per(found, "first_per", tokens))


def _same(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    amounts = _amounts(found, "same_amount", tokens)
    return Consequence(last.kind, *amounts) if last and last.unit == amounts.unit else None


def _veto(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    return Consequence("veto", scope="item")


def _veto_all(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    return Consequence("veto", scope="all")


def _wages_lost(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    return Consequence("pay", "full" if "全部" in found[0] or "全额" in found[0] + before else None)


def _paid_part(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    """绩效工资按90%发放 and 绩效工资下浮10% take 10% off."""
    if found["cut"]:
        return Consequence("pay", *tokens.quantities[found.start("cut")][:1], unit=tokens.quantities[found.start("cut")].unit)
    paid = tokens.quantities[found.start("paid")].amount
    return Consequence("pay", 100 - paid, unit="%") if paid <= 100 else None


def _unsaid(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    """每项0.5分，扣完为止"""
    return Consequence("deduct", *_amounts(found, "unsaid_amount", tokens))


def _sanction(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    """给予警告; not 受到警告的, 未通报."""
    meted_out = phrase("(?:给予|予以|给|处以|作出?|进行).{0,4}$").search(before)
    suffered = phrase("被|受|遭|收到|(?:未|没有?|漏|少|不|无|系统)(?:及时|按时|按规定)?$").search(before)
    return Consequence("sanction") if meted_out or not suffered else None


def _refer(found: re.Match[str], tokens: Tokens, before: str, last: Consequence | None) -> Consequence | None:
    """按规定处理; not 未按规定处理."""
    return None if phrase("[未不没]有?(?:能|严格|完全|及时|认真)*$").search(before) else Consequence("refer")


_READINGS: Final = {
    "take": _take,
    "give": _give,
    "score": _score,
    "signed": _signed,
    "amount_first": _amount_first,
    "same": _same,
    "veto": _veto,
    "veto_all": _veto_all,
    "wages_lost": _wages_lost,
    "paid_part": _paid_part,
    "unsaid": _unsaid,
    "sanction": _sanction,
    "refer": _refer,
}


def _amounts(found: re.Match[str], group: str, tokens: Tokens) -> _Amounts:
    """1分; 1至3分; 1、2、3分; 一半, which is 50%."""
    start, end = found.span(group)
    given = [tokens.quantities[place] for place in range(start, end) if place in tokens.quantities]
    if not given:
        return _Amounts(100 * HALF, None, (), "%")
    unit = given[-1].unit
    first = given[0].amount
    if len(given) == 1:
        return _Amounts(first, None, (), unit)
    if len(given) == 2 and phrase("{ranged}").fullmatch(found[group]):
        return _Amounts(first, given[1].amount, (), unit)
    return _Amounts(None, None, tuple(quantity.amount for quantity in given), unit)


def _per(found: re.Match[str], group: str, tokens: Tokens) -> Quantity | None:
    start, end = found.span(group)
    return next((tokens.quantities[place] for place in range(start, end) if place in tokens.quantities), None)
