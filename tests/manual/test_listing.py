"""The lines of a post's numbered lists: who leads them, in which order, under which key."""

from __future__ import annotations

from pathlib import Path

from docgen.manual.listing import clause_lines, duty_lines, standard_lines
from docgen.manual.model import Post
from tests.small_project import read_project

DEPARTMENT = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准:
          - 内容: 单据当天录入。
            考核办法: 晚录入1天扣1分。
          - 每月盘点一次。
        考核办法:
          - 少盘点一次扣3分。
      工作部署: 工作部署
      交接班:
        考核办法: 漏交一次扣2分。
    工作标准:
      - 内容: 每天巡查库区。
        对应: [物资收发, 工作部署]
        考核办法: 少巡查一次扣1分。
      - 内容: 着装整齐。
        对应: 全部
    考核办法:
      - 内容: 无故缺席例会，每次扣1分。
        对应: all
      - 内容: 发错物资，每次扣5分。
        对应: 物资收发
  库管员:
    职责:
      - 每天清点物资。
      - 打扫库房。
"""


def post(folder: Path, number: int = 0) -> Post:
    return read_project(folder, {"departments/仓储部.yaml": DEPARTMENT}).departments[0].posts[number]


def test_a_duty_is_led_by_its_title_unless_it_is_only_a_title(tmp_path: Path) -> None:
    assert duty_lines(post(tmp_path).duties) == [
        (("物资收发",), "负责各类物资的收、存、发。", "物资收发"),
        ((), "工作部署", "工作部署"),
        ((), "交接班", "交接班"),
    ]


def test_the_number_of_a_duty_without_title_leads_nothing(tmp_path: Path) -> None:
    assert duty_lines(post(tmp_path, 1).duties) == [
        ((), "每天清点物资。", "1"),
        ((), "打扫库房。", "2"),
    ]


def test_standards_come_duty_by_duty_and_then_those_of_several(tmp_path: Path) -> None:
    assert standard_lines(post(tmp_path)) == [
        (("物资收发",), "单据当天录入。", "物资收发/1"),
        (("物资收发",), "每月盘点一次。", "物资收发/2"),
        (("物资收发", "工作部署"), "每天巡查库区。", "1"),
        ((), "着装整齐。", "2"),
    ]


def test_clauses_of_standards_come_before_those_of_their_duty(tmp_path: Path) -> None:
    assert clause_lines(post(tmp_path)) == [
        (("物资收发",), "晚录入1天扣1分。", "物资收发/1"),
        (("物资收发",), "少盘点一次扣3分。", "物资收发/2"),
        (("交接班",), "漏交一次扣2分。", "交接班/1"),
        (("物资收发", "工作部署"), "少巡查一次扣1分。", "1"),
        ((), "无故缺席例会，每次扣1分。", "2"),
        (("物资收发",), "发错物资，每次扣5分。", "3"),
    ]


def test_every_text_of_a_line_knows_where_it_was_written(tmp_path: Path) -> None:
    (line, *_) = standard_lines(post(tmp_path))

    assert str(line.text.position) == "content/departments/仓储部.yaml:8:17"
    assert str(line.titles[0].position) == "content/departments/仓储部.yaml:5:7"


POINTS = """\
部门: 仓储部
岗位:
  库管员:
    职责:
      收发: {内容: 负责收发。, 分值: 60分}
      盘点: {分值: 40, 工作标准: {内容: 每月盘点, 分值: 2.5}}
"""


def test_points_stand_before_the_mark_that_ends_a_line(tmp_path: Path) -> None:
    ((_, post),) = read_project(tmp_path, {"departments/仓储部.yaml": POINTS}).posts

    assert [str(line.text) for line in duty_lines(post.duties)] == ["负责收发（60分）。", "盘点（40分）"]
    assert [str(line.text) for line in standard_lines(post)] == ["每月盘点（2.5分）"]
    assert duty_lines(post.duties)[0].text.position == post.duties[0].content.position
