"""Bytes to text: encodings named, characters nobody can see refused. Shared by YAML files and Markdown chapters."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from docgen.problems import Problem, Words, error
from docgen.source import Position

MAX_BYTES = 10 * 2**20
MAX_CHARACTER_PROBLEMS = 20

# What can't be seen but changes a text or its order: C0 and C1 controls, the invisible format characters (Unicode
# category Cf, but not U+200C and U+200D, which emoji and names are made of), line and paragraph separators, the
# replacement character and noncharacters. Tab and line feed are text.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    "\U000e0001-\U000e007f]"
)
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NAMES = {
    "\x0b": Words("Word 的手动换行", "Word's manual line break"),
    "\x0c": Words("分页符", "a page break"),
    "\x0d": Words("单独的回车", "a lone carriage return"),
    "\xad": Words("软连字符", "a soft hyphen"),
    "\u200b": Words("零宽空格", "a zero-width space"),
    "\u2028": Words("行分隔符", "a line separator"),
    "\u2029": Words("段落分隔符", "a paragraph separator"),
    "\ufeff": Words("零宽空格（BOM）", "a byte order mark"),
    "\ufffc": Words("粘贴时丢失的图片或对象", "a picture or object lost in pasting"),
    "\ufffd": Words("转换时丢失的字", "a character lost in a conversion"),
}
# UTF-32 before UTF-16: its mark begins with the other's.
_MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file with `\\n` as its line breaks and no byte order mark; None and problems where it has none.

    Problems: FILE-TOO-LARGE (over 10 MB), FILE-ENCODING (not UTF-8), FILE-CHARACTER (characters that can't be seen).
    """
    if len(data) > MAX_BYTES:
        return None, [too_large(path, len(data))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        encoding = _other_encoding(data)
        return None, [_wrong_encoding(path, encoding) if encoding else _not_utf8(path, data, failure.start)]
    if b"\0" in data and _is_utf16(data):
        return None, [_wrong_encoding(path, "UTF-16")]
    text = text.replace("\r\n", "\n")
    problems = _refused_characters(path, text)
    return (None if problems else text), problems


def decode_any(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """As `decode`, of what spreadsheet programs save: UTF-8, GB 18030 or UTF-16, with a byte order mark or not."""
    if len(data) > MAX_BYTES:
        return None, [too_large(path, len(data))]
    match _other_encoding(data):
        case "UTF-16":
            codec = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else _utf16_codec(data)
        case "GBK/GB18030":
            codec = "gb18030"
        case _:
            return decode(path, data)
    text = data.decode(codec, errors="replace").replace("\r\n", "\n")
    problems = _refused_characters(path, text)
    return (None if problems else text), problems


def _other_encoding(data: bytes) -> str | None:
    """The name of the encoding the bytes are in, None for UTF-8 (or what looks most like it)."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data:
        return "UTF-16" if _is_utf16(data) else None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "GBK/GB18030" if _is_gb18030(data) else None
    return None


def _is_utf16(data: bytes) -> bool:
    try:
        text = data.decode(_utf16_codec(data))
    except UnicodeDecodeError:
        return False
    return "\0" not in text and ("\n" in text or ":" in text)


def _utf16_codec(data: bytes) -> str:
    return "utf-16-le" if data[1::2].count(0) >= data[0::2].count(0) else "utf-16-be"


def _is_gb18030(data: bytes) -> bool:
    """GB 18030 hardly ever forms the three bytes a 汉字 has in UTF-8; a damaged UTF-8 file is full of them."""
    as_utf8 = data.decode("utf-8", "replace")
    if len(re.findall("[\u3000-\u9fff\uff00-\uffef]", as_utf8)) > as_utf8.count("\ufffd"):
        return False
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def without_refused(text: str, position: Position) -> tuple[str, list[Problem]]:
    """A text that was spelled with escapes, at `position`, without the characters that no file may hold, and a problem
    FILE-CHARACTER for each kind of them."""
    problems = [_refused_character(position, char) for char in dict.fromkeys(_REFUSED.findall(text))]
    return _REFUSED.sub("", text), problems[:MAX_CHARACTER_PROBLEMS]


def _refused_characters(path: str, text: str) -> list[Problem]:
    found = list(islice(_REFUSED.finditer(text), MAX_CHARACTER_PROBLEMS + 1))
    problems = [_refused_character(position_at(path, text, match.start()), match[0]) for match in found]
    if len(found) > MAX_CHARACTER_PROBLEMS:
        problems[-1] = _more_characters(problems[-1].position, sum(1 for _ in _REFUSED.finditer(text)))
    return problems


def position_at(path: str, text: str, offset: int, length: int = 1) -> Position:
    """The line and column of a character offset."""
    column = offset - text.rfind("\n", 0, offset)
    return Position(path, text.count("\n", 0, offset) + 1, column, max(1, length))


def _refused_character(position: Position, char: str) -> Problem:
    point = f"U+{ord(char):04X}"
    if char in _BIDI:
        name = Words("改变文字方向的字符", "a character that changes the direction of the text")
    else:
        name = _NAMES.get(char, Words("控制字符", "a control character"))
    return error(
        "FILE-CHARACTER",
        position,
        Words(f"看不见的字符 {point}（{name.zh}）", f"invisible character {point} ({name.en})"),
        Words(
            "删掉这个字符，或把这一行重新输入一遍；从 Word 或网页粘贴时先粘到记事本里",
            "delete it, or type the line again; paste from Word or a web page through Notepad",
        ),
    )


def _more_characters(position: Position | None, count: int) -> Problem:
    return error(
        "FILE-CHARACTER",
        position,
        Words(f"这样看不见的字符全文件共 {count} 个，不再一一列出", f"there are {count} such characters in all"),
        Words(
            "这个文件可能不是文本文件，或在转换中损坏；请从原稿重新粘贴",
            "it may not be a text file, or was damaged in a conversion; paste the text again",
        ),
    )


def _wrong_encoding(path: str, encoding: str) -> Problem:
    return error(
        "FILE-ENCODING",
        Position(path),
        Words(f"文件的编码是 {encoding}，不是 UTF-8", f"the file is encoded in {encoding}, not in UTF-8"),
        Words(
            "用记事本打开，选“文件 → 另存为”，在“编码”一栏选 UTF-8，保存并覆盖原文件",
            "open it in Notepad, choose File → Save as, set Encoding to UTF-8 and overwrite the file",
        ),
    )


def _not_utf8(path: str, data: bytes, offset: int) -> Problem:
    before = data[:offset].decode("utf-8-sig").replace("\r\n", "\n")
    return error(
        "FILE-ENCODING",
        position_at(path, before, len(before)),
        Words(
            f"文件不全是 UTF-8 编码：这里的字节 0x{data[offset]:02X} 读不出文字",
            f"the file is not all UTF-8: byte 0x{data[offset]:02X} here is no text",
        ),
        Words(
            "把这一行重新输入一遍，再用记事本“另存为”，编码选 UTF-8",
            "type this line again and save the file as UTF-8 (Notepad: Save as → Encoding)",
        ),
    )


def too_large(path: str, size: int) -> Problem:
    return error(
        "FILE-TOO-LARGE",
        Position(path),
        Words(f"文件有 {size / 2**20:.1f} MB，超过 10 MB", f"the file has {size / 2**20:.1f} MB, more than 10 MB"),
        Words("一个部门写一个文件；图片不要放进文本里", "write one file a department; keep pictures out of the text"),
    )
