"""Files to bytes: what is no regular file, or larger than any content, is named and not read."""

from __future__ import annotations

import stat
from pathlib import Path

from docgen.decoding import MAX_BYTES, too_large
from docgen.problems import Problem, Words, error, reason
from docgen.source import Position


def read_file(file: Path, path: str) -> bytes | Problem:
    """The bytes of a file, called `path` in the problem that it can't be read: FILE-UNREADABLE, or FILE-TOO-LARGE.

    Its directory entry is looked at first: a pipe would never answer, and `/dev/zero` never end.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return _not_regular(path)
        if status.st_size > MAX_BYTES:
            return too_large(path, status.st_size)
        return file.read_bytes()
    except OSError as failure:
        return _unreadable(path, reason(failure))


def unreadable_name(path: str) -> Problem:
    """A file whose name is bytes of another encoding; `path` has replacement characters for them."""
    return error(
        "FILE-UNREADABLE",
        Position(path),
        Words("文件名不是 UTF-8 编码，没有读", "the file's name is not in UTF-8: it was not read"),
        Words(
            "给文件重新起名；从压缩包里解出来的，解压时选编码 GBK",
            "rename the file; when unpacking an archive, choose GBK as its encoding",
        ),
    )


def _not_regular(path: str) -> Problem:
    return error(
        "FILE-UNREADABLE",
        Position(path),
        Words("这不是普通文件，没有读", "this is no regular file: it was not read"),
        Words("这个名字用来放内容文件；把它移走，换成普通的文本文件", "move it away and put a plain text file here"),
    )


def _unreadable(path: str, why: Words) -> Problem:
    return error(
        "FILE-UNREADABLE",
        Position(path),
        Words(f"这个文件打不开：{why.zh}", f"this file cannot be opened: {why.en}"),
        Words("看看文件权限，或是否正被别的程序占用", "check its permissions, and that no program holds it"),
    )
