"""Every code has a page, every page a code; all pages have one shape."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import docgen
from docgen.checks import RULES
from docgen.explanations import codes, explanation

PACKAGE = Path(docgen.__file__).parent

CODE = re.compile(r'"([A-Z]{2,}(?:-[A-Z]+)+)"')
"""A problem code as it is written in the source: nothing else there is upper case with dashes."""


def test_every_code_that_is_used_has_a_page_and_every_page_is_of_a_code() -> None:
    used = {code for file in PACKAGE.rglob("*.py") for code in CODE.findall(file.read_text("utf-8"))}
    assert sorted(used | {rule.CODE for rule in RULES}) == codes()


@pytest.mark.parametrize("code", codes())
def test_a_page_has_a_title_and_a_text_in_both_languages(code: str) -> None:
    chinese, english = explanation(code, "zh"), explanation(code, "en")
    assert chinese
    assert english
    assert re.match(rf"# {code}: .*[\u4e00-\u9fff]", chinese)
    assert re.match(rf"# {code}: .*[a-z]{{3}}", english)
    assert re.search(r"[\u4e00-\u9fff]{6}", chinese.partition("\n\n")[2])
    assert re.search(r"[a-z]{3} [a-z]{2}", english.partition("\n\n")[2])


@pytest.mark.parametrize("code", [rule.CODE for rule in RULES])
def test_the_page_of_a_rule_shows_what_is_wrong_and_what_is_right_and_gives_its_reason(code: str) -> None:
    chinese, english = explanation(code, "zh"), explanation(code, "en")
    assert chinese
    assert re.search(r"\n错.*：\n\n    .*\n对.*：\n\n    .*\n依据：", chinese, re.DOTALL)
    assert english
    assert re.search(r"Wrong: .*Right: .*\n\nBasis: ", english, re.DOTALL)


def test_a_page_of_a_rule() -> None:
    assert explanation("POST-EMPTY", "en") == (
        "# POST-EMPTY: A post is empty\n\n"
        "A post needs duties, standards, clauses, indicators or a scorecard. One with only a name is printed as a bare "
        "heading.\n\n"
        "Wrong: “仓库主任:” with nothing below it. Right: write its 职责.\n\n"
        "Basis: each post has duties; where it is to be filled in later, the warning says so.\n"
    )


def test_a_page_of_a_file() -> None:
    page = explanation("NUMBER-NEGATIVE", "zh")
    assert page == (
        "# NUMBER-NEGATIVE: 小于 0\n\n"
        "分值、权重、编制等不能小于 0。扣多少分写在考核条款里，不写负数。\n\n"
        "错：\n\n    分值: -5\n\n对：\n\n    分值: 5\n\n依据：docs/content.md。\n"
    )


def test_an_unknown_code_has_none() -> None:
    assert explanation("NO-SUCH-CODE", "zh") is None
    assert explanation("../../pyproject", "zh") is None
