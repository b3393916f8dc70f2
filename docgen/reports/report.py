"""What a report is made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.manual.coverage import Coverage
from docgen.manual.model import Manual
from docgen.problems import Language, Problem


class Report(NamedTuple):
    """What a check found, and in what words to say it.

    `manual` is what could be read, None where nothing could. `prefix` goes before each path where the project is not
    the working directory ("手册/"), for the formats whose readers look for the files. `strict`: warnings fail too.
    """

    problems: list[Problem]
    coverage: Coverage | None
    manual: Manual | None
    language: Language = "zh"
    prefix: str = ""
    strict: bool = False

    def by_file(self) -> Iterator[tuple[str, list[Problem]]]:
        """The problems by the file in which they stand, "" for those that stand in none."""
        files: dict[str, list[Problem]] = {}
        for problem in self.problems:
            files.setdefault(f"{self.prefix}{problem.position.path}" if problem.position else "", []).append(problem)
        yield from files.items()
