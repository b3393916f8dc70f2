"""Write the content of a made-up company with N posts: python benchmarks/generate.py N DIR → DIR/content/

The same N gives the same bytes. What the sample company in content/ has per post and per duty was counted, and is had
here in the same proportions: 47 posts in 15 departments, 264 duties, a quarter of them shared ones, 1.08 standards and
1.66 clauses to each of the others, with texts as long (a duty 16 characters, a standard 27, a clause 19).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

# A node of the files: a text, a list of nodes, or fields in order.
Node = str | Sequence["Node"] | Mapping[str, "Node"]

DEPARTMENTS = (
    "经理部", "办公室", "人事部", "财务部", "生产部", "质量部", "仓储部", "采购部", "研发部", "测量队",
    "信息部", "市场部", "销售部", "电商部", "客服部",
)  # fmt: skip
POSTS = ("主任", "副主任", "内业员", "会计", "技术员", "保管员", "调度员", "统计员")
OBJECTS = (
    "原木", "板材", "辅料", "备件", "成品", "单据", "台账", "合同", "报表", "样品",
    "设备", "工具", "图纸", "档案", "订单", "货位", "物料", "账册", "机房", "车辆",
)  # fmt: skip
VERBS = (
    "验收", "登记", "核对", "盘点", "巡查", "整理", "发放", "回收", "维护", "检测",
    "编制", "归档", "调度", "统计", "审核", "清理", "交接", "抽查", "测量", "结算",
)  # fmt: skip
FORMS = ("记录", "报表", "清单", "通知", "报告", "签收单")
ADDITIONS = ("按时上报", "逐笔登记", "及时整改", "按月归档")
SHARED = ("安全生产", "交办工作", "学习培训", "商业保密", "廉洁从业", "工作交接")

MANUAL: Node = {
    "名称": "岗位职责、工作标准及考核办法",
    "单位": "云杉坪木业集团有限公司",
    "编号": "Q/YSP-GL-01—2026",
    "版本": "2026.1",
    "密级": "内部",
    "发布日期": "2025-12-22",
    "外部岗位": ["总经理", "生产副总经理", "考核小组"],
    "考核": {"周期": "月", "满分": "100", "等级": {"优秀": "90", "良好": "80", "合格": "60", "不合格": "0"}},
    "修订记录": [{"版本": "2026.1", "日期": "2025-12-22", "内容": "首次发布。"}],
}


def main(posts: int, folder: Path) -> None:
    chance = random.Random(posts)
    content = folder / "content"
    _write(content / "manual.yaml", MANUAL)
    _write(content / "common.yaml", {"公共职责": {name: _duty(chance, name) for name in SHARED}})
    number = 0
    while posts > 0:
        name = f"第{number // len(DEPARTMENTS) + 1}分公司{DEPARTMENTS[number % len(DEPARTMENTS)]}"
        size = min(posts, chance.choices((2, 3, 4, 6), (6, 3, 5, 1))[0])
        _write(content / "departments" / f"{name}.yaml", _department(chance, name, size))
        posts -= size
        number += 1


def _write(path: Path, node: Node) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_lines(node)) + "\n", encoding="utf-8")


def _lines(node: Node) -> Iterator[str]:
    """The block form of a list or of fields, as HR writes it."""
    if isinstance(node, Mapping):
        for name, value in node.items():
            if isinstance(value, str):
                yield f"{name}: {value}"
            else:
                yield f"{name}:"
                yield from (f"  {line}" for line in _lines(value))
    else:
        for item in node:
            first, *rest = [item] if isinstance(item, str) else _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def _department(chance: random.Random, name: str, size: int) -> Node:
    titles = _titles(chance, chance.choice((3, 4, 4)))
    posts = [f"{chance.choice(OBJECTS)}{kind}" for kind in chance.sample(POSTS, size)]
    fields: dict[str, Node] = {
        "部门": name,
        "上级": "生产副总经理",
        "简介": f"负责{_some(chance, OBJECTS, 4)}的收、存、发和有关的账务、单据、报表。",
        "部门职责": {title: f"负责{_some(chance, OBJECTS, 3)}的{title[2:]}和保管。" for title in titles},
    }
    if chance.random() < 0.45:
        fields["岗位通用"] = {
            "工作标准": [f"参加每周一{chance.randint(8, 10)}时的部门例会，报告上周未办结的事项。"],
            "考核办法": ["无故缺席部门例会，每次扣1分。"],
        }
    fields["岗位"] = {post: _post(chance, posts, post, titles) for post in posts}
    return fields


def _post(chance: random.Random, posts: list[str], name: str, served: list[str]) -> Node:
    count = chance.choices((4, 5, 6, 7, 8), (2, 19, 22, 3, 1))[0]
    shared = chance.choices((1, 2), (57, 43))[0]
    duties: dict[str, dict[str, Node]] = {
        title: {**_duty(chance, title), "对应": chance.choice(served)} for title in _titles(chance, count - shared)
    }
    own = list(duties)
    duties |= {title: {"引用": f"公共职责/{title}"} for title in chance.sample(SHARED, shared)}
    fields: dict[str, Node] = {
        "编号": f"YSP-{chance.randint(100000, 999999)}",
        "职级": chance.choice(("中层正职", "中层副职", "一般员工")),
        "编制": str(chance.randint(1, 4)),
        **({"直接上级": posts[0]} if name != posts[0] else {"直接上级": "总经理", "直接下级": posts[1:]}),
        "任职资格": [f"{_some(chance, OBJECTS, 2)}或者相关专业中专以上学历，{chance.randint(1, 5)}年以上工作经验。"],
        "职责": duties,
    }
    drawn = chance.random()
    if drawn < 0.43:
        points = _parts_of_hundred(len(duties))
        for duty, value in zip(duties.values(), points, strict=True):
            duty["分值"] = str(value)
    elif drawn < 0.6:
        fields["指标"] = _indicators(chance, own[:2])
    elif drawn < 0.66:
        factors = zip(own, _parts_of_hundred(len(own)), strict=True)
        fields["评分表"] = {
            "工作成效": {
                title: {"衡量标准": _standards(chance, title, 1)[0], "满分": str(full), "对应": title}
                for title, full in factors
            }
        }
    if chance.random() < 0.08:
        fields["工作标准"] = [{"内容": _standards(chance, own[0], 1)[0], "对应": "、".join(own[:2])}]
        fields["考核办法"] = [{"内容": _clauses(chance, own[0], 1)[0], "对应": "、".join(own[:2])}]
    return fields


def _indicators(chance: random.Random, titles: list[str]) -> Node:
    return {
        title[2:] + "合格率": {
            "内容": f"{title}合格的件数除以{title}的总件数。",
            "目标": f"{chance.randint(90, 99)}%",
            "权重": f"{value}%",
            "考核办法": "每低1个百分点扣1分。",
            "数据来源": "月度统计表",
            "对应": title,
        }
        for title, value in zip(titles, _parts_of_hundred(len(titles)), strict=True)
    }


def _titles(chance: random.Random, count: int) -> list[str]:
    """Distinct titles of four characters: 板材盘点. No verb comes twice: indicators are named by it."""
    return [chance.choice(OBJECTS) + verb for verb in chance.sample(VERBS, count)]


def _duty(chance: random.Random, title: str) -> dict[str, Node]:
    standards = _standards(chance, title, 1 + (chance.random() < 0.08))
    clauses = _clauses(chance, title, 1 + (chance.random() < 0.66))
    return {
        "内容": f"负责{_some(chance, OBJECTS, 2)}的{title[2:]}，{chance.choice(ADDITIONS)}。",
        "工作标准": standards if len(standards) > 1 else standards[0],
        "考核办法": clauses if len(clauses) > 1 else clauses[0],
    }


def _standards(chance: random.Random, title: str, count: int) -> list[str]:
    day, hour, share = chance.randint(1, 28), chance.randint(9, 18), chance.randint(1, 20)
    form = chance.choice(FORMS)
    known = (
        f"每月{day}日前完成{title}，{form}差错率不超过{share / 10}%。",
        f"每天{hour}时前完成{title}并填写{form}，由双方当场签字确认。",
        f"接到通知后{share}小时内完成{title}，当天报出{form}，无漏项。",
    )
    return chance.sample(known, count)


def _clauses(chance: random.Random, title: str, count: int) -> list[str]:
    points = chance.choice(("0.5", "1", "2", "3"))
    known = (
        f"{title}每晚{chance.randint(1, 3)}天扣{points}分，最多扣10分。",
        f"{chance.choice(FORMS)}每漏登1项或者晚报1次扣{points}分，扣完为止。",
        f"每少{title[2:]}一次扣{points}分，当天补上的不扣分。",
    )
    return chance.sample(known, count)


def _some(chance: random.Random, words: Sequence[str], count: int) -> str:
    return "、".join(chance.sample(words, count))


def _parts_of_hundred(count: int) -> list[int]:
    return [100 // count + (place < 100 % count) for place in range(count)]


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdecimal():
        sys.exit(f"usage: {sys.argv[0]} N DIR")
    main(int(sys.argv[1]), Path(sys.argv[2]))
