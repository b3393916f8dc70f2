"""What `docgen doctor` finds on a machine, and what it says of what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docgen.doctor import Finding, examine
from docgen.problems import Words


def test_what_is_there_is_one_line() -> None:
    finding = Finding(True, Words("字体", "fonts"))

    assert finding.line("zh") == "正常  字体"
    assert finding.line("en") == "ok  fonts"


def test_what_is_missing_comes_with_the_way_out() -> None:
    finding = Finding(False, Words("没有字体", "no fonts"), Words("装字体", "install fonts"))

    assert finding.line("zh") == "缺少  没有字体\n      = 装字体"
    assert finding.line("en") == "missing  no fonts\n      = install fonts"


def test_a_machine_that_can_build_has_python_pango_and_fonts(tmp_path: Path) -> None:
    python, pango, fonts, *remarks = examine(tmp_path)

    assert python == Finding(True, Words(*[f"Python {'.'.join(map(str, sys.version_info[:3]))}"] * 2))
    assert pango.ok
    assert pango.what.zh.startswith("WeasyPrint ")
    assert fonts.ok
    assert fonts.what.zh.startswith("字体：宋 ")
    assert all(remark.ok for remark in remarks)


@pytest.mark.usefixtures("no_fonts")
def test_a_machine_without_fonts_is_told_how_to_get_them(tmp_path: Path) -> None:
    *_, fonts = examine(tmp_path)

    assert not fonts.ok
    assert fonts.remedy
    assert "docgen doctor --fetch-fonts" in fonts.remedy.zh


def test_a_machine_without_pango_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What importing WeasyPrint raises where the library is missing.
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)

    _, pango, *_ = examine(tmp_path)

    assert pango == Finding(
        False,
        Words("Pango（生成 PDF 用；Word 和 Markdown 不需要）", "Pango (for PDF; Word and Markdown do without)"),
        Words(
            "Debian、Ubuntu：sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；"
            "macOS：brew install pango",
            "Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
            "macOS: brew install pango",
        ),
    )
