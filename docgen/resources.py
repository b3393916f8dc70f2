"""Files that travel with docgen: the template set, the sample company, the schemas.

In a checkout they lie at its top; in an installed wheel under `docgen/_data` (pyproject.toml puts them there).
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_data"


def _folder(installed: str, checkout: str) -> Path:
    return _INSTALLED / installed if _INSTALLED.is_dir() else _PACKAGE.parent / checkout


def templates() -> Path:
    """The template set: `layouts/`, `parts/`, `styles/`."""
    return _folder("templates", "templates")


def sample_content() -> Path:
    """The `content/` folder of the sample company."""
    return _folder("content", "content")


def schemas() -> Path:
    """The JSON Schemas of the content files and of a report."""
    return _folder("schema", "docs/schema")


def template_folders(root: Path) -> list[Path]:
    """The own templates of the project in `root`, if any, over docgen's; the sample manual's are docgen's."""
    own = root / "templates"
    return [*([own] if own.is_dir() and not own.samefile(templates()) else []), templates()]
