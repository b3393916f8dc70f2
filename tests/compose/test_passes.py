"""What is resolved on the whole tree: labels, contents, keys and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.compose.passes import TooMany, broken_links, fill_contents, number
from docgen.numbering import number_format
from docgen.problems import Problem, Words
from docgen.source import Position
from docgen.style.model import Style
from docgen.tree import (
    Block,
    Contents,
    ContentsEntry,
    Heading,
    Item,
    List,
    PageSection,
    Paragraph,
    Ref,
    Section,
    Strong,
    Text,
)
from docgen.tree_walk import refs, with_nested
from tests.sample_style import gbt9704

STYLE = gbt9704()  # 一、 （一） 1. （1）; lists （1） ①
HERE = Position("content/departments/仓储部.yaml", 14, 9, 6)


def text(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def section(key: str, level: int, *blocks: Block, numbered: bool = True) -> Section:
    return Section(key, (Heading(level, key, text(key), numbered=numbered), *blocks), HERE)


def page(*blocks: Block) -> tuple[PageSection, ...]:
    return (PageSection("页", "body", blocks),)


def nested(sections: tuple[PageSection, ...]) -> list[list[Block]]:
    return [with_nested(section.blocks) for section in sections]


def headings(blocks: tuple[Block, ...]) -> list[Heading]:
    return [block for block in with_nested(blocks) if isinstance(block, Heading)]


def broken(*sections: PageSection) -> list[Problem]:
    return list(broken_links(nested(sections), refs(block for section in sections for block in section.blocks)))


def labels(sections: tuple[PageSection, ...]) -> list[str]:
    """The numbered headings as they are printed."""
    return [heading.label + heading.key for section in sections for heading in headings(section.blocks)]


def bullet(*items: Item) -> List:
    return List("点", items, ordered=False)


def ordered(*texts: str | Item) -> List:
    return List("列", tuple(each if isinstance(each, Item) else Item(each, text(each)) for each in texts))


def item_labels(block: Block) -> list[tuple[int, str, str]]:
    """Level, label and key of each item, the nested ones after their own."""
    assert isinstance(block, List)
    found = []
    for label, item in block.labelled:
        found.append((block.level, label, item.key))
        for nested in item.lists:
            found += item_labels(nested)
    return found


# Labels


def test_headings_start_anew_under_each_parent() -> None:
    sections = page(
        section("仓储部", 1, section("主任", 2, section("职责", 3), section("标准", 3)), section("库管", 2)),
        section("财务部", 1, section("会计", 2, section("任职资格", 3))),
    )

    assert labels(number(sections, STYLE)) == [
        "一、仓储部", "（一）主任", "1.职责", "2.标准", "（二）库管", "二、财务部", "（一）会计", "1.任职资格",
    ]  # fmt: skip


def test_headings_count_on_from_page_section_to_page_section() -> None:
    assert labels(number(page(section("总则", 1)) + page(section("附则", 1)), STYLE)) == ["一、总则", "二、附则"]


def test_a_heading_without_number_is_not_counted_and_what_is_under_it_starts_anew() -> None:
    sections = page(
        section("总则", 1, section("目的", 2)),
        section("附件1", 1, section("填表", 2), numbered=False),
        section("附则", 1),
    )

    assert labels(number(sections, STYLE)) == ["一、总则", "（一）目的", "附件1", "（一）填表", "二、附则"]


def test_a_level_that_the_style_does_not_number_has_no_label() -> None:
    deep = section("一级", 1, section("二级", 2, section("三级", 3, section("四级", 4, section("五级", 5)))))

    (numbered,) = number(page(deep), STYLE)

    assert labels((numbered,)) == ["一、一级", "（一）二级", "1.三级", "（1）四级", "五级"]
    assert [heading.numbered for heading in headings(numbered.blocks)] == [True] * 5


def test_each_list_starts_anew_and_says_how_it_is_labelled() -> None:
    (numbered,) = number(page(section("职责", 1, ordered("甲", "乙"), ordered("丙"))), STYLE)

    first, second = numbered.blocks[0].blocks[1:]  # type: ignore[union-attr]
    assert item_labels(first) == [(1, "（1）", "甲"), (1, "（2）", "乙")]
    assert item_labels(second) == [(1, "（1）", "丙")]
    assert isinstance(first, List)
    assert first.format == number_format("（1）")


def test_nested_lists_take_the_labels_of_their_level() -> None:
    inner = Item("乙", text("乙"), (ordered("小甲", Item("小乙", text("小乙"), (ordered("最小"),))),))
    (numbered,) = number(page(ordered("甲", inner, "丙")), STYLE)

    assert item_labels(numbered.blocks[0]) == [
        (1, "（1）", "甲"),
        (1, "（2）", "乙"),
        (2, "①", "小甲"),
        (2, "②", "小乙"),
        (3, "①", "最小"),
        (1, "（3）", "丙"),
    ]


def test_a_bullet_list_has_no_labels_but_a_list_within_it_may() -> None:
    (numbered,) = number(page(bullet(Item("点", text("点"), (ordered("一"),)))), STYLE)

    assert item_labels(numbered.blocks[0]) == [(1, "", "点"), (2, "①", "一")]


def test_past_20_circled_numbers_end_at_the_items_position() -> None:
    items = tuple(Item(str(n), text(str(n)), source=Position("content/common.yaml", n, 5)) for n in range(1, 22))

    with pytest.raises(TooMany) as raised:
        number(page(ordered(Item("甲", text("甲"), (List("列", items),)))), STYLE)

    assert raised.value.problem == Problem(
        "error",
        "LABEL-TOO-MANY",
        Position("content/common.yaml", 21, 5),
        Words("第 21 项没有编号：① 这种编号到 20 为止", "item 21 has no label: ① labels end at 20"),
        Words(
            "把这个列表分成两个，或在样式文件的“编号”里换一种没有尽头的编号，例如（1）",
            "split the list, or choose labels without an end in the style's 编号, such as （1）",
        ),
    )


def test_twenty_circled_numbers_are_none_too_many() -> None:
    (numbered,) = number(page(ordered(Item("甲", text("甲"), (ordered(*map(str, range(20))),)))), STYLE)

    assert item_labels(numbered.blocks[0])[-1] == (2, "⑳", "19")


# Contents

BOOK = (
    PageSection("封面", "cover", (Paragraph("封面/p", text("封面")),)),
    PageSection("修订", "front", (section("修订记录", 1, numbered=False),)),
    *page(section("总则", 1, section("目的", 2, section("范围", 3)))),
    *page(section("附件1", 1, numbered=False)),
)


def contents(levels: int, style: Style = STYLE) -> tuple[ContentsEntry, ...]:
    """The entries that contents of so many levels are filled with, in front of BOOK."""
    front = PageSection("目录", "front", (Section("目录", (Contents("目录", levels),)),))
    numbered = number((front, *BOOK), style)
    filled = fill_contents(numbered, nested(numbered), style)[0].blocks[0].blocks[0]  # type: ignore[union-attr]
    assert isinstance(filled, Contents)
    return filled.entries


def test_contents_list_the_headings_of_the_body_down_to_their_level() -> None:
    assert contents(2) == (
        ContentsEntry(1, "一、", "", "总则", "总则"),
        ContentsEntry(2, "（一）", "", "目的", "目的"),
        ContentsEntry(1, "", "", "附件1", "附件1"),
    )
    assert [entry.text for entry in contents(1)] == ["总则", "附件1"]


def test_contents_stand_off_a_label_as_the_heading_does() -> None:
    style = replace(STYLE, heading_formats=tuple(number_format(example) for example in ("1", "一", "①")))

    assert [(entry.label, entry.gap) for entry in contents(3, style)] == [
        ("1", "\u3000"), ("一", "\u3000"), ("①", " "), ("", ""),
    ]  # fmt: skip


# Links and keys


def test_a_link_to_a_section_of_the_document_holds() -> None:
    linking = Paragraph("段", (Strong((Ref("附则", text("见")),)),))

    assert broken(*page(section("总则", 1, linking)), *page(section("附则", 1))) == []


def test_a_link_to_nothing_is_a_problem_where_its_text_was_written() -> None:
    linking = Paragraph("段", (Ref("仓储步", (Text("仓储部", HERE),)),))

    assert broken(*page(section("总则", 1, linking))) == [
        Problem(
            "error",
            "TEMPLATE-REF",
            HERE,
            Words("链接指向的“仓储步”不在这份文件里", "the link target “仓储步” is not printed"),
            Words("改成印出来的部门、岗位或章节", "link to a department, post or chapter that is printed"),
        )
    ]


def test_a_key_that_stands_twice_is_a_problem() -> None:
    assert broken(*page(section("总则", 1)), *page(section("总则", 1))) == [
        Problem(
            "error",
            "TEMPLATE-KEY",
            HERE,
            Words("“总则”在书里出现了两次", "“总则” stands twice in the document"),
            Words("同一个部门、岗位或标题只印一次", "print a department, post or title once"),
        )
    ]
