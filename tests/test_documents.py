"""Small manuals and exactly what each is in Markdown, HTML and Word: `tests/documents/<case>/`, its content/ and the
three expected files; and the sample manual in Markdown, committed so that a change shows in review. `make goldens`
writes them anew."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from docgen import resources
from docgen.compose import compose
from docgen.loader import load
from docgen.pipeline import check_project
from docgen.problems import Problem
from docgen.style.model import Style
from docgen.style.reader import read_style
from docgen.template import Templates
from docgen.tree import Document
from docgen.writers import html, markdown, word
from tests.conftest import Golden

DOCUMENTS = Path(__file__).parent / "documents"
CASES = sorted(path.name for path in DOCUMENTS.iterdir())
DRAFTS = frozenset(["draft"])


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Path:
    return DOCUMENTS / str(request.param)


@pytest.fixture
def document(case: Path) -> Document:
    return composed(case, draft=case.name in DRAFTS)


def composed(project: Path, draft: bool = False) -> Document:
    """The document of a project, a draft with its problems or one that has none."""
    checked = check_project(project)
    assert checked.manual
    assert draft or checked.problems == []
    problems: list[Problem] | None = checked.problems if draft else None
    found = compose(checked.manual, Templates([resources.templates()]), style_of(project), draft=problems)
    assert found.problems == []
    assert found.document
    return found.document


def style_of(case: Path) -> Style:
    """The style that a case names, of its own or built in."""
    manual = load(case).manual
    assert manual
    style, problems = read_style(manual.style, [case / "templates", resources.templates()])
    assert style, problems
    return style


def test_the_cases_are_those_that_are_there() -> None:
    assert CASES == [
        "S01-prose",
        "S03-two-lists",
        "S04-standards-by-post",
        "S05-labelled-duties",
        "S08-articles",
        "S10-scorecard",
        "S13-profile",
        "S18-three-lists",
        "chapters",
        "department-annexes",
        "draft",
        "front-matter",
        "layouts-mixed",
        "matrix",
        "odd-text",
        "plain",
        "shared",
        "tables",
        "three-lists",
    ]


def test_markdown(case: Path, document: Document, golden: Golden) -> None:
    golden(case / "expected.md", markdown.write(document))


def test_html(case: Path, document: Document, golden: Golden) -> None:
    golden(case / "expected.html", html.write(document))


def test_word(case: Path, document: Document, golden: Golden) -> None:
    result = word.write(document, style_of(case), case)
    with zipfile.ZipFile(io.BytesIO(result.docx)) as package:
        golden(case / "expected.document.xml", package.read("word/document.xml").decode())
    assert result.problems == ()


def test_the_sample_manual(golden: Golden) -> None:
    project = resources.sample_content().parent
    document = composed(project)

    golden(project / f"docs/sample/{document.title}.md", markdown.write(document, project="../.."))
