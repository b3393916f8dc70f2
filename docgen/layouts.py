"""The layouts that this version can print, and the template of each."""

from __future__ import annotations

from typing import Final

LAYOUT_FILES: Final = {"三段式": "standard"}
