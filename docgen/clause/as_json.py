"""Effects as JSON values, in the shape of docs/clauses.md: a key is there only where the text says something."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from docgen.clause.effects import Amount, Effect, Quantity, Reading
from docgen.clause.numerals import plain
from docgen.problems import Language


def reading_as_json(reading: Reading, language: Language) -> dict[str, Any]:
    """The object that `docgen clause --json` prints."""
    return {
        "text": reading.text,
        "effects": [effect_as_json(effect) for effect in reading.effects],
        "problems": [
            {"code": unread.code, "message": unread.message.in_language(language), "span": list(unread.span)}
            for unread in reading.unread
        ],
    }


def effect_as_json(effect: Effect) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "kind": effect.kind,
        "amount": _amount(effect.amount),
        "max_amount": _amount(effect.max_amount),
        "choices": [plain(choice) for choice in effect.choices],
        "unit": effect.unit,
        "per": _quantity(effect.per),
        "bounds": [{"op": bound.op, **_unit(bound.amount, bound.unit)} for bound in effect.bounds],
        "cap": _amount(effect.cap),
        "occurrence": list(effect.occurrence) if effect.occurrence else None,
        "scope": effect.scope,
        "round": "up" if effect.rounds_up else None,
        "from": _quantity(effect.step_from),
        "when": effect.when,
    }
    return {key: value for key, value in fields.items() if value} | {"span": list(effect.span)}


def _amount(amount: Amount | None) -> str | None:
    return plain(amount) if isinstance(amount, Decimal) else amount


def _quantity(quantity: Quantity | None) -> Mapping[str, str] | None:
    return _unit(*quantity) if quantity else None


def _unit(amount: Amount, unit: str) -> dict[str, str]:
    return {"amount": _amount(amount) or "0"} | ({"unit": unit} if unit else {})
