"""What a clause can take or give, as it was read, in a few signs: 扣1分/次，最多5分."""

from __future__ import annotations

from typing import Final

from docgen.clause import Effect, read
from docgen.clause.numerals import plain
from docgen.clause.wording import effect_words
from docgen.source import Text

UNREAD: Final = "未读懂"
SILENT: Final = "没有写后果"
NOTHING: Final = "不扣分，也不加分"


def worth(clause: Text) -> str:
    """Of each effect, in the order of the text; what could not be read is said."""
    reading = read(clause)
    said = [_effect(effect) for effect in reading.effects]
    if reading.unread:
        said.append(UNREAD)
    return "；".join(said) or (SILENT if reading.is_silent else NOTHING)


def _effect(effect: Effect) -> str:
    """The consequence, each what, when, and the most: 扣1分/0.1%（超过3天），最多5分."""
    bare = effect._replace(per=None, bounds=(), cap=None, occurrence=None)
    said = effect_words(bare)[0].zh
    if effect.per:
        amount, unit = effect.per
        said += f"/{unit}" if amount == 1 and unit != "%" else f"/{plain(amount)}{unit}"
    when = effect_words(bare._replace(bounds=effect.bounds, occurrence=effect.occurrence))[1:]
    if when:
        said += f"（{'，'.join(words.zh.removesuffix('时适用') for words in when)}）"
    most = effect_words(bare._replace(cap=effect.cap))[1:]
    return "，".join((said, *(words.zh for words in most)))
