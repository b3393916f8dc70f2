"""What the rules find in manuals found in public: the mistakes known to be there, and hardly anything else."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.checks import check
from docgen.loader import load
from docgen.problems import Problem, in_reading_order, render

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())
COVERAGE = ("DUTY-NO-STANDARD", "DUTY-NO-CLAUSE")


class Finding(NamedTuple):
    """A line of findings.tsv, but for the verdict and its reason."""

    file: str
    line: int
    code: str
    words: str


@cache
def problems(sample: str) -> tuple[Problem, ...]:
    """What `check` finds in a sample, which reads without a problem."""
    loaded = load(SAMPLES / sample)
    assert loaded.problems == []
    assert loaded.manual
    return tuple(in_reading_order(check(loaded.manual)))


def heads(sample: str) -> list[str]:
    """The first line of each problem as `docgen check` prints it, content/departments/ left out."""
    printed = (render(problem, "zh", lambda _: "").partition("\n")[0] for problem in problems(sample))
    return [line.removeprefix("content/").removeprefix("departments/") for line in printed]


def findings(sample: str) -> list[Finding]:
    found = []
    for problem in problems(sample):
        place = problem.position
        assert place
        line = (SAMPLES / sample / place.path).read_text("utf-8").split("\n")[place.line - 1]
        words = line[place.column - 1 :][: place.length]
        found.append(Finding(f"{sample}/{place.path}", place.line, problem.code, words))
    return found


def labelled() -> list[tuple[Finding, str]]:
    """The hand-labelled list: each finding with its verdict."""
    with (SAMPLES / "findings.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(row["reason"] for row in rows)
    return [(Finding(row["file"], int(row["line"]), row["code"], row["words"]), row["verdict"]) for row in rows]


@pytest.mark.parametrize(
    ("sample", "mistake", "problem"),
    [
        ("S18", "a number skipped", "仓库.yaml:85:13: 警告 NUM-GAP: “<3>”前面少了“<2>”"),
        ("S18", "a number repeated", "仓库.yaml:97:13: 警告 NUM-DUP: 编号“<8>”前面用过了，按顺序是“<9>”"),
        ("S18", "numbers that start at 2", "仓库.yaml:129:13: 警告 NUM-START: 编号从“<2>”开始，没有“<1>”"),
        ("S10", "numbers that start at 5", "测量队.yaml:5:9: 警告 NUM-START: 编号从“5.”开始，没有“1.”"),
        ("S18", "fewer clauses than duties", "仓库.yaml:10:9: 错误 DUTY-NO-CLAUSE: 第 6 项职责没有考核条款"),
        (
            "S10",
            "a garbled character",
            "测量队.yaml:26:11: 警告 MOJIBAKE: “ቤተ መጻሕፍቲ ባይዱ”是乱码（U+1264 U+1270 U+0020）",
        ),
        ("S10", "padded words", "测量队.yaml:31:11: 警告 WORD-PADDED: “执 行 力”中间加了空格"),
        ("S10", "60 is two grades", "manual.yaml:11:8: 错误 GRADES-BAND: 60 分属于“合格”“差”两等"),
        ("S10", "89.5 is no grade", "manual.yaml:8:9: 错误 GRADES-BAND: 89.5 分不属于任何一等"),
        ("S18", "three days, then one", "仓库.yaml:91:16: 警告 PERIOD-DIFFERS: 条款从超过1天扣起，工作标准是3天内"),
        ("S18", "once or each day", "仓库.yaml:91:16: 警告 STEP-OR-ONCE: 是每超过1天算一回，还是超过1天只算一次？"),
        (
            "S18",
            "a period no clause prices",
            "仓库.yaml:78:41: 警告 PERIOD-UNSCORED: 标准有期限“第二天”，条款没有说晚了怎样",
        ),
        (
            "S18",
            "one offence at 1 and at 2 points",
            "仓库.yaml:171:12: 警告 SAME-OFFENCE: "
            "同样的事，“仓库副主任”是1分（content/departments/仓库.yaml:83:13），这里是2分",
        ),
        ("S18", "a fine", "仓库.yaml:178:16: 警告 FINE: 用人单位没有罚款权"),
        ("S05", "clauses without points", "办公室.yaml:14:13: 警告 CLAUSE-NO-EFFECT: 条款没有写后果"),
        ("S13", "a post without a page", "电商部.yaml:19:14: 错误 SUPERIOR-UNKNOWN: 直接下级“美工”不是手册里的岗位"),
        (
            "clauses",
            "合格率 the wrong way round",
            "仓库.yaml:34:15: 警告 DIRECTION-INVERTED: 合格率高了反而受罚，是不是写反了？",
        ),
        ("clauses", "80% in two tiers", "仓库.yaml:38:45: 警告 TIER-OVERLAP: 80%属于两档"),
    ],
    ids=lambda value: value.replace(" ", "-") if value.isascii() else "",
)
def test_a_known_mistake_is_found(sample: str, mistake: str, problem: str) -> None:
    assert problem in heads(sample), mistake


@pytest.mark.parametrize(
    ("sample", "post", "first", "last"),
    [
        ("S08", "办公室人员", 5, 15),
        ("S08", "财务人员", 18, 25),
        ("S08", "统计人员", 28, 28),
        ("S13", "电商部经理", 24, 33),
        ("S18", "井上库管员", 211, 221),
    ],
)
def test_each_duty_of_a_post_without_clauses_is_told(sample: str, post: str, first: int, last: int) -> None:
    told = [each.line for each in findings(sample) if each.code == "DUTY-NO-CLAUSE" and first <= each.line <= last]
    assert told == list(range(first, last + 1)), post


@pytest.mark.parametrize("sample", NAMES)
def test_what_is_found_is_what_was_judged(sample: str) -> None:
    assert findings(sample) == [each for each, _ in labelled() if each.file.startswith(f"{sample}/")]


def test_the_list_is_long_and_at_most_one_in_twenty_is_a_false_alarm() -> None:
    verdicts = [verdict for _, verdict in labelled()]
    assert set(verdicts) <= {"right", "false alarm"}
    assert len(verdicts) >= 100
    assert verdicts.count("false alarm") / len(verdicts) <= 0.05


def test_so_it_is_without_the_many_findings_on_coverage() -> None:
    verdicts = [verdict for each, verdict in labelled() if each.code not in COVERAGE]
    assert len(verdicts) >= 50
    assert verdicts.count("false alarm") / len(verdicts) <= 0.05
