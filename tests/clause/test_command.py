"""`docgen clause` as a user meets it."""

from __future__ import annotations

import json

import pytest

from tests.small_project import run


def test_a_clause_is_explained_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "clause", "迟到一次扣1分，最多扣5分") == (
        0,
        "1. 扣1分，每1次算一回，最多5分。条件：迟到一次\n",
        "",
    )


def test_or_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--lang", "en", "clause", "发生泄密的，本项不得分") == (
        0,
        "1. no points for this item. Condition: 发生泄密\n",
        "",
    )


def test_a_clause_may_begin_with_a_minus(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "clause", "-0.5分/人次") == (0, "1. 扣0.5分，每1人次算一回\n", "")


def test_json_has_only_the_keys_that_apply(capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, "clause", "--json", "完成率达到95%得10分，每低1个百分点扣1.0分，最多扣5分")
    assert printed.exit_code == 0
    assert json.loads(printed.out) == {
        "text": "完成率达到95%得10分，每低1个百分点扣1.0分，最多扣5分",
        "effects": [
            {
                "kind": "score",
                "amount": "10",
                "unit": "分",
                "bounds": [{"op": ">=", "amount": "95", "unit": "%"}],
                "when": "完成率达到95%",
                "span": [0, 12],
            },
            {
                "kind": "deduct",
                "amount": "1",
                "unit": "分",
                "per": {"amount": "1", "unit": "%"},
                "cap": "5",
                "from": {"amount": "95", "unit": "%"},
                "when": "每低1个百分点",
                "span": [13, 25],
            },
        ],
        "problems": [],
    }


def test_what_cannot_be_read_is_a_problem_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, "clause", "--json", "扣1分，再犯加倍扣分")
    assert printed.exit_code == 1
    assert json.loads(printed.out)["problems"] == [
        {"code": "CLAUSE-UNREAD", "message": "看不懂“再犯加倍扣分”说的后果", "span": [4, 10]}
    ]


def test_so_it_is_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "clause", "再犯加倍扣分") == (1, "! 看不懂“再犯加倍扣分”说的后果\n", "")
