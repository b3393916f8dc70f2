"""The lines of a project's files, for showing where a problem is."""

from __future__ import annotations

import os
from pathlib import Path

from docgen.reading import read_file
from docgen.source import Position


class SourceLines:
    """Calling it gives the source line of a position, None where there is none to show. Each file is read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def __call__(self, position: Position) -> str | None:
        if position.path not in self._lines:
            self._lines[position.path] = self._read(position.path)
        lines = self._lines[position.path]
        line = lines[position.line - 1] if 0 < position.line <= len(lines) else None
        return None if line and _is_garbled(line) else line

    def _read(self, path: str) -> list[str]:
        from docgen import resources

        places = [self._root / path]
        if path.startswith("templates/"):
            places.append(resources.templates() / path.removeprefix("templates/"))
        for file in places:
            if file.suffix.lower() != ".xlsx" and os.path.exists(file):  # noqa: PTH110  # pathlib's raises for a long name
                data = read_file(file, path)
                if not isinstance(data, bytes):
                    break
                return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
        return []


def _is_garbled(line: str) -> bool:
    """Whether a line is of another encoding, so that showing it helps nobody."""
    return "\0" in line or "\ufffd\ufffd" in line
