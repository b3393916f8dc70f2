"""The tables of `docgen check --statistics`."""

from __future__ import annotations

from pathlib import Path

from docgen.manual.coverage import coverage
from docgen.reports.statistics import statistics
from tests.sample_report import EMPTY, NO_CLAUSE, NOWHERE, report
from tests.small_project import DEPARTMENT, read_project


def test_codes_then_departments_then_the_summary(tmp_path: Path) -> None:
    other = DEPARTMENT.replace("仓储部", "客户服务部").replace("        考核办法: 少巡查一次扣1分。\n", "")
    manual = read_project(tmp_path, {"departments/客户服务部.yaml": other})
    given = report(NO_CLAUSE, EMPTY, EMPTY, NOWHERE, manual=manual, coverage=coverage(manual))
    assert (
        statistics(given)
        == """\
代码             级别  个数  意思
POST-EMPTY       警告     2  岗位下面什么也没写
DUTY-NO-CLAUSE   错误     1  职责没有考核条款
PROJECT-MISSING  错误     1  这里不是手册项目

部门或文件      错误  警告  职责  有标准  有条款  覆盖率  仅通用  豁免
仓储部             1     2     2       2       2  100.0%       0     0
客户服务部         0     0     2       2       1   50.0%       0     0
（不在文件里）     1     0     0       0       0       —       0     0

职责 4 · 有标准 4 · 有条款 3 · 覆盖率 75.0% · 仅通用 0 · 豁免 0
"""
    )


def test_in_english() -> None:
    assert (
        statistics(report(NO_CLAUSE, language="en"))
        == """\
code            severity  count  meaning
DUTY-NO-CLAUSE  error         1  A duty has no scoring clause

department or file               errors  warnings  duties  with standard  with clause  coverage  only by 全部  exempt
content/departments/仓储部.yaml       1         0       0              0            0       —               0       0
"""
    )


def test_sound_content_has_departments_only(tmp_path: Path) -> None:
    manual = read_project(tmp_path)
    assert (
        statistics(report(manual=manual, coverage=coverage(manual)))
        == """\
部门或文件  错误  警告  职责  有标准  有条款  覆盖率  仅通用  豁免
仓储部         0     0     2       2       2  100.0%       0     0

职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
"""
    )
