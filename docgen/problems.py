"""Problems: everything that can go wrong with input, as values with positions."""

from __future__ import annotations

import errno
import unicodedata
from collections.abc import Callable
from typing import Literal, NamedTuple

from docgen.source import Position

Severity = Literal["error", "warning"]
Language = Literal["zh", "en"]

SEVERITY_WORDS = {"error": {"zh": "错误", "en": "error"}, "warning": {"zh": "警告", "en": "warning"}}


class Words(NamedTuple):
    """One message in both languages of the tool."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Problem(NamedTuple):
    """Something wrong in the input: what, where, and what to write instead.

    `code` is stable ("DUTY-NO-CLAUSE"); `docgen explain CODE` says more. `position` is None only where there is no
    file to point at (no font, a folder that cannot be written).
    """

    severity: Severity
    code: str
    position: Position | None
    message: Words
    help: Words

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


def error(code: str, position: Position | None, message: Words, help: Words) -> Problem:
    return Problem("error", code, position, message, help)


def warning(code: str, position: Position | None, message: Words, help: Words) -> Problem:
    return Problem("warning", code, position, message, help)


# What an operating system says, by errno; it speaks English to many a Chinese user.
_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "空间配额用完了",
    errno.EEXIST: "同名的文件占着位置",
    errno.ENOTDIR: "路径中间有一个文件，不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "名字太长",
    errno.ETXTBSY: "正被别的程序占用",
    errno.EBUSY: "正被别的程序占用",
    errno.EIO: "磁盘读写出错",
}


def reason(failure: OSError) -> Words:
    """Why the operating system refused, in both languages."""
    english = failure.strerror or str(failure)
    return Words(_REASONS.get(failure.errno or 0, english), english)


def in_reading_order(problems: list[Problem]) -> list[Problem]:
    """Sort by file, line and column; what has no position comes last."""
    nowhere = Position("\U0010ffff")
    return sorted(problems, key=lambda problem: (problem.position or nowhere, problem.code))


def render(problem: Problem, language: Language, line_of: Callable[[Position], str | None], prefix: str = "") -> str:
    """One problem as text: the head line, the source line with carets under it, the help.

    `line_of` gives the source line of a position, or None where it can't be read; `prefix` is put before the path (the
    project's folder, where it isn't the working directory).
    """
    severity = SEVERITY_WORDS[problem.severity][language]
    where = f"{prefix}{problem.position}: " if problem.position else ""
    lines = [f"{where}{severity} {problem.code}: {problem.message.in_language(language)}"]
    source_line = line_of(problem.position) if problem.position else None
    if problem.position and source_line is not None:
        lines += _excerpt(problem.position, source_line)
    title = "帮助" if language == "zh" else "help"
    lines.append(f"      = {title}: {problem.help.in_language(language)}")
    return "\n".join(lines)


EXCERPT_WIDTH = 100


def _excerpt(position: Position, line: str) -> list[str]:
    line = "".join(char if char.isprintable() or char == "\u3000" else " " for char in line.rstrip("\r\n"))
    start = max(0, position.column - 1 - EXCERPT_WIDTH // 2) if len(line) > EXCERPT_WIDTH else 0
    shown = line[start : start + EXCERPT_WIDTH]
    before = shown[: position.column - 1 - start]
    marked = shown[position.column - 1 - start :][: position.length]
    carets = "^" * max(1, display_width(marked))
    return [f"{position.line:5d} | {shown}".rstrip(), f"      | {' ' * display_width(before)}{carets}"]


def display_width(text: str) -> int:
    """Columns a terminal needs: wide and full-width characters take two (UAX #11), combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def nearest(word: str, candidates: list[str]) -> str | None:
    """The candidate a writer most likely meant by `word`, or None. Two characters of four are enough alike."""
    from difflib import get_close_matches

    matches = get_close_matches(word, candidates, n=1, cutoff=0.5)
    return matches[0] if matches else None


def did_you_mean(word: str, candidates: list[str]) -> Words:
    """The question that a help begins with, where one of `candidates` is near `word`; else nothing."""
    return is_it(nearest(word, candidates))


def is_it(guess: str | None) -> Words:
    """The question whether `guess` was meant; nothing for None."""
    return Words(f"是不是“{guess}”？", f"did you mean “{guess}”? ") if guess else Words("", "")


class Guesses:
    """`did_you_mean` for the first GUESSED words: comparing a thousand words with a thousand names takes seconds."""

    def __init__(self) -> None:
        self._left = GUESSED

    def did_you_mean(self, word: str, candidates: list[str]) -> Words:
        return is_it(self.nearest(word, candidates))

    def nearest(self, word: str, candidates: list[str]) -> str | None:
        self._left -= 1
        return nearest(word, candidates) if self._left >= 0 else None


GUESSED = 20
