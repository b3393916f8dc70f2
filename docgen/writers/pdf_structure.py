"""The structure tree of a tagged PDF (ISO 32000-1 §14.7–14.8, ISO 14289-1), built from WeasyPrint's laid-out boxes.

WeasyPrint's own tree begins anew on every page: a paragraph over two pages is two P elements, a table's repeated head
is read out again, and page numbers are mapped to elements outside the tree. Here one HTML element is one structure
element however many pages it covers; repeated table heads and furniture are artifacts; labels are Lbl.

`build` takes the place of `weasyprint.pdf.add_tags` (see `docgen.writers.pdf_layout`): it is given the pages with their
boxes and, per page, which box was drawn under which marked-content id.
"""

from __future__ import annotations

from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

# Structure types by HTML element. What isn't listed (div, strong, em, br …) has no element of its own: its text is its
# parent's. H7–H9 don't exist in PDF 1.7.
TYPES = {
    "section": "Sect", "nav": "Sect", "p": "P", "a": "Link", "span": "Span",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
    "ol": "L", "ul": "L", "li": "LI", "figure": "Figure", "figcaption": "Caption",
    "table": "Table", "caption": "Caption", "thead": "THead", "tbody": "TBody", "tr": "TR", "th": "TH", "td": "TD",
}  # fmt: skip
# What the elements of a list or of the contents hold, beside their label, stands in a body element.
BODIES = {"LI": "LBody", "TOCI": "Reference"}
POINTS_PER_PIXEL = 0.75
SCOPES = {"col": "/Column", "row": "/Row"}


class _Structure:
    """The tree while it grows, page by page. Elements are found again by their HTML element."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.parents = pydyf.Array()
        self.links: list[tuple[Any, Any]] = []
        self.elements: dict[Any, Any] = {}
        self.bodies: dict[Any, Any] = {}
        self.root = self._add({"Type": "/StructTreeRoot"})
        document = {"Type": "/StructElem", "S": "/Document", "K": pydyf.Array(), "P": self.root.reference}
        self.document = self._add(document)
        self.root["K"] = pydyf.Array([self.document.reference])

    def _add(self, values: dict[str, Any]) -> Any:
        found = pydyf.Dictionary(values)
        self.pdf.add_object(found)
        return found

    def element(self, structure_type: str, parent: Any, page: _Page) -> Any:
        """A new element, last among its parent's kids."""
        values = {"Type": "/StructElem", "S": f"/{structure_type}", "K": pydyf.Array(), "P": parent.reference}
        found = self._add({**values, "Pg": page.reference})
        parent["K"].append(found.reference)
        return found


class _Page:
    """One page: its height in CSS pixels, the ids of its marked content by box, and the owner of each id."""

    def __init__(self, height: float, reference: Any, stream: Any) -> None:
        self.height = height
        self.reference = reference
        self.stream = stream
        self.ids: dict[Any, int] = {box: tag["mcid"] for box, tag in stream._tags.items()}
        self.owners: list[Any] = ["null"] * len(self.ids)

    def own(self, box: Any, element: Any) -> None:
        """Make what was drawn for `box` content of `element`."""
        number = self.ids.get(box)
        if number is None:  # nothing was drawn
            return
        self.owners[number] = element.reference
        on_first_page = element["Pg"] == self.reference
        reference = {"Type": "/MCR", "Pg": self.reference, "MCID": number}
        element["K"].append(number if on_first_page else pydyf.Dictionary(reference))

    def mark_artifacts(self) -> None:
        """Make artifacts of what no element owns (ISO 32000-1 §14.8.2.2): page numbers, repeated table heads."""
        unowned = {number for number, owner in enumerate(self.owners) if owner == "null"}
        operators = self.stream.stream
        for index, operand in enumerate(operators):
            if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in unowned:
                operators[index - 1 : index + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def build(pdf: Any, document: Any, pdf_version: object, page_streams: list[Any]) -> None:
    """Give the PDF its structure tree. The signature is that of `weasyprint.pdf.tags.add_tags` (WeasyPrint 70)."""
    structure = _Structure(pdf)
    for number, (laid_out, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        page = _Page(laid_out.height, pdf.page_references[number], stream)
        _walk(laid_out._page_box, structure.document, structure, page)
        page.mark_artifacts()
        structure.parents += [number, pydyf.Array(page.owners)]
    for key, (element, annotation) in enumerate(structure.links, len(document.pages)):
        structure.parents += [key, element.reference]
        annotation["StructParent"] = key
    structure.root["ParentTree"] = structure._add({"Nums": structure.parents}).reference
    pdf.catalog["StructTreeRoot"] = structure.root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _walk(box: Any, parent: Any, structure: _Structure, page: _Page) -> None:
    """Map a box and what is in it, in reading order, under the structure element `parent`."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
        _own_content(box, parent, structure, page)
        return
    element = _element_of(box, parent, structure, page)
    if element is None:
        return
    if box.link_annotation is not None:
        # A label in a link is a box with an annotation too, which belongs to the link.
        _add_link(box.link_annotation, element if element["S"] == "/Link" else parent, structure, page)
    for child in box.children:
        _walk(child, element, structure, page)


def _own_content(box: Any, parent: Any, structure: _Structure, page: _Page) -> None:
    if isinstance(box, boxes.ReplacedBox):
        left, bottom = box.content_box_x(), page.height - box.content_box_y() - box.height
        bounds = (left, bottom, left + box.width, bottom + box.height)
        in_points = pydyf.Array(round(pixels * POINTS_PER_PIXEL, 3) for pixels in bounds)
        parent["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": in_points})
        parent["Alt"] = pydyf.String(box.element.get("alt") or box.element.get("aria-label", ""))
    page.own(box, _body(parent, structure, page))


def _body(element: Any, structure: _Structure, page: _Page) -> Any:
    """The element that takes content: of a list item its LBody, made when there is some."""
    body_type = BODIES.get(element["S"][1:])
    if body_type is None:
        return element
    if element.number not in structure.bodies:
        structure.bodies[element.number] = structure.element(body_type, element, page)
    return structure.bodies[element.number]


def _element_of(box: Any, parent: Any, structure: _Structure, page: _Page) -> Any | None:
    """The structure element of a box's HTML element; `parent` where it has none of its own, None for an artifact."""
    html_element = box.element
    known = structure.elements.get(html_element)
    if known is not None:
        return None if box.element_tag == "thead" and known["Pg"] != page.reference else known
    if html_element is None or html_element.tag not in TYPES:
        return parent
    structure_type = _type_of(html_element, parent)
    owner = parent if structure_type == "Lbl" else _body(parent, structure, page)
    found = structure.element(structure_type, owner, page)
    if structure_type in ("TH", "TD"):
        found["A"] = _cell_attributes(html_element)
    elif structure_type == "L":
        found["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": _numbering(html_element)})
    structure.elements[html_element] = found
    return found


def _type_of(html_element: Any, parent: Any) -> str:
    if html_element.get("class") == "label":
        return "Lbl"
    if html_element.get("role") == "heading":
        return "H6"
    if html_element.get("class") == "toc":
        return "TOC"
    if parent["S"] == "/TOC":
        return "TOCI"
    return TYPES[html_element.tag]


def _numbering(html_element: Any) -> str:
    """What numbers a list, as far as PDF 1.7 has a name for it (ISO 32000-1 §14.8.5.5): 一、 and ① are decimal."""
    if html_element.tag == "ul":
        return "/Disc"
    label = next((each.text for each in html_element.iter("span") if each.get("class") == "label"), "")
    return "/UpperAlpha" if any("A" <= char <= "Z" for char in label) else "/Decimal"


def _cell_attributes(html_element: Any) -> Any:
    attributes = pydyf.Dictionary({"O": "/Table"})
    if scope := html_element.get("scope"):
        attributes["Scope"] = SCOPES[scope]
    for name, entry in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        if value := html_element.get(name):
            attributes[entry] = int(value)
    return attributes


def _add_link(annotation: Any, element: Any, structure: _Structure, page: _Page) -> None:
    reference = structure._add({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page.reference})
    element["K"].append(reference.reference)
    structure.links.append((element, annotation))
