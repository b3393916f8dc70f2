"""What the templates of layouts may call: which parts are printed, under which headings, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docgen.compose.parts import POST_PARTS, parts_printed
from docgen.manual.book import Entry
from docgen.manual.layouts import LAYOUT_FILES, layout_of, numbering_of
from docgen.manual.listing import ENDINGS, Line, Lines, ListSection, clause_lines, duty_lines, standard_lines
from docgen.manual.model import Assessment, Department, Factor, Manual, Number, Page, Post
from docgen.manual.pairing import has_points, paired
from docgen.manual.references import directory
from docgen.manual.scoring import full_score, score_items, scorers
from docgen.manual.sentences import assessment_sentence, grades_sentence
from docgen.source import Text
from docgen.template import Templates
from docgen.template.problems import PrintsNothing

if TYPE_CHECKING:
    from jinja2.environment import TemplateModule

# The headings a field is printed under, where 栏目名称 doesn't say otherwise.
PRINTED_NAMES = {"职责": "岗位职责", "岗位通用": "岗位通用要求", "指标": "考核指标"}
# What prints a department, a post in it, and 岗位通用.
LAYOUT_MACROS = ("department", "post", "shared")

Holder = Manual | Department | Post


def layout_context(manual: Manual, entry: Entry, templates: Templates) -> dict[str, Any]:
    """The names that the layouts of one entry of the book know, beside `manual`, but for its departments and title.

    `layout(holder)` is the template of the layout in force for a department, a post or the manual: its macros, made
    once for all entries that are given the same context.
    """
    page = manual.page or Page()
    parts = parts_printed(entry.only)
    is_alone = len([name for name in parts if name != "简介"]) == 1
    context: dict[str, Any] = {
        **FUNCTIONS,
        "listed": partial(_listed, manual, page, parts, is_alone),
        "manual": manual,
        "numbering": numbering_of(entry, manual),
        "only_post": entry.post,
        "posts_printed": not entry.only or POST_PARTS.intersection(entry.only),
        "is_overview": bool(entry.only),
        "printed": lambda name: name in parts,
        "one_part": is_alone,
        "duty_titles": page.duty_titles != "不印",
        "printed_name": partial(printed_name, manual, page),
        "article_title": partial(_article_title, manual, page, is_alone),
        "duty_lines": _titled(duty_lines, page),
        "standard_lines": _titled(standard_lines, page),
        "clause_lines": _titled(clause_lines, page),
        "own_assessment": partial(_own_assessment, manual) if not entry.only or "考核办法" in entry.only else _nothing,
        "subordinates": partial(_subordinates, manual),
    }
    context["layout"] = _layouts(manual, entry, templates, context)
    return context


def _layouts(
    manual: Manual, entry: Entry, templates: Templates, context: dict[str, Any]
) -> Callable[[Holder], TemplateModule]:
    """What gives the macros of the layout in force for a department, a post or the manual."""
    modules: dict[str, TemplateModule] = {}

    def layout(holder: Holder) -> TemplateModule:
        file = LAYOUT_FILES[layout_of(holder, manual, entry.layout, is_part=bool(entry.only))]
        if file not in modules:
            module = templates.module(f"layouts/{file}.html", context)
            if any(not hasattr(module, macro) for macro in LAYOUT_MACROS):
                raise PrintsNothing(f"layouts/{file}.html")
            modules[file] = module
        return modules[file]

    return layout


def _listed(
    manual: Manual, page: Page, parts: Collection[str], is_alone: bool, name: str, lines: Lines, holder: Holder
) -> ListSection | str:
    """A list under its heading, where it is printed and says anything."""
    if not lines or name not in parts:
        return ""
    return ListSection(name, None if is_alone else printed_name(manual, page, name, holder), lines)


def _nothing(*_: object, **__: object) -> str:
    return ""


def printed_name(manual: Manual, page: Page, name: str, holder: Holder) -> str | Text:
    """The heading that a field of `holder` is printed under: 栏目名称 with {岗位} {部门} {任职者} filled in, or the
    usual one.

    A post's own heading is its name, with its holders where 版面.任职者 is 印.
    """
    pattern = next((text for key, text in manual.headings.items() if key == name), None) if manual.headings else None
    if pattern is None and name != "岗位":
        return PRINTED_NAMES.get(name, name)
    holders = "、".join(holder.holders) if isinstance(holder, Post) else ""
    if pattern is None:
        assert isinstance(holder, Post)
        return f"{holder.name}：{holders}" if holders and page.holders == "印" else holder.name
    post_name = str(holder.name) if isinstance(holder, Post) else ""
    department_name = str(holder.name) if isinstance(holder, Department) else ""
    filled = pattern.replace("{岗位}", post_name).replace("{任职者}", holders).replace("{部门}", department_name)
    return Text(filled, pattern.position)


def _article_title(manual: Manual, page: Page, is_alone: bool, name: str, holder: Holder) -> str | Text:
    """What an article is about: the part, after the name of the post that no heading gives."""
    title = printed_name(manual, page, name, holder)
    if not is_alone or isinstance(holder, Manual) or holder.name in title:
        return title
    return Text(f"{holder.name}{title}", holder.name.position)


def _titled(lines: Callable[[Any], Lines], page: Page) -> Callable[[Any], Lines]:
    """`lines` with or without titles, as 版面.职责标题 says."""
    if page.duty_titles == "不印":
        return lambda part: lines(part).untitled()
    return lines


def _text_lines(texts: tuple[Text, ...]) -> Lines:
    return Lines(Line((), text, str(number)) for number, text in enumerate(texts, 1))


def _department_has_points(department: Department) -> bool:
    return any(has_points(paired(post)) for post in department.posts)


def _own_assessment(
    manual: Manual, holder: Department | Post, parent: Department | None = None, *, without_grades: bool = False
) -> str:
    """What `holder`'s assessment says itself: what it inherits is said where it was written."""
    if holder.assessment is (parent or manual).assessment:  # as most: what is handed down is the same object
        return ""
    own, inherited = holder.assessment or Assessment(), (parent or manual).assessment or Assessment()
    differ = [name for name in Assessment.entries if getattr(own, name) is not getattr(inherited, name)]
    shown = [name for name in differ if name != "grades" or not without_grades]
    return assessment_sentence(Assessment(**{name: getattr(own, name) for name in shown})) if shown else ""


def _by_item(factors: tuple[Factor, ...]) -> list[tuple[Text, list[Factor]]]:
    return [(group[0].item, group) for _, found in groupby(factors, _item) if (group := list(found))]


def _item(factor: Factor) -> Text:
    return factor.item


def _percent(number: Number | None) -> str:
    return f"{number.value:f}%" if number else ""


def _number(number: Number | None) -> str:
    return f"{number.value:f}" if number else ""


def _full_points(factor: Factor, holder: Holder) -> str:
    return _number(factor.full or (holder.assessment or Assessment()).item_full)


def _full_score(items: Any, assessment: Assessment | None) -> str:
    return f"{full_score(items, assessment):f}"


def _people(headcount: Number | None) -> str:
    return f"{headcount.value:f}人" if headcount else ""


def _people_of(department: Department) -> str:
    """The headcount of all posts, where each has one."""
    counts = [post.headcount for post in department.posts]
    return f"{sum(count.value for count in counts if count):f}人" if counts and all(counts) else ""


def _own_rows(holder: Department | Post) -> list[tuple[Text, tuple[Text, ...]]]:
    return list(holder.rows.items())


def _subordinates(manual: Manual, post: Post, department: Department) -> tuple[Text, ...]:
    """直接下级 as written, or else the posts that name this one as their 直接上级."""
    if post.supervises:
        return post.supervises
    below = directory(manual).subordinates.get(f"{department.name}/{post.name}", [])
    return tuple(place.post.name for place in below)


def _bare(text: Text) -> Text:
    """A text without the mark that ends it, to go on in a sentence."""
    return Text(text.rstrip(ENDINGS), text.position)


def _ended(text: Text) -> Text:
    """A text that ends with a full stop."""
    return Text(f"{text.rstrip(ENDINGS)}。", text.position)


# What is the same for every manual and entry.
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "text_lines": _text_lines,
    "paired": paired,
    "has_points": has_points,
    "department_has_points": _department_has_points,
    "score_items": score_items,
    "scorers": scorers,
    "full_score": _full_score,
    "grades": grades_sentence,
    "by_item": _by_item,
    "percent": _percent,
    "number": _number,
    "full_points": _full_points,
    "people": _people,
    "people_of": _people_of,
    "rows": _own_rows,
    "bare": _bare,
    "ended": _ended,
}
