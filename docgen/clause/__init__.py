"""Scoring clauses (考核条款) understood: text → effects, by the grammar of `docgen.clause.grammar`.

The shapes are those of docs/clauses.md. The text itself is never changed.
"""

from __future__ import annotations

from docgen.clause.effects import Bound, Effect, Quantity, Reading, Unread
from docgen.clause.reader import read

__all__ = ["Bound", "Effect", "Quantity", "Reading", "Unread", "read"]
