"""The points of a post add up to its full mark, and each duty has some."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "POINTS-SUM"


def post(duties: str, more: str = "") -> str:
    return f"部门: 仓储部\n岗位:\n  仓库主任:\n    职责:\n{duties}{more}"


TWO = """\
      物资收发: {内容: 负责收发物资。, 分值: 60}
      库区巡查: {内容: 负责巡查库区。, 分值: 30}
"""


def test_says_what_they_add_up_to(report: Report) -> None:
    assert report(CODE, 仓储部=post(TWO)) == [
        "content/departments/仓储部.yaml:3:3: 错误 POINTS-SUM: “仓库主任”的分值合计 90 分，满分是 100 分",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = 帮助: 少 10 分：改某项的“分值”，或在“考核”里写“满分: 90”",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="考核: {满分: 80}\n", 仓储部=post(TWO)) == [
        "content/departments/仓储部.yaml:3:3: error POINTS-SUM: "
        "the points of “仓库主任” add up to 90; the full mark is 80",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = help: 10 too many: change a 分值, or write “满分: 90” under 考核",
    ]


def test_the_full_mark_in_force_is_the_nearest(report: Report) -> None:
    assert report(CODE, manual="考核: {满分: 120}\n", 仓储部=post(TWO, "    考核: {满分: 90}\n")) == []


def test_names_the_duties_that_lack_points(report: Report) -> None:
    duties = """\
      物资收发: {内容: 负责收发物资。, 分值: 100}
      库区巡查: 负责巡查库区。
      工作部署: 安排部门工作。
"""
    assert report(CODE, 仓储部=post(duties)) == [
        "content/departments/仓储部.yaml:6:7: 错误 POINTS-SUM: "
        "“仓库主任”有的职责写了分值，职责“库区巡查”、职责“工作部署”没有",
        "    6 |       库区巡查: 负责巡查库区。",
        "      |       ^^^^^^^^",
        "      = 帮助: 给每项职责写“分值”，合计 100 分；不用分值的，一项都不写",
    ]


def test_points_of_standards_count_for_their_duty(report: Report) -> None:
    duties = """\
      物资收发: {内容: 负责收发物资。, 分值: 60}
      库区巡查:
        工作标准:
          - {内容: 每天巡查一次。, 分值: 25}
          - {内容: 每周检查消防器材。, 分值: 15}
"""
    assert report(CODE, 仓储部=post(duties)) == []


def test_points_of_standards_that_serve_several_duties_count_too(report: Report) -> None:
    duties = """\
      物资收发: {内容: 负责收发物资。, 分值: 60}
      库区巡查: 负责巡查库区。
"""
    standards = """\
    工作标准:
      - {内容: 每天巡查一次。, 分值: 40, 对应: 库区巡查}
"""
    assert report(CODE, 仓储部=post(duties, standards)) == []


def test_points_in_force_for_every_post_count_in_each(report: Report) -> None:
    common = """\
        岗位通用:
          职责:
            安全生产: {内容: 遵守安全操作规程。, 分值: 10}
            劳动纪律: 按时上下班。
    """
    assert report(CODE, common=common, 仓储部=post(TWO)) == []


def test_points_given_twice_are_the_same(report: Report) -> None:
    duties = """\
      物资收发:
        分值: 100
        工作标准:
          - {内容: 单据当天录入。, 分值: 50}
          - {内容: 每月盘点一次。, 分值: 40}
"""
    assert report(CODE, 仓储部=post(duties)) == [
        "content/departments/仓储部.yaml:5:7: 错误 POINTS-SUM: 职责“物资收发”的分值是 100 分，它的标准合计 90 分",
        "    5 |       物资收发:",
        "      |       ^^^^^^^^",
        "      = 帮助: 改成一样，或只在一处写“分值”",
    ]


def test_fractions_add_up_exactly(report: Report) -> None:
    duties = "".join(f"      职责{name}: {{内容: 负责。, 分值: 33.3}}\n" for name in "甲乙丙")
    assert report(CODE, 仓储部=post(duties))[0].endswith("分值合计 99.9 分，满分是 100 分")


def test_no_points_at_all_are_fine(report: Report) -> None:
    assert report(CODE, 仓储部=post("      物资收发: 负责收发物资。\n")) == []


def test_points_that_could_not_be_read_are_not_missed(codes: Codes) -> None:
    assert CODE not in codes(仓储部=post(TWO.replace("30", "四十")))
