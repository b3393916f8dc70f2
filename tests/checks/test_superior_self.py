"""Nobody supervises himself, directly or in a circle."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "SUPERIOR-SELF"


def test_a_post_that_reports_to_itself(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            直接上级: 仓库主任
    """
    assert report(CODE, 仓储部=department) == [
        "content/departments/仓储部.yaml:4:11: 错误 SUPERIOR-SELF: “仓库主任”不能是自己的上级或下级",
        "    4 |     直接上级: 仓库主任",
        "      |               ^^^^^^^^",
        "      = 帮助: 写上一级或下一级的岗位",
    ]


def test_a_post_that_supervises_itself(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            直接下级: [库管员, 仓储部/仓库主任]
          库管员: {编制: 1}
    """
    assert report(CODE, "en", 仓储部=department) == [
        "content/departments/仓储部.yaml:4:17: error SUPERIOR-SELF: "
        "“仓储部/仓库主任” cannot be its own superior or subordinate",
        "    4 |     直接下级: [库管员, 仓储部/仓库主任]",
        "      |                        ^^^^^^^^^^^^^^^",
        "      = help: name the post above it, or below it",
    ]


def test_a_circle_is_shown_once(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任: {直接上级: 仓库副主任}
          仓库副主任: {直接上级: 库管员}
          库管员: {直接上级: 仓库主任}
          搬运工: {直接上级: 库管员}
    """
    assert report(CODE, 仓储部=department) == [
        "content/departments/仓储部.yaml:3:16: 错误 SUPERIOR-SELF: "
        "直接上级绕了一圈又回到自己：仓储部/仓库主任 → 仓储部/仓库副主任 → 仓储部/库管员 → 仓储部/仓库主任",
        "    3 |   仓库主任: {直接上级: 仓库副主任}",
        "      |                        ^^^^^^^^^^",
        "      = 帮助: 改掉其中一个岗位的“直接上级”",
    ]


def test_several_superiors_are_no_circle(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任: {直接上级: 董事会}
          仓库副主任: {直接上级: 仓库主任}
          库管员: {直接上级: [仓库主任, 仓库副主任]}
    """
    assert report(CODE, manual="外部岗位: 董事会\n", 仓储部=department) == []


def test_a_department_above_itself(report: Report) -> None:
    assert report(CODE, 仓储部="部门: 仓储部\n上级: 仓储部\n") == [
        "content/departments/仓储部.yaml:2:5: 错误 SUPERIOR-SELF: “仓储部”不能是自己的上级或下级",
        "    2 | 上级: 仓储部",
        "      |       ^^^^^^",
        "      = 帮助: 写上级部门或主管这个部门的岗位",
    ]


def test_of_a_long_circle_a_few_are_named(report: Report) -> None:
    posts = "".join(f"  岗{number}: {{直接上级: 岗{number % 1000 + 1}}}\n" for number in range(1, 1001))
    assert report(CODE, 仓储部=f"部门: 仓储部\n岗位:\n{posts}")[0].endswith(
        "直接上级绕了一圈又回到自己：仓储部/岗1 → 仓储部/岗2 → 仓储部/岗3 → 仓储部/岗4 → 仓储部/岗5 → 仓储部/岗6"
        " → …… → 仓储部/岗1000 → 仓储部/岗1"
    )


def test_a_line_of_posts_is_no_circle(codes: Codes) -> None:
    line = "部门: 仓储部\n岗位: {主任: {编制: 1}, 会计: {直接上级: 主任}, 库管员: {直接上级: 会计}}\n"
    assert CODE not in codes(仓储部=line)
