"""对应 names duties of its own post; that of 岗位通用, duties of one of its posts."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "TIE-UNKNOWN"

DEPARTMENT = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发: 负责各类物资的收、存、发。
      库区巡查: 负责巡查库区。
"""


def test_asks_what_was_meant_and_lists_the_duties(report: Report) -> None:
    standards = """\
    工作标准:
      - 内容: 每天巡查库区一次。
        对应: 库区巡视
"""
    assert report(CODE, 仓储部=DEPARTMENT + standards) == [
        "content/departments/仓储部.yaml:9:13: 错误 TIE-UNKNOWN: 本岗位没有“库区巡视”这项职责",
        "    9 |         对应: 库区巡视",
        "      |               ^^^^^^^^",
        "      = 帮助: 是不是“库区巡查”？“对应”写职责的标题，本岗位有：物资收发、库区巡查",
    ]


def test_says_so_in_english(report: Report) -> None:
    clauses = """\
    考核办法:
      - 内容: 少巡查一次扣1分。
        对应: 库区巡视
"""
    assert report(CODE, "en", 仓储部=DEPARTMENT + clauses) == [
        "content/departments/仓储部.yaml:9:13: error TIE-UNKNOWN: there is no duty “库区巡视” in this post",
        "    9 |         对应: 库区巡视",
        "      |               ^^^^^^^^",
        "      = help: did you mean “库区巡查”? 对应 takes the titles of duties; here: 物资收发, 库区巡查",
    ]


def test_indicators_and_factors_are_tied_alike(report: Report) -> None:
    tied = """\
    指标:
      账物相符率:
        内容: 相符品种数除以盘点品种数。
        对应: [物资收发, 甲]
    评分表:
      工作成效:
        工作质量:
          衡量标准: 出入库无差错。
          对应: 乙
"""
    assert [line for line in report(CODE, 仓储部=DEPARTMENT + tied) if CODE in line] == [
        "content/departments/仓储部.yaml:10:20: 错误 TIE-UNKNOWN: 本岗位没有“甲”这项职责",
        "content/departments/仓储部.yaml:15:15: 错误 TIE-UNKNOWN: 本岗位没有“乙”这项职责",
    ]


def test_every_duty_is_a_name_too_and_so_are_the_duties_of_all_posts(report: Report) -> None:
    common = """\
        岗位通用:
          职责:
            安全生产: 遵守安全操作规程。
    """
    clauses = """\
    考核办法:
      - 内容: 违反制度一次扣1分。
        对应: 全部
      - 内容: 未参加安全学习扣1分。
        对应: 安全生产
"""
    assert report(CODE, common=common, 仓储部=DEPARTMENT + clauses) == []


def test_what_is_shared_by_a_department_is_tied_to_duties_of_any_of_its_posts(report: Report) -> None:
    shared = """\
岗位通用:
  考核办法:
    - 内容: 少巡查一次扣1分。
      对应: 库区巡查
    - 内容: 缺席例会一次扣1分。
      对应: 部门例会
"""
    assert report(CODE, 仓储部=DEPARTMENT + shared) == [
        "content/departments/仓储部.yaml:12:11: 错误 TIE-UNKNOWN: 本部门的岗位没有“部门例会”这项职责",
        "   12 |       对应: 部门例会",
        "      |             ^^^^^^^^",
        "      = 帮助: “对应”写职责的标题，本部门的岗位有：物资收发、库区巡查",
    ]


def test_what_is_shared_by_all_is_tied_to_duties_of_any_post(report: Report) -> None:
    common = """\
        岗位通用:
          考核办法:
            - 内容: 少巡查一次扣1分。
              对应: 库区巡查
            - 内容: 缺席例会一次扣1分。
              对应: 部门例会
    """
    assert report(CODE, common=common, 仓储部=DEPARTMENT)[0] == (
        "content/common.yaml:6:11: 错误 TIE-UNKNOWN: 各岗位没有“部门例会”这项职责"
    )


def test_a_name_that_could_not_be_read_is_not_called_missing(codes: Codes) -> None:
    unread = """\
    职贵:
      库区巡视: 负责巡视库区。
    工作标准:
      - 内容: 每天巡查库区一次。
        对应: 库区巡视
"""
    assert CODE not in codes(仓储部=DEPARTMENT + unread)


def test_a_field_that_could_not_be_read_elsewhere_hides_nothing(codes: Codes) -> None:
    unread = """\
    工作标准:
      - 内容: 每天巡查库区一次。
        对应: 库区巡视
        分值: 二十
"""
    assert CODE in codes(仓储部=DEPARTMENT + unread)
