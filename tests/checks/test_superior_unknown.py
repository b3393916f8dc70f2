"""直接上级 and 直接下级 name posts: of one's own department first, else of the manual."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "SUPERIOR-UNKNOWN"

MANAGEMENT = """\
部门: 经理层
岗位:
  总经理: {编制: 1}
  生产副总经理: {编制: 1}
"""


def store(superior: str) -> str:
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    直接上级: {superior}
    直接下级: 库管员
  库管员: {{编制: 6}}
"""


def test_asks_what_was_meant(report: Report) -> None:
    assert report(CODE, 经理层=MANAGEMENT, 仓储部=store("生产副总")) == [
        "content/departments/仓储部.yaml:4:11: 错误 SUPERIOR-UNKNOWN: 直接上级“生产副总”不是手册里的岗位",
        "    4 |     直接上级: 生产副总",
        "      |               ^^^^^^^^",
        "      = 帮助: 是不是“生产副总经理”？手册里没有页的上级和考核人，写进 manual.yaml 的“外部岗位”",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", 经理层=MANAGEMENT, 仓储部=store("生产副总")) == [
        "content/departments/仓储部.yaml:4:11: error SUPERIOR-UNKNOWN: "
        "superior “生产副总” is not a post of this manual",
        "    4 |     直接上级: 生产副总",
        "      |               ^^^^^^^^",
        "      = help: did you mean “生产副总经理”? "
        "superiors and assessors with no page of their own are listed in 外部岗位 in manual.yaml",
    ]


def test_a_subordinate_is_looked_for_alike(report: Report) -> None:
    department = store("总经理").replace("直接下级: 库管员", "直接下级: [库管员, 搬运工]")
    assert report(CODE, 经理层=MANAGEMENT, 仓储部=department)[0] == (
        "content/departments/仓储部.yaml:5:17: 错误 SUPERIOR-UNKNOWN: 直接下级“搬运工”不是手册里的岗位"
    )


def test_posts_of_the_manual_are_found_by_name_by_path_and_among_those_outside(report: Report) -> None:
    department = store("生产副总经理、经理层/总经理、董事会")
    assert report(CODE, manual="外部岗位: 董事会\n", 经理层=MANAGEMENT, 仓储部=department) == []


def test_a_name_of_several_departments_lists_them_to_choose_from(report: Report) -> None:
    office, sales = "部门: 办公室\n岗位: {主任: {编制: 1}}\n", "部门: 销售部\n岗位: {主任: {编制: 1}}\n"
    assert report(CODE, 办公室=office, 销售部=sales, 仓储部=store("主任")) == [
        "content/departments/仓储部.yaml:4:11: 错误 SUPERIOR-UNKNOWN: "
        "直接上级“主任”说的是哪一个？有 2 个部门有这个岗位",
        "    4 |     直接上级: 主任",
        "      |               ^^^^",
        "      = 帮助: 写明部门，从这些里选一个：办公室/主任、销售部/主任",
    ]


def test_ones_own_department_comes_first(report: Report) -> None:
    office = "部门: 办公室\n岗位: {库管员: {编制: 1}}\n"
    assert report(CODE, 经理层=MANAGEMENT, 办公室=office, 仓储部=store("总经理")) == []


def test_a_department_is_no_superior(report: Report) -> None:
    assert report(CODE, 经理层=MANAGEMENT, 仓储部=store("经理层")) == [
        "content/departments/仓储部.yaml:4:11: 错误 SUPERIOR-UNKNOWN: 直接上级“经理层”是部门，不是岗位",
        "    4 |     直接上级: 经理层",
        "      |               ^^^^^^",
        "      = 帮助: 写部门里的岗位：经理层/总经理、经理层/生产副总经理",
    ]


def test_a_post_of_a_file_that_could_not_be_read_is_not_called_missing(codes: Codes) -> None:
    assert CODE not in codes(经理层="部门: 经理层\n岗位: [\n", 仓储部=store("总经理"))


def test_damage_that_takes_no_name_away_hides_nothing(codes: Codes) -> None:
    damaged = MANAGEMENT.replace("总经理: {编制: 1}", "总经理: {编制: 一}", 1)
    assert codes(经理层=damaged, 仓储部=store("生产副总")).count(CODE) == 1


def test_posts_outside_that_could_not_be_read_are_not_called_missing(codes: Codes) -> None:
    assert CODE not in codes(manual="外部职位: 董事会\n", 仓储部=store("董事会"))


def test_several_posts_in_one_line_of_a_list(report: Report) -> None:
    department = store("总经理").replace("直接上级: 总经理", "直接上级:\n      - 总经理、生产副总经理")
    assert report(CODE, 经理层=MANAGEMENT, 仓储部=department) == [
        "content/departments/仓储部.yaml:5:9: 错误 SUPERIOR-UNKNOWN: 直接上级“总经理、生产副总经理”不是手册里的岗位",
        "    5 |       - 总经理、生产副总经理",
        "      |         ^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 一行写一个名称：- 总经理，- 生产副总经理",
    ]
