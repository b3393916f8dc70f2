"""Word, PDF and Markdown say the same: every block read back from the three files, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from docgen import tree
from docgen.fonts import FontSet, find_fonts
from docgen.pipeline import build, check_project
from docgen.writers import markdown, pdf, word
from tests.every_node import every_node, put_figure
from tests.office import contents_pages, findings, libreoffice_docx, libreoffice_pdf
from tests.reading_back import Block, without_spaces
from tests.reading_back import markdown as markdown_reading
from tests.reading_back import pdf as pdf_reading
from tests.reading_back import word as word_reading
from tests.sample_style import BUILT_IN, gbt9704

PROJECT = Path(__file__).parents[1]
STYLE = gbt9704()
DOCUMENT = every_node(STYLE)

GONE = object()


def gone(kind: type[Any]) -> Callable[[Any], Any]:
    """Removes a node of a class."""
    return lambda node: GONE if isinstance(node, kind) else node


def emptied(kind: type[Any], field: str) -> Callable[[Any], Any]:
    """Empties a field of a node of a class that has something there."""

    def empty(node: Any) -> Any:
        return replace(node, **{field: ()}) if isinstance(node, kind) and getattr(node, field) else node

    return empty


def unlabelled(node: Any) -> Any:
    """Takes the label off a heading that has one."""
    return replace(node, label="", numbered=False) if isinstance(node, tree.Heading) and node.label else node


def without_first_item(node: Any) -> Any:
    """Removes an item and its label."""
    return replace(node, items=node.items[1:], labels=node.labels[1:]) if isinstance(node, tree.List) else node


# One block of each kind, as what happens to the first node it fits.
REMOVALS = {
    "cover field": gone(tree.CoverField),
    "heading": gone(tree.Heading),
    "paragraph": gone(tree.Paragraph),
    "item": without_first_item,
    "nested items": emptied(tree.Item, "lists"),
    "bullets": lambda node: GONE if isinstance(node, tree.List) and not node.ordered and node.level == 1 else node,
    "header cell": lambda node: replace(node, children=()) if isinstance(node, tree.Cell) and node.header else node,
    "cell": lambda node: replace(node, children=()) if isinstance(node, tree.Cell) and not node.header else node,
    "row": gone(tree.Group),
    "caption of a table": emptied(tree.Table, "caption"),
    "caption of a figure": emptied(tree.Figure, "caption"),
    "note": gone(tree.Note),
    "box of a chart": gone(tree.Box),
    "label": unlabelled,
}


def damaged(document: tree.Document, removal: Callable[[Any], Any]) -> tree.Document:
    """The document after one removal, at the first place where there is something to remove."""
    done = False

    def copy(value: Any) -> Any:
        nonlocal done
        if type(value) is tuple:
            return tuple(each for each in map(copy, value) if each is not GONE)
        if done or not is_dataclass(value):
            return value
        changed = removal(value)
        if changed is not value:
            done = True
            return changed
        return replace(value, **{field.name: copy(getattr(value, field.name)) for field in fields(value)})

    result = copy(document)
    assert done
    assert isinstance(result, tree.Document)
    return result


PdfBlocks = Callable[[tree.Document], list[Block]]


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    found = find_fonts(PROJECT)
    assert isinstance(found, FontSet)
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    put_figure(root)
    return root


@pytest.fixture(scope="module")
def word_blocks(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Block]]:
    """What Word files say: of the whole document, and of it after each removal. One run of LibreOffice reads them."""
    folder = tmp_path_factory.mktemp("word")
    documents = {"whole": DOCUMENT} | {name: damaged(DOCUMENT, removal) for name, removal in REMOVALS.items()}
    files = []
    for name, document in documents.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(word.write(document, STYLE, project).docx)
    return dict(zip(documents, word_reading.read_all(files), strict=True))


@pytest.fixture
def pdf_blocks(fonts: FontSet, project: Path, tmp_path: Path) -> PdfBlocks:
    def blocks(document: tree.Document) -> list[Block]:
        file = tmp_path / "document.pdf"
        file.write_bytes(pdf.write(document, STYLE, fonts, project).pdf)
        return pdf_reading.read(file)

    return blocks


def markdown_blocks(document: tree.Document) -> list[Block]:
    return markdown_reading.blocks(markdown.write(document))


def test_the_readers_see_every_kind_of_block() -> None:
    seen = markdown_blocks(DOCUMENT)
    assert seen[0] == Block("cover", "编号", "Q/QTL-GL-01—2026")
    assert Block("heading 2", "（一）", "仓库主任") in seen
    assert Block("item", "①", "小甲") in seen
    assert Block("item", "", "圆点一") in seen
    assert Block("cell", "", "当天录入\n逐笔核对") in seen
    assert Block("caption", "", "评分表") in seen
    assert Block("paragraph", "", "注：按月评分。") in seen


def test_word_and_markdown_say_the_same(word_blocks: dict[str, list[Block]]) -> None:
    assert word_blocks["whole"] == markdown_blocks(DOCUMENT)


def test_pdf_and_markdown_say_the_same(pdf_blocks: PdfBlocks) -> None:
    assert without_spaces(pdf_blocks(DOCUMENT)) == without_spaces(markdown_blocks(DOCUMENT))


@pytest.mark.parametrize("name", REMOVALS)
def test_a_block_that_one_writer_lacks_is_missed(
    name: str, word_blocks: dict[str, list[Block]], pdf_blocks: PdfBlocks
) -> None:
    without = damaged(DOCUMENT, REMOVALS[name])
    whole = markdown_blocks(DOCUMENT)
    assert markdown_blocks(without) != whole
    assert word_blocks[name] != whole
    assert without_spaces(pdf_blocks(without)) != without_spaces(whole)


def test_libreoffice_opens_and_saves_a_word_file_without_losing_anything(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "manual.docx"
    file.write_bytes(word.write(DOCUMENT, STYLE, project).docx)

    assert word_reading.inventory(libreoffice_docx(file)) == word_reading.inventory(file)


@pytest.fixture(scope="module", params=BUILT_IN)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample manual in one style: its files by their suffixes."""
    checked = check_project(PROJECT)
    assert checked.manual
    built = build(PROJECT, checked.manual, ("pdf", "docx", "md"), style=request.param)
    assert built.problems == []
    folder = tmp_path_factory.mktemp(request.param)
    files = {Path(name).suffix: folder / f"manual{Path(name).suffix}" for name in built.files}
    for name, content in built.files.items():
        files[Path(name).suffix].write_bytes(content)
    return files


def test_the_sample_manual_says_the_same_in_all_three(sample: dict[str, Path]) -> None:
    in_markdown = markdown_reading.read(sample[".md"])
    assert len(in_markdown) > 1000
    assert word_reading.read(sample[".docx"]) == in_markdown
    assert without_spaces(pdf_reading.read(sample[".pdf"])) == without_spaces(in_markdown)
    assert findings(sample[".docx"]) == []


@pytest.mark.parametrize("sample", ["gbt9704", "enterprise"], indirect=True)
def test_the_contents_name_the_pages_on_which_libreoffice_sets_the_headings(
    sample: dict[str, Path], fonts: FontSet
) -> None:
    """Within a page: LibreOffice sets a quarter em between 汉字 and digits whatever the file says (autoSpaceDN)."""
    named = word_reading.contents(sample[".docx"])
    found = contents_pages(libreoffice_pdf(sample[".docx"], fonts))

    assert len(named) > 100
    assert len(found) == len(named)
    lines = [(*line, page) for line, page in zip(named, found, strict=True)]
    assert [line for line in lines if abs(int(line[1]) - int(line[2])) > 1] == []
