"""Archives from other people: what is too large, not XML alone, or no archive at all is not read."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from docgen.archive import archive_problem


def archive(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return made.getvalue()


def test_plain_xml_is_sound() -> None:
    assert archive_problem("a.xlsx", archive({"a.xml": b"<a/>", "b.png": b"<!DOCTYPE"})) is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ARCHIVE-UNREADABLE"),
        (b"PK\x03\x04 damaged", "ARCHIVE-UNREADABLE"),
        (archive({"a.xml": b"x" * 1000})[:-30], "ARCHIVE-UNREADABLE"),
        (archive({"a.xml": b" " * 10_000_000}), "ARCHIVE-TOO-LARGE"),
        (archive({f"{number}.bin": b"" for number in range(2001)}), "ARCHIVE-TOO-LARGE"),
        (archive({"a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "ARCHIVE-UNSAFE"),
        (
            archive({"a.rels": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")}),
            "ARCHIVE-UNSAFE",
        ),
    ],
)
def test_what_is_not_read(data: bytes, code: str) -> None:
    problem = archive_problem("名单.xlsx", data)
    assert problem
    assert (problem.code, str(problem.position)) == (code, "名单.xlsx:1:1")


def test_more_than_fifty_megabytes_are_too_large_even_where_hardly_compressed() -> None:
    import random

    block = random.Random(1).randbytes(2**20)
    problem = archive_problem("a.xlsx", archive({f"{number}.bin": block for number in range(51)}))
    assert problem
    assert problem.code == "ARCHIVE-TOO-LARGE"
