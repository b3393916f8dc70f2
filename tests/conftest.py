"""What all tests share: exact expected files and a machine without surprises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, and no test fails for being slow.
settings.register_profile("docgen", deadline=None, derandomize=True)
settings.load_profile("docgen")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the expected files anew instead of comparing them")


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Golden:
    """`golden(path, text)`: the file at `path` holds exactly `text`; `pytest --renew` (make goldens) makes it so."""
    renew = bool(pytestconfig.getoption("--renew"))

    def compare(path: Path, text: str) -> None:
        if renew:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        expected = path.read_bytes().decode() if path.exists() else f"(no file {path}: run make goldens)"
        assert text == expected

    return compare


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings and caches of whoever runs the tests don't reach docgen, nor its own reach theirs."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("DOCGEN_FONTS", "DOCGEN_LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which neither docgen nor fontconfig finds a font."""
    bare = tmp_path / "no-fonts"
    bare.mkdir()
    (bare / "fonts.conf").write_text(f"<fontconfig><dir>{bare}</dir><cachedir>{bare}</cachedir></fontconfig>")
    monkeypatch.setenv("XDG_DATA_HOME", str(bare))
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare / "fonts.conf"))
