"""The reserved pages of 章节: the template of each, and what it prints beyond the manual's own fields."""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen.compose.notice import notice
from docgen.manual.book import departments_in_order
from docgen.manual.establishment import establishment, totals
from docgen.manual.hierarchy import organization, reporting, several_superiors
from docgen.manual.model import Manual, Page
from docgen.source import Text

PAGE_TEMPLATES = {
    "封面": "parts/cover.html",
    "印发通知": "parts/notice.html",
    "修订记录": "parts/revisions.html",
    "目录": "parts/contents.html",
    "组织机构图": "parts/chart.html",
    "汇报关系": "parts/chart.html",
    "职责一览表": "parts/establishment.html",
    "发放回收记录": "parts/distribution.html",
    "岗位通用": "parts/common.html",
}
# What is front matter wherever it stands; the others are that only before the contents.
ALWAYS_FRONT = frozenset(["修订记录", "目录"])
WITHOUT_NUMBERS = frozenset(["封面", "印发通知"])
BLANK_ROWS = 20


def page_context(name: str, manual: Manual) -> dict[str, Any]:
    """The names that the template of a reserved page may use beside `manual`."""
    match name:
        case "封面":
            return {"signatures": signatures(manual), "control_number": (manual.page or Page()).control_number == "印"}
        case "印发通知":
            return {"notice": notice(manual)}
        case "目录":
            levels = manual.page.contents_levels if manual.page else None
            return {"levels": max(1, int(levels.value)) if levels else 2}
        case "组织机构图":
            return {"name": name, "branches": organization(manual, departments_in_order(manual)), "remarks": ()}
        case "汇报关系":
            departments = departments_in_order(manual)
            remarks = [f"{post.name}（{'、'.join(post.reports_to)}）" for post in several_superiors(departments)]
            return {"name": name, "branches": reporting(manual, departments), "remarks": remarks}
        case "职责一览表":
            departments = departments_in_order(manual)
            return {"groups": list(establishment(departments)), "totals": totals(departments)}
        case "发放回收记录":
            return {"rows": BLANK_ROWS}
    return {}


class Signatures(NamedTuple):
    """Who signs the cover for one thing: a row a name, one blank row where nobody is named."""

    label: str
    names: tuple[Text | str, ...]


def signatures(manual: Manual) -> list[Signatures]:
    """编制 审核 会签 批准, with room to sign. None at all where the manual names nobody."""
    given = {
        "编制": manual.drafted_by,
        "审核": manual.reviewed_by,
        "会签": manual.countersigned_by,
        "批准": manual.approved_by,
    }
    if not any(given.values()):
        return []
    return [Signatures(label, names or ("",)) for label, names in given.items() if names or label != "会签"]
