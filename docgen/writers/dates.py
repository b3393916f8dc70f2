"""When a file says it was made: never the time on the clock, so that the same content is the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def made_at(issued: str) -> datetime | None:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else the day of issue (ISO date); None where there is neither."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    try:
        return datetime.fromisoformat(issued).replace(tzinfo=UTC)
    except ValueError:
        return None
