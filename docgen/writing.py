"""One tree → the bytes of each format asked for. The PDF comes first: its layout gives Word's contents their pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.problems import Problem, Words
from docgen.style.model import Style
from docgen.tree import Document

if TYPE_CHECKING:
    from docgen.writers.pdf import PdfKind, PdfResult


class Written(NamedTuple):
    """The files by ending; empty where a problem is an error. `remarks` say what was used or left out; `pdf` is what
    the PDF's layout tells, where there is one."""

    files: Mapping[str, bytes]
    problems: list[Problem]
    remarks: tuple[Words, ...]
    pdf: PdfResult | None = None


def write(
    document: Document,
    style: Style,
    root: Path,
    formats: tuple[str, ...],
    progress: Callable[[Words], None],
    folder: Path,
    pdf_kind: PdfKind = "tagged",
) -> Written:
    """Write `document` in each of `formats`: pdf, docx, md, html. The files will stand in `folder`, from where Markdown
    and HTML find their pictures."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    remarks: list[Words] = []
    laid_out: PdfResult | None = None
    if "pdf" in formats:
        progress(Words("写 PDF……", "writing the PDF …"))
        laid_out = _write_pdf(document, style, root, pdf_kind, files, problems, remarks)
    if "docx" in formats:
        progress(Words("写 Word……", "writing the Word file …"))
        problems += _write_word(document, style, root, laid_out.pages if laid_out else None, files, remarks)
    if "md" in formats:
        from docgen.writers import markdown

        files["md"] = markdown.write(document, _way(folder, root)).encode()
    if "html" in formats:
        problems += _write_html(document, style, root, files, _way(folder, root))
    if any(problem.is_error for problem in problems):
        files = {}
    return Written(files, problems, tuple(remarks), laid_out)


def _write_pdf(
    document: Document,
    style: Style,
    root: Path,
    pdf_kind: PdfKind,
    files: dict[str, bytes],
    problems: list[Problem],
    remarks: list[Words],
) -> PdfResult | None:
    from docgen.fonts import find_fonts
    from docgen.writers import pdf

    fonts = find_fonts(root)
    if isinstance(fonts, Problem):
        problems.append(fonts)
        return None
    result = pdf.write(document, style, fonts, root, pdf_kind)
    files["pdf"] = result.pdf
    problems += [*fonts.warnings, *result.problems]
    remarks.append(fonts.summary())
    return result


def _write_word(
    document: Document,
    style: Style,
    root: Path,
    pages: Mapping[str, str] | None,
    files: dict[str, bytes],
    remarks: list[Words],
) -> tuple[Problem, ...]:
    from docgen.writers import word

    result = word.write(document, style, root, pages)
    files["docx"] = result.docx
    if pages is None and _has_contents(document):
        remarks.append(
            Words(
                "没有同时生成 PDF，Word 目录里没有页码；在 Word 里按 F9 更新目录即可",
                "no PDF was made, so the contents in Word have no page numbers; press F9 there to fill them in",
            )
        )
    return result.problems


def _way(folder: Path, root: Path) -> str:
    """The way from a folder to the project, as a link has it."""
    try:
        return Path(os.path.relpath(root.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        return root.resolve().as_posix()


def _write_html(document: Document, style: Style, root: Path, files: dict[str, bytes], project: str) -> list[Problem]:
    from docgen.fonts import find_fonts
    from docgen.writers import css, html

    fonts = find_fonts(root)
    if isinstance(fonts, Problem):
        return [fonts]
    stylesheet = css.stylesheet(style, fonts, document.draft, document.fields)
    files["html"] = html.write(document, stylesheet, project=project).encode()
    return []


def _has_contents(document: Document) -> bool:
    from docgen.tree import Contents

    return any(isinstance(block, Contents) for section in document.sections for block in section.blocks)
