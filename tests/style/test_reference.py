"""A project's reference.docx before anything opens it: what is refused, and why."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from docgen.style.reference import read_reference


def packed(*entries: tuple[str, bytes]) -> bytes:
    """A zip of these entries, after those that every Word file has."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("[Content_Types].xml", "word/document.xml", "word/styles.xml"):
            package.writestr(name, b"<x/>")
        for name, content in entries:
            package.writestr(name, content)
    return found.getvalue()


def reason(folder: Path, data: bytes) -> str:
    (folder / "reference.docx").write_bytes(data)
    read, (problem,) = read_reference([folder])
    assert read == b""
    assert (problem.code, str(problem.position)) == ("WORD-REFERENCE", "templates/reference.docx:1:1")
    return problem.message.zh.removeprefix("这个参考文件不能用：")


def test_a_project_need_not_have_one(tmp_path: Path) -> None:
    assert read_reference([tmp_path]) == (b"", [])


def test_a_word_file_is_read_as_it_is(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "reference.docx"))

    assert read_reference([tmp_path]) == ((tmp_path / "reference.docx").read_bytes(), [])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "它不是完好的 .docx 文件"),
        (b"PK\x03\x04 not a zip", "它不是完好的 .docx 文件"),
        (packed()[:-40], "它不是完好的 .docx 文件"),
        (packed(*((f"{n}", b"") for n in range(2000))), "里面有 2003 个文件，最多 2000 个"),
        (packed(("bomb", bytes(5_000_000))), "压缩得太厉害，超过 100 倍"),
        (packed(("bomb", bytes(51 * 1024 * 1024))), "解开以后超过 50 MB"),
        (packed(("word/a.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")), "word/a.xml 里有 DOCTYPE"),
        (packed(("word/a.xml", "<!DOCTYPE a><a/>".encode("utf-16"))), "word/a.xml 里有 DOCTYPE"),
    ],
    ids=["empty", "no zip", "cut off", "entries", "ratio", "size", "doctype", "doctype in UTF-16"],
)
def test_what_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    assert reason(tmp_path, data) == expected


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        package.writestr("[Content_Types].xml", "<x/>")

    assert reason(tmp_path, found.getvalue()) == "里面没有 word/document.xml，不是 Word 文件"
