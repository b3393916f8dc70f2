"""The content hash: what it depends on, and what it doesn't."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.handout.content_hash import content_hash
from docgen.manual.references import directory
from tests.small_project import DEPARTMENT, MANUAL, read_project

Hash = Callable[..., str]


@pytest.fixture
def hash_of(tmp_path: Path) -> Hash:
    """`hash_of(files)`: that of 仓储部/仓库主任 in a project of these files."""

    def found(files: dict[str, str | bytes] | None = None) -> str:
        manual = read_project(tmp_path / str(len(list(tmp_path.iterdir()))), files)
        return content_hash(directory(manual).paths["仓储部/仓库主任"], manual.version)

    return found


def department(old: str, new: str) -> dict[str, str | bytes]:
    assert old in DEPARTMENT
    return {"departments/仓储部.yaml": DEPARTMENT.replace(old, new)}


def test_it_is_twelve_hexadecimal_digits_that_stay(hash_of: Hash) -> None:
    assert hash_of() == "1d8710213c5c"


@pytest.mark.parametrize(
    "files",
    [
        department("  仓库主任:\n", "  仓库主任:\n    任职者: 张伟\n    布局: 对照表\n    必备: 工作标准\n"),
        department("部门: 仓储部\n", "# 仓储部的职责\n\n部门: 仓储部\n"),
        department("        工作标准: 单据当天录入。", "        工作标准:\n          - 内容: 单据当天录入。"),
        {
            **department(
                "        内容: 负责各类物资的收、存、发。\n        工作标准: 单据当天录入。\n"
                "        考核办法: 单据晚录入1天扣1分。\n",
                "        引用: 公共职责/收发\n",
            ),
            "common.yaml": "公共职责:\n  收发:\n    内容: 负责各类物资的收、存、发。\n    工作标准: 单据当天录入。\n"
            "    考核办法: 单据晚录入1天扣1分。\n",
        },
    ],
    ids=["who holds it", "where it stands", "how it is written", "a reference"],
)
def test_what_changes_nothing_for_the_holder_changes_no_hash(files: dict[str, str | bytes], hash_of: Hash) -> None:
    assert hash_of(files) == hash_of()


@pytest.mark.parametrize(
    "files",
    [
        department("每天巡查一次", "每周巡查一次"),
        department("  仓库主任:\n", "  仓库主任:\n    编制: 2\n"),
        {"common.yaml": "岗位通用:\n  工作标准: 按时到岗。\n"},
        {"manual.yaml": MANUAL.replace("'1.0'", "'1.1'")},
        {"manual.yaml": f"{MANUAL}考核:\n  等级: {{优秀: 90, 差: 0}}\n"},
    ],
    ids=["a standard", "a number", "what is in force for all", "the version", "the grades"],
)
def test_what_changes_the_post_changes_it(files: dict[str, str | bytes], hash_of: Hash) -> None:
    assert hash_of(files) != hash_of()


def test_a_number_is_its_value(hash_of: Hash) -> None:
    same = {
        hash_of(department("  仓库主任:\n", f"  仓库主任:\n    编制: {typed}\n")) for typed in ("2", "２", "2人", "2.0")
    }
    assert len(same) == 1


def test_the_same_post_of_another_department_is_another(tmp_path: Path) -> None:
    manual = read_project(tmp_path, {"departments/办公室.yaml": DEPARTMENT.replace("仓储部", "办公室")})
    assert len({content_hash(place, "1") for place in directory(manual).paths.values()}) == 2
