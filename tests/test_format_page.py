"""docs/content.md, the page for HR: made from the declared fields, and its example is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.format import classes
from docgen.format_page import TITLES, content_page
from docgen.manual.model import Common, Department, Manual
from tests.conftest import Golden
from tests.small_project import run, write_project

PAGE = Path(__file__).parent.parent / "docs" / "content.md"

MANUAL = """\
名称: 岗位手册
单位: 示例木业有限公司
版本: '1.0'
外部岗位: 行政副总经理、总务部经理、驾驶员、修理工
"""

COMMON = """\
公共职责:
  交办工作:
    工作标准: 交办的当天回复。
    考核办法: 逾期1天扣1分。
"""


def test_the_page_is_what_the_declared_fields_make(golden: Golden) -> None:
    golden(PAGE, content_page())


def test_its_example_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.findall(r"```yaml\n(.*?)```", content_page(), re.DOTALL)[0]
    files: dict[str, str | bytes] = {"manual.yaml": MANUAL, "common.yaml": COMMON}
    project = write_project(tmp_path, files)
    (project / "content/departments/仓储部.yaml").write_text(example, encoding="utf-8")

    assert run(capsys, "-C", str(project), "check", "--strict") == (
        0,
        "职责 3 · 有标准 3 · 有条款 3 · 覆盖率 100.0% · 仅通用 0 · 豁免 0\n",
        "",
    )


def test_every_class_of_the_format_has_a_table() -> None:
    assert set(TITLES) == set(classes(Manual, Common, Department))


def test_every_link_leads_to_a_heading() -> None:
    page = content_page()
    headings = re.findall(r"^### (.*)", page, re.MULTILINE)
    anchors = {re.sub(r"[：.]", "", heading).replace(" ", "-") for heading in headings}

    assert set(re.findall(r"\]\(#(.*?)\)", page)) <= anchors
