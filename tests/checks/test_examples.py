"""The page of each rule is true: the rule finds its wrong example, and not its right one."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import Any, Final, NamedTuple

import pytest
import yaml

from docgen.checks import RULES, check
from docgen.explanations import explanation
from docgen.loader import load

Tree = dict[str, Any]

MANUAL: Final = "content/manual.yaml"
COMMON: Final = "content/common.yaml"
CHAPTER: Final = "content/chapters/总则.md"
DEPARTMENT: Final = "content/departments/仓储部.yaml"
OTHER: Final = "content/departments/财务部.yaml"

# Where in a project the lines of an example stand: the file, and the keys that lead there.
AT_MANUAL: Final = (MANUAL,)
AT_ASSESSMENT: Final = (MANUAL, "考核")
AT_DEPARTMENT: Final = (DEPARTMENT,)
AT_POSTS: Final = (DEPARTMENT, "岗位")
AT_POST: Final = (*AT_POSTS, "仓库主任")
AT_DUTIES: Final = (*AT_POST, "职责")
AT_DUTY: Final = (*AT_DUTIES, "物资收发")
AT_CHAPTER: Final = (CHAPTER,)

# fmt: off
PLACES: Final = {
    AT_MANUAL: {
        "ANNEX-DEPARTMENT", "BOOK-EMPTY", "CHAPTER-NOTHING", "CHAPTER-TWICE", "CHAPTER-UNKNOWN", "CONTENTS-LEVELS",
        "DEPARTMENT-UNPLACED", "EFFECTIVE-BEFORE-APPROVAL", "EFFECTIVE-NOT-PUBLISHED", "HANDOUT-CHAPTER-UNKNOWN",
        "HEADING-UNKNOWN", "ISSUING-NUMBER", "LAYOUT-UNAVAILABLE", "POST-PAGES-NUMBER",
        "VERSION-NO-REVISION",
    },
    AT_ASSESSMENT: {"GRADES-BAND", "GRADES-FACTOR", "GRADES-ORDER", "GRADES-SHARE", "LOW-RANK-DISMISSAL"},
    AT_CHAPTER: {"GRADES-SHARE-DIFFERS"},
    AT_DEPARTMENT: {
        "DEPARTMENT-DUTY-UNCARRIED", "DUTY-TWICE", "NAME-TWICE", "PARENT-CIRCLE", "PARENT-UNKNOWN", "POST-EMPTY",
        "SAME-OFFENCE", "SUPERIOR-SELF", "SUPERIOR-UNKNOWN",
    },
    AT_POSTS: {"SUPERIOR-ASYMMETRY"},
    AT_POST: {
        "ASSESSOR-UNKNOWN", "ASSESSOR-WEIGHTS", "CLAUSE-UNTIED", "DUTY-NO-CLAUSE", "DUTY-NO-STANDARD", "DUTY-NO-VERB",
        "INDICATOR-UNTIED", "INDICATOR-WEIGHTS", "MAKEUP-MISSING", "MAKEUP-SUM", "MAKEUP-UNKNOWN", "POINTS-SUM",
        "POST-NO-SAFETY", "REQUIREMENT-DISCRIMINATES", "SERVES-UNKNOWN", "STANDARD-NO-CLAUSE", "TIE-NESTED",
        "TIE-UNKNOWN", "WORD-PADDED",
    },
    AT_DUTIES: {"CAP-ABOVE-FULL", "DEDUCTION-ABOVE-FULL"},
}
"""All others are about a duty, its standards and its clauses."""
# fmt: on

RIGHT_PLACES: Final = {"PROMISE-ABSENT": AT_MANUAL}
"""Where the right example stands elsewhere than the wrong one."""

SAFETY = {"内容": "遵守安全规程。", "工作标准": "事故为零。", "考核办法": "违章一次扣5分。"}
INDICATOR = {"账物相符率": {"内容": "相符品种数除以盘点品种数。", "权重": "100%", "对应": "物资收发"}}
CONTEXTS: Final[dict[str, list[tuple[tuple[str, ...], Tree]]]] = {
    "GRADES-SHARE-DIFFERS": [(AT_MANUAL, {"考核": {"等级": {"优秀": {"下限": "90", "比例": "20%"}, "合格": "0"}}})],
    "MAKEUP-SUM": [(AT_POST, {"指标": INDICATOR}), (AT_DUTY, {"分值": "100"})],
    "MAKEUP-UNKNOWN": [(AT_POST, {"指标": INDICATOR}), (AT_DUTY, {"分值": "100"})],
    "POST-NO-SAFETY": [
        (AT_MANUAL, {"生效日期": "2026-01-01"}),
        ((COMMON,), {"公共职责": {"安全生产": SAFETY}}),
        ((OTHER,), {"岗位通用": {"职责": {"安全生产": {"引用": "公共职责/安全生产"}}}}),
    ],
    "SERVES-UNKNOWN": [(AT_DEPARTMENT, {"部门职责": {"物资保管": "负责物资的验收和保管。"}})],
    "TERM-VARIANT": [(AT_MANUAL, {"术语": {"库管员": "仓管员"}})],
}
"""What the page says of the manual around its examples."""


class Examples(NamedTuple):
    wrong: str
    right: str


def examples(code: str) -> Examples:
    """The two of a rule's page."""
    page = explanation(code, "zh")
    assert page
    found = re.search(r"\n错.*?：\n\n((?:    .*\n|\n)+)对.*?：\n\n((?:    .*\n|\n)+)", page)
    assert found
    return Examples(dedent(found[1]), dedent(found[2]))


def base() -> Tree:
    """A project in which no rule finds anything, file by file."""
    duty = {"内容": "收发物资。", "工作标准": "账、卡、物相符。", "考核办法": "账物不符一处扣1分。"}
    post = {"直接上级": "生产副总经理", "职责": {"物资收发": duty}}
    checked = {"内容": "审核单据。", "工作标准": "差错为零。", "考核办法": "差错一处扣1分。"}
    return {
        MANUAL: {
            "名称": "岗位手册",
            "单位": "青松公司",
            "版本": "1",
            "外部岗位": ["考核小组", "生产副总经理", "财务部经理"],
        },
        COMMON: {"公共职责": {"保密": "保守秘密。"}},
        CHAPTER: "# 总则\n\n适用于全公司。\n",
        "content/chapters/申诉.md": "# 申诉\n\n向人力资源部申诉。\n",
        DEPARTMENT: {"部门": "仓储部", "岗位": {"仓库主任": post}},
        OTHER: {"部门": "财务部", "岗位": {"会计": {"职责": {"单据审核": checked}}}},
    }


def put(project: Tree, place: tuple[str, ...], content: Tree) -> None:
    """`content` where it belongs; what stood there under the same keys is replaced."""
    for key in place:
        project = project.setdefault(key, {})
    project.update(content)


def put_example(project: Tree, place: tuple[str, ...], example: str) -> None:
    """An example's lines at their place; after a comment `# 生产部.yaml`, in that file."""
    if place == AT_CHAPTER:
        project[CHAPTER] = f"# 总则\n\n{example}"
        return
    files = re.split(r"^# (.*[.]yaml)\n", example, flags=re.MULTILINE)
    if len(files) == 1:
        put(project, place, read(example))
    for name, text in zip(files[1::2], files[2::2], strict=True):
        put(project, (f"content/departments/{name}",), read(text))


def read(text: str) -> Tree:
    """YAML with every scalar as text, as docgen reads it."""
    tree: Tree = yaml.load(text, yaml.BaseLoader)
    return tree


def written(tree: Tree) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000).replace(": ''\n", ":\n")


def codes(project: Tree, folder: Path) -> set[str]:
    """All that is found in such a project: of reading too."""
    for name, content in project.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content if isinstance(content, str) else written(content), "utf-8")
    loaded = load(folder)
    problems = loaded.problems + (check(loaded.manual) if loaded.manual else [])
    return {problem.code for problem in problems}


def in_context(code: str) -> Tree:
    project = base()
    for place, content in CONTEXTS.get(code, ()):
        put(project, place, content)
    return project


def test_around_the_examples_nothing_is_wrong(tmp_path: Path) -> None:
    assert codes(base(), tmp_path) == set()


@pytest.mark.parametrize("code", [rule.CODE for rule in RULES])
def test_a_rule_finds_the_wrong_example_of_its_page_and_not_the_right_one(code: str, tmp_path: Path) -> None:
    place = next((place for place, rules in PLACES.items() if code in rules), AT_DUTY)
    project = in_context(code)
    put_example(project, place, examples(code).wrong)
    assert code in codes(project, tmp_path / "wrong")

    put_example(project, RIGHT_PLACES.get(code, place), examples(code).right)
    assert code not in codes(project, tmp_path / "right")
