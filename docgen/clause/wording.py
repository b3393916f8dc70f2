"""Effects in plain words, Chinese and English: what `docgen clause` prints."""

from __future__ import annotations

from typing import Final

from docgen.clause.effects import Amount, Bound, Effect, Reading
from docgen.clause.numerals import plain
from docgen.problems import Language, Words

KINDS: Final = {
    "deduct": Words("扣", "deduct "),
    "award": Words("加", "award "),
    "score": Words("得", "score "),
    "fine": Words("罚款", "fine "),
    "pay": Words("扣发工资奖金", "take off the pay "),
    "sanction": Words("给予处分（警告、通报、辞退等）", "a sanction"),
    "refer": Words("按规定处理", "dealt with under other rules"),
}
VETOES: Final = {
    "item": Words("本项不得分", "no points for this item"),
    "all": Words("一票否决，全部不得分", "no points at all"),
}
COMPARISONS: Final = {
    ">": Words("超过", "more than "),
    ">=": Words("达到或超过", "at least "),
    "<": Words("不到", "less than "),
    "<=": Words("不超过", "at most "),
}
SILENT: Final = Words("没有写后果", "no consequence is stated")
NOTHING: Final = Words("不扣分，也不加分", "nothing follows")
UNITS: Final = {"分": "points", "元": "yuan", "%": "%"}


def explained(reading: Reading, language: Language) -> str:
    """A line for each effect, then one for each text that could not be read."""
    lines = [
        f"{number}. {_joined(effect_words(effect), language)}{_condition(effect, language)}"
        for number, effect in enumerate(reading.effects, 1)
    ]
    lines += [f"! {unread.message.in_language(language)}" for unread in reading.unread]
    if not lines:
        lines.append((SILENT if reading.is_silent else NOTHING).in_language(language))
    return "\n".join(lines)


def _joined(parts: list[Words], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(part.in_language(language) for part in parts)


def _condition(effect: Effect, language: Language) -> str:
    if not effect.when:
        return ""
    return f"。条件：{effect.when}" if language == "zh" else f". Condition: {effect.when}"


def effect_words(effect: Effect) -> list[Words]:
    """扣1分, 每1次算一回, 超过3天的部分 …: the parts of a sentence."""
    parts = [_consequence(effect)]
    if effect.occurrence:
        parts.append(_occurrence(*effect.occurrence))
    if effect.bounds:
        bounds = [_bound(bound) for bound in effect.bounds]
        zh, en = "且".join(bound.zh for bound in bounds), " and ".join(bound.en for bound in bounds)
        parts.append(Words(f"{zh}时适用", f"if {en}"))
    if effect.per:
        parts.append(_step(effect))
    if effect.cap:
        cap = _amount(effect.cap, effect.unit)
        zh = "扣完为止" if effect.cap == "full" else f"最多{cap.zh}"
        parts.append(Words(zh, f"at most {cap.en}"))
    return parts


def _consequence(effect: Effect) -> Words:
    if effect.scope:
        return VETOES[effect.scope]
    verb = KINDS[effect.kind]
    if effect.choices:
        amount = _unit("、".join(map(plain, effect.choices)), effect.unit)
        return Words(f"{verb.zh}{amount.zh}（选一）", f"{verb.en}one of {amount.en}")
    if effect.amount is None:
        unit = effect.unit if effect.unit == "分" else ""
        return Words(verb.zh + unit, verb.en.strip())
    amount = _amount(effect.amount, effect.unit)
    if effect.max_amount is not None:
        low, high = plain_amount(effect.amount), _amount(effect.max_amount, effect.unit)
        return Words(f"{verb.zh}{low}至{high.zh}", f"{verb.en}{low} to {high.en}")
    return Words(f"{verb.zh}{amount.zh}", f"{verb.en}{amount.en}")


def _step(effect: Effect) -> Words:
    assert effect.per
    step = _unit(plain(effect.per.amount), effect.per.unit)
    zh, en = f"每{step.zh}算一回", f"for each {step.en}"
    if effect.step_from:
        start = _unit(plain(effect.step_from.amount), effect.step_from.unit)
        zh, en = f"从{start.zh}起{zh}", f"{en} from {start.en}"
    if effect.rounds_up:
        zh, en = f"{zh}，不足{step.zh}的按{step.zh}算", f"{en}, a part of one counted as one"
    return Words(zh, en)


def _bound(bound: Bound) -> Words:
    word, amount = COMPARISONS[bound.op], _unit(plain(bound.amount), bound.unit)
    return Words(f"{word.zh}{amount.zh}", f"{word.en}{amount.en}")


def _occurrence(first: int, last: int | None) -> Words:
    if last is None:
        return Words(f"第{first}次及以后", f"from time {first} on")
    if first == last:
        return Words(f"第{first}次", f"time {first}")
    return Words(f"第{first}至{last}次", f"times {first} to {last}")


def plain_amount(amount: Amount) -> str:
    return amount if isinstance(amount, str) else plain(amount)


def _amount(amount: Amount, unit: str) -> Words:
    if amount == "full":
        return Words("全部分数" if unit == "分" else "全部", "all")
    return _unit(plain_amount(amount), unit)


def _unit(amount: str, unit: str) -> Words:
    named = "point" if (amount, unit) == ("1", "分") else UNITS.get(unit, unit)
    en = f"{amount}%" if unit == "%" else f"{amount} {named}".strip()
    return Words(f"{amount}{unit}", en)
