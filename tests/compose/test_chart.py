"""Charts: where boxes stand, which way the page lies, and how what is too large is taken apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.compose.chart import Area, Segment, lay_out, place, segments, take_apart
from docgen.tree import Box, Chart, Heading, PageSection, Paragraph, Section, Text, boxes_of, outline
from tests.sample_style import gbt9704

PORTRAIT = Area(442, 551)
Forest = dict[str, "Forest"]


def boxes(forest: Forest) -> tuple[Box, ...]:
    return tuple(Box(name, (Text(name),), boxes(below)) for name, below in forest.items())


def chart_of(forest: Forest) -> Chart:
    return Chart("图", "组织机构图", boxes(forest))


def leaves(count: int, name: str = "第{}科") -> Forest:
    return {name.format(number): {} for number in range(1, count + 1)}


def shown(chart: Chart) -> list[str]:
    """Each box as its lines and its frame."""
    found = []
    for _, box in boxes_of(chart):
        assert box.frame
        frame = box.frame
        found.append(f"{'/'.join(frame.lines)} {frame.width:g}×{frame.height:g} at {frame.x:g},{frame.y:g}")
    return found


def laid_out(forest: Forest, area: Area = PORTRAIT) -> Chart:
    found = lay_out(chart_of(forest), area)
    assert found
    return found


def names(charts: list[Chart]) -> list[str]:
    return [outline(chart).replace("　", "·").replace("\n", " ") for chart in charts]


def test_a_box_stands_over_the_middle_of_those_below_it() -> None:
    chart = laid_out({"总经理": {"生产部": {}, "财务部": {}}})

    assert (chart.width, chart.height, chart.size) == (94.8, 68.4, 12.0)
    assert shown(chart) == [
        "总经理 44.4×23.4 at 25.2,0",
        "生产部 44.4×23.4 at 0,45",
        "财务部 44.4×23.4 at 50.4,45",
    ]


def test_lines_go_down_across_and_down() -> None:
    assert list(segments(laid_out({"总经理": {"生产部": {}, "财务部": {}}}))) == [
        Segment(47.4, 23.4, 47.4, 34.2),
        Segment(22.2, 34.2, 72.6, 34.2),
        Segment(22.2, 34.2, 22.2, 45),
        Segment(72.6, 34.2, 72.6, 45),
    ]


def test_where_boxes_side_by_side_do_not_fit_the_leaves_stand_upright() -> None:
    chart = laid_out({"总经理": leaves(3, "IT{}科")}, Area(110, 300))

    assert shown(chart) == [
        "总经理 44.4×23.4 at 28.8,0",
        "IT1/科 30×38.4 at 0,45",
        "IT2/科 30×38.4 at 36,45",
        "IT3/科 30×38.4 at 72,45",
    ]


def test_upright_boxes_of_a_rank_end_on_one_line() -> None:
    chart = laid_out({"总经理": {"电子商务部": {}, "财务部": {}}}, Area(60, 300))

    assert [line for line in shown(chart) if "/" in line] == [
        "电/子/商/务/部 20.4×83.4 at 0,45",
        "财/务/部 20.4×83.4 at 26.4,45",
    ]


def test_a_long_name_is_broken_into_lines_of_like_length() -> None:
    (box,) = shown(laid_out({"安全生产与职业健康管理委员会办公室": {}}))

    assert box == "安全生产与职/业健康管理委/员会办公室 80.4×53.4 at 0,0"


def test_the_type_becomes_smaller_before_the_page_is_turned() -> None:
    sizes = {count: laid_out({"总经理": leaves(count)}).size for count in (10, 18, 20)}

    assert sizes == {10: 12.0, 18: 10.5, 20: 9.0}


def page(forest: Forest) -> PageSection:
    heading = Heading(1, "组织机构图", (Text("组织机构图"),), numbered=False)
    blocks = (heading, chart_of(forest), Paragraph("说明", (Text("说明。"),)))
    return PageSection("组织机构图", "body", (Section("组织机构图", blocks),))


def placed(forest: Forest) -> tuple[str, list[Chart]]:
    section = place(page(forest), gbt9704())
    (inner,) = section.blocks
    assert isinstance(inner, Section)
    assert isinstance(inner.blocks[0], Heading)
    assert isinstance(inner.blocks[-1], Paragraph)
    return section.orientation, [block for block in inner.blocks if isinstance(block, Chart)]


def test_a_wide_chart_turns_its_page() -> None:
    assert placed({"总经理": leaves(10)})[0] == "portrait"
    orientation, charts = placed({"总经理": leaves(30)})

    assert (orientation, len(charts)) == ("landscape", 1)
    assert charts[0].size >= 9


def test_what_fits_no_page_is_taken_apart_branch_by_branch() -> None:
    forest: Forest = {"总经理": {f"副总{name}": leaves(20, f"{name}{{}}科") for name in "甲乙丙"}}
    _, charts = placed(forest)

    assert [len(list(boxes_of(chart))) for chart in charts] == [4, 21, 21, 21]
    assert names(charts)[0] == "总经理 ·副总甲 ·副总乙 ·副总丙"
    assert [chart.caption for chart in charts][:2] == [(Text("组织机构图（1）"),), (Text("组织机构图（2）"),)]
    assert [chart.key for chart in charts][:2] == ["图/1", "图/2"]


def test_too_many_boxes_below_one_are_halved() -> None:
    charts = take_apart(chart_of({"总经理": leaves(40)}), Area(442, 551))

    assert [name.count("科") for name in names(charts)] == [20, 20]
    assert all(name.startswith("总经理 ") for name in names(charts))


def test_a_page_section_without_charts_is_left_alone() -> None:
    section = PageSection("总则", "body", (Paragraph("总则/1", (Text("一。"),)),))

    assert place(section, gbt9704()) is section


def below(forests: st.SearchStrategy[Forest]) -> st.SearchStrategy[Forest]:
    return st.dictionaries(st.text("甲乙丙AB", min_size=1, max_size=14), forests, max_size=6)


EMPTY: Forest = {}
FORESTS = st.recursive(st.just(EMPTY), below, max_leaves=60).filter(bool)


@given(FORESTS)
def test_no_box_covers_another_and_none_is_lost(forest: Forest) -> None:
    for chart in take_apart(chart_of(forest), PORTRAIT):
        frames = [box.frame for _, box in boxes_of(chart) if box.frame]
        assert len(frames) == len(list(boxes_of(chart)))
        for frame in frames:
            assert frame.x >= -0.02
            assert frame.x + frame.width <= chart.width + 0.02
            assert frame.y + frame.height <= chart.height + 0.02
        for rank in {frame.y for frame in frames}:
            row = sorted((frame for frame in frames if frame.y == rank), key=lambda frame: frame.x)
            assert all(left.x + left.width < right.x for left, right in pairwise(row))


@given(FORESTS)
def test_every_name_is_in_some_part(forest: Forest) -> None:
    def all_names(below: Forest) -> set[str]:
        return set(below) | {name for each in below.values() for name in all_names(each)}

    parts = take_apart(chart_of(forest), PORTRAIT)
    assert {box.key for part in parts for _, box in boxes_of(part)} == all_names(forest)
