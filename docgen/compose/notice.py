"""印发通知: the notice with which a manual is issued, by GB/T 9704—2012 §7."""

from __future__ import annotations

from typing import NamedTuple

from docgen.compose.chart import ems
from docgen.manual.model import Date, Issuing, Manual
from docgen.source import Text

# §7.3.5: the date stands four characters in from the right; the signature is centred above it.
DATE_SPACE = 4


class Notice(NamedTuple):
    """The parts of the notice in order. The spaces count characters left free to the right."""

    number: Text | None
    addressees: str
    paragraphs: tuple[str, ...]
    signature_space: int
    date: Date | None
    date_space: int
    copies: str
    office: str


def notice(manual: Manual) -> Notice:
    """The notice as 印发 says; where that is silent, what such notices usually say."""
    said = manual.issuing or Issuing()
    date = said.date or manual.issued
    signature, printed_date = ems(manual.organization), ems(str(date or ""))
    # Whichever is the longer of the two, their middles stand one above the other.
    signature_space = max(DATE_SPACE + (printed_date - signature) / 2, 1)
    date_space = max(signature_space + (signature - printed_date) / 2, DATE_SPACE) if date else DATE_SPACE
    return Notice(
        said.number,
        "、".join(said.addressees) or "各部门",
        said.body or _usual(manual),
        round(signature_space),
        date,
        round(date_space),
        "、".join(said.copies),
        f"{manual.organization}{manual.owner or ''}",
    )


def _usual(manual: Manual) -> tuple[str, ...]:
    """现予印发, and from when it is in force in the place of what."""
    title = f"《{manual.title}》"
    since = f"{title}自{manual.effective}起施行" if manual.effective else ""
    replaced = f"{manual.supersedes}同时废止" if manual.supersedes else ""
    force = "，".join(part for part in (since, replaced) if part)
    return (f"现将{title}印发给你们，请认真遵照执行。", *([f"{force}。"] if force else []))
