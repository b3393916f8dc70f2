"""What was found sound stays sound: a check of unchanged content is answered from the cache.

Under `$XDG_CACHE_HOME/docgen/sound` stands one small file for each content that passed without a single problem, named
by the SHA-256 of every byte of it and of the project's own templates, and of the docgen that checked it. Losing it
costs only time.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from docgen import __version__
from docgen.problems import Words

PACKAGE = os.path.dirname(__file__)  # noqa: PTH120  # quicker than pathlib
KEPT = 100
LARGEST = 100 * 2**20


def place(root: Path) -> Path | None:
    """Where the summary of this content stands, as it is now. None where the user has no home, or where the content has
    links, pipes or devices in it, or is larger than any manual."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        cache = Path(base) if base.startswith("/") else Path.home() / ".cache"
        return cache / "docgen" / "sound" / _fingerprint(str(root))
    except (OSError, RuntimeError):
        return None


def remembered(place: Path | None) -> Words | None:
    """The summary of the last check of exactly this content, where it had no problem."""
    if place is None:
        return None
    try:
        zh, en = place.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    return Words(zh, en)


def remember(root: Path, before: Path | None, summary: Words) -> None:
    """Keep the summary of content that has no problem; of 100 such files the oldest go.

    `before` is its place before the check. Content that was changed since is not what was checked, or not all of it.
    """
    if before is None or place(root) != before:
        return
    try:
        before.parent.mkdir(parents=True, exist_ok=True)
        temporary = before.with_name(f"{before.name}.{os.getpid()}")
        temporary.write_text(f"{summary.zh}\n{summary.en}\n", encoding="utf-8")
        temporary.replace(before)
        for old in sorted(before.parent.iterdir(), key=lambda each: each.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _fingerprint(root: str) -> str:
    digest = hashlib.sha256(f"{__version__}\n".encode())
    for path, status in _files(PACKAGE, leave_out="__pycache__"):
        if path.endswith((".py", ".txt")):
            digest.update(os.fsencode(f"{path}\0{status.st_mtime_ns}\n"))
    total = 0
    for path, status in _files_of_project(root):
        total += status.st_size
        if total > LARGEST:
            raise OSError(errno.EFBIG, "too large to remember", root)
        digest.update(os.fsencode(f"{path[len(root) :]}\0{status.st_size}\n"))
        with open(path, "rb") as file:  # noqa: PTH123  # as above
            digest.update(file.read())
    return digest.hexdigest()


def _files_of_project(root: str) -> Iterator[tuple[str, os.stat_result]]:
    yield from _files(f"{root}/content")
    if os.path.isdir(f"{root}/templates"):  # noqa: PTH112  # as above
        yield from _files(f"{root}/templates")


def _files(folder: str, leave_out: str = "") -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.name == leave_out:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, leave_out)
            elif entry.is_file(follow_symlinks=False):
                yield entry.path, entry.stat(follow_symlinks=False)
            else:
                raise OSError(errno.EINVAL, "not a regular file", entry.path)
