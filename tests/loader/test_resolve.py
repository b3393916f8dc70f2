"""What is written once: shared duties referred to, and what posts inherit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.loader import Loaded
from docgen.manual.model import Department, Manual, Post
from tests.loader.reading import WAREHOUSE, load_files, plain, said
from tests.small_project import MANUAL

COMMON = """\
公共职责:
  交办工作:
    内容: 完成领导交办的工作。
    工作标准: 按期完成。
    考核办法: 晚1天扣1分。
    分值: 10
"""


def department(duty: str) -> str:
    return f"部门: 仓储部\n岗位:\n  仓库主任:\n    职责:\n      交办工作:\n{duty}"


def first_duty(loaded: Loaded) -> Any:
    assert loaded.manual is not None
    return loaded.manual.departments[0].posts[0].duties[0]


class TestReferences:
    def test_a_reference_is_replaced_by_the_shared_duty(self, tmp_path: Path) -> None:
        loaded = load_files(
            tmp_path, {"common.yaml": COMMON, WAREHOUSE: department("        引用: 公共职责/交办工作\n")}
        )
        assert said(loaded.problems) == []
        duty = first_duty(loaded)
        assert plain(duty) == {
            "name": "交办工作",
            "content": "完成领导交办的工作。",
            "standards": [{"content": "按期完成。"}],
            "clauses": [{"content": "晚1天扣1分。"}],
            "points": "10分",
            "ref": "公共职责/交办工作",
        }
        assert str(duty.position) == "content/departments/仓储部.yaml:5:7"
        assert str(duty.clauses[0].position) == "content/common.yaml:5:11"

    def test_a_field_beside_it_replaces_the_shared_one(self, tmp_path: Path) -> None:
        source = department("        引用: 交办工作\n        考核办法:\n          - 晚1天扣2分。\n        分值: ５\n")
        loaded = load_files(tmp_path, {"common.yaml": COMMON, WAREHOUSE: source})
        assert said(loaded.problems) == []
        assert plain(first_duty(loaded)) == {
            "name": "交办工作",
            "content": "完成领导交办的工作。",
            "standards": [{"content": "按期完成。"}],
            "clauses": [{"content": "晚1天扣2分。"}],
            "points": "5分",
            "ref": "交办工作",
        }

    def test_it_may_stand_in_every_list_of_duties(self, tmp_path: Path) -> None:
        reference = "{引用: 公共职责/交办工作}"
        source = f"部门: 仓储部\n部门职责:\n  交办: {reference}\n岗位通用:\n  职责:\n    临时工作: {reference}\n"
        shared = f"岗位通用:\n  职责:\n    保密: {reference}\n"
        loaded = load_files(tmp_path, {"common.yaml": COMMON + shared, WAREHOUSE: source})
        assert said(loaded.problems) == []
        assert loaded.manual is not None
        found = loaded.manual.departments[0]
        assert found.shared is not None
        assert loaded.manual.common.shared is not None
        for duty in (found.duties[0], found.shared.duties[0], loaded.manual.common.shared.duties[0]):
            assert duty.content == "完成领导交办的工作。"

    def test_an_unknown_duty_is_asked_back(self, tmp_path: Path) -> None:
        source = department("        引用: 公共职责/交代工作\n")
        loaded = load_files(tmp_path, {"common.yaml": COMMON, WAREHOUSE: source})
        assert said(loaded.problems) == ["6:13 REF-UNKNOWN: 引用的“公共职责/交代工作”不存在"]
        assert loaded.problems[0].help.zh == "是不是“公共职责/交办工作”？common.yaml 的公共职责有：交办工作"
        assert first_duty(loaded).damaged

    def test_another_folder_is_unknown(self, tmp_path: Path) -> None:
        source = department("        引用: 部门职责/交办工作\n")
        loaded = load_files(tmp_path, {"common.yaml": COMMON, WAREHOUSE: source})
        assert said(loaded.problems) == ["6:13 REF-UNKNOWN: 引用的“部门职责/交办工作”不存在"]

    def test_without_a_common_file_there_is_none(self, tmp_path: Path) -> None:
        loaded = load_files(tmp_path, {WAREHOUSE: department("        引用: 公共职责/交办工作\n")})
        assert said(loaded.problems) == ["6:13 REF-UNKNOWN: 引用的“公共职责/交办工作”不存在"]
        assert loaded.problems[0].help.zh == "common.yaml 的公共职责有：（还没有）"

    def test_a_shared_duty_cannot_refer_to_another(self, tmp_path: Path) -> None:
        loaded = load_files(tmp_path, {"common.yaml": f"{COMMON}  值班:\n    引用: 公共职责/交办工作\n"})
        assert said(loaded.problems) == ["8:9 REF-NESTED: 公共职责里不能再写“引用”"]

    def test_what_an_unreadable_common_file_may_hold_is_not_called_missing(self, tmp_path: Path) -> None:
        source = department("        引用: 公共职责/交办工作\n")
        loaded = load_files(tmp_path, {"common.yaml": f"{COMMON}  值班: '\n", WAREHOUSE: source})
        assert said(loaded.problems) == ["7:7 YAML-SYNTAX: 引号没有成对：从这里起一直到文件末尾都没有找到另一半"]


class TestDefaults:
    def test_a_duty_without_content_has_its_title(self, tmp_path: Path) -> None:
        loaded = load_files(tmp_path, {WAREHOUSE: department("        分值: 5\n")})
        content = first_duty(loaded).content
        assert (str(content), str(content.position)) == ("交办工作", "content/departments/仓储部.yaml:5:7")


def posts(manual: str, department: str, post: str, folder: Path) -> tuple[Manual, Department, Post]:
    """The three that inherit, from lines of theirs."""
    source = f"部门: 仓储部\n{department}岗位:\n  主任:\n{post}    职责:\n      收发: 负责。\n"
    loaded = load_files(folder, {"manual.yaml": MANUAL + manual, WAREHOUSE: source})
    assert said(loaded.problems) == []
    assert loaded.manual is not None
    found = loaded.manual.departments[0]
    return loaded.manual, found, found.posts[0]


class TestInheritance:
    def test_the_nearest_layout_and_requirement_win(self, tmp_path: Path) -> None:
        manual, department, post = posts("布局: 三段式\n必备: 工作标准\n", "布局: 对照表\n", "    必备: 无\n", tmp_path)
        assert [each.layout for each in (manual, department, post)] == ["三段式", "对照表", "对照表"]
        assert [each.required for each in (manual, department, post)] == [("工作标准",), ("工作标准",), ("无",)]

    def test_nothing_is_handed_up(self, tmp_path: Path) -> None:
        manual, department, post = posts("", "", "    布局: 条文\n    考核: {周期: 月}\n", tmp_path)
        assert (manual.layout, department.layout, post.layout) == (None, None, "条文")
        assert (manual.assessment, department.assessment) == (None, None)

    def test_assessments_are_merged_field_by_field(self, tmp_path: Path) -> None:
        _, department, post = posts(
            "考核:\n  周期: 月\n  满分: 100\n  等级: {好: 60, 差: 0}\n  结果运用: 与奖金挂钩。\n",
            "考核:\n  周期: 季、年\n  审批人: 总经理\n",
            "    考核:\n      满分: 120\n      考核人: {直接上级: 70%, 自评: 30%}\n",
            tmp_path,
        )
        inherited = {
            "cycle": ["季", "年"],
            "full": "100分",
            "approver": "总经理",
            "grades": [{"name": "好", "floor": "60分"}, {"name": "差", "floor": "0分"}],
            "consequences": ["与奖金挂钩。"],
        }
        assert plain(department.assessment) == inherited
        own = {"full": "120分", "assessors": [["直接上级", "70%"], ["自评", "30%"]]}
        assert plain(post.assessment) == inherited | own
        assert post.assessment is not None
        assert str(post.assessment.position) == "content/departments/仓储部.yaml:8:7"

    def test_what_is_in_force_for_every_post_comes_from_the_manual_and_the_department(self, tmp_path: Path) -> None:
        shared = "岗位通用:\n  工作标准: {}\n"
        loaded = load_files(
            tmp_path,
            {
                "common.yaml": shared.format("遵守考勤。"),
                WAREHOUSE: shared.format("爱护库房。") + department("        分值: 5\n"),
            },
        )
        assert said(loaded.problems) == []
        assert loaded.manual is not None
        shared_parts = loaded.manual.departments[0].posts[0].shared
        assert [part.standards[0].content for part in shared_parts] == ["遵守考勤。", "爱护库房。"]
        assert shared_parts[0] is loaded.manual.common.shared
        assert shared_parts[1] is loaded.manual.departments[0].shared
