"""Text as Markdown: what CommonMark 0.31 and GFM 0.29 read as markup is escaped, so that a parser gives back what was
typed. A newline in markup made here stands for a hard break until `lines` or `one_line` writes it.
"""

from __future__ import annotations

import re
from typing import Literal

MARKUP = re.compile(
    r"[\\`*_\[\]<~|$]"  # $ is GitHub's formula
    r"|&(?=#?[0-9A-Za-z]*(?:;|$))"  # an entity
    r"|!(?=\[|$)"  # an image, with the link that follows
    r"|(?i:(?<=http)|(?<=https)|(?<=ftp)):(?=//)|(?i:(?<=www))\."  # GFM autolinks read no escapes within them
)
UNPRINTABLE = re.compile(r"[\n\r\t]")


def escape(text: str) -> str:
    """The text so that a parser reads it as text, wherever in a line it stands."""
    text = MARKUP.sub(r"\\\g<0>", text)
    return text if text.isprintable() else UNPRINTABLE.sub(_entity, text)


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


def emphasized(text: str, mark: Literal["*", "**"], alone: bool = True) -> str:
    """`**text**` where every parser reads it so, else the HTML element. `alone`: nothing emphasized stands beside it.

    A delimiter run beside a mark such as ” or （ opens or closes nothing when a 汉字 is on its other side (CommonMark
    §6.2, flanking), two runs that touch are one, and of one within another the inner may close the outer.
    """
    if alone and "*" not in text and text[:1].isalnum() and text[-1:].isalnum():
        return mark + text + mark
    tag = "strong" if mark == "**" else "em"
    return f"<{tag}>{text}</{tag}>"


def link(text: str, target: str) -> str:
    return f"[{text}]({destination(target)})"


def destination(target: str) -> str:
    """A link's destination, in pointed brackets where it holds more than a plain address does."""
    if re.fullmatch(r"[\w./:?&=#%,@+~-]*", target):
        return target
    return "<" + re.sub(r"[\\<>|&`]", r"\\\g<0>", target.replace("\n", "%0A")) + ">"


# Lines: what a line may not begin or end with

EDGES = re.compile(r"^\s+|\s+$")
BLOCK_START = re.compile(r"[#>+=-]|:-")
ORDERED_START = re.compile(r"^([0-9]{1,9})([.)])(?=[ \t]|$)")


def _edges(line: str) -> str:
    """White space at either end survives as entities only. Most lines have none: look before searching."""
    if line and (line[0].isspace() or line[-1].isspace()):
        return EDGES.sub(_entity, line)
    return line


def _line(line: str) -> str:
    line = _edges(line)
    if BLOCK_START.match(line):
        return "\\" + line
    return ORDERED_START.sub(r"\1\\\2", line)


def lines(text: str) -> str:
    """The lines of a paragraph, none of which starts a block of another kind; hard breaks as backslashes. A break at
    the end shows nothing, and its backslash would be text."""
    text = text.rstrip("\n")
    return "\\\n".join(_line(line) for line in text.split("\n")) if text else ""


def one_line(text: str) -> str:
    """The text of a heading or cell, which have but one line."""
    return "<br>".join(_edges(line) for line in text.rstrip("\n").split("\n"))
