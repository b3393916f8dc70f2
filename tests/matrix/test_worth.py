"""What a clause can take or give, in short."""

from __future__ import annotations

import pytest

from docgen.matrix.worth import worth
from docgen.source import Position, Text


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("单据晚录入1天扣1分，最多扣5分。", "扣1分/天，最多5分"),
        ("每低0.1个百分点扣1分，扣完为止。", "扣1分/0.1%，扣完为止"),
        ("超过4小时未组织验收，每批扣2分。", "扣2分/批（超过4小时）"),
        ("首次扣1分，第二次扣2分。", "扣1分（第1次）；扣2分（第2次）"),
        ("视情节扣1-3分。", "扣1至3分"),
        ("合理化建议经采纳，每条加1分，加分不超过3分。", "加1分/条，最多3分"),
        ("未经书面同意对外提供资料的，本项不得分。", "本项不得分"),
        ("发生死亡事故实行一票否决。", "一票否决，全部不得分"),
        ("私自外借罚款50元。", "罚款50元"),
        ("按时完成。", "没有写后果"),
    ],
)
def test_a_clause(clause: str, expected: str) -> None:
    assert worth(Text(clause, Position("仓储部.yaml"))) == expected
