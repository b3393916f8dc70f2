"""Zip archives of XML that come from other people (xlsx, docx): opened only where they can do no harm."""

from __future__ import annotations

import io
import zipfile
import zlib

from docgen.problems import Problem, Words, error
from docgen.source import Position

MAX_BYTES = 50 * 2**20
MAX_RATIO = 100
MAX_ENTRIES = 2000
# What zipfile raises for files that are cut off, altered, encrypted, or packed in ways that it doesn't know.
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)


def archive_problem(path: str, data: bytes) -> Problem | None:
    """Why an Office file is not to be read: no archive, too large when unpacked (50 MB, 100:1, 2,000 entries), or XML
    that declares a DOCTYPE or entities of its own, which Office never writes. None where nothing is amiss."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_ENTRIES or size > MAX_BYTES or size > MAX_RATIO * len(data):
                return _too_large(path)
            if any(_declares(archive.read(entry)) for entry in entries if _is_xml(entry.filename)):
                return _declares_entities(path)
    except DAMAGED:
        return _no_archive(path, data)
    return None


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _declares(xml: bytes) -> bool:
    bare = xml.replace(b"\0", b"")  # UTF-16
    return b"<!DOCTYPE" in bare or b"<!ENTITY" in bare


def _no_archive(path: str, data: bytes) -> Problem:
    old = data.startswith(b"\xd0\xcf\x11\xe0")  # OLE: Excel 97–2003, or an encrypted file
    return error(
        "ARCHIVE-UNREADABLE",
        Position(path),
        Words(
            "这是旧格式（.xls）或者加了密码的文件，读不了" if old else "这个文件打不开：不是 Office 文件，或者已经损坏",
            "this is an old (.xls) or encrypted file" if old else "this is no Office file, or it is damaged",
        ),
        Words(
            "用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 或“CSV UTF-8”",
            "open it in Excel or WPS, take the password off, and save it as .xlsx or CSV UTF-8",
        ),
    )


def _too_large(path: str) -> Problem:
    return error(
        "ARCHIVE-TOO-LARGE",
        Position(path),
        Words(
            "这个文件展开后太大（上限 50 MB、压缩 100 倍、2000 个部件），没有读",
            "this file is too large when unpacked (at most 50 MB, 100:1, 2,000 parts) and was not read",
        ),
        Words(
            "只留下要用的表，删掉图片和空白行，另存一份再用",
            "keep only the sheet that is needed, without pictures and blank rows, and save it anew",
        ),
    )


def _declares_entities(path: str) -> Problem:
    return error(
        "ARCHIVE-UNSAFE",
        Position(path),
        Words("这个文件里有 DOCTYPE 或实体声明，Office 不会这样写，没有读", "it declares a DOCTYPE: not read"),
        Words(
            "不要用来历不明的文件；用 Excel 或 WPS 打开，另存一份再用",
            "don't use a file of unknown origin; open it in Excel or WPS and save it anew",
        ),
    )
