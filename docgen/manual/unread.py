"""What may stand where reading failed: a rule doesn't call missing what is merely unread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.manual.model import Clause, Department, Factor, Indicator, Manual, Post, Shared, Standard

if TYPE_CHECKING:
    from typing import Protocol

    class Readable(Protocol):
        """Any part of the content model."""

        @property
        def damaged(self) -> bool: ...


def lost_outside(whole: Readable, parts: Iterable[Readable]) -> bool:
    """Whether something of `whole` could not be read, and that lies outside of its `parts`."""
    return whole.damaged and not any(part.damaged for part in parts)


def ties_unread(holder: Post | Shared) -> bool:
    """Whether `holder` may have standards, clauses, indicators or factors, or ties of them, that could not be read."""
    return any(part.damaged for part in tied_parts(holder)) or lost_outside(holder, holder.duties)


def duties_unread(holder: Post | Shared) -> bool:
    """Whether `holder` may have duties whose names could not be read."""
    return holder.damaged and lost_outside(holder, (*holder.duties, *tied_parts(holder)))


def tied_parts(holder: Post | Shared) -> tuple[Standard | Clause | Indicator | Factor, ...]:
    """What can be tied to duties by 对应."""
    return (*holder.standards, *holder.clauses, *holder.indicators, *holder.scorecard)


def names_unread(department: Department) -> bool:
    """Whether a name may be missing in `department` because its file could not be read in full: damage within a post
    or a duty takes no name away."""
    shared = (department.shared,) if department.shared else ()
    return lost_outside(department, (*department.posts, *department.duties, *shared))


def common_unread(manual: Manual) -> bool:
    """Whether common.yaml may hold a 岗位通用 that could not be read."""
    return manual.common.shared is None and lost_outside(manual.common, manual.common.duties)
