"""Files written whole: at every instant the old file or the new one is there, never half of one."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from docgen.problems import Problem, Words, error, reason

# What Windows can't have in a file name, and the full-width sign that looks like it.
FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
LONGEST_NAME = 200  # bytes: file systems hold 255, and （草稿） and an ending follow


def file_name(title: str, longest: int = LONGEST_NAME) -> str:
    """A title as a file name that every system can hold: no path, no device name, at most `longest` bytes."""
    name = "".join(char for char in title.translate(FORBIDDEN) if char.isprintable())
    name = name.encode()[:longest].decode(errors="ignore").strip(" .")
    return f"_{name}" if not name or DEVICES.fullmatch(name) else name


def write_files(folder: Path, files: Mapping[str, bytes | Path]) -> Problem | None:
    """Write `files` (name → content, or the file that holds it) into `folder`, each whole: temporary, fsync, rename.
    None, or why not.

    All temporaries are written before the first rename, so that a full disk or a read-only folder changes nothing.
    """
    temporaries: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            temporaries.append((_temporary(folder, _bytes(content)), folder / name))
        while temporaries:
            temporary, final = temporaries[0]
            temporary.replace(final)
            temporaries.pop(0)
        _sync(folder)
    except OSError as failure:
        return _cannot_write(folder, failure)
    finally:
        for temporary, _ in temporaries:
            temporary.unlink(missing_ok=True)
    return None


def _bytes(content: bytes | Path) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


def _temporary(folder: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=".docgen-", dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:  # Ctrl-C too
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Make the renames last through a power cut, where a folder can be opened (not on Windows)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _cannot_write(folder: Path, failure: OSError) -> Problem:
    why = reason(failure)
    name = Path(failure.filename2 or failure.filename or folder).name
    return error(
        "OUTPUT-NOT-WRITTEN",
        None,
        Words(f"写不进 {folder}（{name}）：{why.zh}", f"cannot write to {folder} ({name}): {why.en}"),
        Words(
            "关掉正在打开这些文件的程序，看看文件夹的权限和磁盘空间，或用 --out 换一个文件夹",
            "close programs that hold the files, check permissions and free space, or choose a folder with --out",
        ),
    )
