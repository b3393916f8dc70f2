"""A project's own `templates/reference.docx`: the Word file whose looks the manual takes (docgen.writers.word.reference
says what of it).

It comes from other people: before anything else opens it, its zip is measured and its XML looked at.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docgen.archive import DAMAGED, MAX_BYTES, MAX_ENTRIES, MAX_RATIO
from docgen.problems import Problem, Words, error, reason
from docgen.source import Position

PATH = "templates/reference.docx"
MEGABYTE = 1024 * 1024
NEEDED = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")


def read_reference(folders: list[Path]) -> tuple[bytes, list[Problem]]:
    """The bytes of the first folder's reference.docx, none where there is none, and what is wrong with it."""
    file = next((folder / "reference.docx" for folder in folders if (folder / "reference.docx").is_file()), None)
    if file is None:
        return b"", []
    try:
        if file.stat().st_size > MAX_BYTES:
            return b"", [refused(Words("文件超过 50 MB", "it is larger than 50 MB"))]
        data = file.read_bytes()
    except OSError as failure:  # Word holds it open, on Windows
        why = reason(failure)
        return b"", [refused(Words(f"文件打不开：{why.zh}", f"it cannot be opened: {why.en}"))]
    wrong = _wrong(data)
    return (b"", [refused(wrong)]) if wrong else (data, [])


def _wrong(data: bytes) -> Words | None:
    """Why a file is no Word file that may be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _measured(package) or _looked_at(package)
    except DAMAGED:
        return Words("它不是完好的 .docx 文件", "it is no sound .docx file")


def _measured(package: zipfile.ZipFile) -> Words | None:
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES:
        return Words(f"里面有 {len(entries)} 个文件，最多 2000 个", f"it holds {len(entries)} files; 2,000 is the most")
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > MAX_BYTES:
        return Words("解开以后超过 50 MB", "it is larger than 50 MB when unpacked")
    if size > MEGABYTE and size > MAX_RATIO * packed:
        return Words("压缩得太厉害，超过 100 倍", "it is packed to less than a hundredth")
    missing = [name for name in NEEDED if name not in package.NameToInfo]
    if missing:
        return Words(f"里面没有 {missing[0]}，不是 Word 文件", f"it has no {missing[0]}: it is no Word file")
    return None


def _looked_at(package: zipfile.ZipFile) -> Words | None:
    """XML with a DOCTYPE may hold entities that grow without end; no Word writes one."""
    for entry in package.infolist():
        content = package.read(entry)  # checks its CRC and that it is as long as it says
        if entry.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content.replace(b"\0", b""):
            return Words(f"{entry.filename} 里有 DOCTYPE", f"{entry.filename} has a DOCTYPE")
    return None


def refused(why: Words) -> Problem:
    """The problem of a reference that can't be used."""
    return error(
        "WORD-REFERENCE",
        Position(PATH),
        Words(f"这个参考文件不能用：{why.zh}", f"this reference file can't be used: {why.en}"),
        Words(
            "用 Word 打开，另存为 .docx；或删掉它，Word 文件就用样式文件里的样子",
            "open it in Word and save it as .docx; or delete it, and the style file says how Word looks",
        ),
    )
