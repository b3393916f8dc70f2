"""版面.每岗位最多页数: which posts run over the pages they may take, by the PDF's layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words


def over_budget(
    manual: Manual, labels: Mapping[str, str], places: Mapping[str, range], severity: Severity = "error"
) -> Iterator[Problem]:
    """A problem for each post that stands on more pages than it may.

    `labels` is the printed page number of each key, `places` the pages on which it stands. A post takes the pages from
    its heading's to the last one on which something of it stands, whatever else is there.
    """
    budget = manual.page.post_pages if manual.page else None
    if budget is None:
        return
    taken = _pages_of_posts(manual, places)
    for department, post in manual.posts:
        name = f"{department.name}/{post.name}"
        key, pages = taken.get(name, ("", range(0)))
        if len(pages) > budget.value:
            span = _span(labels[key], len(pages))
            yield Problem(
                severity,
                "POST-PAGES",
                post.position,
                Words(
                    f"岗位“{name}”印了 {len(pages)} 页（{span}），超过每岗位最多 {budget.value:f} 页",
                    f"the post “{name}” takes {len(pages)} pages ({span}), more than {budget.value:f}",
                ),
                Words(
                    "删减内容，给岗位换“对照表”布局，或改 manual.yaml 里“版面”的“每岗位最多页数”",
                    "shorten it, lay it out as 对照表, or change 每岗位最多页数 under 版面 in manual.yaml",
                ),
            )


def _pages_of_posts(manual: Manual, places: Mapping[str, range]) -> dict[str, tuple[str, range]]:
    """The key and the pages of each post (by 部门/岗位) where it stands in full. Departments under one title of their
    own have that before their keys."""
    titles = {str(entry.title) for entry in (*manual.chapters, *manual.annexes) if entry.title and not entry.only}
    found: dict[str, tuple[str, range]] = {}
    for key, pages in places.items():
        title, *rest = key.split("/")
        above = [title] if title in titles and len(rest) > 1 else []
        names = rest if above else [title, *rest]
        if len(names) > 1:
            name = "/".join(names[:2])
            first, known = found.get(name, (key, pages))  # in the order of pages
            found[name] = first, range(min(known.start, pages.start), max(known.stop, pages.stop))
    return found


def _span(first: str, count: int) -> str:
    """第5—7页, where the pages have arabic numbers."""
    return f"{first}—{int(first) + count - 1}" if first.isdecimal() else f"{first} …"
