"""`docgen matrix`: what HR and auditors look up across posts, as Markdown, HTML or a workbook."""

from __future__ import annotations

from typing import Literal, NamedTuple

from docgen.manual.model import Manual
from docgen.matrix.duties import duty_sheets
from docgen.matrix.posts import post_sheets
from docgen.output import LONGEST_NAME, file_name

Format = Literal["md", "html", "xlsx"]


class Made(NamedTuple):
    """A file by its name."""

    name: str
    content: bytes


def matrix_of(manual: Manual, format: Format, *, posts: bool) -> Made:
    """The coverage matrix (覆盖矩阵): duty × standard × clause × points; or, with `posts`, the 职责矩阵: department
    duties × posts. The manual may have errors: what is missing is what a matrix shows."""
    kind = "职责矩阵" if posts else "覆盖矩阵"
    of = str(manual.title or "")  # which is an error, and stops no matrix
    title, sheets = f"{of}　{kind}".strip(), post_sheets(manual) if posts else duty_sheets(manual)
    match format:
        case "md":
            from docgen.sheets.markdown import as_markdown

            content = as_markdown(title, sheets).encode()
        case "html":
            from docgen.sheets.html import as_html

            content = as_html(title, sheets).encode()
        case "xlsx":
            from docgen.sheets.workbook import as_workbook

            content = as_workbook(title, sheets, manual.issued.value if manual.issued else None)
    stem = f"{file_name(of, LONGEST_NAME - len(kind.encode()))}-{kind}" if of else kind
    return Made(f"{stem}.{format}", content)
